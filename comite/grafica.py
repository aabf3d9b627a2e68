"""The chart of an indicator as numbers ready for a template: pure arithmetic, no database, no HTML.

x is in percent and y in pixels, so that the text keeps its 16 pixels at any width. A period without a
figure is drawn as a gap and never guessed; the axis starts at 0 and is never cut.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import ceil
from typing import Protocol

from fases.texto import numero

from .grafica_texto import (
    FALTANTE,
    REGISTRADA,
    SIN_MOVIMIENTO,
    describir,
    numero_de_eje,
    resumir,
)

ALTO, ARRIBA, ABAJO, ROTULOS = 272, 10, 250, 270  # pixels from the top of the drawing
ALTO_DEL_HUECO = 80
ANCHO_MAXIMO = 12  # percent: one single bar must not look like a wall
# Least width of the plot and air around each word in pixels: on a screen of 320, and from 768 on.
ANGOSTO, ANCHO = (236, 6), (390, 0)
CARACTER = 8  # pixels of one character at 16 px
ZONA_DEL_ROTULO = 34  # percent of the plot that the words of the goal take
REDONDOS = tuple(Decimal(n) for n in ("1", "1.2", "1.6", "2", "3", "4", "5", "6", "8", "10"))


class Punto(Protocol):
    """What is drawn of a period; ``estado`` is REGISTRADA, FALTANTE or SIN_MOVIMIENTO."""

    etiqueta: str
    etiqueta_corta: str
    inicial: str
    valor: Decimal | None
    estado: str


@dataclass(frozen=True)
class Eje:
    y: str
    y_texto: str
    texto: str


@dataclass(frozen=True)
class Meta:
    y: str
    y_texto: str
    x: str
    ancla: str
    texto: str


@dataclass(frozen=True)
class Columna:
    """One period. ``clase`` is empty, ``ultima``, ``faltante`` or ``sin-movimiento``."""

    clase: str
    centro: str
    x: str
    ancho: str
    y: str
    alto: str
    valor: str
    y_valor: str
    vertical: str
    rotulo_ancho: str
    rotulo_angosto: str


@dataclass(frozen=True)
class Grafica:
    alto: int
    y_rotulos: int
    ejes: tuple[Eje, ...]
    columnas: tuple[Columna, ...]
    meta: Meta | None
    hay_faltantes: bool
    hay_sin_movimiento: bool
    frase: str
    descripcion: str


@dataclass(frozen=True)
class Escala:
    """From values to pixels: ``piso`` is 0 unless something is below it."""

    piso: Decimal
    tope: Decimal

    def y(self, valor: Decimal) -> float:
        return ABAJO - (ABAJO - ARRIBA) * float((valor - self.piso) / (self.tope - self.piso))


def barras(puntos: Sequence[Punto], meta: Decimal | None, unidad: str) -> Grafica:
    """Lay out one bar per period, oldest first. ``unidad``: porcentaje, numero or tasa."""
    estados = [_estado(punto) for punto in puntos]
    escala = _escala([p.valor for p in puntos if p.valor is not None], meta, unidad)
    ultima = max((i for i, estado in enumerate(estados) if estado == REGISTRADA), default=-1)
    dibujada = _meta(puntos, meta, unidad, escala) if meta is not None else None
    return Grafica(
        alto=ALTO,
        y_rotulos=ROTULOS,
        ejes=_ejes(escala, unidad),
        columnas=tuple(
            _columna(puntos, i, estado, escala, ultima, dibujada) for i, estado in enumerate(estados)
        ),
        meta=dibujada,
        hay_faltantes=FALTANTE in estados,
        hay_sin_movimiento=SIN_MOVIMIENTO in estados,
        frase=resumir(puntos, estados, unidad),
        descripcion=describir(puntos, estados, meta, unidad),
    )


def _estado(punto: Punto) -> str:
    """A period reported without a figure is a gap, whatever its state says."""
    if punto.estado == REGISTRADA and punto.valor is None:
        return FALTANTE
    return punto.estado


def _escala(valores: Sequence[Decimal], meta: Decimal | None, unidad: str) -> Escala:
    todos = [*valores, *([meta] if meta is not None else []), Decimal(0)]
    tope = _redondo(max(todos))
    if unidad == "porcentaje":
        tope = max(tope, Decimal(100))
    return Escala(piso=-_redondo(-min(todos)) if min(todos) < 0 else Decimal(0), tope=tope)


def _redondo(valor: Decimal) -> Decimal:
    """The smallest round number that is not below ``valor``; 1 for nothing at all."""
    if valor <= 0:
        return Decimal(1)
    potencia = Decimal(1).scaleb(valor.adjusted())
    return next(r * potencia for r in REDONDOS if r * potencia >= valor)


def _ejes(escala: Escala, unidad: str) -> tuple[Eje, ...]:
    medio = escala.tope / 2
    entero = medio == medio.to_integral_value()
    marcas = [escala.tope, *([medio] if entero or unidad != "numero" else []), Decimal(0)]
    if escala.piso < 0:
        marcas.append(escala.piso)
    return tuple(Eje(_px(escala.y(m)), _px(escala.y(m) + 5), numero_de_eje(m, unidad)) for m in marcas)


def _meta(puntos: Sequence[Punto], meta: Decimal, unidad: str, escala: Escala) -> Meta:
    """The goal's words stand at the left, or at the right when bars at the left would run into them."""
    y = escala.y(meta)
    izquierda = not _chocan(puntos, escala, y, lambda centro: centro < ZONA_DEL_ROTULO)
    derecha = not _chocan(puntos, escala, y, lambda centro: centro > 100 - ZONA_DEL_ROTULO)
    a_la_derecha = derecha and not izquierda
    return Meta(
        y=_px(y),
        y_texto=_px(y - 7),
        x="100%" if a_la_derecha else "0",
        ancla="end" if a_la_derecha else "start",
        texto=f"Meta: {numero(meta, unidad)}",
    )


