"""What the home tells: the last facts recorded and the next reports that fall due."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Min
from django.urls import reverse

from comite.models import Indicador, Informe, Medicion
from comite.periodos import periodo_de
from fases.texto import numero

ULTIMAS = 4
PROXIMOS = 4


@dataclass(frozen=True)
class Evento:
    """An entry of ``jinja2/componentes/agenda.html``."""

    fecha: date
    titulo: str
    detalle: str
    url: str
    demostracion: bool = False


@dataclass(frozen=True)
class Novedad:
    """A recorded measurement, said in one line."""

    titulo: str
    url: str
    fecha: date
    autor: str
    demostracion: bool


def ultimas_mediciones():
    """The last measurements recorded, newest first. One query."""
    recientes = Medicion.objects.select_related(
        "indicador__accion", "indicador__proyecto", "registrada_por"
    ).order_by("-registrada_en", "-pk")
    return [
        Novedad(
            titulo=_titular(medicion),
            url=f"{medicion.indicador.de.get_absolute_url()}#{medicion.indicador.slug}",
            fecha=medicion.registrada_en,
            autor=medicion.registrada_por.nombre_publico,
            demostracion=medicion.demostracion,
        )
        for medicion in recientes[:ULTIMAS]
    ]


def proximos_reportes(hoy):
    """The next days on which reports fall due, with how many and of what. One query.

    Those of one rhythm are told together: the list stays short with thousands of indicators.
    """
    exigibles = Indicador.objects.filter(exigible_desde__lte=hoy).exclude(frecuencia="").order_by()
    grupos = exigibles.values_list("frecuencia", "plazo_dias").annotate(
        cuantos=Count("pk"), uno=Min("nombre")
    )
    dias = []
    for frecuencia, plazo, cuantos, uno in grupos:
        periodo = _por_vencer(frecuencia, plazo, hoy)
        titulo = uno if cuantos == 1 else f"{cuantos} indicadores"
        url = f"{reverse('comite:acciones')}?frecuencia={frecuencia}"
        dias.append(Evento(periodo.vence_el(plazo), titulo, _reporte_de(periodo), url))
    return sorted(dias, key=lambda evento: (evento.fecha, evento.detalle, evento.titulo))[:PROXIMOS]


def ultimo_informe():
    """The newest published report that nothing replaces, or None. Two queries."""
    vigentes = Informe.objects.publicados().filter(reemplazo=None).defer("contenido")
    return vigentes.prefetch_related("archivos").first()


def _titular(medicion):
    periodo = medicion.periodo.nombre
    if medicion.sin_movimiento:
        return f"{medicion.indicador}: sin movimiento, {periodo}"
    return f"{medicion.indicador}: {numero(medicion.valor, medicion.indicador.unidad)}, {periodo}"


def _reporte_de(periodo):
    return f"Reporte {'de' if periodo.meses in (1, 12) else 'del'} {periodo.nombre}"


def _por_vencer(frecuencia, plazo_dias, hoy):
    """The oldest period whose last day to report has not passed."""
    periodo = periodo_de(frecuencia, hoy)
    while periodo.anterior.vence_el(plazo_dias) >= hoy:
        periodo = periodo.anterior
    return periodo
