from datetime import date
from decimal import Decimal

import pytest

from comite.acciones.metas import (
    ActaFaltanteError,
    FechaDeActaError,
    VigenciaDeMetaError,
    adoptar_meta,
)
from comite.periodos import Periodo
from comite.valores import ValorInvalidoError
from fases.roles import ADMINISTRACION, CONTROL, SinPermisoError
from tests.fabricas import instante, persona

OCTUBRE = Periodo(date(2026, 10, 1), 1)
NOVIEMBRE = Periodo(date(2026, 11, 1), 1)


def _meta(indicador, por, **cambios):
    datos = {
        "valor": Decimal(90),
        "acta": "Acta 7 de 2026",
        "adoptada_el": date(2026, 3, 2),
        "rige_desde": date(2026, 1, 1),
        "motivo": "",
    }
    return adoptar_meta(indicador=indicador, por=por, ahora=instante(), **{**datos, **cambios})


def test_only_the_committee_adopts_a_goal_and_by_a_minute(indicador, comite, editor):
    assert _meta(indicador, comite).registrada_por == comite
    for usuario in (editor, persona("ci", CONTROL), persona("ad", ADMINISTRACION)):
        with pytest.raises(SinPermisoError):
            _meta(indicador, usuario)
    with pytest.raises(ActaFaltanteError):
        _meta(indicador, comite, acta=" ")
    with pytest.raises(FechaDeActaError):
        _meta(indicador, comite, adoptada_el=date(2026, 12, 1), rige_desde=date(2026, 12, 1))
    with pytest.raises(VigenciaDeMetaError):
        _meta(indicador, comite, rige_desde=date(2025, 12, 31))
    with pytest.raises(ValorInvalidoError):
        _meta(indicador, comite, valor=Decimal(120))