def _chocan(puntos, escala, y, en_la_zona) -> bool:
    return any(
        p.valor is not None and en_la_zona(_centro(i, len(puntos))) and abs(escala.y(p.valor) - y) < 20
        for i, p in enumerate(puntos)
    )


def _columna(puntos, i, estado, escala, ultima, meta) -> Columna:
    punto, total, cero = puntos[i], len(puntos), escala.y(Decimal(0))
    ancho = min(72 / total, ANCHO_MAXIMO)
    arriba, abajo, valor, y_valor = _caja(punto, estado, escala, cero)
    hay_sitio = ANCHO[0] * ancho / 100 >= 18
    return Columna(
        clase=_clase(estado, i == ultima),
        centro=_pct(_centro(i, total)),
        x=_pct(_centro(i, total) - ancho / 2),
        ancho=_pct(ancho),
        y=_px(arriba),
        alto=_px(abajo - arriba),
        valor=valor if _se_escribe(puntos, i, ultima, y_valor, meta) else "",
        y_valor=_px(y_valor),
        vertical="sin dato" if estado == FALTANTE and hay_sitio else "",
        rotulo_ancho=_cada(puntos, i, "etiqueta_corta", ANCHO),
        rotulo_angosto=_cada(puntos, i, "inicial", ANGOSTO),
    )


def _caja(punto, estado, escala, cero):
    """Top, bottom, figure and height of the figure of a column, in pixels."""
    if estado == FALTANTE:
        return cero - ALTO_DEL_HUECO, cero, "", cero - 6
    if estado == SIN_MOVIMIENTO:
        return cero - 10, cero - 10, "", cero - 10
    punta = escala.y(punto.valor)
    if punto.valor < 0:
        return cero, punta, numero(punto.valor), punta + 18
    return min(punta, cero - 2), cero, numero(punto.valor), punta - 7  # a recorded 0 is seen


def _clase(estado, es_ultima) -> str:
    if estado == REGISTRADA:
        return "ultima" if es_ultima else ""
    return "faltante" if estado == FALTANTE else "sin-movimiento"


def _se_escribe(puntos, i, ultima, y_valor, meta) -> bool:
    """The last figure always; the others where they fit, and where the words of the goal are not."""
    if i == ultima:
        return True
    largo = max((len(numero(p.valor)) for p in puntos if p.valor is not None), default=1)
    if abs(i - ultima) % _paso(len(puntos), largo, ANCHO):
        return False
    if meta is None or abs(y_valor - float(meta.y_texto)) >= 20:
        return True
    centro = _centro(i, len(puntos))
    return centro > ZONA_DEL_ROTULO if meta.ancla == "start" else centro < 100 - ZONA_DEL_ROTULO


def _cada(puntos, i, campo, plot) -> str:
    """The name of the period, or nothing when only every second or third name fits."""
    largo = max(len(getattr(p, campo)) for p in puntos)
    paso = _paso(len(puntos), largo, plot)
    return getattr(puntos[i], campo) if (len(puntos) - 1 - i) % paso == 0 else ""


def _paso(total: int, largo: int, plot: tuple[int, int]) -> int:
    pixeles, aire = plot
    return max(1, ceil(total * (largo * CARACTER + aire) / pixeles))


def _centro(i: int, total: int) -> float:
    return (i + 0.5) * 100 / total


def _pct(valor: float) -> str:
    return f"{valor:.2f}%"


def _px(valor: float) -> str:
    return f"{valor:.1f}".removesuffix(".0")
