"""What the committee programmes beyond the adopted plan, each thing with the minute that did it."""

from comite.models import Accion, Indicador, Proyecto, Responsable
from comite.models.programable import Programable
from fases.accion import AccionError, accion
from fases.roles import COMITE, exigir_rol
from fases.slugs import slug_libre


class EsDelPlanError(AccionError):
    """What the plan wrote is the adopted text."""


class ActaFaltanteError(AccionError):
    campo = "acta"


class LineaBaseSinFuenteError(AccionError):
    campo = "linea_base_fuente"


class FrecuenciaFaltanteError(AccionError):
    campo = "frecuencia"


@accion
def programar(*, fila: Accion | Proyecto, por) -> Accion | Proyecto:
    """Save an action or a project of the committee. Raises EsDelPlanError or ActaFaltanteError."""
    exigir_rol(por, COMITE)
    if fila.pk and type(fila).objects.get(pk=fila.pk).es_del_plan:
        raise EsDelPlanError("Es el texto adoptado del plan: se lee, no se cambia.")
    if not fila.acta.strip() or fila.acta_el is None:
        raise ActaFaltanteError("Escriba el acta del Comité que lo programa y su fecha.")
    fila.origen = Programable.Origen.COMITE
    fila.fuente = f"{fila.acta.strip()} del Comité GEL-T"
    fila.slug = fila.slug or slug_libre(Proyecto if isinstance(fila, Proyecto) else Accion, str(fila))
    fila.orden = fila.orden or _ultimo_orden(type(fila)) + 1
    fila.save()
    return fila


@accion
def nombrar_fases_y_criterios(*, proyecto: Proyecto, por) -> Proyecto:
    """Write in the cells of the matrix the phases and criteria chosen for a project."""
    exigir_rol(por, COMITE)
    proyecto.fases_texto = " - ".join(fase.nombre for fase in proyecto.fases.all())[:300]
    proyecto.criterios_texto = " - ".join(uno.nombre for uno in proyecto.criterios.all())[:500]
    proyecto.save()
    return proyecto


@accion
def configurar_indicador(*, indicador: Indicador, por) -> Indicador:
    """Set who reports an indicator, how often, from when, and its base line with its source."""
    exigir_rol(por, COMITE)
    if indicador.linea_base is not None and not indicador.linea_base_fuente.strip():
        raise LineaBaseSinFuenteError("Escriba de dónde sale la línea base.")
    if indicador.exigible_desde and not indicador.frecuencia:
        raise FrecuenciaFaltanteError("Para exigir reportes, escoja la frecuencia.")
    if not indicador.pk:
        indicador.fuente = "Definido por el Comité GEL-T"
        indicador.slug = slug_libre(Indicador, indicador.nombre)
        indicador.orden = _ultimo_orden(Indicador) + 1
    indicador.save()
    return indicador


@accion
def nombrar_responsable(*, responsable: Responsable, por) -> Responsable:
    """Say which office of today is the one that the plan names."""
    exigir_rol(por, COMITE)
    responsable.slug = responsable.slug or slug_libre(Responsable, responsable.nombre)
    responsable.save()
    return responsable


def _ultimo_orden(modelo):
    return modelo.objects.order_by("-orden").values_list("orden", flat=True).first() or 0
