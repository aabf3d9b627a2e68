from datetime import date

import pytest

from fases.estado import Estado, estado_de_criterio, estado_de_fase

PLAZO = date(2008, 11, 1)
ANTES, DESPUES = date(2008, 10, 31), date(2008, 11, 2)


def fase(cumplidos, exigidos, hoy=DESPUES, revisada=True):
    fechas = [date(2008, 10, 20)] * cumplidos + [None] * (exigidos - cumplidos)
    return estado_de_fase(fechas=fechas, plazo=PLAZO, hoy=hoy, revisada=revisada)


def test_it_is_met_only_with_every_required_criterion():
    assert fase(4, 4).estado is Estado.CUMPLE
    assert fase(3, 4).estado is Estado.AVANCE


@pytest.mark.parametrize(
    ("cumplidos", "exigidos", "estado"),
    [(3, 5, Estado.AVANCE), (2, 4, Estado.INCUMPLE), (1, 4, Estado.INCUMPLE), (0, 1, Estado.INCUMPLE)],
)
def test_past_the_deadline_half_missing_is_not_met(cumplidos, exigidos, estado):
    assert fase(cumplidos, exigidos).estado is estado


def test_before_the_deadline_nothing_is_failed_yet():
    hecha = fase(0, 4, hoy=ANTES)
    assert (hecha.estado, hecha.palabra) == (Estado.AVANCE, "En avance")
    assert fase(0, 4, hoy=PLAZO).estado is Estado.AVANCE


def test_a_late_phase_in_progress_says_that_the_deadline_is_past():
    assert fase(3, 4).palabra == "En avance, plazo vencido"


def test_without_a_review_it_is_not_evaluated_but_it_is_counted():
    hecha = fase(4, 4, revisada=False)
    assert (hecha.estado, hecha.cumplidos, hecha.exigidos) == (Estado.SIN_EVALUAR, 4, 4)


def test_without_required_criteria_there_is_nothing_to_evaluate():
    hecha = fase(0, 0)
    assert (hecha.estado, hecha.cumplida_el, hecha.puntualidad) == (Estado.SIN_EVALUAR, None, "")


@pytest.mark.parametrize(
    ("ultima", "dicho"),
    [
        (date(2008, 10, 31), "1 día antes del plazo"),
        (date(2008, 11, 1), "el último día del plazo"),
        (date(2011, 11, 1), "1.095 días después del plazo"),
    ],
)
def test_the_phase_was_met_on_the_day_of_its_last_criterion(ultima, dicho):
    hecha = estado_de_fase(fechas=[date(2008, 1, 5), ultima], plazo=PLAZO, hoy=DESPUES, revisada=True)
    assert (hecha.cumplida_el, hecha.puntualidad) == (ultima, dicho)


def test_a_phase_with_something_missing_has_no_date():
    assert fase(3, 4).cumplida_el is None


@pytest.mark.parametrize(
    ("exigido", "completa", "parcial", "vencido", "estado"),
    [
        (True, True, True, True, Estado.CUMPLE),
        (True, False, True, True, Estado.AVANCE),
        (True, False, False, True, Estado.INCUMPLE),
        (True, False, False, False, Estado.SIN_EVALUAR),
        (False, False, False, True, Estado.SIN_EVALUAR),
        (False, True, True, True, Estado.CUMPLE),
    ],
)
def test_the_state_of_a_criterion(exigido, completa, parcial, vencido, estado):
    hecho = estado_de_criterio(exigido=exigido, completa=completa, parcial=parcial, plazo_vencido=vencido)
    assert hecho is estado
