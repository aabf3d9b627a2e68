"""Is everything that a request needs there? One check per part, each with its own failure."""

import logging
from pathlib import Path
from tempfile import TemporaryFile

from django.conf import settings
from django.db import Error, connection

BIEN, MAL = "ok", "falla"
registro = logging.getLogger("portal")


def revisar():
    """{"base_de_datos": "ok", "archivos": "falla"}. What failed is told only in the log."""
    return {"base_de_datos": _probar(_base_de_datos), "archivos": _probar(_archivos)}


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


def _archivos():
    """Really writes a byte: a full disk or a read-only mount answers every other question with yes."""
    carpeta = Path(settings.MEDIA_ROOT)
    carpeta.mkdir(parents=True, exist_ok=True)
    with TemporaryFile(dir=carpeta) as prueba:
        prueba.write(b".")
        prueba.flush()
