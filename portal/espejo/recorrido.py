"""One pass: every public address is visited and its copy written. Two at once are one."""

import errno
import fcntl
import gzip
import mimetypes
import shutil
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import brotli
from django.conf import settings
from django.db import Error
from django.utils import timezone

from fases.version import version_actual
from portal.mapa import archivos, direcciones

from .aviso import con_aviso
from .carpeta import TEMPORAL, archivo_de, escribiendo, escribir, sin_prefijo, sitio
from .visitante import Visitante

CALIDAD = 9  # 4 ms a page: nobody waits for it
QUE_SE_COMPRIME = (".html", ".xml", ".txt", ".csv", ".json")
CABE_EN_MEMORIA = 4 * 1024 * 1024
AJENAS = "admin"  # static files that no public page asks for


class CopiasError(Exception):
    """The pass could not be finished; the text says, in Spanish, why. What was copied before stays."""


@dataclass(frozen=True)
class Recorrido:
    """``paginas`` copied, and the addresses that did not answer 200."""

    paginas: int
    fallas: tuple[str, ...]
    segundos: float


def hacer_copias(completa=False):
    """A Recorrido, or None: nothing changed since the last one, or another process is at it now.

    Raises CopiasError when the database or the disk do not allow it."""
    try:
        with _a_solas() as solo:
            if not solo or (not completa and _sello_de_ahora() == _sello_anterior()):
                return None
            return _recorrer()
    except Error as error:
        raise CopiasError("La base de datos no responde: las copias quedan como estaban.") from error
    except OSError as error:
        raise CopiasError(_por_que(error)) from error


def _recorrer():
    inicio, sello = time.monotonic(), _sello_de_ahora()
    escritos, fallas = _copiar_todo()
    if not fallas:
        _quitar_lo_que_sobra(escritos)
    # A page that fails by itself would fail again: it waits for a change, or for the night.
    if sello == _sello_de_ahora():
        escribir(_archivo_del_sello(), sello.encode())
    return Recorrido(len(escritos), tuple(fallas), time.monotonic() - inicio)


def _por_que(error):
    if error.errno == errno.ENOSPC:
        que = f"No hay espacio en {settings.ESPEJO_ROOT}: libere disco"
    else:
        que = f"No se pudo escribir en {settings.ESPEJO_ROOT} ({error.strerror})"
    return f"{que}. Las copias anteriores siguen ahí."


def _archivo_del_sello():
    return Path(settings.ESPEJO_ROOT) / "sello"


def _sello_de_ahora():
    return f"{version_actual()} {timezone.localdate()}"


def _sello_anterior():
    archivo = _archivo_del_sello()
    return archivo.read_text(encoding="utf-8") if archivo.exists() else ""


@contextmanager
def _a_solas():
    """True for the only one that makes copies now. The lock ends with its process, however it ends."""
    carpeta = Path(settings.ESPEJO_ROOT)
    carpeta.mkdir(parents=True, exist_ok=True)
    with (carpeta / ".candado").open("w") as candado:
        try:
            fcntl.flock(candado, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            yield False
            return
        yield True


def _copiar_todo():
    visitante, escritos, fallas = Visitante(), set(), []
    for direccion in (*direcciones(), *archivos()):
        ruta = sin_prefijo(direccion)
        with visitante.pedir(ruta) as hoja:
            if hoja.estado != 200:
                fallas.append(ruta)
                continue
            escritos.update(_guardar(_destino(ruta, hoja.tipo), hoja))
    escritos.update(_copiar_estaticos())
    return escritos, fallas


def _destino(ruta, tipo):
    """An evidence file has an address that ends in «/»: its copy keeps the ending that says what it is."""
    archivo = archivo_de(ruta)
    clase = tipo.partition(";")[0].strip()
    if archivo.suffix == ".html" and clase != "text/html":
        return archivo.with_suffix(mimetypes.guess_extension(clase) or ".bin")
    return archivo


def _guardar(destino, hoja):
    """Write the copy, and beside it the compressed ones of what is read as text; the paths written."""
    if destino.suffix == ".html":
        contenido = con_aviso(b"".join(hoja.trozos), timezone.now())
        escribir(destino, contenido)
    else:
        with escribiendo(destino) as salida:
            for trozo in hoja.trozos:
                salida.write(trozo)
        contenido = destino.read_bytes() if destino.stat().st_size <= CABE_EN_MEMORIA else b""
    yield destino
    if contenido and destino.suffix in QUE_SE_COMPRIME:
        for final, comprimir in ((".gz", _gzip), (".br", _brotli)):
            comprimido = destino.with_name(destino.name + final)
            escribir(comprimido, comprimir(contenido))
            yield comprimido


def _gzip(contenido):
    return gzip.compress(contenido, 9, mtime=0)


def _brotli(contenido):
    return brotli.compress(contenido, quality=CALIDAD)


def _copiar_estaticos():
    """The icon and what else a page asks for. A name says its content: what is there stays."""
    raiz, destino = Path(settings.STATIC_ROOT), archivo_de(sin_prefijo(settings.STATIC_URL)).parent
    for archivo in raiz.rglob("*"):
        relativa = archivo.relative_to(raiz)
        if not archivo.is_file() or relativa.parts[0] == AJENAS:
            continue
        copia = destino / relativa
        if not copia.exists():
            with archivo.open("rb") as entrada, escribiendo(copia) as salida:
                shutil.copyfileobj(entrada, salida)
        yield copia


def _quitar_lo_que_sobra(escritos):
    """Pages that are no more, and what a pass that was killed left half written."""
    for archivo in sitio().rglob("*"):
        if archivo.is_file() and (archivo not in escritos or archivo.name.startswith(TEMPORAL)):
            archivo.unlink()
