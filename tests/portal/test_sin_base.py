"""Without a database: who reads gets a copy, who sends gets 503 and keeps what was written."""

import gzip
import json

import pytest
from django.db import DatabaseError, IntegrityError, InterfaceError, OperationalError
from django.test import Client

from portal.memoria import intermedio
from portal.memoria.limites import BaseCaidaError
from portal.middleware import BaseDeDatosCaida
from portal.sin_base import es_caida

AVISO = "Está leyendo una copia"
ESCRITO = 'El contraste <b>no</b> deja leer "nada".'


@pytest.fixture
def caida(copiado, monkeypatch):
    """The copies made, and then a database that does not answer: any query would fail the test."""

    def no_responde():
        raise BaseCaidaError

    monkeypatch.setattr(intermedio.vigia, "leer", no_responde)


@pytest.fixture
def sin_consultas(caida, django_assert_num_queries):
    with django_assert_num_queries(0):
        yield


@pytest.mark.usefixtures("sin_consultas")
class TestLeer:
    def test_a_public_page_is_its_copy(self, client):
        respuesta = client.get("/plan/acciones/")
        assert respuesta.status_code == 200
        assert AVISO in respuesta.content.decode()
        assert respuesta["X-Copia"].startswith("20")
        assert respuesta["Cache-Control"] == "no-store"
        assert "default-src 'none'" in respuesta["Content-Security-Policy"]
        assert respuesta["X-Content-Type-Options"] == "nosniff"

    def test_it_travels_compressed(self, client):
        respuesta = client.get("/plan/", headers={"accept-encoding": "gzip, br"})
        assert AVISO in gzip.decompress(respuesta.content).decode()

    def test_each_person_keeps_colours_and_letters(self):
        persona = Client()
        persona.cookies["tema"], persona.cookies["letra"] = "oscuro", '3"><script>'
        pagina = persona.get("/plan/").content.decode()
        assert 'data-tema="oscuro"' in pagina
        assert "<script>" not in pagina

    def test_a_table_is_downloaded(self, client):
        respuesta = client.get("/plan/matriz.csv")
        assert respuesta.status_code == 200
        assert "attachment" in respuesta["Content-Disposition"]
        assert b"".join(respuesta).startswith("\ufeff".encode())

    @pytest.mark.parametrize(
        "direccion",
        ["/no-existe/", "/plan/acciones/?q=nunca-visitada", "/admin/", "/../sello", "/.candado"],
    )
    def test_what_has_no_copy_is_503(self, client, direccion):
        respuesta = client.get(direccion)
        assert respuesta.status_code == 503
        assert respuesta["Retry-After"] == "30"

    def test_health_names_what_fails(self, client):
        respuesta = client.get("/salud/")
        assert respuesta.status_code == 503
        assert json.loads(respuesta.content)["base_de_datos"] == "falla"

    def test_head_is_answered_too(self, client):
        assert client.head("/plan/").status_code == 200


@pytest.mark.usefixtures("sin_consultas")
class TestEnviar:
    def test_a_form_gets_503_and_gives_back_what_was_written(self, client):
        respuesta = client.post("/accesibilidad/barrera/", {"pagina": "/plan/", "descripcion": ESCRITO})
        pagina = respuesta.content.decode()
        assert respuesta.status_code == 503
        assert respuesta["Retry-After"] == "30"
        assert "no-store" in respuesta["Cache-Control"]
        assert "El contraste &lt;b&gt;no&lt;/b&gt; deja leer &quot;nada&quot;." in pagina
        assert 'name="descripcion"' in pagina
        assert 'action="/accesibilidad/barrera/"' in pagina

    @pytest.mark.parametrize(
        "datos",
        [{}, {"descripcion": " "}, {"clave": "secreto", "usuario": "ana"}, {"descripcion": "x" * 30_000}],
    )
    def test_without_anything_to_keep_it_is_the_plain_page(self, client, datos):
        respuesta = client.post("/accesibilidad/barrera/", datos)
        assert respuesta.status_code == 503
        assert b"<textarea" not in respuesta.content
        assert b"secreto" not in respuesta.content

    def test_what_is_sent_to_the_back_office_is_not_shown_again(self, client):
        respuesta = client.post("/admin/login/", {"username": "ana", "password": "x"})
        assert respuesta.status_code == 503
        assert b"ana" not in respuesta.content

    def test_a_body_that_cannot_be_read_is_503_all_the_same(self, client):
        grande = client.post("/accesibilidad/barrera/", {"descripcion": "x" * 2_000_000})
        roto = client.generic("POST", "/accesibilidad/barrera/", b"x", content_type="multipart/form-data")
        assert (grande.status_code, roto.status_code) == (503, 503)

    def test_preferences_need_no_database(self, client):
        respuesta = client.post("/accesibilidad/preferencias/", {"tema": "oscuro", "volver": "/plan/"})
        assert respuesta.status_code == 303
        assert respuesta.cookies["tema"].value == "oscuro"


@pytest.mark.parametrize("clase", [OperationalError, InterfaceError, DatabaseError])
def test_a_database_that_breaks_in_the_middle_is_503(rf, clase):
    def vista(request):
        raise clase("file is not a database")

    respuesta = BaseDeDatosCaida(vista)(rf.get("/no-hay-copia/"))
    assert respuesta.status_code == 503
    assert respuesta["Retry-After"]


def test_a_rule_of_the_database_is_not_a_dead_database():
    assert not es_caida(IntegrityError("repetido"))
    assert not es_caida(ValueError("otra cosa"))


def test_a_session_that_cannot_be_read_is_503_and_not_500(portal_cargado, client, settings, monkeypatch):
    def rota(self):
        raise OperationalError("server closed the connection")

    client.cookies[settings.SESSION_COOKIE_NAME] = "abcdefgh12345678"
    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", rota)
    respuesta = client.get("/admin/")
    assert respuesta.status_code == 503
    assert respuesta["Retry-After"] == "30"
