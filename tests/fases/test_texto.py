from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from fases import texto


def test_strong_inside_emphasis_is_drawn_as_the_plan_has_it():
    original = '"(...) *este programa, **la definición de estándares** , la consolidación*".'
    assert texto.enfasis(original) == (
        "&quot;(...) <em>este programa, <strong>la definición de estándares</strong> , "
        "la consolidación</em>&quot;."
    )


def test_strong_and_emphasis_that_close_together_nest():
    assert texto.enfasis("*uno **dos***") == "<em>uno <strong>dos</strong></em>"


@pytest.mark.parametrize("suelto", ["2 * 3 * 4", "nota * al pie", "**", "*"])
def test_loose_asterisks_stay_as_written(suelto):
    assert texto.enfasis(suelto) == suelto


def test_crossed_marks_never_make_crossed_tags():
    assert texto.enfasis("**a *b** c*") == "**a *b** c*"


def test_html_is_escaped_inside_the_markup():
    assert texto.parrafos("*<script>alert(1)</script>*") == (
        "<p><em>&lt;script&gt;alert(1)&lt;/script&gt;</em></p>"
    )


def test_paragraphs_titles_and_lists():
    assert texto.parrafos("## Título\nuno\ndos\n\n- a\n- **b**\n\nfin\n- c") == (
        "<h2>Título</h2><p>uno dos</p>\n<ul><li>a</li><li><strong>b</strong></li></ul>\n"
        "<p>fin</p><ul><li>c</li></ul>"
    )


def test_marks_can_be_taken_off():
    assert texto.sin_enfasis("*uno **dos** tres* y **cuatro**") == "uno dos tres y cuatro"


def test_dates_are_written_in_lower_case_and_in_the_municipality_s_time():
    assert texto.fecha_larga(date(2026, 11, 3)) == "3 de noviembre de 2026"
    assert texto.fecha_larga(datetime(2027, 1, 1, 2, 0, tzinfo=UTC)) == "31 de diciembre de 2026"
    assert texto.fecha_larga(None) == ""
    assert texto.fecha_iso(datetime(2027, 1, 1, 2, 0, tzinfo=UTC)) == "2026-12-31"
    assert texto.mes_corto(date(2026, 9, 1)) == "sep"


def test_one_is_singular_and_none_is_plural():
    assert [texto.plural(n, "uno", "varios") for n in (0, 1, 2)] == ["varios", "uno", "varios"]


@pytest.mark.parametrize(
    ("valor", "unidad", "escrito"),
    [
        (Decimal("78.00"), "porcentaje", "78\u00a0%"),
        (Decimal("2.30"), "tasa", "2,3"),
        (Decimal(100), "numero", "100"),
        (Decimal("12345.5"), "", "12.345,5"),
        (0, "porcentaje", "0\u00a0%"),
        (None, "porcentaje", ""),
    ],
)
def test_numbers_have_a_decimal_comma_and_no_useless_zeros(valor, unidad, escrito):
    assert texto.numero(valor, unidad) == escrito


@pytest.mark.parametrize(
    ("octetos", "escrito"), [(800, "800 bytes"), (421_888, "412 KB"), (1_363_149, "1,3 MB")]
)
def test_sizes_are_said_in_the_unit_people_read(octetos, escrito):
    assert texto.tamano(octetos) == escrito
