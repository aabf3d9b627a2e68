"""The decree itself: phases, their criteria and the evidence that each is kept."""

from .criterio import Criterio
from .demostrable import Demostrable
from .evidencia import Evidencia
from .fase import Fase, RevisionDeFase
from .version import ConVersion, ConVersionQuerySet, VersionDelContenido

__all__ = [
    "ConVersion",
    "ConVersionQuerySet",
    "Criterio",
    "Demostrable",
    "Evidencia",
    "Fase",
    "RevisionDeFase",
    "VersionDelContenido",
]
