"""Who watches over the plan."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from comite.models import Integrante, Responsable
from fases.enlaces import rastro


@require_safe
def comite(request):
    """Members of today and of before, and whom the plan makes responsible."""
    hoy = timezone.localdate()
    integrantes = list(Integrante.objects.select_related("dependencia"))
    contexto = {
        "rastro": rastro(("Comité GEL-T", "comite:comite")),
        "novedad_el": _ultima_novedad(integrantes, hoy),
        "integrantes": [uno for uno in integrantes if _esta(uno, hoy)],
        "anteriores": [uno for uno in integrantes if uno.hasta and uno.hasta < hoy],
        "responsables": Responsable.objects.prefetch_related("acciones").select_related("dependencia"),
    }
    return render(request, "comite/comite.html", contexto)


def _ultima_novedad(integrantes, hoy):
    """The last day on which somebody entered or left."""
    dias = [dia for uno in integrantes for dia in (uno.desde, uno.hasta) if dia and dia <= hoy]
    return max(dias, default=None)


def _esta(integrante, hoy):
    return integrante.desde <= hoy and (integrante.hasta is None or integrante.hasta >= hoy)
