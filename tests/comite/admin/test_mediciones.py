"""A measurement recorded and corrected in its short form."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from comite.models import (
    Indicador,
    Medicion,
    Soporte,
)
from fases.roles import COMITE, EDITOR
from tests.comite.test_soportes import PDF

AGREGAR = "/admin/comite/medicion/add/"


def formulario(indicador):
    return f"{AGREGAR}?indicador={indicador.pk}"


def test_a_measurement_is_recorded_with_its_evidence_in_one_short_form(
    client, entrar, indicador, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    editor = entrar(EDITOR)
    pagina = client.get(formulario(indicador)).content.decode()
    assert "Porcentaje (0 a 100)" in pagina
    assert "Secretaría de prueba" in pagina
    respuesta = client.post(
        formulario(indicador),
        {
            "periodo": "2026-02-01",
            "numerador": "141",
            "denominador": "1.180",
            "archivo": SimpleUploadedFile("conteo.pdf", PDF),
        },
    )
    medicion = Medicion.objects.get()
    assert respuesta.headers["Location"].endswith(f"/medicion/{medicion.pk}/change/")
    assert (medicion.valor, medicion.soporte.nombre, medicion.registrada_por) == (
        Decimal("11.95"),
        "conteo.pdf",
        editor,
    )


@pytest.mark.parametrize(
    ("datos", "dice"),
    [
        ({"valor": "140"}, "de 0 a 100"),
        ({"valor": "muchos"}, "Escriba solo un número"),
        ({"valor": "NaN"}, "Escriba solo un número"),
        ({"valor": "9" * 40}, "demasiado largo"),
        ({"valor": "50", "periodo": "2027-01-01"}, "Escoja un periodo de la lista"),
        ({"valor": "50", "periodo": "ayer"}, "Escoja un periodo de la lista"),
        ({}, "Escriba el valor, o declare"),
        ({"sin_movimiento": "on", "valor": "5"}, "pero no los dos"),
        ({"valor": "50", "enlace": "javascript:alert(1)"}, "Escriba un enlace completo"),
        ({"numerador": "5", "denominador": "4"}, "mayor que el denominador"),
    ],
)
def test_a_mistake_gets_a_sentence_and_loses_nothing_typed(client, entrar, indicador, datos, dice):
    entrar(EDITOR)
    cuerpo = {"periodo": "2026-02-01", "nota": "Lo que ya escribí", **datos}
    respuesta = client.post(formulario(indicador), cuerpo)
    pagina = respuesta.content.decode()
    assert respuesta.status_code == 200
    assert dice in pagina
    assert "Lo que ya escribí" in pagina
    assert datos.get("valor", "") in pagina
    assert not Medicion.objects.exists()


def test_a_refused_file_leaves_neither_row_nor_file(client, entrar, indicador, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    entrar(EDITOR)
    malo = SimpleUploadedFile("conteo.pdf", PDF.replace(b"/Type", b"/S/JavaScript"))
    respuesta = client.post(
        formulario(indicador), {"periodo": "2026-02-01", "valor": "50", "archivo": malo}
    )
    assert "El PDF trae programas" in respuesta.content.decode()
    bueno = SimpleUploadedFile("conteo.pdf", PDF)
    client.post(formulario(indicador), {"periodo": "2026-02-01", "valor": "140", "archivo": bueno})
    assert not Medicion.objects.exists()
    assert not Soporte.objects.exists()
    assert list(tmp_path.rglob("*.pdf")) == []


@pytest.mark.parametrize("clave", ["abc", "0", "-1", "9" * 30, "٣", ""])
def test_an_indicator_that_does_not_exist_is_not_found(client, entrar, indicador, clave):
    entrar(COMITE)
    assert client.get(f"{AGREGAR}?indicador={clave}").status_code == 404


def test_an_editor_is_offered_only_the_indicators_of_the_own_office(client, entrar, indicador):
    entrar(EDITOR)
    pagina = client.get(AGREGAR).content.decode()
    assert f"?indicador={indicador.pk}" in pagina
    assert pagina.count("?indicador=") == 1
    ajeno = Indicador.objects.exclude(pk=indicador.pk).first()
    assert client.get(f"{AGREGAR}?indicador={ajeno.pk}").status_code == 403


def test_a_measurement_is_corrected_and_keeps_its_file(client, entrar, indicador, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    entrar(EDITOR)
    client.post(
        formulario(indicador),
        {"periodo": "2026-02-01", "valor": "78,5", "archivo": SimpleUploadedFile("a.pdf", PDF)},
    )
    mala = Medicion.objects.get()
    direccion = reverse("admin:comite_medicion_corregir", args=[mala.pk])
    assert 'value="78,5"' in client.get(direccion).content.decode()
    sin_motivo = client.post(direccion, {"valor": "80"})
    assert "Este campo es obligatorio" in sin_motivo.content.decode()
    client.post(direccion, {"valor": "80", "motivo": "Se contó mal"})
    buena = Medicion.objects.vigentes().get()
    assert (buena.valor, buena.corrige, buena.soporte) == (Decimal(80), mala, mala.soporte)
    assert client.get(direccion).status_code == 403


def test_the_list_of_measurements_takes_the_same_queries_whatever_the_size(
    client, entrar, indicador, django_assert_max_num_queries
):
    comite = entrar(COMITE)
    Medicion.objects.bulk_create(
        Medicion(
            indicador=indicador,
            periodo_desde=date(2000 + n // 12, n % 12 + 1, 1),
            periodo_meses=1,
            valor=n,
            registrada_por=comite,
            registrada_en="2026-01-01T10:00-05:00",
        )
        for n in range(60)
    )
    with django_assert_max_num_queries(14):
        client.get("/admin/comite/medicion/")
