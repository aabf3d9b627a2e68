"""The canonical JSON of the frozen object: the same data always gives the same bytes.

Sorted keys, UTF-8, no blanks, decimals as strings without superfluous zeros, dates in ISO 8601.
"""

import dataclasses
import functools
import hashlib
import json
import types
from datetime import date, datetime
from decimal import Decimal
from typing import get_args, get_origin, get_type_hints

from .objeto import InformeCongelado

LECTORES = {
    Decimal: Decimal,
    datetime: datetime.fromisoformat,
    date: date.fromisoformat,
}


def canonico(congelado):
    """The text whose SHA-256 is the print of the report."""
    return json.dumps(
        dataclasses.asdict(congelado),
        default=_valor,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )


def huella(datos):
    """SHA-256 of bytes or of a text in UTF-8, in 64 hexadecimal digits."""
    crudo = datos.encode() if isinstance(datos, str) else datos
    return hashlib.sha256(crudo).hexdigest()


def leer(texto):
    """The frozen object back from its canonical JSON. Raises KeyError or ValueError if it is not one."""
    return _leer(InformeCongelado, json.loads(texto))


def _valor(valor):
    if isinstance(valor, Decimal):
        return texto_decimal(valor)
    if isinstance(valor, date | datetime):
        return valor.isoformat()
    raise TypeError(f"Sin forma canónica: {type(valor).__name__}")


def texto_decimal(valor):
    """«64.5», «100», «0»: never an exponent nor zeros at the end."""
    texto = f"{valor:f}"
    return (texto.rstrip("0").rstrip(".") if "." in texto else texto) or "0"


def _leer(tipo, valor):
    if valor is None:
        return None
    if dataclasses.is_dataclass(tipo):
        return tipo(**{nombre: _leer(t, valor[nombre]) for nombre, t in _campos(tipo)})
    if get_origin(tipo) is tuple:
        interno = get_args(tipo)[0]
        return tuple(_leer(interno, parte) for parte in valor)
    return LECTORES.get(tipo, _igual)(valor)


@functools.cache
def _campos(clase):
    """Name and type of each field, with the ``| None`` taken away."""
    return [(nombre, _sin_none(tipo)) for nombre, tipo in get_type_hints(clase).items()]


def _sin_none(tipo):
    if isinstance(tipo, types.UnionType):
        return next(t for t in get_args(tipo) if t is not types.NoneType)
    return tipo


def _igual(valor):
    return valor
