"""The frozen object: what a published report says, once and for all. No database, no HTML.

Numbers are Decimal in the unit of their indicator, days are calendar days, moments carry their zone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from comite.umbrales import Estado


@dataclass(frozen=True)
class Encabezado:
    codigo: str
    version: int
    entidad: str
    nit: str
    sitio: str
    semestre: str
    periodo: str
    desde: date
    hasta: date
    corte_el: date
    elaborado_por: str
    elaborado_el: date
    firmado_por: str
    firmado_cargo: str
    publicado_en: datetime | None
    reemplaza: int | None
    reemplaza_huella: str
    motivo: str
    demostracion: bool


@dataclass(frozen=True)
class Textos:
    introduccion: str
    objetivo: str
    alcance: str
    metodologia: str
    conclusiones: str
    recomendaciones: tuple[str, ...]


@dataclass(frozen=True)
class NormaCitada:
    nombre: str
    nota: str


@dataclass(frozen=True)
class Conteo:
    """How many indicators are in each state, and how many reports came."""

    acciones: int
    proyectos: int
    indicadores: int
    cumplen: int
    en_avance: int
    no_cumplen: int
    sin_meta: int
    sin_evaluar: int
    reportes_esperados: int
    reportes_recibidos: int
    reportes_a_tiempo: int


@dataclass(frozen=True)
class Anterior:
    """The published report that this one is compared with."""

    semestre: str
    version: int
    huella: str
    conteo: Conteo


@dataclass(frozen=True)
class MedicionCongelada:
    periodo: str
    periodo_nombre: str
    valor: Decimal | None
    numerador: Decimal | None
    denominador: Decimal | None
    sin_movimiento: bool
    nota: str
    motivo_de_la_correccion: str
    evidencia: str
    evidencia_direccion: str
    evidencia_huella: str
    registrada_por: str
    registrada_en: datetime
    demostracion: bool


@dataclass(frozen=True)
class Fila:
    """One indicator of an action or of a project; or one of these that has no indicator yet."""

    clave: str
    clase: str
    slug: str
    nombre: str
    texto: str
    fuente: str
    indicador: str
    unidad: str
    sentido: str
    linea_base: Decimal | None
    linea_base_fuente: str
    meta_del_plan: str
    meta: Decimal | None
    meta_acta: str
    meta_adoptada_el: date | None
    logrado: Decimal | None
    logrado_en: str
    estado: Estado
    estado_anterior: str
    responsable: str
    encargada: str
    frecuencia: str
    frecuencia_del_plan: str
    esperados: int
    recibidos: int
    a_tiempo: int
    sin_movimiento: int
    observacion: str
    mediciones: tuple[MedicionCongelada, ...]
    demostracion: bool


@dataclass(frozen=True)
class SeccionDeFase:
    """A phase with both deadlines. ``dias`` is late when positive, early when negative."""

    numero: int
    slug: str
    nombre: str
    plazo_nacional: date
    plazo_nacional_texto: str
    plazo_territorial: date
    plazo_territorial_texto: str
    exigidos: int
    con_evidencia: int
    en_parte: int
    buenas_practicas: int
    estado: str
    palabra: str
    cumplida_el: date | None
    dias: int | None
    puntualidad: str
    revisada_el: date | None
    observacion: str
    demostracion: bool


@dataclass(frozen=True)
class Cambio:
    """Something that changed in the plan during the semester, and the act that did it."""

    fecha: date
    clase: str
    de: str
    campo: str
    antes: str
    despues: str
    acto: str
    por: str
    demostracion: bool


@dataclass(frozen=True)
class HallazgoCongelado:
    descripcion: str
    accion_de_mejora: str
    responsable: str
    compromiso_el: date | None
    estado: str


@dataclass(frozen=True)
class InformeCongelado:
    encabezado: Encabezado
    textos: Textos
    clausula: str
    marco_legal: tuple[NormaCitada, ...]
    reglas: tuple[str, ...]
    conteo: Conteo
    anterior: Anterior | None
    filas: tuple[Fila, ...]
    fases: tuple[SeccionDeFase, ...]
    cambios: tuple[Cambio, ...]
    hallazgos: tuple[HallazgoCongelado, ...]
