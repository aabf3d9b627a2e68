"""The five phases, one phase, one criterion."""

from itertools import groupby

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .enlaces import rastro
from .estado import Estado
from .filtros import chips_de_estado, estado_pedido
from .models import Criterio
from .resumen import resumir_criterio, resumir_fases
from .rio import paradas

FASES = ("Gobierno en Línea", "fases:fases")


@require_safe
def fases(request):
    """What each phase asks for, and how the municipality goes."""
    resumen = resumir_fases(timezone.localdate())
    contexto = {
        "rastro": rastro(FASES),
        "fases": resumen,
        "paradas": paradas(resumen),
        "estados": list(Estado),
        "novedad_el": max((f.actualizada_el for f in resumen if f.actualizada_el), default=None),
    }
    return render(request, "fases/fases.html", contexto)


@require_safe
def fase(request, fase):
    """One phase: its criteria by group, required ones apart from good practice."""
    hallada = resumir_fases(timezone.localdate(), slug=fase)
    if not hallada:
        raise Http404
    resumen = hallada[0]
    estado, error = estado_pedido(request.GET.get("estado", ""))
    contexto = {
        "rastro": rastro(FASES, (resumen.fase.titulo, resumen.fase)),
        "resumen": resumen,
        "chips": chips_de_estado(resumen.criterios, estado, request.path),
        "exigidos": _por_grupo(resumen.exigidos, estado),
        "buenas_practicas": _por_grupo(resumen.buenas_practicas, estado),
        "estado": estado,
        "error_del_filtro": error,
    }
    return render(request, "fases/fase.html", contexto)


@require_safe
def criterio(request, fase, criterio):
    """One criterion: where it comes from, what proves it, and what stopped proving it."""
    hallado = get_object_or_404(Criterio.objects.select_related("fase"), fase__slug=fase, slug=criterio)
    evidencias = list(hallado.evidencias.select_related("registrada_por", "retirada_por"))
    vigentes = [evidencia for evidencia in evidencias if evidencia.retirada_en is None]
    vencido = timezone.localdate() > hallado.fase.plazo_territorial
    contexto = {
        "rastro": rastro(FASES, (hallado.fase.titulo, hallado.fase), (hallado.nombre, hallado)),
        "criterio": hallado,
        "resumen": resumir_criterio(hallado, vigentes, vencido),
        "retiradas": [evidencia for evidencia in evidencias if evidencia.retirada_en],
    }
    return render(request, "fases/criterio.html", contexto)


def _por_grupo(criterios, estado):
    """(group, criteria) in the order of the phase, only those in ``estado`` when one is asked for."""
    elegidos = [c for c in criterios if estado is None or c.estado is estado]
    return [(grupo, list(filas)) for grupo, filas in groupby(elegidos, lambda hecho: hecho.criterio.grupo)]
