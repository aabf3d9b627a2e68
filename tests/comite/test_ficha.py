from datetime import date
from decimal import Decimal

import pytest

from comite import reportes
from comite.acciones.mediciones import corregir_medicion, registrar_medicion
from comite.acciones.metas import adoptar_meta
from comite.ficha import PERIODOS_A_LA_VISTA, fichas_de
from comite.models import Indicador, Proyecto
from comite.periodos import Periodo
from fases.roles import COMITE
from tests.fabricas import HOY, instante, persona


@pytest.fixture
def comite(portal_cargado):
    return persona("comite", COMITE)


@pytest.fixture
def indicador(comite):
    hallado = Indicador.objects.get(slug="computadores-con-conectividad")
    hallado.exigible_desde = date(2026, 8, 1)
    hallado.save()
    return hallado


def medir(indicador, mes, valor, por):
    return registrar_medicion(
        indicador=indicador, periodo=Periodo(date(2026, mes, 1), 1), valor=valor, por=por, ahora=instante()
    )


def ficha_de(indicador, **opciones):
    return fichas_de(indicador.accion, HOY, **opciones)[0]


def test_without_an_adopted_goal_there_is_no_percentage(indicador, comite):
    medir(indicador, 9, Decimal(80), comite)
    ficha = ficha_de(indicador)
    assert (ficha.meta, ficha.estado.porcentaje, ficha.frase_de_la_meta) == (None, None, "")
    assert ficha.estado.palabra == "Sin meta definida en el plan"


def test_with_a_goal_it_says_how_far_it_is(indicador, comite):
    medir(indicador, 9, Decimal("80.5"), comite)
    adoptar_meta(
        indicador=indicador,
        valor=Decimal(90),
        acta="Acta 1 de 2026",
        adoptada_el=date(2026, 2, 1),
        rige_desde=date(2026, 2, 1),
        motivo="",
        por=comite,
        ahora=instante(),
    )
    ficha = ficha_de(indicador)
    assert ficha.frase_de_la_meta == "Debe subir 9,5 puntos para llegar a la meta."
    assert (ficha.estado.palabra, ficha.estado.porcentaje) == ("En avance", Decimal("89.4"))


def test_a_correction_shows_the_new_value_and_keeps_the_old_one(indicador, comite):
    primera = medir(indicador, 9, Decimal(80), comite)
    segunda = corregir_medicion(
        medicion=primera, valor=Decimal(70), motivo="Se contó dos veces.", por=comite, ahora=instante()
    )
    registro = next(c.registro for c in ficha_de(indicador).calendario.casillas if c.registro)
    assert (registro.medicion, registro.anteriores) == (segunda, (primera,))
    assert ficha_de(indicador).ultimo == segunda


def test_a_missing_period_is_drawn_as_missing(indicador, comite):
    medir(indicador, 9, Decimal(80), comite)
    assert [c.clase for c in ficha_de(indicador).grafica.columnas] == ["faltante", "ultima", "faltante"]


def test_only_the_last_periods_are_shown_until_all_are_asked_for(indicador):
    indicador.exigible_desde = date(2020, 1, 1)
    indicador.save()
    ficha = ficha_de(indicador)
    assert (len(ficha.calendario.casillas), ficha.hay_mas) == (PERIODOS_A_LA_VISTA, True)
    completa = ficha_de(indicador, todo=True)
    assert (len(completa.calendario.casillas), completa.hay_mas) == (83, False)


def test_the_indicators_of_a_project_have_no_frequency_in_the_plan(portal_cargado):
    fichas = fichas_de(Proyecto.objects.get(slug="objetivos-desarrollo-del-milenio"), HOY)
    assert [(f.indicador.frecuencia, f.calendario.casillas) for f in fichas] == [("", ())] * 2


def test_a_correction_does_not_pay_for_another_period(indicador, comite):
    medir(indicador, 8, Decimal(80), comite)
    medicion = medir(indicador, 9, Decimal(80), comite)
    corregir_medicion(medicion=medicion, valor=Decimal(70), motivo="Error.", por=comite, ahora=instante())
    assert indicador in reportes.vencidos(HOY)
    medir(indicador, 10, Decimal(80), comite)
    assert indicador not in reportes.vencidos(HOY)
