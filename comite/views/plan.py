"""The plan as it was adopted."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from comite.documento import documento_del_plan
from fases.enlaces import rastro

from .listas import PLAN


@require_safe
def plan(request):
    """Every word of it, in its order, each with its source."""
    contexto = {"documento": documento_del_plan(), "rastro": rastro(PLAN)}
    return render(request, "comite/plan.html", contexto)
