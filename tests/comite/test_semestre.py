from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comite.semestre import Semestre

DIAS = st.dates(min_value=date(1901, 1, 1), max_value=date(2998, 12, 31))


def test_the_first_semester_runs_from_january_to_the_end_of_june():
    assert (Semestre(2026, 1).desde, Semestre(2026, 1).hasta) == (date(2026, 1, 1), date(2026, 6, 30))


def test_the_second_semester_runs_from_july_to_the_end_of_december():
    assert (Semestre(2025, 2).desde, Semestre(2025, 2).hasta) == (date(2025, 7, 1), date(2025, 12, 31))


@given(DIAS)
def test_each_day_is_in_one_semester_and_semesters_touch(dia):
    semestre = Semestre.que_contiene(dia)
    assert dia in semestre
    assert dia not in semestre.anterior
    assert dia not in semestre.siguiente
    assert semestre.siguiente.desde == semestre.hasta + timedelta(days=1)
    assert semestre.siguiente.anterior == semestre
    assert Semestre.de(str(semestre)) == semestre


@pytest.mark.parametrize("texto", ["", "2026", "2026-3", "2026-0", "26-1", "2026-1 ", "٢٠٢٦-1", "0000-1"])
def test_anything_else_is_not_a_semester(texto):
    with pytest.raises(ValueError, match="semestre"):
        Semestre.de(texto)
