import pytest
from django.db import OperationalError
from django.test import Client

from portal.middleware import BaseDeDatosCaida

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("metodo", ["PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "PROPFIND"])
def test_other_methods_are_refused(client, metodo):
    respuesta = client.generic(metodo, "/")
    assert respuesta.status_code == 405
    assert respuesta["Allow"] == "GET, HEAD, POST"


@pytest.mark.parametrize("juego", ["utf-16", "utf-7", "latin-1", "no-existe"])
def test_a_form_in_another_charset_is_refused_and_does_not_break(juego):
    cliente = Client(enforce_csrf_checks=True)
    tipo = f"application/x-www-form-urlencoded; charset={juego}"
    respuesta = cliente.generic("POST", "/admin/login/", b"\xff\xfea=1", content_type=tipo)
    assert respuesta.status_code == 415


@pytest.mark.parametrize("direccion", ["/plan/matriz/?q=%00", "/fases/%00/"])
def test_nul_is_refused(client, direccion):
    assert client.get(direccion).status_code == 400


def test_an_endless_query_is_refused(client):
    assert client.get("/plan/matriz/?q=" + "a" * 9000).status_code == 414


def test_a_dead_database_is_503_with_retry_after(rf):
    def caida(request):
        raise OperationalError("server closed the connection")

    respuesta = BaseDeDatosCaida(caida)(rf.get("/"))
    assert respuesta.status_code == 503
    assert respuesta["Retry-After"]
    assert b"OperationalError" not in respuesta.content


def test_a_body_too_big_says_so(client):
    respuesta = client.post("/informes/verificar/", data={"huella": "a" * 1_100_000})
    assert respuesta.status_code == 413
