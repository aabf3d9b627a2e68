"""What a room declares of itself for the site map; the front door composes it."""

from dataclasses import dataclass

from django.urls import reverse

from .models import Criterio, Fase


@dataclass(frozen=True)
class Pagina:
    """A public address and its name. ``hijas`` hang below it in the map."""

    titulo: str
    url: str
    hijas: tuple["Pagina", ...] = ()


def paginas():
    """The phases."""
    hijas = tuple(Pagina(f"Fase de {fase.titulo}", fase.get_absolute_url()) for fase in Fase.objects.all())
    return [Pagina("Las cinco fases de Gobierno en Línea", reverse("fases:fases"), hijas)]


def direcciones_de_detalle():
    """Addresses that the map does not list one by one, for the crawlers: each criterion."""
    criterios = Criterio.objects.values_list("fase__slug", "slug")
    return [reverse("fases:criterio", args=par) for par in criterios]
