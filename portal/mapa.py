"""The site map: each room declares its pages, the front door puts them together."""

from itertools import chain

from django.urls import reverse

import comite.mapa
import fases.informacion.mapa
import fases.mapa
from fases.mapa import Pagina

CUARTOS = (fases.mapa, comite.mapa, fases.informacion.mapa)


def paginas():
    """Every page, in the order in which people look for them."""
    declaradas = chain.from_iterable(cuarto.paginas() for cuarto in CUARTOS)
    return [
        Pagina("Inicio", reverse("portal:inicio")),
        *declaradas,
        Pagina("Mapa del sitio", reverse("portal:mapa")),
    ]


def direcciones():
    """Every public address, once: those of the map and the details it leaves out."""
    del_mapa = chain.from_iterable(_con_hijas(pagina) for pagina in paginas())
    detalles = chain.from_iterable(
        cuarto.direcciones_de_detalle() for cuarto in CUARTOS if hasattr(cuarto, "direcciones_de_detalle")
    )
    return dict.fromkeys(chain(del_mapa, detalles))


def _con_hijas(pagina):
    yield pagina.url
    for hija in pagina.hijas:
        yield from _con_hijas(hija)


def archivos():
    """Addresses of what is not a page: tables, files of the reports, evidence, what machines read."""
    propios = [reverse("portal:sitemap"), reverse("portal:robots")]
    declarados = (cuarto.archivos_publicos() for cuarto in CUARTOS if hasattr(cuarto, "archivos_publicos"))
    return dict.fromkeys(chain(propios, chain.from_iterable(declarados)))
