"""Each address that somebody visits leaves a copy, so that filters and pages of lists are read too."""

import logging
import time

import brotli
from django.db import connection
from django.utils import timezone

from .aviso import con_aviso
from .carpeta import escribir, sin_prefijo, visita_de, visitadas

TOPE = 2_000
CALIDAD = 4
CADA = 60  # seconds between two counts of the folder, and between two complaints
registro = logging.getLogger("portal")
_ultimo = {"cuenta": 0, "contada": -CADA, "queja": -CADA}


def anotar_visita(request, respuesta):
    """Keep the public page that was just made. Never disturbs the answer: at worst it complains once."""
    if connection.in_atomic_block or not respuesta.get("Content-Type", "").startswith("text/html"):
        return
    destino = visita_de(sin_prefijo(request.get_full_path()))
    try:
        if destino.exists() or _cabe():
            pagina = con_aviso(respuesta.content, timezone.now())
            escribir(destino, brotli.compress(pagina, quality=CALIDAD))
    except OSError as error:
        _quejarse(error)


def borrar_viejas(limite):
    """Remove the copies made before ``limite`` (seconds since the epoch); how many."""
    borradas = 0
    for copia in visitadas().glob("*"):
        if copia.stat().st_mtime < limite:
            copia.unlink(missing_ok=True)
            borradas += 1
    return borradas


def _cabe():
    """Whether one more fits. Anybody can make up queries: the folder must not grow with them."""
    ahora = time.monotonic()
    if ahora - _ultimo["contada"] > CADA:
        _ultimo["cuenta"] = sum(1 for _ in visitadas().glob("*"))
        _ultimo["contada"] = ahora
    _ultimo["cuenta"] += 1
    return _ultimo["cuenta"] <= TOPE


def _quejarse(error):
    if time.monotonic() - _ultimo["queja"] > CADA:
        _ultimo["queja"] = time.monotonic()
        registro.error("No se pudo guardar la copia de una página: %s", error)
