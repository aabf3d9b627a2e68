"""The files of a published report: made from the frozen object, written once, read with their print."""

from dataclasses import dataclass

from fases.almacen import AlmacenCaidoError, NombreOcupadoError, guardar_igual, leer

from .canonico import canonico, huella
from .ods import ods
from .pdf import pdf
from .valores import csv_de
from .xlsx import xlsx

CARPETA = "informes"
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
    """The bytes kept are not those that were published, or they are gone."""


@dataclass(frozen=True)
class ArchivoHecho:
    formato: str
    ruta: str
    tamano: int
    huella: str


def escribir_todos(congelado):
    """Keep the five files; a list of ArchivoHecho. No row refers to them yet.

    Raises ArchivoAlteradoError if another file already holds one of the names, AlmacenCaidoError when
    they cannot be kept now."""
    return [_escribir(formato, hacer(congelado), congelado) for formato, hacer in FABRICAS.items()]


def leer_intacto(archivo):
    """The bytes of an ArchivoDeInforme. Raises ArchivoAlteradoError unless they match its print.

    That they cannot be reached at this moment says nothing about them: AlmacenCaidoError."""
    try:
        datos = leer(archivo.ruta)
    except AlmacenCaidoError:
        raise
    except OSError as error:
        raise ArchivoAlteradoError(f"falta o no se puede leer {archivo.ruta}") from error
    if huella(datos) != archivo.huella:
        raise ArchivoAlteradoError(f"cambió {archivo.ruta}")
    return datos


def _escribir(formato, datos, congelado):
    e = congelado.encabezado
    suma = huella(datos)
    relativa = f"{CARPETA}/{e.semestre}/v{e.version}/informe-{suma}.{formato}"
    try:
        guardar_igual(relativa, datos)
    except NombreOcupadoError as error:
        raise ArchivoAlteradoError(str(error)) from error
    return ArchivoHecho(formato, relativa, len(datos), suma)
