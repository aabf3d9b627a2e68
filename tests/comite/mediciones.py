"""How the tests of measurements, goals and pending work record a month."""

from datetime import date
from decimal import Decimal

from comite.acciones.mediciones import registrar_medicion
from comite.periodos import Periodo
from tests.fabricas import instante

OCTUBRE = Periodo(date(2026, 10, 1), 1)
NOVIEMBRE = Periodo(date(2026, 11, 1), 1)


def registrar(indicador, por, periodo=OCTUBRE, **dato):
    dato = dato or {"valor": Decimal("78.5")}
    return registrar_medicion(indicador=indicador, periodo=periodo, por=por, ahora=instante(), **dato)
