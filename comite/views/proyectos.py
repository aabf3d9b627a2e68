"""The project matrix and one project."""

from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from comite.exportes import COLUMNAS_DE_MATRIZ
from comite.ficha import fichas_de
from comite.filtros import FiltroDeMatriz
from comite.models import CriterioDeProyecto, FaseDeProyecto, Proyecto
from fases.enlaces import rastro

from .listas import PLAN, archivo, contexto_de_lista, descargas

MATRIZ = ("Matriz de proyectos", "comite:matriz")


@require_safe
def matriz(request):
    """The projects, filtered by axis, line, phase, criterion or words."""
    filtro = FiltroDeMatriz(request.GET, _proyectos(), request=request)
    contexto = {
        **contexto_de_lista(request, filtro),
        "rastro": rastro(PLAN, MATRIZ),
        "descargas": descargas(reverse("comite:matriz").rstrip("/"), filtro),
    }
    return render(request, "comite/matriz.html", contexto)


@require_safe
def matriz_archivo(request, formato):
    """The same rows; only the cells of the plan are read, so nothing is prefetched."""
    proyectos = _proyectos().prefetch_related(None)
    filas = FiltroDeMatriz(request.GET, proyectos, request=request).qs
    return archivo(formato, "matriz-de-proyectos", COLUMNAS_DE_MATRIZ, filas)


@require_safe
def proyecto(request, slug):
    """One project: its row of the matrix and how its indicators go."""
    hallado = get_object_or_404(_proyectos(), slug=slug)
    todo = request.GET.get("todo") == "1"
    contexto = {
        "rastro": rastro(PLAN, MATRIZ, (hallado.nombre, hallado)),
        "proyecto": hallado,
        "fichas": fichas_de(hallado, timezone.localdate(), todo),
        "todo": todo,
    }
    return render(request, "comite/proyecto.html", contexto)


def _proyectos():
    """Projects with what a row shows."""
    criterios = CriterioDeProyecto.objects.select_related("criterio__fase")
    return (
        Proyecto.objects.select_related("eje", "linea")
        .defer("busqueda")
        .prefetch_related(
            Prefetch("fases", FaseDeProyecto.objects.select_related("fase")),
            Prefetch("criterios", criterios),
        )
    )
