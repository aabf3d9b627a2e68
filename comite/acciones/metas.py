"""Adopt the goal of an indicator, by a minute of the committee."""

from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone

from comite.models import Indicador, MetaAdoptada
from comite.valores import revisar
from fases.accion import AccionError, accion
from fases.roles import COMITE, exigir_rol


class ActaFaltanteError(AccionError):
    campo = "acta"


class FechaDeActaError(AccionError):
    campo = "adoptada_el"


class VigenciaDeMetaError(AccionError):
    campo = "rige_desde"


@accion
def adoptar_meta(
    *,
    indicador: Indicador,
    valor: Decimal,
    acta: str,
    adoptada_el: date,
    rige_desde: date,
    motivo: str,
    por,
    ahora: datetime,
    demostracion: bool = False,
) -> MetaAdoptada:
    """The plan leaves the goals in «-»: only the committee sets one, and each names its minute.

    A goal may rule from the first of January of the year in which it was adopted, not before: what
    earlier reports said without a goal stays true. Raises an AccionError with its field in ``campo``.
    """
    exigir_rol(por, COMITE)
    if not acta.strip():
        raise ActaFaltanteError("Escriba el acta que adopta la meta, por ejemplo «Acta 7 de 2026».")
    if adoptada_el > timezone.localdate(ahora):
        raise FechaDeActaError("La fecha del acta no puede ser futura.")
    if rige_desde < date(adoptada_el.year, 1, 1):
        raise VigenciaDeMetaError(
            f"La meta puede regir desde el 1 de enero de {adoptada_el.year}, el año del acta, o después."
        )
    return MetaAdoptada.objects.create(
        indicador=indicador,
        valor=revisar(indicador.unidad, valor),
        acta=acta.strip(),
        adoptada_el=adoptada_el,
        rige_desde=rige_desde,
        motivo=motivo.strip(),
        registrada_por=por,
        registrada_en=ahora,
        demostracion=demostracion,
    )
