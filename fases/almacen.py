"""Where files are kept: in a folder of this machine, or in a bucket that many machines share.

Both keep the same promise. A file is written whole or not at all, has reached the disk before anybody is
told, and is never replaced: another one with the same name gets a name of its own.
"""

import errno
import os
import tempfile
from contextlib import contextmanager
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from .accion import AccionError

SOLO_LECTURA = 0o444
SIN_ENLACES = {errno.EPERM, errno.EOPNOTSUPP, errno.EMLINK}


class AlmacenCaidoError(AccionError, OSError):
    """The place of the files does not answer, is full or does not let us write. Nothing was kept."""

    def __init__(self, causa):
        detalle = getattr(causa, "strerror", None) or type(causa).__name__
        super().__init__(
            "En este momento no podemos llegar a los archivos y no se guardó nada. Intente otra vez en "
            f"unos minutos; si continúa, avise a quien administra el portal ({detalle})."
        )


class NombreOcupadoError(OSError):
    """Under this name, which holds the print of its content, there is something else."""


def leer(nombre):
    """The bytes kept as ``nombre``. Raises FileNotFoundError or AlmacenCaidoError."""
    with default_storage.open(nombre) as archivo:
        return archivo.read()


def guardar_igual(nombre, datos):
    """Keep ``datos`` under exactly ``nombre``. Left there by an interrupted attempt, it must be the same.

    Raises NombreOcupadoError if it is not, AlmacenCaidoError when it cannot be written."""
    if not default_storage.exists(nombre):
        escrito = default_storage.save(nombre, ContentFile(datos))
        if escrito == nombre:
            return
        default_storage.delete(escrito)
    if leer(nombre) != datos:
        raise NombreOcupadoError(f"ya hay otro archivo en {nombre}")


def vaciar(carpeta):
    """Remove the files of a folder and the folder. Only for the demonstration and for tests."""
    try:
        for nombre in default_storage.listdir(carpeta)[1]:
            default_storage.delete(f"{carpeta}/{nombre}")
    except FileNotFoundError:
        return
    default_storage.delete(carpeta)


def comprobar():
    """Raise an OSError unless files can be kept now."""
    default_storage.comprobar()


class AlmacenEnDisco(FileSystemStorage):
    """MEDIA_ROOT, written so that a power cut leaves a file whole or no file."""

    def _open(self, name, mode="rb"):
        with _o_caido():
            return super()._open(name, mode)

    def _save(self, name, content):
        destino = Path(self.path(name))
        with _o_caido():
            destino.parent.mkdir(parents=True, exist_ok=True)
            temporal = self._escribir(destino.parent, content)
        try:
            _poner_sin_reemplazar(temporal, destino)
        except FileExistsError:
            return self._save(self.get_available_name(name), content)
        finally:
            temporal.unlink(missing_ok=True)
        with _o_caido():
            self._asentar(destino.parent)
        return name

    def comprobar(self):
        """Really writes a byte: a full disk or a read-only mount answers every other question with yes."""
        raiz = Path(self.location)
        raiz.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=raiz) as prueba:
            prueba.write(b".")
            prueba.flush()

    @staticmethod
    def _escribir(carpeta, content):
        """The whole file, on the disk, beside the place where it will stand."""
        descriptor, nombre = tempfile.mkstemp(dir=carpeta, prefix=".nuevo-")
        try:
            with os.fdopen(descriptor, "wb") as salida:
                for parte in content.chunks():
                    salida.write(parte)
                salida.flush()
                os.fchmod(salida.fileno(), SOLO_LECTURA)
                os.fsync(salida.fileno())
        except BaseException:
            Path(nombre).unlink(missing_ok=True)
            raise
        return Path(nombre)

    def _asentar(self, carpeta):
        """The names too must survive a power cut, up to the root of the files."""
        raiz = Path(self.location)
        for nivel in (carpeta, *carpeta.parents):
            descriptor = os.open(nivel, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            if nivel == raiz:
                return


def _poner_sin_reemplazar(temporal, destino):
    """A rename would silently replace; a link refuses. Some network folders know no links."""
    try:
        os.link(temporal, destino)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in SIN_ENLACES:
            raise AlmacenCaidoError(error) from error
        if destino.exists():
            raise FileExistsError(destino) from None
        temporal.rename(destino)


@contextmanager
def _o_caido():
    """What the disk refuses becomes one error; that a file is missing stays what it is."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise AlmacenCaidoError(error) from error
