"""From the folder to the person: the newest copy of the address that was asked for."""

import mimetypes
from datetime import UTC, datetime

import brotli
from django.http import FileResponse, HttpResponse

from .aviso import con_preferencias
from .carpeta import INDICE, DireccionImposibleError, archivo_de, sin_prefijo, visita_de

PRIVADAS = ("/admin/", "/estilo/", "/salud/")
HTML = "text/html; charset=utf-8"
QUE_SE_LEE = {".xml": "application/xml", ".txt": "text/plain; charset=utf-8"}
ENCIERRO = "sandbox; default-src 'none'"


def copia_para(request):
    """The answer with the copy, or None when there is none. Never another address instead."""
    if request.method not in {"GET", "HEAD"} or request.path_info.startswith(PRIVADAS):
        return None
    hallados = [archivo for archivo in _candidatos(request) if archivo.is_file()]
    if not hallados:
        return None
    elegido = max(hallados, key=lambda archivo: archivo.stat().st_mtime)
    respuesta = _entregar(request, elegido)
    hecha = datetime.fromtimestamp(elegido.stat().st_mtime, UTC)
    respuesta["X-Copia"] = hecha.isoformat(timespec="seconds")
    respuesta["Cache-Control"] = "no-store"
    return respuesta


def _candidatos(request):
    """With a query only what was visited with that same query: the tree has the page without it."""
    yield visita_de(sin_prefijo(request.get_full_path()))
    if request.META.get("QUERY_STRING"):
        return
    try:
        archivo = archivo_de(request.path_info)
    except DireccionImposibleError:
        return
    yield archivo
    if archivo.name == INDICE and archivo.parent.is_dir():  # an evidence file under an address with «/»
        yield from (
            otro for otro in archivo.parent.glob("index.*") if otro.suffix not in {".br", ".gz", ".html"}
        )


def _entregar(request, archivo):
    if archivo.suffix == ".br":
        return _pagina(request, brotli.decompress(archivo.read_bytes()))
    if archivo.suffix == ".html":
        return _pagina(request, archivo.read_bytes())
    if archivo.suffix in QUE_SE_LEE:
        return HttpResponse(archivo.read_bytes(), content_type=QUE_SE_LEE[archivo.suffix])
    tipo = mimetypes.guess_type(archivo.name)[0] or "application/octet-stream"
    respuesta = FileResponse(archivo.open("rb"), as_attachment=True, content_type=tipo)
    respuesta["Content-Security-Policy"] = ENCIERRO
    return respuesta


def _pagina(request, html):
    respuesta = HttpResponse(con_preferencias(html, request.COOKIES), content_type=HTML)
    respuesta["Vary"] = "Cookie"
    return respuesta
