from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from fases.informacion.models import Entidad


@pytest.fixture
def con_logo(portal_cargado):
    dibujo = BytesIO()
    Image.new("RGB", (40, 40), "green").save(dibujo, "PNG")
    entidad = Entidad.actual()
    entidad.logo.save("logo-prueba.png", ContentFile(dibujo.getvalue()))
    return entidad, dibujo.getvalue()


def test_the_official_logo_takes_the_place_of_the_provisional_mark(client, con_logo):
    entidad, contenido = con_logo
    marca = f'<img src="{entidad.logo.url}" alt="" width="48" height="44">'
    assert marca in client.get("/").content.decode()
    respuesta = client.get(entidad.logo.url)
    assert respuesta.content == contenido
    assert respuesta["Content-Type"] == "image/png"
    assert respuesta["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("nombre", ["otro.png", "..%2f..%2fportal.sqlite3", "logo-prueba.svg"])
def test_no_other_file_is_served(client, con_logo, nombre):
    assert client.get(f"/archivos/entidad/{nombre}").status_code == 404


def test_a_logo_whose_file_is_gone_is_404_and_not_500(client, con_logo):
    entidad, _ = con_logo
    entidad.logo.storage.delete(entidad.logo.name)
    assert client.get(entidad.logo.url).status_code == 404
