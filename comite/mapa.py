"""What this room declares for the site map."""

from django.urls import reverse

from fases.mapa import Pagina

from .exportes import FORMATOS
from .models import Accion, ArchivoDeInforme, Informe, Proyecto, Soporte

A_LO_MAS = 20


def paginas():
    """The plan, the committee and the reports; long lists are cut and lead to their own page."""
    plan = (
        Pagina("Matriz de proyectos", reverse("comite:matriz"), _primeras(Proyecto.objects.all())),
        Pagina("Acciones del marco operativo", reverse("comite:acciones"), _primeras(Accion.objects.all())),
    )
    informes = (
        *_primeras(Informe.objects.publicados().filter(reemplazo=None).defer("contenido")),
        Pagina("Verificar un archivo", reverse("comite:verificar")),
    )
    return [
        Pagina("Plan de Acción", reverse("comite:plan"), plan),
        Pagina("Informes semestrales", reverse("comite:informes"), informes),
        Pagina("Comité GEL-T", reverse("comite:comite")),
    ]


def direcciones_de_detalle():
    """Every project and action, for the crawlers."""
    for nombre, modelo in (("comite:proyecto", Proyecto), ("comite:accion", Accion)):
        for slug in modelo.objects.values_list("slug", flat=True).iterator():
            yield reverse(nombre, args=[slug])


def archivos_publicos():
    """The tables of the plan, the files of each report in force, and the evidence files."""
    for formato in FORMATOS:
        yield reverse("comite:matriz_archivo", args=[formato])
        yield reverse("comite:acciones_archivo", args=[formato])
    vigentes = Informe.objects.publicados().filter(reemplazo=None).defer("contenido")
    for archivo in ArchivoDeInforme.objects.filter(informe__in=vigentes).select_related("informe"):
        yield f"{archivo.informe.get_absolute_url()}informe.{archivo.formato}"
    publicados = Soporte.objects.exclude(mediciones=None)
    for clave in publicados.order_by().values_list("clave", flat=True).distinct().iterator():
        yield reverse("comite:soporte", args=[clave])


def _primeras(filas):
    return tuple(Pagina(str(fila), fila.get_absolute_url()) for fila in filas[:A_LO_MAS])
