"""The memory of public pages: fast, bounded, and never a page that is not true any more."""

import gzip
from datetime import timedelta

import brotli
import pytest
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comite.models import Accion
from fases.informacion.models import Politica
from fases.vida import cambia_en
from portal.memoria import intermedio
from portal.memoria.intermedio import Memoria, tabla
from portal.memoria.limites import BaseCaidaError
from portal.memoria.tabla import LECTURAS_QUE_LA_MERECEN

LISTA = "/plan/acciones/"


@pytest.fixture(autouse=True)
def _memoria_vacia():
    tabla.vaciar()
    yield
    tabla.vaciar()


def consultas_de(cliente, direccion, **cabeceras):
    with CaptureQueriesContext(connection) as consultas:
        respuesta = cliente.get(direccion, headers=cabeceras)
    return respuesta, [c["sql"] for c in consultas.captured_queries]


def test_the_second_reader_costs_one_query(portal_cargado, client):
    primera = client.get(LISTA)
    segunda, consultas = consultas_de(Client(), LISTA)
    assert len(consultas) == 1
    assert segunda.content == primera.content
    assert segunda.headers == primera.headers


def test_an_edit_is_seen_at_the_next_request(portal_cargado, client):
    politica = Politica.objects.first()
    client.get(politica.get_absolute_url())
    politica.titulo = "Título nuevo de la política"
    politica.save()
    assert "Título nuevo de la política" in client.get(politica.get_absolute_url()).content.decode()


@pytest.mark.parametrize("escritura", ["update", "bulk_update"])
def test_a_write_of_many_rows_is_seen_too(portal_cargado, client, escritura):
    client.get(LISTA)
    accion = Accion.objects.first()
    accion.titulo = "Acción con otro título"
    if escritura == "update":
        Accion.objects.filter(pk=accion.pk).update(titulo=accion.titulo)
    else:
        Accion.objects.bulk_update([accion], ["titulo"])
    assert "Acción con otro título" in client.get(LISTA).content.decode()


def test_each_encoding_is_the_same_page(portal_cargado, client):
    llana = client.get(LISTA)
    con_br = client.get(LISTA, headers={"accept-encoding": "gzip, deflate, br"})
    con_gzip = client.get(LISTA, headers={"accept-encoding": "gzip;q=0.5"})
    assert "Content-Encoding" not in llana
    assert (con_br["Content-Encoding"], con_gzip["Content-Encoding"]) == ("br", "gzip")
    assert brotli.decompress(con_br.content) == gzip.decompress(con_gzip.content) == llana.content
    assert con_br["ETag"] == con_gzip["ETag"] == llana["ETag"]
    assert "Accept-Encoding" in llana["Vary"]
    assert int(con_br["Content-Length"]) == len(con_br.content)


def test_a_page_that_is_read_often_is_compressed_better(portal_cargado):
    con_br = {"accept-encoding": "br"}
    pesos = [len(Client().get(LISTA, headers=con_br).content) for _ in range(LECTURAS_QUE_LA_MERECEN + 2)]
    assert pesos[-1] < pesos[0]


def test_head_is_get_without_the_body(portal_cargado, client):
    for _ in range(2):
        leida, solo = client.get(LISTA), client.head(LISTA)
        assert solo.content == b""
        assert solo.headers == leida.headers


@pytest.mark.parametrize("caliente", [False, True])
def test_whoever_has_it_already_gets_304_and_few_bytes(portal_cargado, client, caliente):
    etag = client.get(LISTA)["ETag"]
    if not caliente:
        tabla.vaciar()
    respuesta = client.get(LISTA, headers={"if-none-match": etag})
    assert (respuesta.status_code, respuesta.content) == (304, b"")
    assert sum(len(f"{n}: {v}\r\n") for n, v in respuesta.items()) < 180
    assert client.get(LISTA, headers={"if-none-match": '"otra"'}).status_code == 200


