"""When an indicator is met: the one place of the thresholds, shared by pages and reports.

No norm fixes them (researched in ``marco_vigente.md``): the committee may change these two numbers.
Each report freezes the ones it was judged with.
"""

from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal

CUMPLE_DESDE = Decimal(100)
AVANCE_DESDE = Decimal(70)
CIEN = Decimal(100)
DECIMA = Decimal("0.1")

CUMPLE, AVANCE, INCUMPLE, SIN_EVALUAR = "cumple", "avance", "incumple", "sin-evaluar"
PALABRAS = {
    CUMPLE: "Cumple",
    AVANCE: "En avance",
    INCUMPLE: "No cumple",
    SIN_EVALUAR: "Sin evaluar",
}
SIN_META = "Sin meta definida en el plan"
SIN_META_EN_CIFRAS = "Sin meta en cifras"
SIN_REPORTE = "Sin reporte"
REGLAS = (
    f"Cumple: el valor logrado alcanza el {CUMPLE_DESDE} % de la meta o más.",
    "Si es mejor que el indicador baje, cumple cuando el valor es igual o menor que la meta.",
    f"En avance: el valor logrado está entre el {AVANCE_DESDE} % y el {CUMPLE_DESDE} % de la meta.",
    f"No cumple: el valor no llega al {AVANCE_DESDE} % de la meta, o no llegó ningún reporte.",
    "Sin meta: el plan no define una meta y el Comité no la ha adoptado. No se calcula porcentaje.",
    "Sin evaluar: hay meta, pero en el semestre no se esperaba reporte o se declaró sin movimiento.",
)


@dataclass(frozen=True)
class Estado:
    """``codigo`` is the class of the signal, ``palabra`` what is read beside it.

    ``porcentaje`` (0 or more, one decimal, never rounded up) exists only when there is a goal.
    """

    codigo: str
    palabra: str
    porcentaje: Decimal | None = None


def juzgar(valor, meta, sentido="aumentar", sin_meta=SIN_META):
    """The state of a value against its goal (Decimals or None); ``sentido`` as in ``Indicador``."""
    if meta is None:
        return Estado(SIN_EVALUAR, sin_meta)
    if valor is None:
        return Estado(SIN_EVALUAR, SIN_REPORTE)
    porcentaje = _porcentaje(valor, meta, sentido)
    return Estado(codigo := _codigo(porcentaje), PALABRAS[codigo], _una_decima(porcentaje))


def _porcentaje(valor, meta, sentido):
    if sentido == "disminuir":
        return max(CIEN, CUMPLE_DESDE) if valor <= meta else meta / valor * CIEN
    return valor / meta * CIEN if meta else CIEN


def _codigo(porcentaje):
    if porcentaje >= CUMPLE_DESDE:
        return CUMPLE
    return AVANCE if porcentaje >= AVANCE_DESDE else INCUMPLE


def _una_decima(porcentaje):
    return porcentaje.quantize(DECIMA, rounding=ROUND_DOWN)
