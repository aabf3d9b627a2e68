"""What this room declares for the site map."""

from django.urls import reverse

from fases.mapa import Pagina

from .models import Entidad, Politica


def paginas():
    politicas = tuple(Pagina(una.titulo, una.get_absolute_url()) for una in Politica.objects.all())
    return [
        Pagina("Políticas del sitio", reverse("informacion:politicas"), politicas),
        Pagina("Accesibilidad", reverse("informacion:accesibilidad")),
    ]


def archivos_publicos():
    """The logo, if there is one."""
    logo = Entidad.actual().logo
    return [reverse("informacion:logo", args=[logo.name.rpartition("/")[2]])] if logo else []
