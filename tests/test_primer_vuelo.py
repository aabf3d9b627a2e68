"""The first page on a slow telephone: one flight of TCP, and nothing else to wait for."""

from pathlib import Path

import brotli
from django.contrib.staticfiles.finders import find

from quibdo_gel.hoja import huella

from .paginas import Pagina

PRIMER_VUELO = 14_000  # bytes, headers included: what TCP sends before it must wait for an answer
PAGINA_ENTERA, PEDIDOS = 30_000, 4
CALIDADES = (5, 11)  # of Brotli: of a page just made, and of one that is read again and again
DEL_SERVIDOR = """HTTP/1.1 200 OK
Server: gunicorn
Date: Tue, 24 Nov 2026 12:00:00 GMT
Connection: keep-alive
Content-Encoding: br
Strict-Transport-Security: max-age=31536000; includeSubDomains; preload

"""


def test_every_page_with_its_headers_and_its_style_fits_in_the_first_flight(cada):
    def peso(pagina):
        renglones = [*DEL_SERVIDOR.splitlines(), *(": ".join(par) for par in pagina.respuesta.items())]
        cabeceras = sum(len(renglon.encode()) + 2 for renglon in renglones)
        cuerpos = [len(brotli.compress(pagina.respuesta.content, quality=q)) for q in CALIDADES]
        return cuerpos if cabeceras + max(cuerpos) > PRIMER_VUELO else None

    assert cada(peso) == {}


def test_nothing_waits_for_a_second_file_to_be_painted(cada):
    def que_frena(pagina):
        hojas = [e for e in pagina.elementos("link") if e.get("rel") == "stylesheet"]
        return [e.get("href") for e in hojas if e.get("media") != "print"] + [
            e.get("src") for e in pagina.elementos("script") if e.get("defer") is None
        ]

    assert cada(que_frena) == {}


def test_a_whole_page_is_at_most_four_requests_and_30_kb(cada):
    def exceso(pagina):
        traidos = {e.get("src") or e.get("href") for e in pagina.elementos("link", "img", "script")}
        archivos = [Path(find(t.removeprefix("/static/"))).read_bytes() for t in traidos]
        pesos = [len(brotli.compress(cuerpo)) for cuerpo in [pagina.respuesta.content, *archivos]]
        return pesos if len(pesos) > PEDIDOS or sum(pesos) > PAGINA_ENTERA else None

    assert cada(exceso) == {}


def test_every_image_says_its_size(cada):
    assert cada(lambda p: [e for e in p.elementos("img") if not (e.get("width") and e.get("height"))]) == {}


def test_one_style_is_written_in_each_page_its_print_is_in_the_policy_and_nothing_comes_from_elsewhere(
    cada,
):
    def sin_huella(pagina):
        escrita = pagina.texto.partition("<style>")[2].partition("</style>")[0]
        return huella(escrita) not in pagina.respuesta["Content-Security-Policy"]

    assert cada(lambda p: p.incrustado() != ["style"] and p.incrustado()) == {}
    assert cada(sin_huella) == {}
    assert cada(Pagina.ajenos) == {}
