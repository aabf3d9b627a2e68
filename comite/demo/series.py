"""Two years of invented measurements, with gaps, a correction and periods overdue."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from comite.acciones.mediciones import corregir_medicion, registrar_medicion
from comite.acciones.metas import adoptar_meta
from comite.models import Indicador, Medicion
from comite.periodos import Periodo, esperados

INICIO = date(2024, 12, 1)
COMPUTADORES = 180
CONECTADOS = (94, 99, 99, 104, 110, 108, 115, 122, 128, 126, 133, 140)
CONECTADOS += (141, 141, 144, 146, 146, 149, 150, 152, 153, 155, 158, 160)
SIN_REPORTE = {date(2025, 5, 1), date(2025, 10, 1), date(2026, 3, 1)}
SIN_MOVIMIENTO = {date(2026, 1, 1)}
CORREGIDA = date(2026, 2, 1)
CAPACITADOS = (Decimal("31.5"), Decimal("41"), Decimal("46.2"), Decimal("58"))
EVALUACIONES = (22, 35, 39, 51)
AL_DIA = (Decimal("88"), Decimal("91.5"), Decimal("96"), Decimal("94.5"))


def el(dia, hora=10):
    """An aware instant of that day, in the time of Bogotá."""
    return timezone.make_aware(datetime.combine(dia, time(hora, 30)))


def programar(oficinas):
    """Give each indicator of the plan its reporting office; only those that have none."""
    encargadas = {
        "conectividad": oficinas["sistemas"],
        "portal": oficinas["sistemas"],
        "capacitacion": oficinas["comite"],
    }
    for indicador in Indicador.objects.filter(accion__slug__in=encargadas).select_related("accion"):
        if indicador.encargada is None:
            indicador.encargada = encargadas[indicador.accion.slug]
            indicador.exigible_desde = INICIO
            indicador.save()


def fijar_metas(comite):
    """Goals adopted by invented minutes; the third action stays without one, as the plan leaves it."""
    metas = (("conectividad", Decimal(90), date(2025, 3, 12), "Acta 3 de 2025 (demostración)"),)
    metas += (("capacitacion", Decimal(60), date(2025, 3, 12), "Acta 3 de 2025 (demostración)"),)
    for slug, valor, dia, acta in metas:
        indicador = Indicador.objects.filter(accion__slug=slug, unidad="porcentaje").first()
        if indicador and not indicador.metas.exists():
            adoptar_meta(
                indicador=indicador,
                valor=valor,
                acta=acta,
                adoptada_el=dia,
                rige_desde=dia,
                motivo="Meta de demostración.",
                por=comite,
                ahora=el(dia),
                demostracion=True,
            )


def medir(personas, hoy):
    """Record what is missing of the series, as the people of the committee would have done."""
    _conectividad(personas, hoy)
    _semestrales("capacitacion", "porcentaje", CAPACITADOS, personas["comite"], hoy)
    _semestrales("capacitacion", "numero", EVALUACIONES, personas["comite"], hoy)
    _semestrales("portal", "porcentaje", AL_DIA, personas["comite"], hoy)


def _conectividad(personas, hoy):
    indicador = Indicador.objects.filter(accion__slug="conectividad").first()
    if indicador is None or indicador.mediciones.exists():
        return
    # The last finished period stays unreported, so that somebody owes something.
    for numero, periodo in enumerate(esperados("mensual", INICIO, hoy)[:-1]):
        if periodo.desde in SIN_REPORTE:
            continue
        _registrar(indicador, periodo, personas["editor"], numero)


def _registrar(indicador, periodo: Periodo, por, numero):
    ahora = el(periodo.hasta + timedelta(days=3 + numero % 5))
    comunes = {"indicador": indicador, "periodo": periodo, "por": por, "demostracion": True}
    if periodo.desde in SIN_MOVIMIENTO:
        registrar_medicion(
            **comunes,
            sin_movimiento=True,
            nota="El operador estuvo en receso: no hubo conexiones nuevas.",
            ahora=ahora,
        )
        return
    conectados = CONECTADOS[min(numero, len(CONECTADOS) - 1)]
    medicion = registrar_medicion(
        **comunes,
        numerador=Decimal(conectados),
        denominador=Decimal(COMPUTADORES),
        nota="Conteo de la mesa de ayuda.",
        ahora=ahora,
    )
    if periodo.desde == CORREGIDA:
        corregir_medicion(
            medicion=medicion,
            motivo="Dos equipos estaban contados dos veces.",
            numerador=Decimal(conectados - 2),
            denominador=Decimal(COMPUTADORES),
            por=por,
            ahora=ahora + timedelta(days=2),
            demostracion=True,
        )


def _semestrales(accion, unidad, valores, por, hoy):
    indicador = Indicador.objects.filter(accion__slug=accion, unidad=unidad).first()
    if indicador is None or Medicion.objects.filter(indicador=indicador).exists():
        return
    periodos = esperados("semestral", date(2024, 7, 1), hoy)
    for periodo, valor in zip(periodos, valores, strict=False):
        registrar_medicion(
            indicador=indicador,
            periodo=periodo,
            valor=Decimal(valor),
            nota="Listas de asistencia y evaluaciones." if accion == "capacitacion" else "",
            por=por,
            ahora=el(periodo.hasta + timedelta(days=6)),
            demostracion=True,
        )
