"""The files of a published report: made from the frozen object, written once, read with their print."""

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from .canonico import canonico, huella
from .ods import ods
from .pdf import pdf
from .valores import csv_de
from .xlsx import xlsx

CARPETA = "informes"
SOLO_LECTURA = 0o444
FABRICAS = {
    "pdf": pdf,
    "xlsx": xlsx,
    "ods": ods,
    "csv": csv_de,
    "json": lambda congelado: canonico(congelado).encode(),
}
TIPOS = {
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
    "json": "application/json; charset=utf-8",
}


class ArchivoAlteradoError(Exception):
    """The bytes on disk are not those that were published, or they are gone."""


@dataclass(frozen=True)
class ArchivoHecho:
    formato: str
    ruta: str
    tamano: int
    huella: str


def escribir_todos(congelado):
    """Write the five files under MEDIA_ROOT; a list of ArchivoHecho. No row refers to them yet.

    Raises ArchivoAlteradoError if another file already holds one of the names."""
    return [_escribir(formato, hacer(congelado), congelado) for formato, hacer in FABRICAS.items()]


def leer_intacto(archivo):
    """The bytes of an ArchivoDeInforme. Raises ArchivoAlteradoError unless they match its print."""
    try:
        datos = ruta_de(archivo.ruta).read_bytes()
    except OSError as error:
        raise ArchivoAlteradoError(f"falta o no se puede leer {archivo.ruta}") from error
    if huella(datos) != archivo.huella:
        raise ArchivoAlteradoError(f"cambió {archivo.ruta}")
    return datos


def ruta_de(relativa):
    return Path(settings.MEDIA_ROOT) / relativa


def _escribir(formato, datos, congelado):
    e = congelado.encabezado
    suma = huella(datos)
    relativa = f"{CARPETA}/{e.semestre}/v{e.version}/informe-{suma}.{formato}"
    destino = ruta_de(relativa)
    if destino.exists():
        _exigir_igual(destino, suma)
    else:
        _guardar(destino, datos)
    return ArchivoHecho(formato, relativa, len(datos), suma)


def _exigir_igual(destino, suma):
    """A name holds the print: what is there must be the same bytes, left by an interrupted attempt."""
    if huella(destino.read_bytes()) != suma:
        raise ArchivoAlteradoError(f"ya hay otro archivo en {destino.name}")


def _guardar(destino, datos):
    """Whole or not at all, and on the disk before anybody is told: temporary, fsync, rename, fsync."""
    destino.parent.mkdir(parents=True, exist_ok=True)
    descriptor, nombre = tempfile.mkstemp(dir=destino.parent, prefix=".nuevo-")
    temporal = Path(nombre)
    try:
        with os.fdopen(descriptor, "wb") as salida:
            salida.write(datos)
            salida.flush()
            os.fchmod(salida.fileno(), SOLO_LECTURA)
            os.fsync(salida.fileno())
        temporal.rename(destino)
    except BaseException:
        temporal.unlink(missing_ok=True)
        raise
    _asentar(destino.parent)


def _asentar(carpeta):
    """The names too must survive a power cut."""
    for nivel in (carpeta, carpeta.parent, carpeta.parent.parent):
        descriptor = os.open(nivel, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
