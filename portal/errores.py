"""Error pages that touch neither the database, nor the session, nor the body of the request."""

import logging
import secrets
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import get_script_prefix

registro = logging.getLogger("portal")
CON_PLANTILLA = {400, 403, 404, 405, 413, 429, 500, 503}


def pagina_de_error(request, codigo):
    """The Spanish page of ``codigo``; codes without a page of their own use that of 400."""
    referencia = secrets.token_hex(4)
    plantilla = f"{codigo if codigo in CON_PLANTILLA else 400}.html"
    contexto = {"codigo": codigo, "referencia": referencia, "inicio": get_script_prefix()}
    if codigo >= 500:
        registro.error("Error %s, referencia %s, en %s", codigo, referencia, request.path)
    return HttpResponse(render_to_string(plantilla, contexto), status=codigo)


def error_400(request, exception=None):
    demasiado = isinstance(sys.exc_info()[1] or exception, RequestDataTooBig | TooManyFilesSent)
    return pagina_de_error(request, 413 if demasiado else 400)


def error_403(request, exception=None):
    return pagina_de_error(request, 403)


def error_404(request, exception=None):
    return pagina_de_error(request, 404)


def falla_de_csrf(request, reason=""):
    """The form was open too long or came from elsewhere: 403 with the way back."""
    return pagina_de_error(request, 403)
