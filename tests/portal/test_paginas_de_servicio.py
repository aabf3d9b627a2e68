import json

import pytest
from django.db import OperationalError

from fases.informacion.models import Entidad
from fases.roles import COMITE
from tests.fabricas import CLAVE, persona


def test_health_names_the_parts(db, client):
    respuesta = client.get("/salud/")
    assert respuesta.status_code == 200
    assert json.loads(respuesta.content) == {"estado": "ok", "base_de_datos": "ok", "archivos": "ok"}
    assert "no-store" in respuesta["Cache-Control"]


def test_health_says_which_part_fails(db, client, settings, tmp_path):
    ocupado = tmp_path / "ocupado"
    ocupado.write_text("no soy una carpeta")
    settings.MEDIA_ROOT = ocupado
    respuesta = client.get("/salud/")
    assert respuesta.status_code == 503
    assert json.loads(respuesta.content) == {"estado": "falla", "base_de_datos": "ok", "archivos": "falla"}


def test_health_answers_without_a_database(client, monkeypatch):
    def caida():
        raise OperationalError

    monkeypatch.setattr("portal.salud._base_de_datos", caida)
    respuesta = client.get("/salud/")
    assert respuesta.status_code == 503
    assert json.loads(respuesta.content)["base_de_datos"] == "falla"


def test_robots_points_to_the_map_and_keeps_out_of_the_back_office(client):
    texto = client.get("/robots.txt").content.decode()
    assert "Disallow: /admin/" in texto
    assert "Sitemap: http://testserver/sitemap.xml" in texto


def test_the_addresses_for_crawlers_are_those_of_the_site(db, client, settings):
    settings.SITE_URL = "https://www.quibdo.example"
    assert "Sitemap: https://www.quibdo.example/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert "<loc>https://www.quibdo.example/</loc>" in client.get("/sitemap.xml").content.decode()


def test_the_gallery_is_for_the_staff(portal_cargado, client):
    assert client.get("/estilo/")["Location"].startswith("/admin/login/")
    persona("comite", COMITE)
    client.login(username="comite", password=CLAVE)
    assert client.get("/estilo/").status_code == 200


def test_the_home_works_before_anything_is_loaded(db, client):
    texto = client.get("/").content.decode()
    assert "Aquí no hay fases todavía" in texto
    assert "Aquí no hay mediciones todavía" in texto
    assert "no ha publicado el primero" in texto


def test_the_band_of_the_demonstration_only_stands_while_there_is_one(portal_cargado, client):
    assert "Versión de demostración" not in client.get("/").content.decode()


@pytest.mark.parametrize(
    ("direccion", "titulo"),
    [("/", "Inicio"), ("/fases/", "Gobierno en Línea"), ("/plan/matriz/", "Plan de Acción")],
)
def test_the_menu_marks_the_room_in_which_one_is(portal_cargado, client, direccion, titulo):
    menu = client.get(direccion).context["menu"]
    assert [entrada.titulo for entrada in menu if entrada.actual] == [titulo]


def test_unknown_data_of_the_entity_reads_por_confirmar(portal_cargado, client):
    assert Entidad.actual().telefono == ""
    assert "Conmutador: por confirmar" in client.get("/").content.decode()
