"""From the bytes of a plan file to a ``PlanArchivo``; no database, no settings.

The lengths are those of the columns that will hold the data: what is read here can be stored.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from fases.archivo import ArchivoError, Nodo, leer_archivo

from .programacion import leer_accion, leer_nombre, leer_proyecto
from .tipos import (
    ApartadoArchivo,
    FaseArchivo,
    FirmanteArchivo,
    NormaArchivo,
    ParrafoArchivo,
    PlanArchivo,
)

if TYPE_CHECKING:
    from pathlib import Path

FORMATO = 1
NOMBRE = 300
LINEAS_DE_MEMBRETE = 4
ANIOS = (1800, 2999)
# Together fewer paragraphs than the column that numbers them can count.
MAX_APARTADOS = 100
MAX_PARRAFOS = 300


class ArchivoDePlanError(ArchivoError):
    """The plan file is wrong; nothing of it may be loaded."""

    archivo = "El archivo del plan"


def leer(origen: str | Path | bytes) -> PlanArchivo:
    """Read and check a plan file.

    Raises ArchivoDePlanError with every mistake found, each with its place in the file, or OSError when
    the file cannot be opened.
    """
    return leer_archivo(origen, _plan, ArchivoDePlanError)


def _plan(n: Nodo) -> PlanArchivo:
    return PlanArchivo(
        formato=n.entero("formato", FORMATO, FORMATO),
        codigo=n.slug("codigo"),
        membrete=n.textos("membrete", minimo=LINEAS_DE_MEMBRETE, maximo=LINEAS_DE_MEMBRETE, largo=80),
        titulo=n.texto("titulo", maximo=NOMBRE),
        normas=n.lista("normas", _norma),
        apartados=n.lista("apartados", _apartado, minimo=1, maximo=MAX_APARTADOS),
        actores=n.textos("actores"),
        politicas=n.lista("politicas", lambda p: leer_nombre(p, "politicas")),
        fases=n.lista("fases", _fase, minimo=1),
        ejes=n.lista("ejes", lambda e: leer_nombre(e, "ejes")),
        lineas_estrategicas=n.lista(
            "lineas_estrategicas", lambda linea: leer_nombre(linea, "lineas_estrategicas")
        ),
        proyectos=n.lista("proyectos", leer_proyecto),
        responsables=n.lista("responsables", lambda r: leer_nombre(r, "responsables")),
        acciones=n.lista("acciones", leer_accion),
        firmantes=n.lista("firmantes", _firmante),
    )


def _norma(n: Nodo) -> NormaArchivo:
    return NormaArchivo(
        codigo=n.slug("codigo", unico_en="normas"),
        nombre=n.texto("nombre", maximo=NOMBRE),
        tipo=n.texto("tipo", maximo=120),
        numero=n.texto("numero", maximo=40, opcional=True),
        anio=n.entero_opcional("anio", *ANIOS),
        nota=n.texto("nota", opcional=True),
        fuente=n.texto("fuente", maximo=500),
    )


def _apartado(n: Nodo) -> ApartadoArchivo:
    return ApartadoArchivo(
        slug=n.slug("slug", unico_en="apartados"),
        titulo=n.texto("titulo", maximo=NOMBRE, opcional=True),
        subtitulo=n.texto("subtitulo", maximo=NOMBRE, opcional=True),
        columnas=n.textos("columnas", opcional=True, maximo=50),
        parrafos=n.lista("parrafos", _parrafo, opcional=True, maximo=MAX_PARRAFOS),
    )


def _parrafo(n: Nodo) -> ParrafoArchivo:
    clase = n.slug("clase", maximo=40)
    return ParrafoArchivo(
        clase=clase,
        codigo=n.slug("codigo", unico_en="líneas de acción") if clase == "linea" else "",
        marca=n.texto("marca", maximo=10, opcional=True),
        texto=n.texto("texto"),
        normas=n.textos("normas", opcional=True, existen_en="normas"),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def _fase(n: Nodo) -> FaseArchivo:
    return FaseArchivo(
        numero=n.entero("numero", 1, 9, unico_en="numeros de fase"),
        slug=n.slug("slug", unico_en="fases"),
        nombre=n.texto("nombre", maximo=NOMBRE),
        titulo=n.texto("titulo", maximo=120),
        plazo_nacional=n.fecha("plazo_nacional"),
        plazo_nacional_texto=n.texto("plazo_nacional_texto", maximo=80),
        plazo_territorial=n.fecha("plazo_territorial"),
        plazo_territorial_texto=n.texto("plazo_territorial_texto", maximo=80),
        resumen=n.texto("resumen"),
        resumen_fuente=n.texto("resumen_fuente", maximo=NOMBRE),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def _firmante(n: Nodo) -> FirmanteArchivo:
    return FirmanteArchivo(
        nombre=n.texto("nombre", maximo=200),
        cargo=n.texto("cargo", maximo=200),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )
