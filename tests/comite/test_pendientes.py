"""What each person owes today."""

from datetime import date

from comite.models import Indicador
from comite.pendientes import informes_de, pendientes_de, periodos_por_reportar
from comite.periodos import Periodo
from comite.semestre import Semestre
from fases.roles import CONTROL
from tests.fabricas import HOY, persona

from .mediciones import registrar


def test_what_is_owed_is_told_by_days_left_the_overdue_first(indicador, editor):
    registrar(indicador, editor, Periodo(date(2026, 9, 1), 1))
    deudas = pendientes_de(editor, HOY)
    assert [(d.periodo.nombre, d.dias) for d in deudas] == [
        ("agosto de 2026", -74),
        ("octubre de 2026", -13),
    ]
    assert deudas[0].plazo == "Vencido hace 74 días"
    assert [d.plazo for d in pendientes_de(editor, date(2026, 11, 9))][-1] == "Vence en 1 día"
    assert [d.plazo for d in pendientes_de(editor, date(2026, 11, 10))][-1] == "Vence hoy"


def test_the_running_period_is_not_owed(indicador, editor):
    assert "octubre de 2026" not in [d.periodo.nombre for d in pendientes_de(editor, date(2026, 10, 31))]
    assert "octubre de 2026" in [d.periodo.nombre for d in pendientes_de(editor, date(2026, 11, 1))]


def test_the_committee_owes_all_and_control_interno_nothing(indicador, comite):
    assert len(pendientes_de(comite, HOY)) == 3
    assert pendientes_de(persona("ci", CONTROL), HOY) == []


def test_what_is_owed_takes_the_same_queries_whatever_the_size(
    indicador, editor, django_assert_num_queries
):
    pendientes_de(editor, HOY)
    for numero in range(20):
        Indicador.objects.create(
            accion=indicador.accion,
            slug=f"otro-{numero}",
            nombre="Otro",
            unidad="numero",
            frecuencia="mensual",
            exigible_desde=date(2024, 1, 1),
            encargada=indicador.encargada,
            fuente="prueba",
        )
    with django_assert_num_queries(2):
        assert len(pendientes_de(editor, HOY)) > 600


def test_the_periods_offered_are_those_begun_and_not_measured(indicador, editor):
    registrar(indicador, editor)
    nombres = [p.nombre for p in periodos_por_reportar(indicador, HOY)]
    assert nombres == ["noviembre de 2026", "septiembre de 2026", "agosto de 2026"]


def test_control_interno_sees_the_semesters_that_lack_a_report(indicador, editor):
    registrar(indicador, editor, Periodo(date(2025, 8, 1), 1))
    borradores, semestres = informes_de(persona("ci", CONTROL), HOY)
    assert (borradores, semestres) == ([], [Semestre(2026, 1), Semestre(2025, 2)])
    assert informes_de(editor, HOY) == ([], [])
