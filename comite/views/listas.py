"""What the lists share: filtering, bounded pages and downloads of just what is filtered."""

from django.core.paginator import Paginator
from django.http import Http404

from comite.exportes import FORMATOS, Tabla

POR_PAGINA = 25
PLAN = ("Plan de Acción", "comite:plan")
NOMBRES = {"csv": "CSV", "xlsx": "Excel (XLSX)", "json": "JSON"}


def contexto_de_lista(request, filtro):
    """Context of a filtered list. A page number that does not exist gives the nearest one."""
    paginador = Paginator(filtro.qs, POR_PAGINA)
    pagina = paginador.get_page(request.GET.get("pagina"))
    return {
        "filtro": filtro,
        "pagina": pagina,
        "rango": paginador.get_elided_page_range(pagina.number, on_each_side=1, on_ends=1),
        "total": paginador.count,
    }


def descargas(base, filtro):
    """[(name, address)] of the same rows in each format. ``base``: address without its ending."""
    cola = f"?{filtro.parametros}" if filtro.parametros else ""
    return [(NOMBRES[formato], f"{base}.{formato}{cola}") for formato in FORMATOS]


def archivo(formato, nombre, columnas, filas):
    """The rows as a file. 404 for a format that does not exist."""
    if formato not in FORMATOS:
        raise Http404
    return FORMATOS[formato](Tabla(nombre, columnas, filas))
