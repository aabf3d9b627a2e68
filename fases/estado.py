"""Whether a criterion and a phase are kept: the rule of the public signals, without a database.

Only the required criteria count. «Sin evaluar» until Control Interno reviews the phase, whatever the
evidence says: the municipality does not sign its own exam.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum


class Estado(Enum):
    """Value: class of the signal and value of the ``estado`` filter; ``palabra``: what people read."""

    CUMPLE = "cumple"
    AVANCE = "avance"
    INCUMPLE = "incumple"
    SIN_EVALUAR = "sin-evaluar"

    @property
    def palabra(self):
        return PALABRAS[self]

    @property
    def marca(self):
        """The stop of the river: full, half, hollow, or hollow on dashed water."""
        return MARCAS[self]


PALABRAS = {
    Estado.CUMPLE: "Cumple",
    Estado.AVANCE: "En avance",
    Estado.INCUMPLE: "No cumple",
    Estado.SIN_EVALUAR: "Sin evaluar",
}
MARCAS = {
    Estado.CUMPLE: "hecho",
    Estado.AVANCE: "medio",
    Estado.INCUMPLE: "",
    Estado.SIN_EVALUAR: "pendiente",
}


@dataclass(frozen=True)
class EstadoDeFase:
    """``exigidos`` required criteria, ``cumplidos`` of them with complete evidence, and what follows.

    ``cumplida_el`` is the day on which the last of them was proved, None while one is missing.
    """

    estado: Estado
    exigidos: int
    cumplidos: int
    plazo: date
    plazo_vencido: bool
    cumplida_el: date | None

    @property
    def palabra(self):
        if self.estado is Estado.AVANCE and self.plazo_vencido:
            return "En avance, plazo vencido"
        return self.estado.palabra

    @property
    def faltan(self):
        return self.exigidos - self.cumplidos

    @property
    def dias_de_diferencia(self):
        """Days between the deadline and the day it was met: negative early, positive late."""
        return (self.cumplida_el - self.plazo).days if self.cumplida_el else None

    @property
    def puntualidad(self):
        """«12 días antes del plazo», or empty while it is not met."""
        dias = self.dias_de_diferencia
        if dias is None:
            return ""
        if dias == 0:
            return "el último día del plazo"
        cuantos = f"{abs(dias):,}".replace(",", ".") + (" día" if abs(dias) == 1 else " días")
        return f"{cuantos} {'antes' if dias < 0 else 'después'} del plazo"


def estado_de_criterio(*, exigido, completa, parcial, plazo_vencido):
    """State of one criterion from whether it has complete or partial evidence in force."""
    if completa:
        return Estado.CUMPLE
    if parcial:
        return Estado.AVANCE
    return Estado.INCUMPLE if exigido and plazo_vencido else Estado.SIN_EVALUAR


def estado_de_fase(*, fechas, plazo, hoy, revisada):
    """State of a phase. ``fechas``: one per required criterion, the day it was proved or None."""
    exigidos, cumplidos = len(fechas), sum(fecha is not None for fecha in fechas)
    vencido = hoy > plazo
    return EstadoDeFase(
        estado=_estado(exigidos, cumplidos, vencido) if revisada else Estado.SIN_EVALUAR,
        exigidos=exigidos,
        cumplidos=cumplidos,
        plazo=plazo,
        plazo_vencido=vencido,
        cumplida_el=max(fechas) if exigidos and cumplidos == exigidos else None,
    )


def _estado(exigidos, cumplidos, vencido):
    if not exigidos:
        return Estado.SIN_EVALUAR
    faltan = exigidos - cumplidos
    if not faltan:
        return Estado.CUMPLE
    if faltan * 2 < exigidos or not vencido:
        return Estado.AVANCE
    return Estado.INCUMPLE
