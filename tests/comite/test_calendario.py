from dataclasses import dataclass
from datetime import date

from comite.calendario import Cumplio, calendario, primer_dia_visible
from comite.periodos import Periodo

HOY = date(2026, 11, 5)


@dataclass(frozen=True)
class Registro:
    sin_movimiento: bool = False


def mes(anio, numero):
    return Periodo(date(anio, numero, 1), 1)


def del_indicador(registros=(), hoy=HOY, **cambios):
    datos = {"frecuencia": "mensual", "exigible_desde": date(2026, 7, 15), "plazo_dias": 10}
    return calendario(**{**datos, **cambios}, registros=dict(registros), hoy=hoy)


def estados(hecho):
    return {casilla.periodo.codigo: casilla.estado for casilla in hecho.casillas}


def test_each_expected_period_says_what_became_of_it():
    hecho = del_indicador({mes(2026, 7): Registro(), mes(2026, 8): Registro(sin_movimiento=True)})
    assert estados(hecho) == {
        "2026-11": Cumplio.EN_CURSO,
        "2026-10": Cumplio.POR_REPORTAR,
        "2026-09": Cumplio.VENCIDO,
        "2026-08": Cumplio.SIN_MOVIMIENTO,
        "2026-07": Cumplio.REGISTRADO,
    }
    assert [c.periodo.codigo for c in hecho.vencidas] == ["2026-09"]


def test_the_last_day_to_report_is_not_overdue_and_the_next_one_is():
    assert estados(del_indicador(hoy=date(2026, 11, 10)))["2026-10"] is Cumplio.POR_REPORTAR
    assert estados(del_indicador(hoy=date(2026, 11, 11)))["2026-10"] is Cumplio.VENCIDO


def test_the_next_report_is_the_oldest_that_can_still_be_in_time():
    assert del_indicador().proximo.periodo == mes(2026, 10)
    al_dia = {mes(2026, m): Registro() for m in (7, 8, 9, 10, 11)}
    assert del_indicador(al_dia).proximo.periodo == mes(2026, 12)
    assert del_indicador(al_dia).proximo.vence_el == date(2027, 1, 10)


def test_what_was_measured_before_it_was_due_is_shown_too():
    hecho = del_indicador({mes(2025, 1): Registro()})
    assert estados(hecho)["2025-01"] is Cumplio.REGISTRADO
    assert "2025-02" not in estados(hecho)


def test_without_frequency_nothing_is_expected():
    hecho = del_indicador({Periodo(date(2025, 1, 1), 12): Registro()}, frecuencia="")
    assert (estados(hecho), hecho.proximo) == ({"2025": Cumplio.REGISTRADO}, None)


def test_without_a_first_day_nothing_is_overdue():
    assert del_indicador(exigible_desde=None).casillas == ()


def test_a_first_day_in_the_future_expects_nothing_yet():
    assert del_indicador(exigible_desde=date(2027, 1, 1)).casillas == ()


def test_the_visible_periods_are_counted_backwards_from_today():
    assert primer_dia_visible("mensual", HOY, 24) == date(2024, 12, 1)
    assert primer_dia_visible("semestral", HOY, 2) == date(2026, 1, 1)
    assert primer_dia_visible("", HOY, 24) == date(2003, 1, 1)
