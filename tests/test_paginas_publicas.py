"""What every public page promises to a visitor, to a cache and to a slow telephone."""

import gzip
import re

import pytest
from django.contrib.staticfiles.finders import find
from django.test import Client
from django.urls import set_script_prefix

from .paginas import Pagina, archivos, presupuesto_de_consultas, publicas, sin_fragmento

ENCABEZADOS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
POLITICA = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'sha256",
    "frame-ancestors 'none'",
]
METODOS_NEGADOS = ["put", "patch", "delete", "options", "trace"]


def test_every_page_answers_200(cada):
    assert cada(lambda p: p.respuesta.status_code != 200 and p.respuesta.status_code) == {}


def test_every_page_has_one_h1_a_language_and_a_title_of_its_own(cada, visitadas):
    assert cada(lambda p: len(p.elementos("h1")) != 1) == {}
    assert cada(lambda p: p.arbol.get("lang") != "es-CO") == {}
    titulos = [p.elementos("title")[0].text.strip() for p in visitadas]
    assert "" not in titulos
    assert sorted(t for t in titulos if titulos.count(t) > 1) == []


def test_every_field_has_a_label(cada):
    assert cada(Pagina.campos_sin_rotulo) == {}


def test_no_id_is_repeated(cada):
    def repetidos(pagina):
        ids = [e.get("id") for e in pagina.elementos() if e.get("id")]
        return {i for i in ids if ids.count(i) > 1}

    assert cada(repetidos) == {}


def test_reading_leaves_no_cookie_and_touches_no_session(cada):
    assert cada(lambda p: list(p.respuesta.cookies)) == {}
    assert cada(lambda p: [sql for sql in p.consultas if "session" in sql]) == {}


def test_every_page_can_be_stored_by_anyone_for_a_short_while(cada):
    def mal_guardable(pagina):
        cabeceras = pagina.respuesta.headers
        vida = re.search(r"max-age=(\d+)", cabeceras.get("Cache-Control", ""))
        faltan = [nombre for nombre in ("ETag", "Cache-Control", "Vary") if nombre not in cabeceras]
        if not vida or not 0 < int(vida[1]) <= 600 or "public" not in cabeceras["Cache-Control"]:
            faltan.append(f"Cache-Control: {cabeceras.get('Cache-Control')}")
        return faltan + [v for v in ["Accept-Encoding"] if v not in cabeceras.get("Vary", "")]

    assert cada(mal_guardable) == {}


def test_a_repeated_visit_costs_a_304(cada, client):
    def repetida(pagina):
        respuesta = client.get(pagina.direccion, headers={"if-none-match": pagina.respuesta["ETag"]})
        return (respuesta.status_code, len(respuesta.content)) != (304, 0) and respuesta.status_code

    assert cada(repetida) == {}


def test_head_says_the_same_as_get_without_the_body(cada, client):
    def distinta(pagina):
        respuesta = client.head(pagina.direccion)
        assert respuesta.content == b""
        return {
            nombre: (valor, respuesta.headers.get(nombre))
            for nombre, valor in pagina.respuesta.headers.items()
            if respuesta.headers.get(nombre) != valor
        }

    assert cada(distinta) == {}


def test_the_compressed_page_is_the_same_page(visitadas, client, db):
    pagina = visitadas[0]
    comprimida = client.get(pagina.direccion, headers={"accept-encoding": "gzip"})
    assert gzip.decompress(comprimida.content) == pagina.respuesta.content


def test_every_page_keeps_its_budget_of_queries(cada):
    def exceso(pagina):
        usadas = len(pagina.consultas)
        return pagina.consultas if usadas > presupuesto_de_consultas(pagina.direccion) else None

    assert cada(exceso) == {}


def test_no_page_asks_the_same_twice(cada):
    assert cada(lambda p: {sql for sql in p.consultas if p.consultas.count(sql) > 1}) == {}


def test_every_page_carries_the_security_headers(cada):
    def faltan(pagina):
        cabeceras = pagina.respuesta.headers
        malas = {n: cabeceras.get(n) for n, valor in ENCABEZADOS.items() if cabeceras.get(n) != valor}
        politica = cabeceras.get("Content-Security-Policy", "")
        malas |= {directiva: politica for directiva in POLITICA if directiva not in politica}
        return malas or "Permissions-Policy" not in cabeceras

    assert cada(faltan) == {}


@pytest.mark.parametrize("metodo", METODOS_NEGADOS)
def test_other_methods_get_405(cada, client, metodo):
    assert cada(lambda p: getattr(client, metodo)(p.direccion).status_code != 405) == {}


def test_every_static_file_that_a_page_names_exists(cada):
    def perdidos(pagina):
        estaticos = [e for e in pagina.enlaces() if e.startswith("/static/")]
        return [e for e in estaticos if not find(sin_fragmento(e)[0].removeprefix("/static/"))]

    assert cada(perdidos) == {}


def test_no_internal_link_is_broken(cada, client):
    leidas = {}

    def leer(direccion):
        if direccion not in leidas:
            leidas[direccion] = Pagina(direccion, client.get(direccion, follow=True))
        return leidas[direccion]

    def esta_roto(enlace):
        direccion, fragmento = sin_fragmento(enlace)
        pagina = leer(direccion)
        if pagina.respuesta.status_code != 200:
            return True
        return bool(fragmento) and fragmento not in pagina.identificadores()

    def rotos(pagina):
        return [e for e in pagina.enlaces() if not e.startswith("/static/") and esta_roto(e)]

    assert cada(rotos) == {}


def test_every_page_is_reached_from_the_home_page(visitadas):
    por_direccion = {p.direccion: p for p in visitadas}
    vistas, pendientes = set(), ["/"]
    while pendientes:
        direccion = pendientes.pop()
        if direccion in vistas or direccion not in por_direccion:
            continue
        vistas.add(direccion)
        pendientes += [sin_fragmento(e)[0].partition("?")[0] for e in por_direccion[direccion].enlaces()]
    assert sorted(set(por_direccion) - vistas) == []


def test_every_file_and_machine_address_answers(portal_demo, client):
    malos = {d: r.status_code for d in archivos() if (r := client.get(d)).status_code != 200}
    assert malos == {}


def test_the_site_map_lists_every_page(portal_demo, client):
    mapa = client.get("/sitemap.xml").content.decode()
    assert [d for d in publicas() if f"{d}</loc>" not in mapa] == []


@pytest.fixture
def bajo_prefijo(settings):
    """The site as a proxy shows it: another host, and a prefix before every address."""
    settings.FORCE_SCRIPT_NAME = "/quibdo"
    settings.STATIC_URL = "/quibdo/static/"
    set_script_prefix("/quibdo/")
    yield Client(headers={"host": "www.gov.co"})
    set_script_prefix("/")


def test_behind_a_proxy_every_link_keeps_the_prefix(portal_demo, bajo_prefijo):
    sueltos = {}
    for direccion in publicas():
        interna = direccion.removeprefix("/quibdo")
        respuesta = bajo_prefijo.get(interna)
        pagina = Pagina("/quibdo" + interna, respuesta)
        assert respuesta.status_code == 200, direccion
        assert b"http://testserver" not in respuesta.content
        malos = [e for e in pagina.enlaces() if not e.startswith("/quibdo/")]
        if malos:
            sueltos[direccion] = malos
    assert sueltos == {}
