"""Which indicators owe a report, asked of many rows at once: the state of an action in a list.

The same rule as ``calendario``, as SQL: an indicator owes when fewer of its closed periods were
reported than were expected.
"""

from django.db.models import (
    Case,
    Count,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce

from .models import Indicador, Medicion, MetaAdoptada
from .periodos import esperados


def exigibles():
    """Indicators from which periodic reports are expected."""
    return Indicador.objects.exclude(exigible_desde=None).exclude(frecuencia="")


def vencidos(hoy):
    """Indicators with a period past its term and unreported. One query to prepare it, one to run it."""
    grupos = list(_grupos(hoy))
    if not grupos:
        return Indicador.objects.none()
    return (
        exigibles()
        .annotate(
            primer_periodo=_segun(grupos, 0, DateField()),
            ultimo_periodo=_segun(grupos, 1, DateField()),
            debidos=_segun(grupos, 2, IntegerField()),
        )
        .annotate(reportados=Coalesce(Subquery(_reportados()), 0))
        .filter(debidos__gt=F("reportados"))
    )


def sin_meta(hoy):
    """Indicators without a goal in force on ``hoy``."""
    metas = MetaAdoptada.objects.filter(indicador=OuterRef("pk"), rige_desde__lte=hoy)
    return Indicador.objects.filter(~Exists(metas))


def _grupos(hoy):
    """(condition, (first period, last closed period, how many)) for each way of being expected."""
    formas = exigibles().order_by().values_list("frecuencia", "exigible_desde", "plazo_dias").distinct()
    for frecuencia, desde, plazo in formas:
        cerrados = [p for p in esperados(frecuencia, desde, hoy) if p.vence_el(plazo) < hoy]
        if cerrados:
            condicion = Q(frecuencia=frecuencia, exigible_desde=desde, plazo_dias=plazo)
            yield condicion, (cerrados[0].desde, cerrados[-1].desde, len(cerrados))


def _segun(grupos, cual, tipo):
    casos = [When(condicion, then=Value(datos[cual])) for condicion, datos in grupos]
    return Case(*casos, default=None, output_field=tipo)


def _reportados():
    """How many of the closed periods have a measurement; a correction is not a second report."""
    return (
        Medicion.objects.filter(
            indicador=OuterRef("pk"),
            periodo_desde__gte=OuterRef("primer_periodo"),
            periodo_desde__lte=OuterRef("ultimo_periodo"),
        )
        .order_by()
        .values("indicador")
        .annotate(cuantos=Count("periodo_desde", distinct=True))
        .values("cuantos")
    )
