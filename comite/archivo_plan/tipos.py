"""The plan as its file tells it, frozen. ``texto`` and the ``*_texto`` fields are the plan's own words.

``fuente`` always says where in the plan (or in which norm) the datum stands.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class NormaArchivo:
    """A norm the plan cites; ``nota`` tells what became of it, ``numero`` and ``anio`` may be unknown."""

    codigo: str
    nombre: str
    tipo: str
    numero: str
    anio: int | None
    nota: str
    fuente: str


@dataclass(frozen=True)
class ParrafoArchivo:
    """``marca`` is the numeral it carries; ``codigo`` names it only when it is a line of action."""

    clase: str
    codigo: str
    marca: str
    texto: str
    normas: tuple[str, ...]
    fuente: str


@dataclass(frozen=True)
class ApartadoArchivo:
    """A section; ``columnas`` are the column titles of its table, in reading order, when it has one."""

    slug: str
    titulo: str
    subtitulo: str
    columnas: tuple[str, ...]
    parrafos: tuple[ParrafoArchivo, ...]


@dataclass(frozen=True)
class NombreArchivo:
    """An axis, a policy line, a site policy or a responsible: an identifier and the plan's words."""

    slug: str
    nombre: str
    fuente: str


@dataclass(frozen=True)
class FaseArchivo:
    numero: int
    slug: str
    nombre: str
    titulo: str
    plazo_nacional: date
    plazo_nacional_texto: str
    plazo_territorial: date
    plazo_territorial_texto: str
    resumen: str
    resumen_fuente: str
    fuente: str


@dataclass(frozen=True)
class IndicadorArchivo:
    """``sentido``: whether it is better when it rises or when it falls."""

    slug: str
    nombre: str
    unidad: str
    sentido: str
    fuente: str


@dataclass(frozen=True)
class FaseDeProyectoArchivo:
    fase: str
    nombre: str


@dataclass(frozen=True)
class CriterioDeProyectoArchivo:
    """``criterio`` is a code of the criteria file, which this reader does not open."""

    criterio: str
    nombre: str


@dataclass(frozen=True)
class ProyectoArchivo:
    slug: str
    eje: str
    linea: str
    nombre: str
    meta: str
    indicadores_texto: str
    indicadores: tuple[IndicadorArchivo, ...]
    fases_texto: str
    fases: tuple[FaseDeProyectoArchivo, ...]
    criterios_texto: str
    criterios: tuple[CriterioDeProyectoArchivo, ...]
    fuente: str


@dataclass(frozen=True)
class AccionArchivo:
    """``linea`` is the code of a paragraph of class «linea»; ``titulo`` is ours, for lists."""

    slug: str
    titulo: str
    linea: str
    texto: str
    beneficio: str
    indicador_texto: str
    indicadores: tuple[IndicadorArchivo, ...]
    metas: str
    actividades: str
    responsables_texto: str
    responsables: tuple[str, ...]
    recursos: str
    frecuencia_texto: str
    frecuencia: str
    fuente: str


@dataclass(frozen=True)
class FirmanteArchivo:
    nombre: str
    cargo: str
    fuente: str


@dataclass(frozen=True)
class PlanArchivo:
    formato: int
    codigo: str
    membrete: tuple[str, ...]
    titulo: str
    normas: tuple[NormaArchivo, ...]
    apartados: tuple[ApartadoArchivo, ...]
    actores: tuple[str, ...]
    politicas: tuple[NombreArchivo, ...]
    fases: tuple[FaseArchivo, ...]
    ejes: tuple[NombreArchivo, ...]
    lineas_estrategicas: tuple[NombreArchivo, ...]
    proyectos: tuple[ProyectoArchivo, ...]
    responsables: tuple[NombreArchivo, ...]
    acciones: tuple[AccionArchivo, ...]
    firmantes: tuple[FirmanteArchivo, ...]
