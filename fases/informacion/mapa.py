"""What this room declares for the site map."""

from django.urls import reverse

from fases.mapa import Pagina

from .models import Politica


def paginas():
    politicas = tuple(Pagina(una.titulo, una.get_absolute_url()) for una in Politica.objects.all())
    return [
        Pagina("Políticas del sitio", reverse("informacion:politicas"), politicas),
        Pagina("Accesibilidad", reverse("informacion:accesibilidad")),
    ]
