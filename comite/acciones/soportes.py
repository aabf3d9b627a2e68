"""Keep an evidence file under a random name, once it has been checked by its content."""

import secrets
from contextlib import contextmanager
from datetime import datetime

from django.core.files.base import ContentFile

from comite.models import Soporte
from comite.soportes import revisar_archivo
from fases.accion import accion
from fases.roles import COMITE, EDITOR, exigir_rol


@accion
def cargar_soporte(*, archivo, por, ahora: datetime, demostracion: bool = False) -> Soporte:
    """Check, clean and keep ``archivo`` (a Django File). Raises ArchivoRechazadoError."""
    exigir_rol(por, COMITE, EDITOR)
    revisado = revisar_archivo(archivo)
    clave = secrets.token_hex(16)
    soporte = Soporte(
        nombre=revisado.nombre,
        tipo=revisado.tipo,
        extension=revisado.extension,
        tamano=len(revisado.contenido),
        huella=revisado.huella,
        clave=clave,
        cargado_por=por,
        cargado_en=ahora,
        demostracion=demostracion,
    )
    soporte.archivo.save(f"{clave}.{revisado.extension}", ContentFile(revisado.contenido), save=False)
    with sin_huerfanos(soporte):
        soporte.save()
    return soporte


@contextmanager
def sin_huerfanos(soporte):
    """Remove the file when what needed it fails: the transaction takes back rows, not files."""
    try:
        yield
    except BaseException:
        if soporte is not None:
            soporte.archivo.storage.delete(soporte.archivo.name)
        raise
