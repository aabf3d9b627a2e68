"""Asks the portal for an address as a browser would, without a network in between."""

import io
import sys
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler

MARCA = "portal.copia"  # not a header: nobody can send it from outside


class Visitante:
    """``with visitante.pedir("/plan/") as hoja`` gives its ``estado`` (int), ``tipo`` and ``trozos``."""

    def __init__(self):
        self._aplicacion = WSGIHandler()
        sitio = urlsplit(settings.SITE_URL)
        self._esquema = sitio.scheme or ("https" if settings.SECURE_SSL_REDIRECT else "http")
        self._anfitrion = sitio.netloc or settings.ALLOWED_HOSTS[0].lstrip(".")

    @contextmanager
    def pedir(self, ruta):
        hoja = Hoja()
        trozos = self._aplicacion(self._entorno(ruta), hoja.empezar)
        hoja.trozos = trozos
        try:
            yield hoja
        finally:
            trozos.close()

    def _entorno(self, ruta):
        nombre, _, puerto = self._anfitrion.rpartition(":")
        con_puerto = puerto.isdigit() and bool(nombre)
        return {
            "REQUEST_METHOD": "GET",
            "SCRIPT_NAME": "",
            "PATH_INFO": ruta.encode().decode("latin-1"),
            "QUERY_STRING": "",
            "SERVER_NAME": nombre if con_puerto else self._anfitrion,
            "SERVER_PORT": puerto if con_puerto else {"https": "443"}.get(self._esquema, "80"),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": self._anfitrion,
            "REMOTE_ADDR": "127.0.0.1",
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": self._esquema,
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": False,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            MARCA: True,
        }


class Hoja:
    """What the portal answered."""

    estado, tipo, trozos = 0, "", ()

    def empezar(self, estado, cabeceras, error=None):
        self.estado = int(estado.partition(" ")[0])
        self.tipo = next((valor for nombre, valor in cabeceras if nombre.lower() == "content-type"), "")
