"""The public pages of the reports: what anyone reads, downloads and verifies."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import clear_script_prefix, set_script_prefix

from comite.acciones.informes import guardar_textos, nueva_version, observar_fila, publicar_informe
from comite.informe.archivos import TIPOS
from comite.informe.canonico import huella
from comite.semestre import Semestre

from .informes import borrador, el, medir, publicado

HTML_HOSTIL = "<script>alert(1)</script>"


@pytest.fixture
def informe(ana, conectados, archivos):
    nuevo = borrador(ana)
    observar_fila(informe=nuevo, fila="indicador:conectados", texto=HTML_HOSTIL, por=ana)
    return publicar_informe(informe=nuevo, por=ana, ahora=el(date(2026, 7, 29)))


@pytest.fixture
def dos_versiones(informe, conectados, ana):
    nuevo = nueva_version(informe=informe, motivo="Faltó abril", por=ana, ahora=el(date(2026, 8, 3)))
    guardar_textos(informe=nuevo, textos={}, por=ana, corte_el=date(2026, 8, 3))
    medir(conectados, 90, ana, mes=4, en=date(2026, 8, 3))
    return publicar_informe(informe=nuevo, por=ana, ahora=el(date(2026, 8, 4)))


def texto_de(respuesta):
    return respuesta.content.decode()


def test_the_report_says_what_it_found(client, informe):
    pagina = texto_de(client.get("/informes/2026-1/"))
    assert "Informe de seguimiento, primer semestre de 2026" in pagina
    assert '<span class="senal avance">En avance</span>' in pagina
    assert "64,5\u00a0% en junio de 2026" in pagina
    assert all(archivo.huella in pagina for archivo in informe.archivos.all())
    assert HTML_HOSTIL not in pagina


def test_the_list_names_the_last_version_of_each_semester(client, dos_versiones):
    pagina = texto_de(client.get("/informes/"))
    assert pagina.count("Informe del primer semestre de 2026") == 1
    assert "versión 2" in pagina


def test_without_reports_the_list_says_when_they_come(client, db):
    assert "Todavía no hay informes." in texto_de(client.get("/informes/"))


def test_a_draft_is_nobody_s_business(client, ana, conectados):
    borrador(ana)
    assert client.get("/informes/2026-1/").status_code == 404
    assert "primer semestre de 2026" not in texto_de(client.get("/informes/"))


def test_a_replaced_version_stays_and_says_why_it_was_replaced(client, dos_versiones):
    vieja = texto_de(client.get("/informes/2026-1/?version=1"))
    assert "Esta versión fue reemplazada." in vieja
    assert "Motivo: Faltó abril" in vieja
    nueva = texto_de(client.get("/informes/2026-1/"))
    assert "Esta versión reemplaza a la 1." in nueva
    assert "Reportes recibidos: de 2 a 3." in nueva


@pytest.mark.parametrize(
    "direccion",
    [
        "2026-3/",
        "2026/",
        "0000-1/",
        "abc/",
        "2024-1/",
        "2026-1/?version=9",
        "2026-1/?version=x",
        "2026-1/?version=",
        "2026-1/informe.exe",
        "2026-3/informe.pdf",
        "9999999999-1/",
    ],
)
def test_an_address_without_a_report_is_a_404(client, informe, direccion):
    assert client.get(f"/informes/{direccion}").status_code == 404


@pytest.mark.parametrize("formato", TIPOS)
def test_each_file_is_served_as_it_was_published(client, informe, formato):
    respuesta = client.get(f"/informes/2026-1/informe.{formato}")
    archivo = informe.archivos.get(formato=formato)
    assert huella(respuesta.content) == archivo.huella
    assert respuesta["Content-Type"] == TIPOS[formato]
    assert respuesta["X-Content-Type-Options"] == "nosniff"
    assert f"informe-2026-1-v1.{formato}" in respuesta["Content-Disposition"]
    repetida = client.get(
        f"/informes/2026-1/informe.{formato}", headers={"If-None-Match": respuesta["ETag"]}
    )
    assert repetida.status_code == 304


def test_an_old_version_of_a_file_can_be_downloaded(client, informe, dos_versiones):
    respuesta = client.get("/informes/2026-1/informe.pdf?version=1")
    assert huella(respuesta.content) == informe.archivos.get(formato="pdf").huella


def test_an_altered_file_is_not_served(client, informe, archivos):
    ruta = archivos / informe.archivos.get(formato="pdf").ruta
    ruta.chmod(0o644)
    ruta.write_bytes(ruta.read_bytes()[:-1] + b" ")
    respuesta = client.get("/informes/2026-1/informe.pdf")
    assert respuesta.status_code == 503
    assert "no coincide con lo que se publicó" in texto_de(respuesta)
    assert client.get("/informes/2026-1/").status_code == 200


def test_a_print_is_verified_by_address_and_by_form(client, informe):
    pdf = informe.archivos.get(formato="pdf")
    for escrita in (pdf.huella, f" {pdf.huella.upper()} "):
        pagina = texto_de(client.get("/informes/verificar/", {"huella": escrita}))
        assert "Coincide." in pagina
        assert "PDF accesible" in pagina
    assert "Coincide." in texto_de(client.post("/informes/verificar/", {"huella": informe.huella}))


def test_a_file_is_verified_by_its_bytes(client, informe, archivos):
    datos = (archivos / informe.archivos.get(formato="pdf").ruta).read_bytes()
    bueno = client.post("/informes/verificar/", {"archivo": _archivo(datos)})
    assert "Coincide." in texto_de(bueno)
    assert "PDF accesible" in texto_de(bueno)
    malo = client.post("/informes/verificar/", {"archivo": _archivo(datos[:-1] + b"x")})
    assert "No coincide." in texto_de(malo)
    assert "Set-Cookie" not in malo.headers


@pytest.mark.parametrize(
    ("huella_escrita", "frase"),
    [
        ("abc", "La que escribió tiene 3 caracteres"),
        ("z" * 64, "64 letras"),
        ("", "Escoja un archivo o pegue su huella"),
        ("é" * 300, "Error:"),
    ],
)
def test_a_bad_print_says_what_to_do_and_stays_typed(client, db, huella_escrita, frase):
    pagina = texto_de(client.post("/informes/verificar/", {"huella": huella_escrita}))
    assert frase in pagina
    assert f'value="{huella_escrita}"' in pagina or not huella_escrita


def test_a_file_too_large_is_refused_with_a_sentence(client, db, monkeypatch):
    monkeypatch.setattr("comite.forms.verificar.LARGO_MAXIMO", 10)
    pagina = texto_de(client.post("/informes/verificar/", {"archivo": _archivo(b"x" * 11)}))
    assert "pesa más de 25 MB" in pagina


def test_a_file_and_a_print_that_disagree_are_asked_again(client, db):
    pagina = texto_de(client.post("/informes/verificar/", {"archivo": _archivo(b"x"), "huella": "a" * 64}))
    assert "deje solo uno de los dos" in pagina


def test_a_report_costs_at_most_eight_queries(client, ana, dos_versiones, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/informes/2026-1/")
    with django_assert_max_num_queries(12):
        client.get("/informes/")
    with django_assert_max_num_queries(8):
        client.get("/informes/verificar/", {"huella": "a" * 64})


def test_under_a_prefix_the_links_keep_it(client, informe):
    try:
        set_script_prefix("/quibdo/")
        pagina = texto_de(client.get("/informes/2026-1/"))
    finally:
        clear_script_prefix()
    assert 'href="/quibdo/plan/acciones/conectividad/"' in pagina
    assert 'href="/quibdo/informes/2026-1/informe.pdf?version=1"' in pagina


def test_two_semesters_are_compared_on_the_page(client, ana, conectados, archivos):
    publicado(ana, ahora=el(date(2026, 1, 20)), semestre=Semestre(2025, 2), corte=date(2026, 1, 15))
    publicado(ana)
    pagina = texto_de(client.get("/informes/2026-1/"))
    assert "Diferencia con el semestre anterior" in pagina
    assert "Semestre 2025-2" in pagina


def _archivo(datos):
    archivo = BytesIO(datos)
    archivo.name = "informe.pdf"
    return archivo
