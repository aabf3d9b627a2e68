from datetime import date
from decimal import Decimal

import pytest

from comite.acciones.mediciones import (
    EnlaceInvalidoError,
    MedicionYaCorregidaError,
    MotivoVacioError,
    NotaFaltanteError,
    PeriodoInvalidoError,
    PeriodoYaMedidoError,
    SinMovimientoConValorError,
    corregir_medicion,
)
from comite.models import Medicion
from comite.periodos import Periodo
from comite.valores import ValorInvalidoError
from fases.roles import ADMINISTRACION, CONTROL, EDITOR, SinPermisoError
from tests.fabricas import dependencia, instante, persona

from .mediciones import NOVIEMBRE, OCTUBRE, registrar


def test_a_measurement_keeps_who_recorded_it_and_when(indicador, editor):
    medicion = registrar(indicador, editor, numerador=Decimal(141), denominador=Decimal(180))
    assert (medicion.valor, medicion.registrada_por) == (Decimal("78.33"), editor)
    assert medicion.registrada_en == instante()
    assert medicion.history.get().history_user == editor


def test_an_editor_reports_only_for_the_own_office(indicador):
    otra = persona("otra", EDITOR, dependencia("Otra", "otra"))
    sin_oficina = persona("sin", EDITOR)
    for usuario in (otra, sin_oficina):
        with pytest.raises(SinPermisoError):
            registrar(indicador, usuario)


def test_an_editor_without_office_does_not_report_what_nobody_has(indicador):
    indicador.encargada = None
    indicador.save()
    with pytest.raises(SinPermisoError):
        registrar(indicador, persona("sin", EDITOR))


@pytest.mark.parametrize("grupo", [CONTROL, ADMINISTRACION, None])
def test_who_watches_or_administers_does_not_measure(indicador, grupo):
    with pytest.raises(SinPermisoError):
        registrar(indicador, persona("x", grupo))


def test_a_closed_account_does_not_measure(indicador, comite):
    comite.is_active = False
    with pytest.raises(SinPermisoError):
        registrar(indicador, comite)


def test_a_period_is_measured_once(indicador, comite):
    registrar(indicador, comite)
    with pytest.raises(PeriodoYaMedidoError, match="octubre de 2026"):
        registrar(indicador, comite)


def test_a_period_that_overlaps_one_already_measured_is_refused(indicador, comite):
    registrar(indicador, comite)
    indicador.frecuencia = "semestral"
    indicador.save()
    with pytest.raises(PeriodoYaMedidoError):
        registrar(indicador, comite, Periodo(date(2026, 7, 1), 6))


@pytest.mark.parametrize(
    ("periodo", "dice"),
    [
        (Periodo(date(2026, 7, 1), 6), "frecuencia"),
        (Periodo(date(2026, 10, 2), 1), "frecuencia"),
        (Periodo(date(2026, 12, 1), 1), "no ha empezado"),
    ],
)
def test_a_period_must_be_of_the_indicator_and_have_begun(indicador, comite, periodo, dice):
    with pytest.raises(PeriodoInvalidoError, match=dice):
        registrar(indicador, comite, periodo)


def test_the_running_period_may_be_reported(indicador, comite):
    assert registrar(indicador, comite, NOVIEMBRE).periodo == NOVIEMBRE


def test_without_frequency_nothing_is_reported(indicador, comite):
    indicador.frecuencia = ""
    indicador.save()
    with pytest.raises(PeriodoInvalidoError, match="frecuencia"):
        registrar(indicador, comite)


def test_no_movement_is_declared_with_its_reason_and_without_a_value(indicador, comite):
    with pytest.raises(NotaFaltanteError):
        registrar(indicador, comite, sin_movimiento=True, nota="  ")
    with pytest.raises(SinMovimientoConValorError):
        registrar(indicador, comite, sin_movimiento=True, nota="Receso", valor=Decimal(1))
    assert registrar(indicador, comite, sin_movimiento=True, nota="Receso").valor is None


@pytest.mark.parametrize("enlace", ["javascript:alert(1)", "data:text/html,x", "hola", "ftp://a.co/x"])
def test_the_link_of_the_evidence_is_a_web_address(indicador, comite, enlace):
    with pytest.raises(EnlaceInvalidoError):
        registrar(indicador, comite, valor=Decimal(1), enlace=enlace)


def test_a_refused_measurement_leaves_no_row(indicador, comite):
    with pytest.raises(ValorInvalidoError):
        registrar(indicador, comite, valor=Decimal(140))
    assert not Medicion.objects.exists()


def test_a_correction_is_another_row_and_the_first_stays(indicador, editor):
    mala = registrar(indicador, editor)
    buena = corregir_medicion(
        medicion=mala, motivo="Error", valor=Decimal(80), por=editor, ahora=instante(hora=12)
    )
    mala.refresh_from_db()
    assert (mala.valor, buena.corrige, buena.periodo) == (Decimal("78.5"), mala, OCTUBRE)
    assert list(Medicion.objects.vigentes()) == [buena]


def test_only_the_current_one_may_be_corrected_and_with_a_reason(indicador, editor):
    mala = registrar(indicador, editor)
    with pytest.raises(MotivoVacioError):
        corregir_medicion(medicion=mala, motivo=" ", valor=Decimal(1), por=editor, ahora=instante())
    corregir_medicion(medicion=mala, motivo="x", valor=Decimal(1), por=editor, ahora=instante())
    with pytest.raises(MedicionYaCorregidaError):
        corregir_medicion(medicion=mala, motivo="x", valor=Decimal(2), por=editor, ahora=instante())


def test_a_stranger_to_the_office_does_not_correct(indicador, editor):
    medicion = registrar(indicador, editor)
    otro = persona("otro", EDITOR, dependencia("Otra", "otra"))
    with pytest.raises(SinPermisoError):
        corregir_medicion(medicion=medicion, motivo="x", valor=Decimal(1), por=otro, ahora=instante())
