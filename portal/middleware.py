"""Guards of the front door, outermost first. Each is small and answers before any database work."""

import logging

from django.conf import settings
from django.db import Error
from django.http import HttpResponse
from django.middleware.http import ConditionalGetMiddleware
from django.utils.cache import (
    get_conditional_response,
    patch_cache_control,
    patch_vary_headers,
    set_response_etag,
)

from .errores import pagina_de_error
from .sin_base import es_caida, responder

METODOS = {"GET", "HEAD", "POST"}
LARGO_DE_CONSULTA = 8192
SEGUNDOS_EN_CACHE = 1  # whoever asks later asks us, and a 304 is 300 bytes: an edit is seen at once
SEGUNDOS_SIN_SERVIDOR = 86_400
PRIVADAS = ("/admin/", "/estilo/", "/salud/")
PREFERENCIAS = ("tema", "letra")
SIN_BASE = ("/salud/", "/accesibilidad/preferencias/")  # they tell, or do, something without the database
PERMISOS_APAGADOS = (
    "accelerometer=(), autoplay=(), camera=(), display-capture=(), fullscreen=(self), "
    "geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
)
registro = logging.getLogger("portal")


class SoloMetodos:
    """405 for every method but GET, HEAD and POST (SEG-07)."""

    def __init__(self, siguiente):
        self.siguiente = siguiente

    def __call__(self, request):
        if request.method in METODOS:
            return self.siguiente(request)
        respuesta = pagina_de_error(request, 405)
        respuesta["Allow"] = "GET, HEAD, POST"
        return respuesta


class EntradaHonesta:
    """Refuse what stock Django answers with 500: odd form charsets, NUL, oversized queries."""

    def __init__(self, siguiente):
        self.siguiente = siguiente

    def __call__(self, request):
        consulta = request.META.get("QUERY_STRING", "")
        if "\0" in request.path_info or "%00" in consulta or "\0" in consulta:
            return pagina_de_error(request, 400)
        if len(consulta) > LARGO_DE_CONSULTA:
            return pagina_de_error(request, 414)
        if request.method == "POST" and not self._es_utf8(request):
            return pagina_de_error(request, 415)
        return self.siguiente(request)

    @staticmethod
    def _es_utf8(request):
        juego = request.content_params.get("charset", "utf-8").strip("\"' ").lower()
        return juego in {"utf-8", "utf8", "us-ascii", "ascii"}


class BaseDeDatosCaida:
    """Copies, or 503 with Retry-After, when the database does not answer; Django alone would say 500."""

    def __init__(self, siguiente):
        self.siguiente = siguiente

    def __call__(self, request):
        if getattr(request, "base_caida", False) and not request.path_info.startswith(SIN_BASE):
            return responder(request)
        try:
            return self.siguiente(request)
        except Error as error:
            if not es_caida(error):
                raise
            return self.process_exception(request, error)

    def process_exception(self, request, exception):
        if not es_caida(exception):
            return None
        registro.error("La base de datos no responde en %s: %s", request.path, exception)
        return responder(request)


class Condicional(ConditionalGetMiddleware):
    """Validators also for HEAD, so that whoever keeps copies may ask without fetching."""

    def process_response(self, request, response):
        if request.method != "HEAD":
            return super().process_response(request, response)
        if self.needs_etag(response) and not response.has_header("ETag"):
            set_response_etag(response)
        return get_conditional_response(request, etag=response.get("ETag"), response=response)


class Cabeceras:
    """Headers that Django does not send, and the short public life of what anyone may read."""

    def __init__(self, siguiente):
        self.siguiente = siguiente

    def __call__(self, request):
        respuesta = self.siguiente(request)
        respuesta.headers.setdefault("Permissions-Policy", PERMISOS_APAGADOS)
        respuesta.headers.setdefault("X-XSS-Protection", "0")
        respuesta.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if not respuesta.has_header("Cache-Control"):
            self._vida(request, respuesta)
        return respuesta

    @staticmethod
    def _vida(request, respuesta: HttpResponse):
        """``memorable`` tells the memory that anybody who asks the same may get this answer."""
        privada = request.path_info.startswith(PRIVADAS) or respuesta.cookies
        if privada or request.method == "POST" or respuesta.status_code >= 400:
            patch_cache_control(respuesta, no_store=True, private=True)
        elif settings.SESSION_COOKIE_NAME in request.COOKIES:
            patch_cache_control(respuesta, private=True, no_cache=True)
            patch_vary_headers(respuesta, ["Cookie"])
        elif any(request.COOKIES.get(nombre) for nombre in PREFERENCIAS):
            patch_cache_control(respuesta, private=True, max_age=SEGUNDOS_EN_CACHE)
            patch_vary_headers(respuesta, ["Cookie"])
            respuesta.memorable = True
        else:
            patch_cache_control(
                respuesta, public=True, max_age=SEGUNDOS_EN_CACHE, stale_if_error=SEGUNDOS_SIN_SERVIDOR
            )
            respuesta.memorable = True
