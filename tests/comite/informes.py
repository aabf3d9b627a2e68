"""Reports of the tests: a small plan, its measurements, and Control Interno who signs."""

from datetime import date, datetime, time
from decimal import Decimal

from django.utils import timezone

from comite.acciones.informes import abrir_informe, guardar_textos, publicar_informe
from comite.models import (
    Accion,
    Indicador,
    LineaDeAccion,
    Medicion,
    MetaAdoptada,
)
from comite.semestre import Semestre
from tests.fabricas import persona

PRIMERO = Semestre(2026, 1)
CORTE = date(2026, 7, 15)
PUBLICADO = date(2026, 7, 29)


def el(dia, hora=10, minuto=0):
    return timezone.make_aware(datetime.combine(dia, time(hora, minuto)))


def control():
    return persona("control", "Control Interno", first_name="Ana", last_name="Prueba", cargo="Jefe")


def accion(slug="conectividad", **campos):
    linea, _ = LineaDeAccion.objects.get_or_create(
        codigo="linea", defaults={"orden": 1, "texto": "Línea", "fuente": "Plan"}
    )
    datos = {
        "titulo": slug.capitalize(),
        "texto": "Garantizar la conectividad",
        "beneficio": "Sostenibilidad",
        "indicador_texto": "% de computadores",
        "actividades": "Gestionar",
        "responsables_texto": "Comité Gel-t",
        "recursos": "Equipos",
        "frecuencia_texto": "MENSUALMENTE",
        "frecuencia": "mensual",
        "origen": "plan",
        "fuente": "Plan de Acción, acción 1",
    }
    return Accion.objects.create(linea=linea, slug=slug, **(datos | campos))


def indicador(de=None, slug="conectados", **campos):
    datos = {
        "nombre": "% de Computadores con Conectividad",
        "unidad": "porcentaje",
        "frecuencia": "mensual",
        "exigible_desde": date(2025, 1, 1),
        "fuente": "Plan",
    }
    return Indicador.objects.create(accion=de or accion(), slug=slug, **(datos | campos))


def medir(de, valor, por, mes=6, en=date(2026, 7, 5), **campos):
    return Medicion.objects.create(
        indicador=de,
        periodo_desde=date(2026, mes, 1),
        periodo_meses=1,
        valor=Decimal(valor),
        registrada_por=por,
        registrada_en=el(en),
        **campos,
    )


def adoptar(de, valor, por, en=date(2026, 2, 10)):
    return MetaAdoptada.objects.create(
        indicador=de,
        valor=Decimal(valor),
        acta="Acta 3 de 2026",
        adoptada_el=en,
        rige_desde=en,
        registrada_por=por,
        registrada_en=el(en),
    )


def borrador(por, semestre=PRIMERO, corte=CORTE, conclusiones="La conectividad avanza."):
    informe = abrir_informe(semestre=semestre, por=por, ahora=el(corte), corte_el=corte)
    return guardar_textos(
        informe=informe,
        textos={"conclusiones": conclusiones, "recomendaciones": "Conectar la sede.\nMedir cada mes."},
        por=por,
    )


def publicado(por, ahora=None, **campos):
    return publicar_informe(informe=borrador(por, **campos), por=por, ahora=ahora or el(PUBLICADO))
