"""The municipality itself: its offices, its people in the portal, its own data and its policies."""

from .barrera import ReporteDeBarrera
from .dependencia import Dependencia
from .entidad import Entidad
from .politica import Politica
from .usuario import Usuario

__all__ = ["Dependencia", "Entidad", "Politica", "ReporteDeBarrera", "Usuario"]
