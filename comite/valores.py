"""What a value may be, by its unit. Pure arithmetic: no database."""

from decimal import ROUND_HALF_UP, Decimal

from fases.accion import AccionError

PORCENTAJE, NUMERO = "porcentaje", "numero"
CENTESIMA = Decimal("0.01")
TOPE = Decimal(10) ** 12
CIEN = Decimal(100)


class ValorInvalidoError(AccionError):
    campo = "valor"


class NumeradorInvalidoError(AccionError):
    campo = "numerador"


class DenominadorInvalidoError(AccionError):
    campo = "denominador"


def resolver(unidad, valor=None, numerador=None, denominador=None):
    """(valor, numerador, denominador) that agree with the unit and with each other.

    Percentages come from 0 to 100; given numerator and denominator, the value is derived from them
    with two decimals, and a typed value must be that one, at the decimals it was typed with.
    Raises ValorInvalidoError, NumeradorInvalidoError or DenominadorInvalidoError."""
    if numerador is None and denominador is None:
        return revisar(unidad, valor), None, None
    if unidad != PORCENTAJE:
        raise NumeradorInvalidoError("Numerador y denominador solo se usan en los porcentajes.")
    derivado = _derivar(numerador, denominador)
    if valor is not None and not _coinciden(revisar(unidad, valor), derivado):
        raise ValorInvalidoError(
            f"El valor escrito no coincide con el numerador y el denominador, que dan "
            f"{str(derivado).replace('.', ',')} %. Deje el valor vacío o corríjalo."
        )
    return derivado, numerador, denominador


def revisar(unidad, valor):
    """The value with two decimals, if its unit admits it."""
    if valor is None:
        raise ValorInvalidoError("Escriba el valor, o declare que no hubo movimiento en el periodo.")
    valor = _finito(valor, ValorInvalidoError)
    if unidad == PORCENTAJE and valor > CIEN:
        raise ValorInvalidoError("Un porcentaje va de 0 a 100.")
    if unidad == NUMERO and valor != valor.to_integral_value():
        raise ValorInvalidoError("Este indicador se mide en números enteros, sin decimales.")
    return valor.quantize(CENTESIMA)


def _derivar(numerador, denominador):
    if numerador is None:
        raise NumeradorInvalidoError("Escriba también el numerador.")
    if denominador is None:
        raise DenominadorInvalidoError("Escriba también el denominador.")
    _finito(numerador, NumeradorInvalidoError)
    if _finito(denominador, DenominadorInvalidoError) == 0:
        raise DenominadorInvalidoError("El denominador debe ser mayor que cero.")
    if numerador > denominador:
        raise NumeradorInvalidoError("El numerador no puede ser mayor que el denominador.")
    return (CIEN * numerador / denominador).quantize(CENTESIMA, ROUND_HALF_UP)


def _finito(valor, error):
    valor = Decimal(valor)
    if not valor.is_finite():
        raise error("Escriba solo un número, por ejemplo 78,5.")
    if valor < 0:
        raise error("El número no puede ser negativo.")
    if valor >= TOPE:
        raise error("El número es demasiado grande: revise cuántas cifras tiene.")
    if valor != valor.quantize(CENTESIMA):
        raise error("Use a lo sumo dos decimales.")
    return valor


def _coinciden(escrito, derivado):
    decimales = Decimal(1).scaleb(min(escrito.normalize().as_tuple().exponent, 0))
    return derivado.quantize(decimales, ROUND_HALF_UP) == escrito
