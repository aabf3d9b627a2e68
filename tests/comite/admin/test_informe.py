"""The report in the back office, from the draft to the version that replaces it."""

from datetime import date

import pytest
from django.urls import reverse

from comite.models import (
    Informe,
)
from fases.roles import CONTROL
from tests.fabricas import CLAVE


def test_control_interno_opens_writes_signs_publishes_and_replaces_a_report(
    client, entrar, indicador, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    entrar(CONTROL, cargo="Jefe de Control Interno", first_name="Ana")
    client.post("/admin/comite/informe/add/", {"semestre": "2026-1", "corte_el": ""})
    informe = Informe.objects.get()
    pagina = {
        nombre: reverse(f"admin:comite_informe_{nombre}", args=[informe.pk])
        for nombre in ("change", "observaciones", "vista_previa", "firmar", "nueva_version")
    }
    _escribir_el_informe(client, informe, pagina)
    previa = client.get(pagina["vista_previa"]).content.decode()
    assert "Se vio el conteo" in previa
    assert "Jefe de Control Interno" in client.get(pagina["firmar"]).content.decode()
    sin_confirmar = client.post(pagina["firmar"], {"clave": CLAVE}).content.decode()
    assert "marque que revisó" in sin_confirmar
    con_otra = client.post(pagina["firmar"], {"clave": "otra", "confirmo": "on"}).content.decode()
    assert "no es la de su cuenta" in con_otra
    assert "otra" not in con_otra.partition('name="clave"')[2][:80]
    client.post(pagina["firmar"], {"clave": CLAVE, "confirmo": "on"})
    informe.refresh_from_db()
    assert informe.publicado
    assert client.post(pagina["firmar"], {"clave": CLAVE, "confirmo": "on"}).status_code == 403
    assert "Está publicado" in client.get(pagina["change"]).content.decode()
    client.post(pagina["nueva_version"], {"motivo": "Una cifra mal copiada"})
    assert Informe.objects.get(version=2).reemplaza == informe


def _escribir_el_informe(client, informe, pagina):
    textos = dict.fromkeys(
        ["introduccion", "objetivo", "alcance", "metodologia", "conclusiones", "recomendaciones"], "Texto"
    )
    hallazgos = {
        "hallazgos-TOTAL_FORMS": "1",
        "hallazgos-INITIAL_FORMS": "0",
        "hallazgos-0-orden": "1",
        "hallazgos-0-descripcion": "Meses sin reporte",
        "hallazgos-0-accion_de_mejora": "Reportar a tiempo",
        "hallazgos-0-responsable": "Sistemas",
        "hallazgos-0-estado": "abierto",
    }
    temprano = client.post(pagina["change"], {**textos, **hallazgos, "corte_el": "01/05/2026"})
    assert "fecha de corte no puede ser anterior" in temprano.content.decode()
    assert "Meses sin reporte" in temprano.content.decode()
    assert not informe.hallazgos.exists()
    client.post(pagina["change"], {**textos, **hallazgos, "corte_el": "15/07/2026"})
    informe.refresh_from_db()
    assert (informe.conclusiones, informe.corte_el) == ("Texto", date(2026, 7, 15))
    assert informe.hallazgos.get().responsable == "Sistemas"
    fila = client.get(pagina["observaciones"]).context["formulario"].fields
    client.post(pagina["observaciones"], {next(iter(fila)): "Se vio el conteo"})
    assert informe.observaciones.get().texto == "Se vio el conteo"


def test_a_report_is_not_published_before_its_semester_ends(client, entrar, portal_cargado, hoy_es):
    entrar(CONTROL, cargo="Jefe")
    hoy_es(date(2026, 11, 23))
    client.post("/admin/comite/informe/add/", {"semestre": "2026-2", "corte_el": ""})
    informe = Informe.objects.get()
    direccion = reverse("admin:comite_informe_firmar", args=[informe.pk])
    respuesta = client.post(direccion, {"clave": CLAVE, "confirmo": "on"}).content.decode()
    assert "termina el 31 de diciembre de 2026" in respuesta


@pytest.fixture
def hoy_es(monkeypatch):
    def fijar(dia):
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: dia)

    return fijar
