"""What the browser says it can read, and what it already has."""

import functools

from django.utils.http import parse_etags

ADMITIDAS = ("br", "gzip")


@functools.lru_cache(maxsize=256)
def codificacion_de(aceptadas):
    """«br», «gzip» or «identity» for an Accept-Encoding header. ``q=0`` is a refusal."""
    ofrecidas = {}
    for parte in aceptadas.lower().split(","):
        nombre, _, calidad = parte.partition(";")
        ofrecidas[nombre.strip()] = _peso(calidad)
    comodin = ofrecidas.get("*", 0.0)
    for codificacion in ADMITIDAS:
        if ofrecidas.get(codificacion, comodin) > 0:
            return codificacion
    return "identity"


def _peso(calidad):
    try:
        return float(calidad.partition("=")[2]) if calidad.strip() else 1.0
    except ValueError:
        return 0.0


def ya_lo_tiene(etag, si_no_coincide):
    """Whether one of the validators of If-None-Match is this one, compared weakly."""
    if si_no_coincide == etag:
        return True
    pedidos = parse_etags(si_no_coincide)
    return pedidos == ["*"] or any(_debil(uno) == _debil(etag) for uno in pedidos)


def _debil(etag):
    return etag.removeprefix("W/")
