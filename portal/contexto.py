"""What every public page shows around its content: entity, menu, footer, date, preferences.

At most one query for each content version, and only when a template asks: error pages cost none.
"""

from dataclasses import dataclass

from django.db.models import Exists, Q, Subquery
from django.urls import get_script_prefix
from django.utils.functional import SimpleLazyObject

from comite.models import Informe, Medicion
from fases.enlaces import direccion
from fases.informacion.models import Entidad
from fases.models import Evidencia
from fases.version import por_version

TEMAS = {"claro", "oscuro"}
LETRAS = {"2", "3"}
MENU = (
    ("Inicio", "portal:inicio"),
    ("Gobierno en Línea", "fases:fases"),
    ("Plan de Acción", "comite:plan"),
    ("Informes", "comite:informes"),
    ("Comité GEL-T", "comite:comite"),
    ("Accesibilidad", "informacion:accesibilidad"),
)
PIE = (
    ("Mapa del sitio", "portal:mapa"),
    ("Accesibilidad", "informacion:accesibilidad"),
    ("Políticas: privacidad, datos personales y condiciones de uso", "informacion:politicas"),
)


@dataclass(frozen=True)
class Enlace:
    titulo: str
    url: str
    actual: bool = False


def sitio(request):
    """Context of ``jinja2/base.html``; nothing for the back office."""
    if request.path_info.startswith("/admin/"):
        return {}
    entidad = SimpleLazyObject(lambda: por_version("entidad", _entidad))
    return {
        "entidad": entidad,
        "menu": _menu(request.path),
        "pie_enlaces": [Enlace(titulo, direccion(nombre)) for titulo, nombre in PIE],
        "url_accesibilidad": f"{direccion('informacion:accesibilidad')}?desde={request.path}",
        "hay_demostracion": SimpleLazyObject(lambda: entidad.hay_demostracion),
        "actualizado_el": SimpleLazyObject(lambda: entidad.actualizado_el),
        "url_actual": request.build_absolute_uri(),
        "tema": _preferencia(request, "tema", TEMAS),
        "letra": _preferencia(request, "letra", LETRAS),
    }


def _menu(ruta):
    """The entry of the room in which the page is, marked as current."""
    enlaces = [(titulo, direccion(nombre)) for titulo, nombre in MENU]
    return [Enlace(titulo, url, _esta_en(ruta, url)) for titulo, url in enlaces]


def _esta_en(ruta, url):
    return ruta == url if url == get_script_prefix() else ruta.startswith(url)


def _preferencia(request, nombre, admitidas):
    valor = request.COOKIES.get(nombre, "")
    return valor if valor in admitidas else ""


def _entidad():
    """The entity with the date of the last fact and whether any fact is of the demonstration."""
    de_muestra = Q(demostracion=True)
    hallada = Entidad.objects.annotate(
        hay_demostracion=Exists(Medicion.objects.filter(de_muestra))
        | Exists(Informe.objects.filter(de_muestra))
        | Exists(Evidencia.objects.filter(de_muestra)),
        ultima_medicion=_ultima(Medicion, "registrada_en"),
        ultima_evidencia=_ultima(Evidencia, "registrada_en"),
        ultimo_informe=_ultima(Informe, "publicado_en"),
    ).first()
    if hallada is None:
        hallada = Entidad.actual()
        hallada.hay_demostracion, hallada.actualizado_el = False, None
        return hallada
    fechas = (hallada.ultima_medicion, hallada.ultima_evidencia, hallada.ultimo_informe)
    hallada.actualizado_el = max((fecha for fecha in fechas if fecha), default=None)
    return hallada


def _ultima(modelo, campo):
    """Latest instant of a column, without grouping the outer query."""
    todas = modelo.objects.filter(**{f"{campo}__isnull": False}).order_by(f"-{campo}")
    return Subquery(todas.values(campo)[:1])
