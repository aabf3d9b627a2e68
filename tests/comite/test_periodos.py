from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from comite.periodos import MESES_POR_PERIODO, Periodo, esperados, periodo_de

DIAS = st.dates(min_value=date(1901, 1, 1), max_value=date(2998, 12, 31))


@given(DIAS, st.sampled_from(sorted(MESES_POR_PERIODO)))
def test_each_day_is_in_one_period_and_periods_touch(dia, frecuencia):
    periodo = periodo_de(frecuencia, dia)
    assert periodo.desde <= dia <= periodo.hasta
    assert periodo.siguiente.desde == periodo.hasta + timedelta(days=1)
    assert periodo.siguiente.anterior == periodo


def test_a_period_is_expected_only_when_it_is_over():
    assert [p.codigo for p in esperados("mensual", date(2026, 9, 1), date(2026, 11, 29))] == [
        "2026-09",
        "2026-10",
    ]
    assert esperados("mensual", date(2026, 9, 1), date(2026, 11, 30))[-1].codigo == "2026-11"


def test_february_of_a_leap_year_ends_on_the_29th():
    assert periodo_de("mensual", date(2028, 2, 3)).hasta == date(2028, 2, 29)


def test_without_frequency_nothing_is_expected():
    assert esperados("", date(2020, 1, 1), date(2026, 1, 1)) == []


def test_the_term_is_counted_in_calendar_days_after_the_period():
    assert Periodo(date(2026, 12, 1), 1).vence_el(10) == date(2027, 1, 10)


def test_periods_are_named_as_people_say_them():
    assert Periodo(date(2026, 11, 1), 1).nombre == "noviembre de 2026"
    assert Periodo(date(2026, 7, 1), 6).nombre == "segundo semestre de 2026"
    assert Periodo(date(2026, 4, 1), 3).nombre == "segundo trimestre de 2026"
    assert Periodo(date(2026, 4, 1), 3).codigo == "2026-T2"
    assert Periodo(date(2026, 1, 1), 12).nombre == "año 2026"