def test_each_preference_has_its_own_page(portal_cargado):
    oscuro = Client()
    oscuro.cookies["tema"] = "oscuro"
    for _ in range(2):
        assert b'data-tema="oscuro"' not in Client().get(LISTA).content
        suya = oscuro.get(LISTA)
        assert b'data-tema="oscuro"' in suya.content
        assert "Cookie" in suya["Vary"]
        assert "private" in suya["Cache-Control"]


def test_a_made_up_preference_does_not_enter_the_page(portal_cargado):
    mala = Client()
    mala.cookies["tema"] = '"><script>'
    assert b"<script>" not in mala.get(LISTA).content


def test_signed_in_people_pass_by(portal_cargado, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("alguien", password="x"))
    for _ in range(2):
        respuesta, consultas = consultas_de(client, LISTA)
        assert len(consultas) > 1
        assert "private" in respuesta["Cache-Control"]
    assert len(tabla) == 0


@pytest.mark.parametrize("direccion", ["/admin/login/", "/salud/", "/no-existe/", "/robots.txt?x=1"])
def test_only_public_pages_are_kept(portal_cargado, client, direccion):
    client.get(direccion)
    assert len(tabla) == (1 if direccion.startswith("/robots") else 0)


def test_a_form_that_is_sent_is_never_answered_from_memory(portal_cargado, client):
    client.get("/informes/verificar/")
    respuesta, consultas = consultas_de(client, "/informes/verificar/")
    assert len(consultas) == 1
    assert client.post("/informes/verificar/", {"huella": "a" * 64}).content != respuesta.content


def test_at_midnight_every_page_is_made_again(portal_cargado, client, monkeypatch):
    client.get(LISTA)
    maniana = timezone.localdate() + timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda *a: maniana)
    assert len(consultas_de(client, LISTA)[1]) > 1


def pagina(cambia=None, **cabeceras):
    """A Memoria around a view that counts its calls."""
    llamadas = []

    def vista(request):
        llamadas.append(1)
        respuesta = HttpResponse(f"página {len(llamadas)}", headers=cabeceras)
        respuesta.memorable = True
        if cambia:
            cambia_en(request, cambia + timedelta(hours=1))
            cambia_en(request, cambia)
        return respuesta

    return Memoria(vista), llamadas


@pytest.fixture
def version(monkeypatch):
    """A version that the test decides."""
    monkeypatch.setattr(intermedio.vigia, "leer", lambda: "v1")


@pytest.mark.parametrize(("dentro_de", "veces"), [(timedelta(hours=1), 1), (timedelta(seconds=-1), 2)])
def test_a_page_lives_until_the_instant_at_which_it_changes_by_itself(rf, version, dentro_de, veces):
    memoria, llamadas = pagina(cambia=timezone.now() + dentro_de)
    memoria(rf.get("/x/"))
    memoria(rf.get("/x/"))
    assert len(llamadas) == veces


def test_the_host_the_scheme_and_the_query_are_part_of_the_address(rf, version):
    memoria, llamadas = pagina()
    for pedido in [
        rf.get("/x/"),
        rf.get("/x/", headers={"host": "otro"}),
        rf.get("/x/", secure=True),
        rf.get("/x/?a=1"),
    ]:
        memoria(pedido)
    assert len(llamadas) == 4


def test_a_cookie_that_the_page_sets_is_never_given_to_another(rf, version):
    def vista(request):
        respuesta = HttpResponse("hola")
        respuesta.memorable = True
        respuesta.set_cookie("mia", "1")
        return respuesta

    memoria = Memoria(vista)
    memoria(rf.get("/x/"))
    assert len(tabla) == 0


def test_when_the_database_is_away_those_inside_know_it_already(rf, monkeypatch):
    def caida():
        raise BaseCaidaError

    monkeypatch.setattr(intermedio.vigia, "leer", caida)
    vistas = []
    memoria = Memoria(lambda request: vistas.append(request.base_caida) or HttpResponse("copia"))
    assert memoria(rf.get("/x/")).content == b"copia"
    assert vistas == [True]
    assert len(tabla) == 0
