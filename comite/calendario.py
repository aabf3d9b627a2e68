"""The calendar of an indicator: what was expected of each period and what came. No database.

Expected are the periods from ``exigible_desde`` on. What was measured before that, or while the
frequency was another, is shown too: nothing recorded disappears.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum

from .periodos import Periodo, periodo_de


class Cumplio(Enum):
    """What became of a period; the value is what people read."""

    REGISTRADO = "Registrado"
    SIN_MOVIMIENTO = "Sin movimiento en el periodo"
    POR_REPORTAR = "Por reportar"
    VENCIDO = "Vencido, sin reporte"
    EN_CURSO = "En curso"

    @property
    def clase(self):
        """Class of its signal."""
        return SENALES[self]


SENALES = {
    Cumplio.REGISTRADO: "cumple",
    Cumplio.SIN_MOVIMIENTO: "cumple",
    Cumplio.POR_REPORTAR: "avance",
    Cumplio.VENCIDO: "incumple",
    Cumplio.EN_CURSO: "sin-evaluar",
}


@dataclass(frozen=True)
class Casilla:
    """One period. ``vence_el``: last day to report it, None where no report was due."""

    periodo: Periodo
    vence_el: date | None
    estado: Cumplio
    registro: object = None


@dataclass(frozen=True)
class Calendario:
    """``casillas`` newest first. ``proximo``: the next report that falls due, None when none does."""

    casillas: tuple[Casilla, ...]
    proximo: Casilla | None

    @property
    def vencidas(self):
        return [casilla for casilla in self.casillas if casilla.estado is Cumplio.VENCIDO]


def calendario(*, frecuencia, exigible_desde, plazo_dias, registros: Mapping, hoy, desde=None):
    """Lay out the periods of an indicator.

    ``registros``: Periodo → its record, an object with ``sin_movimiento``. ``desde``: leave out the
    periods that begin before that day.
    """
    esperados = _esperados(frecuencia, exigible_desde, hoy)
    periodos = sorted({*esperados, *registros}, reverse=True)
    casillas = tuple(
        _casilla(periodo, registros.get(periodo), plazo_dias if periodo in esperados else None, hoy)
        for periodo in periodos
        if desde is None or periodo.desde >= desde
    )
    return Calendario(casillas, _proximo(casillas, esperados, plazo_dias, hoy))


def primer_dia_visible(frecuencia, hoy, cuantos):
    """First day of the period that is ``cuantos`` periods back, today's included (yearly without one)."""
    periodo = periodo_de(frecuencia or "anual", hoy)
    for _ in range(cuantos - 1):
        periodo = periodo.anterior
    return periodo.desde


def _esperados(frecuencia, exigible_desde, hoy):
    """Periods that must be reported, from the first to the one in course."""
    esperados = set()
    if not frecuencia or exigible_desde is None:
        return esperados
    periodo = periodo_de(frecuencia, exigible_desde)
    while periodo.desde <= hoy:
        esperados.add(periodo)
        periodo = periodo.siguiente
    return esperados


def _casilla(periodo, registro, plazo_dias, hoy):
    vence_el = periodo.vence_el(plazo_dias) if plazo_dias is not None else None
    return Casilla(periodo, vence_el, _estado(periodo, registro, vence_el, hoy), registro)


def _estado(periodo, registro, vence_el, hoy):
    if registro:
        return Cumplio.SIN_MOVIMIENTO if registro.sin_movimiento else Cumplio.REGISTRADO
    if hoy <= periodo.hasta:
        return Cumplio.EN_CURSO
    return Cumplio.POR_REPORTAR if hoy <= vence_el else Cumplio.VENCIDO


def _proximo(casillas, esperados, plazo_dias, hoy):
    pendientes = [c for c in casillas if c.estado in (Cumplio.POR_REPORTAR, Cumplio.EN_CURSO)]
    if pendientes:
        return min(pendientes, key=lambda casilla: casilla.periodo)
    if not esperados:
        return None
    siguiente = max(esperados).siguiente
    return Casilla(siguiente, siguiente.vence_el(plazo_dias), Cumplio.EN_CURSO)
