"""The home."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from fases.resumen import resumir_fases
from fases.rio import paradas
from portal.novedades import proximos_reportes, ultimas_mediciones, ultimo_informe


@require_safe
def inicio(request):
    """What people come for, how the plan goes, and what was recorded last."""
    hoy = timezone.localdate()
    contexto = {
        "hoy": hoy,
        "paradas": paradas(resumir_fases(hoy)),
        "novedades": ultimas_mediciones(),
        "proximos": proximos_reportes(hoy),
        "informe": ultimo_informe(),
    }
    return render(request, "portal/inicio.html", contexto)
