"""Is everything that a request needs there? One check per part, each with its own failure."""

import logging

from django.db import Error, connection

from fases.almacen import comprobar

BIEN, MAL = "ok", "falla"
registro = logging.getLogger("portal")


def revisar(base_caida=False):
    """{"base_de_datos": "ok", "archivos": "falla"}. What failed is told only in the log.

    ``base_caida``: it is known already, and asking again could take seconds."""
    return {
        "base_de_datos": MAL if base_caida else _probar(_base_de_datos),
        "archivos": _probar(comprobar),
    }


def _probar(prueba):
    try:
        prueba()
    except (Error, OSError):
        registro.exception("Falla la revisión de salud")
        return MAL
    return BIEN


def _base_de_datos():
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        cursor.fetchone()
