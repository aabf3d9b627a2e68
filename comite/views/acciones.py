"""The operational frame, one action, and the evidence files of its measurements."""

from django.db.models import Count, Q
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comite import reportes
from comite.exportes import COLUMNAS_DE_ACCIONES
from comite.ficha import fichas_de
from comite.filtros import FiltroDeAcciones
from comite.models import Accion, Soporte
from fases.enlaces import rastro

from .listas import PLAN, archivo, contexto_de_lista, descargas

ACCIONES = ("Acciones", "comite:acciones")


@require_safe
def acciones(request):
    """The actions, filtered by responsible, frequency, state or words."""
    filtro = FiltroDeAcciones(request.GET, _acciones(), request=request)
    contexto = contexto_de_lista(request, filtro)
    _anotar_estado(contexto["pagina"].object_list, timezone.localdate())
    contexto["rastro"] = rastro(PLAN, ACCIONES)
    contexto["descargas"] = descargas(reverse("comite:acciones").rstrip("/"), filtro)
    return render(request, "comite/acciones.html", contexto)


@require_safe
def acciones_archivo(request, formato):
    filas = FiltroDeAcciones(request.GET, _acciones(), request=request).qs
    return archivo(formato, "acciones", COLUMNAS_DE_ACCIONES, filas)


@require_safe
def accion(request, slug):
    """One action: its eight columns, its indicators, and every measurement with its evidence."""
    hallada = get_object_or_404(_acciones().prefetch_related("responsables"), slug=slug)
    todo = request.GET.get("todo") == "1"
    contexto = {
        "rastro": rastro(PLAN, ACCIONES, (hallada.titulo, hallada)),
        "accion": hallada,
        **_puesto(hallada),
        "fichas": fichas_de(hallada, timezone.localdate(), todo),
        "todo": todo,
    }
    return render(request, "comite/accion.html", contexto)


@require_safe
def soporte(request, clave):
    """The evidence file of a published measurement: downloaded, never run by the browser."""
    hallado = get_object_or_404(Soporte.objects.exclude(mediciones=None).distinct(), clave=clave)
    try:
        contenido = hallado.archivo.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    respuesta = FileResponse(
        contenido, as_attachment=True, filename=hallado.nombre, content_type=hallado.tipo
    )
    respuesta["X-Content-Type-Options"] = "nosniff"
    respuesta["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return respuesta


def _acciones():
    return Accion.objects.select_related("linea").defer("busqueda")


def _puesto(accion):
    """Which one of how many it is."""
    antes = Q(orden__lt=accion.orden) | Q(orden=accion.orden, pk__lte=accion.pk)
    return Accion.objects.aggregate(total=Count("pk"), puesto=Count("pk", filter=antes))


def _anotar_estado(pagina, hoy):
    """Say of each action of the page whether it owes reports, whatever the length of the page."""
    suyas = [accion.pk for accion in pagina]
    exigidas = set(reportes.exigibles().filter(accion__in=suyas).values_list("accion", flat=True))
    debidas = set(reportes.vencidos(hoy).filter(accion__in=suyas).values_list("accion", flat=True))
    for accion in pagina:
        accion.exige_reportes = accion.pk in exigidas
        accion.debe_reportes = accion.pk in debidas
