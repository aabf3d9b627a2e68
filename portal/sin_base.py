"""What is answered while the database is away: a copy to whoever reads, and 503 to whoever sends.

Nothing here touches the database, nor the session.
"""

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import DatabaseError, InterfaceError, OperationalError
from django.http import HttpResponse
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string
from django.urls import get_script_prefix

from .errores import pagina_de_error
from .espejo.entrega import PRIVADAS, copia_para

SEGUNDOS = 30
ILEGIBLES = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent, MultiPartParserError)
TESTIGO = "csrfmiddlewaretoken"
SECRETAS = ("clave", "password", "contrasena", "codigo")
LARGO = 20_000
CAMPOS = 60
registro = logging.getLogger("portal")


def es_caida(error):
    """The database does not answer, or its file is not a database any more."""
    return isinstance(error, OperationalError | InterfaceError) or type(error) is DatabaseError


def responder(request):
    """The newest copy of a public page; without one, or for a form, 503 with Retry-After."""
    copia = copia_para(request)
    if copia is not None:
        return copia
    respuesta = _con_lo_escrito(request) or pagina_de_error(request, 503)
    respuesta["Retry-After"] = str(SEGUNDOS)
    return respuesta


def error_500(request):
    """Django brings here also what failed before and after the view: a session, for instance."""
    error = sys.exc_info()[1]
    if es_caida(error):
        registro.error("La base de datos no responde en %s: %s", request.path, error)
        return responder(request)
    return pagina_de_error(request, 500)


def _con_lo_escrito(request):
    """The 503 page with what the person had written, and a button that sends it again. None if nothing."""
    if request.method != "POST" or request.path_info.startswith(PRIVADAS):
        return None
    campos = _campos(request)
    visibles = [valor for nombre, valor in campos if valor.strip() and nombre != TESTIGO]
    if not visibles:
        return None
    contexto = {
        "codigo": 503,
        "inicio": get_script_prefix(),
        "destino": request.get_full_path(),
        "campos": campos,
        "visibles": visibles,
    }
    return HttpResponse(render_to_string("503_formulario.html", contexto), status=503)


def _campos(request):
    """[(name, value)] of the form; empty when it cannot be read. Secrets are not written back on a page."""
    try:
        pares = [(nombre, valor) for nombre, valores in request.POST.lists() for valor in valores]
    except ILEGIBLES:
        return []
    publicos = [(n, v) for n, v in pares if not any(palabra in n.lower() for palabra in SECRETAS)]
    entero = len(publicos) == len(pares) and len(pares) <= CAMPOS
    return publicos if entero and sum(len(v) for _, v in pares) <= LARGO else []
