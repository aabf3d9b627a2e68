"""The calendar of expected reports: pure dates, no database.

The plan says MENSUALMENTE, SEMESTRALMENTE and DE ACUERDO AL MANUAL. No period of the Manual could be
read, so «manual» expects one report a semester, the rhythm at which the plan itself orders the
follow-up to be presented, until the committee fixes another.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from fases.texto import MESES

ABREVIADOS = tuple(
    mes if len(mes) <= 4 else f"{mes[:3]}." for mes in MESES
)  # «mayo» stays whole, as the style guide of the Spanish language asks
MESES_POR_PERIODO = {"mensual": 1, "trimestral": 3, "semestral": 6, "manual": 6, "anual": 12}
ORDINALES = ("primer", "segundo", "tercer", "cuarto")


@dataclass(frozen=True, order=True)
class Periodo:
    """A stretch of months that one measurement covers: ``desde`` is its first day."""

    desde: date
    meses: int

    @property
    def hasta(self):
        ultimo = _sumar_meses(self.desde, self.meses - 1)
        return date(ultimo.year, ultimo.month, monthrange(ultimo.year, ultimo.month)[1])

    @property
    def siguiente(self):
        return Periodo(_sumar_meses(self.desde, self.meses), self.meses)

    @property
    def anterior(self):
        return Periodo(_sumar_meses(self.desde, -self.meses), self.meses)

    @property
    def codigo(self):
        if self.meses == 1:
            return f"{self.desde:%Y-%m}"
        if self.meses == 12:
            return f"{self.desde:%Y}"
        letra = "T" if self.meses == 3 else ""
        return f"{self.desde.year}-{letra}{self._numero}"

    @property
    def nombre(self):
        anio = self.desde.year
        if self.meses == 1:
            return f"{MESES[self.desde.month - 1]} de {anio}"
        if self.meses == 12:
            return f"año {anio}"
        clase = "trimestre" if self.meses == 3 else "semestre"
        return f"{ORDINALES[self._numero - 1]} {clase} de {anio}"

    @property
    def nombre_corto(self):
        if self.meses == 1:
            return f"{ABREVIADOS[self.desde.month - 1]} {self.desde.year}"
        return self.codigo

    @property
    def _numero(self):
        return (self.desde.month - 1) // self.meses + 1

    def vence_el(self, plazo_dias):
        """Last day to report it: ``plazo_dias`` calendar days after the period ends."""
        return self.hasta + timedelta(days=plazo_dias)


def periodo_de(frecuencia, dia):
    """The period of that frequency in which ``dia`` falls; None when there is no frequency."""
    meses = MESES_POR_PERIODO.get(frecuencia)
    if not meses:
        return None
    primero = (dia.month - 1) // meses * meses + 1
    return Periodo(date(dia.year, primero, 1), meses)


def esperados(frecuencia, desde, hasta):
    """Periods that begin at or after that of ``desde`` and are over by ``hasta``, oldest first."""
    periodo = periodo_de(frecuencia, desde)
    lista = []
    while periodo and periodo.hasta <= hasta:
        lista.append(periodo)
        periodo = periodo.siguiente
    return lista


def _sumar_meses(dia, meses):
    total = dia.year * 12 + dia.month - 1 + meses
    return date(total // 12, total % 12 + 1, 1)
