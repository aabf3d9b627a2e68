"""The folder of the copies: which file holds which address, and how a file is written whole.

``sitio/`` is a plain tree that any web server can hand out alone; ``visitadas/`` keeps, under a print of
its address, each filter or page of a list that somebody asked for.
"""

import hashlib
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

INDICE = "index.html"
TEMPORAL = ".nuevo-"
LARGO = 200
PARA_TODOS = 0o644


class DireccionImposibleError(ValueError):
    """No copy can have that address."""


def sitio():
    return Path(settings.ESPEJO_ROOT) / "sitio"


def visitadas():
    return Path(settings.ESPEJO_ROOT) / "visitadas"


def archivo_de(ruta):
    """Path in ``sitio/`` of «/plan/matriz/» or «/plan/matriz.csv» (without the prefix of a proxy).

    Raises DireccionImposibleError for whatever could lead out of the folder or to another file of it.
    """
    partes = ruta.split("/")
    if partes[0] or any(_rara(parte) for parte in partes[1:-1]) or _rara(partes[-1] or INDICE):
        raise DireccionImposibleError(ruta)
    return sitio().joinpath(*partes[1:-1], partes[-1] or INDICE)


def _rara(parte):
    return not parte or parte.startswith(".") or "\\" in parte or "\0" in parte or len(parte) > LARGO


def visita_de(direccion):
    """Path in ``visitadas/`` of an address with its query."""
    return visitadas() / (
        hashlib.sha256(direccion.encode("utf-8", "surrogateescape")).hexdigest()[:32] + ".br"
    )


def sin_prefijo(ruta):
    """«/quibdo/plan/» is «/plan/»: the tree does not know under which prefix it is shown."""
    return ruta.removeprefix(settings.FORCE_SCRIPT_NAME or "")


@contextmanager
def escribiendo(destino):
    """A file that takes the place of ``destino`` at once when it is whole, and is nothing otherwise."""
    destino.parent.mkdir(parents=True, exist_ok=True)
    descriptor, nombre = tempfile.mkstemp(dir=destino.parent, prefix=TEMPORAL)
    try:
        with os.fdopen(descriptor, "wb") as salida:
            yield salida
            os.fchmod(salida.fileno(), PARA_TODOS)
        Path(nombre).replace(destino)
    except BaseException:
        Path(nombre).unlink(missing_ok=True)
        raise


def escribir(destino, contenido):
    with escribiendo(destino) as salida:
        salida.write(contenido)
