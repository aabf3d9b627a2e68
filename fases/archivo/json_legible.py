"""JSON from a file that may hold anything, with errors in Spanish that tell the line and the column."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from .registro import corto

MAX_MB = 5
MAX_OCTETOS = MAX_MB * 1024 * 1024
MAX_CIFRAS = 18
EN_CRISTIANO = {
    "Expecting value": "se esperaba un valor",
    "Expecting ',' delimiter": "falta una coma o un cierre",
    "Expecting ':' delimiter": "faltan los dos puntos después de la clave",
    "Expecting property name enclosed in double quotes": "se esperaba una clave entre comillas dobles",
    "Illegal trailing comma before end of object": "sobra una coma antes del cierre",
    "Illegal trailing comma before end of array": "sobra una coma antes del cierre",
    "Unterminated string starting at": "hay un texto sin cerrar comillas",
    "Invalid control character at": "hay un salto de línea o un tabulador sin escapar dentro de un texto",
    "Extra data": "sobra contenido después del final",
}


class IlegibleError(ValueError):
    """The bytes are not JSON; the text says where."""


class Objeto(dict[str, Any]):
    """A JSON object that remembers the keys that were written twice."""

    def __init__(self, pares: list[tuple[str, Any]]) -> None:
        super().__init__(pares)
        veces = Counter(clave for clave, _ in pares)
        self.repetidas = [clave for clave, cuantas in veces.items() if cuantas > 1]


class NumeroAjeno:
    """NaN or Infinity: Python reads them, JSON does not have them."""

    def __init__(self, nombre: str) -> None:
        self.nombre = nombre


def cargar(origen: str | Path | bytes) -> Any:
    """The value in a path or in bytes. Raises IlegibleError, or OSError when the file cannot be opened."""
    octetos = origen if isinstance(origen, bytes) else _primeros_octetos(Path(origen))
    if len(octetos) > MAX_OCTETOS:
        raise IlegibleError(f"pesa más de {MAX_MB} MB, que es lo máximo que se admite.")
    return _interpretar(_decodificar(octetos))


def describir(valor: object) -> str:
    """What a JSON value is, in the words of a person."""
    if valor is None:
        return "null"
    if isinstance(valor, bool):
        return "true" if valor else "false"
    if isinstance(valor, NumeroAjeno):
        return valor.nombre
    if isinstance(valor, str):
        return f"el texto «{corto(valor)}»"
    if isinstance(valor, int | float):
        return f"el número {corto(valor)}"
    return "una lista" if isinstance(valor, list) else "un objeto"


def _primeros_octetos(ruta: Path) -> bytes:
    """Never more than one byte past the limit: a huge file does not fill the memory."""
    with ruta.open("rb") as archivo:
        return archivo.read(MAX_OCTETOS + 1)


def _decodificar(octetos: bytes) -> str:
    try:
        return octetos.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        linea = octetos.count(b"\n", 0, error.start) + 1
        raise IlegibleError(
            f"línea {linea}: el archivo no está en UTF-8. Guárdelo con esa codificación."
        ) from error


def _interpretar(texto: str) -> Any:
    try:
        return json.loads(texto, object_pairs_hook=Objeto, parse_constant=NumeroAjeno, parse_int=_entero)
    except json.JSONDecodeError as error:
        motivo = EN_CRISTIANO.get(error.msg, "esto no es JSON válido")
        raise IlegibleError(f"línea {error.lineno}, columna {error.colno}: {motivo}.") from error
    except RecursionError as error:
        raise IlegibleError("tiene demasiados objetos o listas unos dentro de otros.") from error


def _entero(cifras: str) -> int:
    """Cut before Python refuses: no number of the plan is this long, so its range check will tell."""
    return int(cifras[:MAX_CIFRAS])
