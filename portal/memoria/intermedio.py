"""The outermost middleware: what is the same for everybody is answered from memory.

Here too, and only here, compression and validators are negotiated; inside, every answer is whole.
"""

import time

from django.conf import settings
from django.http import HttpResponse
from django.middleware.gzip import GZipMiddleware
from django.utils import timezone
from django.utils.cache import patch_vary_headers, set_response_etag

from fases.version import leyendo
from portal.espejo.visitante import MARCA
from portal.espejo.visitas import anotar_visita
from portal.middleware import Condicional
from portal.negociacion import codificacion_de, ya_lo_tiene

from .limites import BaseCaidaError
from .tabla import POR_ENTRADA, Entrada, Tabla
from .vigia import vigia

DE_LECTURA = {"GET", "HEAD"}
NEGOCIADAS = ("HTTP_ACCEPT_ENCODING", "HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")
PREFERENCIAS = ("tema", "letra")
DEL_304 = ("Cache-Control", "Vary")
PROPIAS = {"content-length", "content-encoding"}
tabla = Tabla()


class Memoria:
    """Anonymous reads of public pages from the table; all else inwards, finished on the way out."""

    def __init__(self, siguiente):
        self.siguiente = siguiente
        self._condicional = Condicional(siguiente)
        self._gzip = GZipMiddleware(siguiente)
        self._de_paso = settings.STATIC_URL  # whitenoise negotiates by itself

    def __call__(self, request):
        if request.path.startswith(self._de_paso):
            return self.siguiente(request)
        marca = self._version(request)
        clave = clave_de(request) if marca else None
        if clave is not None:
            entrada = tabla.buscar(clave, marca, timezone.localdate(), time.time())
            if entrada is not None:
                return entregar(request, clave, entrada)
        return self._hacer(request, marca, clave)

    @staticmethod
    def _version(request):
        """None when there is none, or when the database is down: those inside then know it already."""
        request.base_caida = False
        try:
            return vigia.leer()
        except BaseCaidaError:
            request.base_caida = True
            return None

    def _hacer(self, request, marca, clave):
        pedidas = {nombre: request.META.pop(nombre, None) for nombre in NEGOCIADAS}
        with leyendo(marca if request.method in DE_LECTURA else None):
            respuesta = self.siguiente(request)
        request.META.update({nombre: valor for nombre, valor in pedidas.items() if valor is not None})
        if clave is not None and guardable(request, respuesta):
            entrada = _entrada(request, respuesta, marca)
            tabla.guardar(clave, entrada)
            if not clave[-1]:  # a copy is made without anybody's preferences
                anotar_visita(request, respuesta)
            return entregar(request, clave, entrada)
        if getattr(respuesta, "memorable", False) and not respuesta.streaming and respuesta.content:
            poner_validador(respuesta)
        respuesta = self._condicional.process_response(request, respuesta)
        return self._gzip.process_response(request, respuesta)


def clave_de(request):
    """What the page depends on, or None when it may depend on who asks."""
    meta = request.META
    if request.method not in DE_LECTURA or MARCA in meta:
        return None
    preferencias = ()
    if "HTTP_COOKIE" in meta:
        galletas = request.COOKIES
        if settings.SESSION_COOKIE_NAME in galletas or "messages" in galletas:
            return None
        preferencias = tuple(galletas.get(nombre, "") for nombre in PREFERENCIAS)
        if not any(preferencias):
            preferencias = ()
    return (
        meta.get("wsgi.url_scheme"),
        meta.get("HTTP_HOST"),
        request.path,
        meta.get("QUERY_STRING", ""),
        preferencias,
    )


def guardable(request, respuesta):
    """A whole public page: ``Cabeceras`` said so, and nothing in it is of one person."""
    return (
        request.method == "GET"
        and respuesta.status_code == 200
        and getattr(respuesta, "memorable", False)
        and not respuesta.streaming
        and not respuesta.cookies
        and len(respuesta.content) <= POR_ENTRADA
    )


def entregar(request, clave, entrada):
    """The kept answer in the encoding that the browser reads, or 304 when it has it already."""
    si_no_coincide = request.META.get("HTTP_IF_NONE_MATCH")
    if si_no_coincide and ya_lo_tiene(entrada.etag, si_no_coincide):
        return _no_cambio(entrada)
    codificacion = codificacion_de(request.META.get("HTTP_ACCEPT_ENCODING", ""))
    cuerpo = tabla.cuerpo(clave, entrada, codificacion)
    hecha = HttpResponse(b"" if request.method == "HEAD" else cuerpo)
    # They were checked when first set: to check fifteen headers again costs as much as all the rest.
    hecha.headers._store = dict(entrada.cabeceras)
    hecha.headers["Content-Length"] = str(len(cuerpo))
    if codificacion != "identity":
        hecha.headers["Content-Encoding"] = codificacion
    return hecha


def _no_cambio(entrada):
    """Only what a kept copy needs: fewer than 300 bytes with what the server adds."""
    respuesta = HttpResponse(status=304, headers={"ETag": entrada.etag})
    del respuesta.headers["Content-Type"]
    for nombre in DEL_304:
        respuesta.headers[nombre] = entrada.cabeceras[nombre.lower()][1]
    return respuesta


def poner_validador(respuesta):
    """One for all encodings, and so a weak one."""
    patch_vary_headers(respuesta, ["Accept-Encoding"])
    set_response_etag(respuesta)
    respuesta["ETag"] = "W/" + respuesta["ETag"].removeprefix("W/")


def _entrada(request, respuesta, marca):
    poner_validador(respuesta)
    cabeceras = {n.lower(): (n, v) for n, v in respuesta.items() if n.lower() not in PROPIAS}
    cambia_en = getattr(request, "cambia_en", None)
    return Entrada(
        marca=marca,
        dia=timezone.localdate(),
        cambia_en=cambia_en and cambia_en.timestamp(),
        etag=respuesta["ETag"],
        cabeceras=cabeceras,
        cuerpo=respuesta.content,
    )
