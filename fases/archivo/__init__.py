"""Reading of data files that people write by hand: every error names its place, and all are told."""

from .lectura import leer_archivo
from .nodo import Nodo, leer_objeto
from .registro import ArchivoError, Registro

__all__ = ["ArchivoError", "Nodo", "Registro", "leer_archivo", "leer_objeto"]
