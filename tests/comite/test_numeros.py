from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comite.numeros import leer_numero
from comite.valores import (
    DenominadorInvalidoError,
    NumeradorInvalidoError,
    ValorInvalidoError,
    resolver,
)
from fases.texto import numero

CIFRAS = st.decimals(min_value=0, max_value=Decimal("999999999999.99"), places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("escrito", "leido"),
    [
        ("78,5", "78.5"),
        ("78.5", "78.5"),
        ("78 %", "78"),
        ("78,5%", "78.5"),
        ("1.234", "1234"),
        ("1.234,5", "1234.5"),
        ("1 234,5", "1234.5"),
        ("1\u00a0234", "1234"),
        (" 0,25 ", "0.25"),
        ("12345", "12345"),
        ("-3", "-3"),
    ],
)
def test_numbers_are_read_as_people_write_them_here(escrito, leido):
    assert leer_numero(escrito) == Decimal(leido)


@pytest.mark.parametrize(
    "escrito",
    [
        "",
        "abc",
        "12a",
        "NaN",
        "Infinity",
        "-inf",
        "1e5",
        "1,234.5",
        "1.2.3",
        "1,2,3",
        "٣",
        "0x10",
        "%",
        "1_0",
        "--1",
    ],
)
def test_what_is_not_a_number_gets_a_sentence(escrito):
    with pytest.raises(ValueError, match="Escriba solo un número"):
        leer_numero(escrito)


def test_an_endless_number_is_refused():
    with pytest.raises(ValueError, match="demasiado largo"):
        leer_numero("9" * 31)


@given(CIFRAS)
def test_what_the_portal_writes_it_can_read(valor):
    assert leer_numero(numero(valor)) == valor


@given(st.text(max_size=40))
def test_no_text_at_all_breaks_the_reader(texto):
    with suppress(ValueError):
        assert leer_numero(texto).is_finite()


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=1, max_value=10**6))
def test_a_percentage_from_its_two_figures_stays_between_0_and_100(uno, otro):
    menor, mayor = sorted((Decimal(uno), Decimal(otro)))
    if mayor:
        valor, *_ = resolver("porcentaje", None, menor, mayor)
        assert 0 <= valor <= 100


def test_the_value_is_derived_with_two_decimals_and_a_rounded_one_agrees():
    assert resolver("porcentaje", None, Decimal(1), Decimal(3))[0] == Decimal("33.33")
    assert resolver("porcentaje", Decimal("33.3"), Decimal(1), Decimal(3))[0] == Decimal("33.33")
    with pytest.raises(ValorInvalidoError, match="no coincide"):
        resolver("porcentaje", Decimal(34), Decimal(1), Decimal(3))


@pytest.mark.parametrize(
    ("unidad", "valor"),
    [
        ("porcentaje", "140"),
        ("porcentaje", "100.01"),
        ("porcentaje", "-1"),
        ("numero", "2.5"),
        ("tasa", "1.234"),
        ("tasa", "NaN"),
        ("tasa", "Infinity"),
        ("numero", "1E+12"),
        ("numero", "1E+400"),
        ("tasa", None),
    ],
)
def test_a_value_obeys_its_unit(unidad, valor):
    with pytest.raises(ValorInvalidoError):
        resolver(unidad, valor and Decimal(valor))


@pytest.mark.parametrize(
    ("numerador", "denominador", "error"),
    [
        ("5", "4", NumeradorInvalidoError),
        ("5", None, DenominadorInvalidoError),
        (None, "5", NumeradorInvalidoError),
        ("0", "0", DenominadorInvalidoError),
        ("-1", "4", NumeradorInvalidoError),
        ("1", "NaN", DenominadorInvalidoError),
        ("1.234", "4", NumeradorInvalidoError),
    ],
)
def test_the_two_figures_of_a_percentage_obey_too(numerador, denominador, error):
    with pytest.raises(error):
        resolver("porcentaje", None, numerador and Decimal(numerador), denominador and Decimal(denominador))


def test_only_percentages_have_numerator_and_denominator():
    with pytest.raises(NumeradorInvalidoError):
        resolver("numero", None, Decimal(1), Decimal(2))
