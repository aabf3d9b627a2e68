"""The decree itself: phases, their criteria and the evidence that each is kept."""

from .criterio import Criterio
from .demostrable import Demostrable
from .evidencia import Evidencia
from .fase import Fase, RevisionDeFase

__all__ = ["Criterio", "Demostrable", "Evidencia", "Fase", "RevisionDeFase"]
