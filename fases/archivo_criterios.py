"""Reader of ``datos/criterios.json``: what each phase asks for, as researched, with its provenance."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .archivo import ArchivoError, Nodo, leer_archivo

if TYPE_CHECKING:
    from pathlib import Path

FORMATO = 1
NOMBRE = 300
MAX_ORDEN = 32_767
LEIDAS = ("decreto_1151", "plan", "norma_leida")
BASES = (*LEIDAS, "fuente_secundaria", "respaldo_3x", "memoria")


class ArchivoDeCriteriosError(ArchivoError):
    """The criteria file is wrong; nothing of it may be loaded."""

    archivo = "El archivo de criterios"


@dataclass(frozen=True)
class NormaLeidaArchivo:
    """A norm whose text was read, and since when (and until when) it asks for this."""

    norma: str
    desde: str


@dataclass(frozen=True)
class CriterioArchivo:
    """``exigido`` only with a base that was read: the decree, the plan or a norm. Only those count."""

    codigo: str
    fase: str
    slug: str
    orden: int
    grupo: str
    nombre: str
    descripcion: str
    tipo: str
    base: str
    exigido: bool
    nombrado_en_el_plan: bool
    exigencia_leida: tuple[NormaLeidaArchivo, ...]
    frecuencia: str
    frecuencia_de: str
    confianza: str
    confianza_de: str
    verificado: str
    fuente: str
    fuentes_url: tuple[str, ...]


def leer(origen: str | Path | bytes) -> tuple[CriterioArchivo, ...]:
    """Read and check a criteria file.

    Raises ArchivoDeCriteriosError with every mistake found, each with its place in the file, or OSError
    when the file cannot be opened.
    """
    return leer_archivo(origen, _criterios, ArchivoDeCriteriosError)


def _criterios(n: Nodo) -> tuple[CriterioArchivo, ...]:
    n.entero("formato", FORMATO, FORMATO)
    return n.lista("criterios", _criterio, minimo=1)


def _criterio(n: Nodo) -> CriterioArchivo:
    fase = n.slug("fase")
    base = n.opcion("base", BASES)
    return CriterioArchivo(
        codigo=n.slug("codigo", maximo=20, unico_en="codigos"),
        fase=fase,
        slug=n.slug("slug", unico_en=f"la fase {fase}"),
        orden=n.entero("orden", 1, MAX_ORDEN),
        grupo=n.texto("grupo", maximo=120),
        nombre=n.texto("nombre", maximo=NOMBRE),
        descripcion=n.texto("descripcion"),
        tipo=n.opcion("tipo", ("contenido", "servicio", "estandar", "gestion")),
        base=base,
        exigido=_exigido(n, base),
        nombrado_en_el_plan=n.si_o_no("nombrado_en_el_plan"),
        exigencia_leida=n.lista("exigencia_leida", _norma_leida),
        frecuencia=n.texto("frecuencia", maximo=NOMBRE, opcional=True),
        frecuencia_de=n.texto("frecuencia_de", maximo=NOMBRE, opcional=True),
        confianza=n.opcion("confianza", ("alta", "media", "baja")),
        confianza_de=n.texto("confianza_de", maximo=120),
        verificado=n.texto("verificado", opcional=True),
        fuente=n.texto("fuente"),
        fuentes_url=_direcciones(n),
    )


def _norma_leida(n: Nodo) -> NormaLeidaArchivo:
    return NormaLeidaArchivo(norma=n.texto("norma", maximo=NOMBRE), desde=n.texto("desde", maximo=NOMBRE))


def _exigido(n: Nodo, base: str) -> bool:
    exigido = n.si_o_no("exigido")
    if exigido and base not in LEIDAS:
        admitidas = ", ".join(LEIDAS)
        n.registro.error(n.en("exigido"), f"solo se exige lo que tiene una base leída: {admitidas}.")
    return exigido


def _direcciones(n: Nodo) -> tuple[str, ...]:
    """They become links on a public page: only the two schemes of the web."""
    direcciones = n.textos("fuentes_url", largo=500)
    for direccion in direcciones:
        if not direccion.startswith(("https://", "http://")):
            n.registro.error(n.en("fuentes_url"), f"«{direccion}» debe empezar con https:// o http://.")
    return direcciones
