from datetime import timedelta

import pytest

from fases.accion import AccionError
from fases.informacion.acciones import REPORTES_POR_HORA, reportar_barrera
from fases.informacion.models import ReporteDeBarrera
from tests.fabricas import instante

PREFERENCIAS, BARRERA = "/accesibilidad/preferencias/", "/accesibilidad/barrera/"
RELATO = {"descripcion": "No pude leer la gráfica.", "pagina": "/plan/", "nombre": "", "correo": ""}


def llenar_la_hora(ahora):
    for numero in range(REPORTES_POR_HORA):
        reportar_barrera(descripcion=f"Reporte {numero}", por=None, ahora=ahora)


def test_preferences_are_kept_and_the_person_goes_back(db, client):
    respuesta = client.post(PREFERENCIAS, {"tema": "oscuro", "letra": "2", "volver": "/plan/"})
    assert (respuesta.status_code, respuesta["Location"]) == (303, "/plan/")
    galleta = respuesta.cookies["tema"]
    assert (galleta["samesite"], galleta["max-age"], galleta["secure"]) == ("Lax", 31_536_000, "")
    pagina = client.get("/comite/")
    assert 'data-tema="oscuro" data-letra="2"' in pagina.content.decode()
    assert "Cookie" in pagina["Vary"]
    assert "private" in pagina["Cache-Control"]


def test_over_https_the_cookies_are_secure(db, client):
    respuesta = client.post(PREFERENCIAS, {"tema": "claro"}, secure=True)
    assert respuesta.cookies["tema"]["secure"]


def test_going_back_to_automatic_forgets_the_cookie(db, client):
    client.post(PREFERENCIAS, {"tema": "oscuro"})
    assert client.post(PREFERENCIAS, {"tema": ""}).cookies["tema"]["max-age"] == 0


@pytest.mark.parametrize("valor", ["verde", '"><script>'])
def test_an_invented_preference_is_not_kept(db, client, valor):
    assert client.post(PREFERENCIAS, {"tema": valor}).cookies["tema"].value == ""
    client.cookies["tema"] = valor
    assert '<html lang="es-CO">' in client.get("/comite/").content.decode()


@pytest.mark.parametrize("destino", ["https://otro.sitio/", "//otro.sitio/", "/\\otro.sitio", "", "plan/"])
def test_nobody_is_sent_to_another_site(db, client, destino):
    respuesta = client.post(PREFERENCIAS, {"volver": destino})
    assert respuesta["Location"] == "/accesibilidad/#preferencias"


@pytest.mark.parametrize("direccion", [PREFERENCIAS, BARRERA])
def test_forms_sent_from_another_site_are_refused(db, client, direccion):
    respuesta = client.post(direccion, RELATO, headers={"Sec-Fetch-Site": "cross-site"})
    assert respuesta.status_code == 403
    assert not ReporteDeBarrera.objects.exists()


@pytest.mark.parametrize("direccion", [PREFERENCIAS, BARRERA])
def test_reading_the_address_of_a_form_leads_to_the_page(db, client, direccion):
    assert client.get(direccion)["Location"] == "/accesibilidad/"


def test_a_report_is_kept_and_thanked(db, client):
    respuesta = client.post(BARRERA, RELATO)
    assert respuesta.status_code == 303
    assert ReporteDeBarrera.objects.get().descripcion == RELATO["descripcion"]
    assert "Recibimos su reporte" in client.get(respuesta["Location"]).content.decode()


def test_an_error_says_what_to_do_and_loses_nothing(db, client):
    respuesta = client.post(BARRERA, {"descripcion": "", "pagina": "La del plan", "correo": "sin arroba"})
    texto = respuesta.content.decode()
    assert respuesta.status_code == 422
    assert "Cuéntenos qué pasó" in texto
    assert "nombre@correo.co" in texto
    assert 'value="La del plan"' in texto
    assert "<title>Error: Accesibilidad" in texto


def test_a_program_that_fills_everything_is_thanked_and_forgotten(db, client):
    assert client.post(BARRERA, {**RELATO, "apellido": "x"}).status_code == 303
    assert not ReporteDeBarrera.objects.exists()


def test_one_report_too_many_in_an_hour_gets_429_and_keeps_its_text(db, client, monkeypatch):
    monkeypatch.setattr("fases.informacion.acciones.REPORTES_POR_HORA", 1)
    client.post(BARRERA, RELATO)
    respuesta = client.post(BARRERA, RELATO | {"descripcion": "Mi texto largo"})
    assert respuesta.status_code == 429
    assert "Mi texto largo" in respuesta.content.decode()
    assert ReporteDeBarrera.objects.count() == 1


def test_the_hour_passes(db):
    ahora = instante()
    llenar_la_hora(ahora)
    with pytest.raises(AccionError):
        reportar_barrera(descripcion="Otro", por=None, ahora=ahora)
    assert reportar_barrera(descripcion="Otro", por=None, ahora=ahora + timedelta(hours=1)).pk
