"""From a path or bytes to checked data, or one error that tells everything that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from .json_legible import IlegibleError, cargar
from .nodo import Nodo, leer_objeto
from .registro import ArchivoError, Registro

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")


def leer_archivo(origen: str | Path | bytes, leer: Callable[[Nodo], T], error: type[ArchivoError]) -> T:
    """Read the object of a file with ``leer``.

    Raises ``error`` with every mistake found, or OSError when the file cannot be opened.
    """
    try:
        valor = cargar(origen)
    except IlegibleError as ilegible:
        raise error([str(ilegible)]) from ilegible
    registro = Registro()
    resultado = leer_objeto(valor, "", registro, leer)
    registro.resolver()
    if registro.errores:
        raise error(registro.errores)
    return resultado
