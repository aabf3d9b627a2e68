from datetime import date
from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from comite.acciones.mediciones import corregir_medicion, registrar_medicion
from comite.acciones.soportes import cargar_soporte
from comite.models import Indicador, Soporte
from comite.periodos import Periodo
from fases.roles import COMITE
from tests.fabricas import instante, persona

CONTEO = b"sede,computadores\nCentro,140\n"


@pytest.fixture
def comite(portal_cargado):
    return persona("comite", COMITE, first_name="Ana", last_name="de Prueba")


def test_a_measurement_shows_its_evidence_its_author_and_its_correction(comite, client):
    soporte = cargar_soporte(
        archivo=ContentFile(CONTEO, "conteo.csv"),
        por=comite,
        ahora=instante(),
    )
    primera = registrar_medicion(
        indicador=Indicador.objects.get(slug="computadores-con-conectividad"),
        periodo=Periodo(date(2026, 9, 1), 1),
        numerador=Decimal(144),
        denominador=Decimal(180),
        soporte=soporte,
        por=comite,
        ahora=instante(),
    )
    corregir_medicion(
        medicion=primera,
        numerador=Decimal(140),
        denominador=Decimal(180),
        motivo="Cuatro estaban dados de baja.",
        por=comite,
        ahora=instante(),
    )
    texto = client.get("/plan/acciones/conectividad/").content.decode()
    for parte in (
        "77,78\u00a0%",
        "140 de 180",
        "<s>80\u00a0%</s>",
        "Cuatro estaban dados de baja.",
        "Ana de Prueba",
    ):
        assert parte in texto
    assert f'href="/plan/soportes/{soporte.clave}/"' in texto


def test_the_evidence_file_is_downloaded_and_never_run(comite, client):
    soporte = cargar_soporte(archivo=ContentFile(CONTEO, "conteo.csv"), por=comite, ahora=instante())
    direccion = f"/plan/soportes/{soporte.clave}/"
    assert client.get(direccion).status_code == 404, "a file that no measurement names is nobody's reading"
    registrar_medicion(
        indicador=Indicador.objects.get(slug="computadores-con-conectividad"),
        periodo=Periodo(date(2026, 9, 1), 1),
        valor=Decimal(80),
        soporte=soporte,
        por=comite,
        ahora=instante(),
    )
    respuesta = client.get(direccion)
    assert b"".join(respuesta.streaming_content) == CONTEO
    assert respuesta["Content-Disposition"] == 'attachment; filename="conteo.csv"'
    assert respuesta["X-Content-Type-Options"] == "nosniff"
    assert respuesta["Content-Security-Policy"] == "sandbox; default-src 'none'"
    Soporte.objects.get().archivo.delete(save=False)
    assert client.get(direccion).status_code == 404
