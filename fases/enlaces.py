"""Addresses inside the pages: the trail of where one is, and what officials type as evidence."""

from functools import lru_cache
from urllib.parse import urlsplit

from django.urls import get_script_prefix, reverse

RECORDADAS = 4096


def direccion(nombre, *argumentos):
    """The address of a page of this site, as ``reverse`` gives it; those asked again cost nothing.

    A list writes hundreds of them, and they depend on nothing but the prefix of the proxy.
    """
    return _resuelta(get_script_prefix(), nombre, argumentos)


def rastro(*paginas):
    """[(title, address)] for ``componentes/migas.html``, from «Inicio» on.

    ``paginas``: (title, object with a page) or (title, name of an address, its arguments).
    """
    return [("Inicio", get_script_prefix()), *((titulo, _direccion(*datos)) for titulo, *datos in paginas)]


def direccion_segura(direccion):
    """The address of a piece of evidence as it may be linked; empty if it is not a web address.

    A path of this site («/plan/») gets the prefix under which a proxy shows it.
    """
    direccion = (direccion or "").strip()
    if direccion.startswith("/") and not direccion.startswith("//"):
        return get_script_prefix().rstrip("/") + direccion
    try:
        partes = urlsplit(direccion)
    except ValueError:
        return ""
    return direccion if partes.scheme in {"http", "https"} and partes.netloc else ""


@lru_cache(maxsize=RECORDADAS)
def _resuelta(prefijo, nombre, argumentos):
    """``prefijo`` is part of the key: the same page has another address behind another proxy."""
    return reverse(nombre, args=argumentos)


def _direccion(destino, *argumentos):
    if hasattr(destino, "get_absolute_url"):
        return destino.get_absolute_url()
    return direccion(destino, *argumentos)
