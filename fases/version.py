"""The content version as readers use it: data that is made once and kept while nothing changes."""

import threading
from collections import OrderedDict
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone

from .models import VersionDelContenido

CUPO = 400
_leida = ContextVar("version_leida", default=None)
_datos = OrderedDict()
_cerrojo = threading.Lock()


def version_actual():
    """The token as the database has it now, or None where nothing was ever written. One query."""
    unica = VersionDelContenido.objects.filter(pk=VersionDelContenido.UNICA)
    return unica.values_list("marca", flat=True).first()


@contextmanager
def leyendo(marca):
    """While a page of version ``marca`` is made; None when it is not known, and then nothing is kept."""
    turno = _leida.set(marca)
    try:
        yield
    finally:
        _leida.reset(turno)


def por_version(clave, hacer):
    """What ``hacer()`` gives, made once per content version and local day in each process.

    Only for data that is the same for everybody and that nobody alters afterwards. Outside a public
    read (a command, a form that writes) the version is not known and ``hacer`` is simply called.
    """
    marca = _leida.get()
    if marca is None:
        return hacer()
    completa = (marca, timezone.localdate(), clave)
    with _cerrojo:
        if completa in _datos:
            _datos.move_to_end(completa)
            return _datos[completa]
    hecho = hacer()
    with _cerrojo:
        _datos[completa] = hecho
        while len(_datos) > CUPO:
            _datos.popitem(last=False)
    return hecho
