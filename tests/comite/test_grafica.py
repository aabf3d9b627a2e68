from dataclasses import dataclass, fields
from decimal import Decimal
from itertools import pairwise

import pytest

from comite.grafica import barras
from comite.grafica_texto import FALTANTE, REGISTRADA, SIN_MOVIMIENTO

MESES = ["ene.", "feb.", "mar.", "abr.", "mayo", "jun.", "jul.", "ago.", "sep.", "oct.", "nov.", "dic."]


@dataclass(frozen=True)
class Mes:
    etiqueta: str
    etiqueta_corta: str
    inicial: str
    valor: Decimal | None
    estado: str


def meses(*valores):
    """A figure is recorded, None is missing and «-» is declared silence."""
    return [
        Mes(
            etiqueta=f"mes {i + 1}",
            etiqueta_corta=MESES[i % 12],
            inicial=MESES[i % 12][0].upper(),
            valor=None if valor in (None, "-") else Decimal(valor),
            estado=FALTANTE if valor is None else SIN_MOVIMIENTO if valor == "-" else REGISTRADA,
        )
        for i, valor in enumerate(valores)
    ]


def test_the_axis_of_a_percentage_goes_from_0_to_100():
    grafica = barras(meses("52", "78"), None, "porcentaje")
    assert [(eje.texto.replace("\u00a0", " "), eje.y) for eje in grafica.ejes] == [
        ("100 %", "10"),
        ("50 %", "130"),
        ("0 %", "250"),
    ]
    primera, ultima = grafica.columnas
    assert (primera.y, primera.alto) == ("125.2", "124.8")
    assert (ultima.y, ultima.alto, ultima.clase) == ("62.8", "187.2", "ultima")


def test_a_missing_period_is_a_gap_and_is_never_guessed():
    grafica = barras(meses("52", None, "58"), None, "porcentaje")
    hueco = grafica.columnas[1]
    assert (hueco.clase, hueco.valor, hueco.vertical) == ("faltante", "", "sin dato")
    assert grafica.hay_faltantes
    assert "Sin dato: mes 2." in grafica.descripcion
    assert "Falta el dato de 1 de 3 periodos." in grafica.frase


def test_a_period_recorded_without_a_figure_is_missing():
    sin_valor = [Mes("mes 1", "ene.", "E", None, REGISTRADA)]
    assert barras(sin_valor, None, "numero").columnas[0].clase == "faltante"


def test_declared_silence_has_its_own_mark():
    grafica = barras(meses("52", "-"), None, "porcentaje")
    assert grafica.columnas[1].clase == "sin-movimiento"
    assert grafica.hay_sin_movimiento
    assert not grafica.hay_faltantes
    assert "Sin movimiento declarado: mes 2." in grafica.descripcion


def test_the_last_recorded_bar_is_the_one_that_stands_out():
    grafica = barras(meses("52", "58", None), None, "porcentaje")
    assert [columna.clase for columna in grafica.columnas] == ["", "ultima", "faltante"]
    assert grafica.columnas[1].valor == "58"


def test_the_goal_is_drawn_at_its_height_and_said_in_words():
    grafica = barras(meses("52", "78"), Decimal("90"), "porcentaje")
    assert grafica.meta.y == "34"
    assert grafica.meta.texto.replace("\u00a0", " ") == "Meta: 90 %"
    assert "la meta" in grafica.descripcion


def test_the_words_of_the_goal_step_aside_when_the_first_bars_reach_it():
    grafica = barras(meses("90", "88", "86", "60", "40", "20"), Decimal("90"), "porcentaje")
    assert grafica.meta.ancla == "end"


@pytest.mark.parametrize(
    ("valores", "meta", "tope"),
    [(["104"], None, "120"), (["50"], "250", "300"), (["45"], "40", "100")],
)
def test_a_value_or_a_goal_above_100_lengthens_the_axis(valores, meta, tope):
    grafica = barras(meses(*valores), Decimal(meta) if meta else None, "porcentaje")
    assert grafica.ejes[0].texto.startswith(tope)
    assert float(grafica.columnas[0].y) >= 10


def test_a_recorded_zero_is_seen_and_is_not_a_gap():
    cero = barras(meses("0", "5"), None, "numero").columnas[0]
    assert (cero.clase, cero.valor, cero.alto) == ("", "0", "2")


def test_a_negative_value_hangs_from_zero():
    grafica = barras(meses("-4", "8"), None, "tasa")
    arriba, abajo = grafica.columnas[1], grafica.columnas[0]
    assert float(abajo.y) == pytest.approx(float(arriba.y) + float(arriba.alto), abs=0.2)
    assert float(abajo.alto) > 0
    assert grafica.ejes[-1].texto == "-4"


def test_nothing_to_draw_breaks_nothing():
    vacia = barras([], None, "porcentaje")
    assert vacia.columnas == ()
    assert vacia.frase == "No hay ningún dato registrado."
    assert barras(meses(None, None), Decimal(5), "numero").meta.texto == "Meta: 5"


def test_figures_are_written_as_in_colombia_and_attributes_with_a_point():
    grafica = barras(meses("12", "1234.50"), None, "tasa")
    assert grafica.columnas[1].valor == "1.234,5"
    numericos = ("centro", "x", "ancho", "y", "alto", "y_valor")
    assert not any("," in getattr(columna, campo) for columna in grafica.columnas for campo in numericos)


@pytest.mark.parametrize(("cuantos", "paso"), [(12, 1), (24, 2), (36, 3)])
def test_with_many_periods_only_every_second_or_third_is_named(cuantos, paso):
    grafica = barras(meses(*["50"] * cuantos), None, "porcentaje")
    con_nombre = [i for i, columna in enumerate(grafica.columnas) if columna.rotulo_angosto]
    assert con_nombre[-1] == cuantos - 1
    assert {b - a for a, b in pairwise(con_nombre)} == {paso}


def test_the_tendency_is_said_in_words():
    assert barras(meses("52", "78"), None, "numero").frase == "Sube de 52 en mes 1 a 78 en mes 2."
    assert barras(meses("78", "52"), None, "numero").frase == "Baja de 78 en mes 1 a 52 en mes 2."
    assert "igual" in barras(meses("5", "9", "5"), None, "numero").frase
    assert barras(meses("5"), None, "numero").frase == "Hay un solo dato: 5 en mes 1."


def test_many_gaps_are_counted_instead_of_listed():
    assert "mes 6 y 3 más." in barras(meses(*[None] * 9), None, "numero").descripcion


def test_everything_drawn_is_text_that_no_locale_can_change():
    columna = barras(meses("52.5"), None, "porcentaje").columnas[0]
    assert all(isinstance(getattr(columna, campo.name), str) for campo in fields(columna))
