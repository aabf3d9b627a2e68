"""The file of a plan: what it holds, and the reader that tells everything that is wrong in it."""

from .lectura import ArchivoDePlanError, leer
from .tipos import (
    AccionArchivo,
    ApartadoArchivo,
    CriterioDeProyectoArchivo,
    FaseArchivo,
    FaseDeProyectoArchivo,
    FirmanteArchivo,
    IndicadorArchivo,
    NombreArchivo,
    NormaArchivo,
    ParrafoArchivo,
    PlanArchivo,
    ProyectoArchivo,
)

__all__ = [
    "AccionArchivo",
    "ApartadoArchivo",
    "ArchivoDePlanError",
    "CriterioDeProyectoArchivo",
    "FaseArchivo",
    "FaseDeProyectoArchivo",
    "FirmanteArchivo",
    "IndicadorArchivo",
    "NombreArchivo",
    "NormaArchivo",
    "ParrafoArchivo",
    "PlanArchivo",
    "ProyectoArchivo",
    "leer",
]
