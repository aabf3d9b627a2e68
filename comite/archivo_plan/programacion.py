"""The rows of the two tables of the plan: projects of the matrix, actions of the operational frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .tipos import (
    AccionArchivo,
    CriterioDeProyectoArchivo,
    FaseDeProyectoArchivo,
    IndicadorArchivo,
    NombreArchivo,
    ProyectoArchivo,
)

if TYPE_CHECKING:
    from fases.archivo import Nodo

NOMBRE = 300
UNIDADES = ("porcentaje", "numero", "tasa")
SENTIDOS = ("aumentar", "disminuir")
FRECUENCIAS = ("mensual", "trimestral", "semestral", "anual", "manual")
MAX_INDICADORES = 100


def leer_nombre(n: Nodo, ambito: str) -> NombreArchivo:
    """An identifier, unique among those of ``ambito``, and the words of the plan for it."""
    return NombreArchivo(
        slug=n.slug("slug", unico_en=ambito),
        nombre=n.texto("nombre", maximo=NOMBRE),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def leer_proyecto(n: Nodo) -> ProyectoArchivo:
    return ProyectoArchivo(
        slug=n.slug("slug", unico_en="proyectos"),
        eje=n.slug("eje", existe_en="ejes"),
        linea=n.slug("linea", existe_en="lineas_estrategicas"),
        nombre=n.texto("nombre", maximo=NOMBRE),
        meta=n.texto("meta"),
        indicadores_texto=n.texto("indicadores_texto"),
        indicadores=n.lista("indicadores", _indicador, maximo=MAX_INDICADORES),
        fases_texto=n.texto("fases_texto", maximo=NOMBRE),
        fases=n.lista("fases", lambda f: _fase_de_proyecto(f, n.en("fases"))),
        criterios_texto=n.texto("criterios_texto", maximo=500),
        criterios=n.lista("criterios", lambda c: _criterio_de_proyecto(c, n.en("criterios"))),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def leer_accion(n: Nodo) -> AccionArchivo:
    return AccionArchivo(
        slug=n.slug("slug", unico_en="acciones"),
        titulo=n.texto("titulo", maximo=120),
        linea=n.slug("linea", existe_en="líneas de acción"),
        texto=n.texto("texto"),
        beneficio=n.texto("beneficio"),
        indicador_texto=n.texto("indicador_texto"),
        indicadores=n.lista("indicadores", _indicador, maximo=MAX_INDICADORES),
        metas=n.texto("metas"),
        actividades=n.texto("actividades"),
        responsables_texto=n.texto("responsables_texto"),
        responsables=n.textos("responsables", existen_en="responsables"),
        recursos=n.texto("recursos"),
        frecuencia_texto=n.texto("frecuencia_texto", maximo=NOMBRE),
        frecuencia=n.opcion("frecuencia", FRECUENCIAS),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def _indicador(n: Nodo) -> IndicadorArchivo:
    """Its identifier is unique in the whole plan: measurements hang from it."""
    return IndicadorArchivo(
        slug=n.slug("slug", unico_en="indicadores"),
        nombre=n.texto("nombre", maximo=NOMBRE),
        unidad=n.opcion("unidad", UNIDADES),
        sentido=n.opcion("sentido", SENTIDOS, si_falta="aumentar"),
        fuente=n.texto("fuente", maximo=NOMBRE),
    )


def _fase_de_proyecto(n: Nodo, suyas: str) -> FaseDeProyectoArchivo:
    return FaseDeProyectoArchivo(
        fase=n.slug("fase", unico_en=suyas, existe_en="fases"),
        nombre=n.texto("nombre", maximo=NOMBRE),
    )


def _criterio_de_proyecto(n: Nodo, suyos: str) -> CriterioDeProyectoArchivo:
    return CriterioDeProyectoArchivo(
        criterio=n.slug("criterio", maximo=20, unico_en=suyos),
        nombre=n.texto("nombre", maximo=NOMBRE),
    )
