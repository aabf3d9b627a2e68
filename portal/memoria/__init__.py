"""Public pages, made once per content version and then handed out as bytes."""

from .intermedio import Memoria

__all__ = ["Memoria"]
