"""The files of a report: valid, accessible, the same bytes for the same data, and never a formula."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from datetime import date
from xml.sax.saxutils import unescape

import page
import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from comite.acciones.informes import observar_fila, publicar_informe
from comite.celdas import celda_segura, es_peligrosa
from comite.informe.archivos import FABRICAS, leer_intacto
from comite.informe.canonico import huella, leer
from comite.informe.pdf import SIN_DIBUJO, pdf

from .informes import borrador, el

HOSTILES = (
    '=HYPERLINK("http://malo")',
    "+1+1",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "  =1",
    "＝1",
    "\u200b=1",
    "\u00a0＋1",
)
TEXTO = "{{ x }} #let $y$ <b>ñ</b> 😀 中 \ue000 \x07 fin"


@pytest.fixture
def hechos(ana, conectados, archivos):
    """Bytes of each file of a published report full of hostile texts."""
    conectados.accion.titulo = HOSTILES[0]
    conectados.accion.texto = TEXTO
    conectados.accion.save()
    informe = borrador(ana, conclusiones="\n".join(HOSTILES) + TEXTO)
    observar_fila(informe=informe, fila="indicador:conectados", texto=HOSTILES[1], por=ana)
    publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 7, 29)))
    return informe, {a.formato: leer_intacto(a) for a in informe.archivos.all()}


@pytest.mark.parametrize("perfil", ["pdfua-1", "pdfa-3a"])
def test_the_pdf_is_accessible_and_archivable(hechos, perfil):
    reporte = page.validate_pdf_bytes(hechos[1]["pdf"], profile=perfil)
    assert reporte.is_compliant, [(f.rule_id, f.message) for f in reporte.failures]


def test_the_pdf_speaks_spanish_and_carries_its_data(hechos):
    informe, archivos = hechos
    documento = pypdf.PdfReader(io.BytesIO(archivos["pdf"]))
    assert documento.trailer["/Root"]["/Lang"] == "es-CO"
    ((nombre, (contenido,)),) = documento.attachments.items()
    assert (nombre, huella(contenido)) == ("informe-GEL-T-2026-1-v1.json", informe.huella)
    texto = " ".join(pagina.extract_text() for pagina in documento.pages)
    assert informe.huella in texto
    assert "Ana Prueba, Jefe" in texto


def test_texts_are_text_and_never_markup_of_the_pdf(hechos):
    documento = pypdf.PdfReader(io.BytesIO(hechos[1]["pdf"]))
    texto = " ".join(pagina.extract_text() for pagina in documento.pages)
    assert "#let $y$ <b>ñ</b>" in texto


@pytest.mark.parametrize("formato", FABRICAS)
def test_the_same_data_give_the_same_bytes(hechos, formato):
    informe, archivos = hechos
    assert FABRICAS[formato](leer(informe.contenido)) == archivos[formato]


def test_the_json_is_the_content_itself(hechos):
    informe, archivos = hechos
    assert archivos["json"].decode() == informe.contenido
    assert huella(archivos["json"]) == informe.huella
    assert json.loads(archivos["json"])["encabezado"]["codigo"] == "GEL-T-2026-1"


def celdas_xlsx(datos):
    libro = load_workbook(io.BytesIO(datos))
    return [celda for hoja in libro for fila in hoja.iter_rows() for celda in fila if celda.value]


def test_no_cell_of_the_xlsx_is_a_formula(hechos):
    celdas = celdas_xlsx(hechos[1]["xlsx"])
    assert not [c.value for c in celdas if c.data_type == "f"]
    textos = [c.value for c in celdas if isinstance(c.value, str)]
    assert f"'{HOSTILES[0]}" in textos
    assert not [texto for texto in textos if es_peligrosa(texto)]
    assert 64.5 in [c.value for c in celdas], "numbers stay numbers"


def test_no_cell_of_the_ods_is_a_formula(hechos):
    with zipfile.ZipFile(io.BytesIO(hechos[1]["ods"])) as archivo:
        assert archivo.namelist()[0] == "mimetype"
        assert archivo.infolist()[0].compress_type == zipfile.ZIP_STORED
        contenido = archivo.read("content.xml").decode()
    celdas = re.findall(r"<table:table-cell[^>/]*>(.*?)</table:table-cell>", contenido)
    textos = [unescape(re.sub("<[^>]*>", "", celda)) for celda in celdas]
    assert f"'{HOSTILES[0]}" in textos
    assert not [texto for texto in textos if es_peligrosa(texto)]
    assert "formula" not in contenido


def test_no_cell_of_the_csv_is_a_formula(hechos):
    texto = hechos[1]["csv"].decode("utf-8-sig")
    filas = list(csv.DictReader(io.StringIO(texto, newline="")))
    assert filas[0]["Acción o proyecto"] == f"'{HOSTILES[0]}"
    assert filas[0]["Observación de Control Interno"] == f"'{HOSTILES[1]}"
    assert filas[0]["Logrado"] == "64.5"
    assert not [valor for fila in filas for valor in fila.values() if es_peligrosa(valor)]


@pytest.mark.parametrize("texto", HOSTILES)
def test_a_hostile_cell_is_disarmed(texto):
    assert celda_segura(texto) == f"'{texto}"


@pytest.mark.parametrize("valor", ["Conectividad 10-20", "a=b", "", "1° de noviembre", 3, None])
def test_an_honest_cell_stays_as_it_is(valor):
    assert celda_segura(valor) == valor


@given(st.text())
def test_whatever_is_typed_the_cell_is_safe(texto):
    assert not es_peligrosa(celda_segura(texto))


def test_every_character_that_is_let_through_has_a_glyph(hechos):
    """Also in bold and in titles; PDF/A forbids the others, which would stop a publication."""
    todos = "".join(chr(c) for c in range(0x20, 0x2270) if not SIN_DIBUJO.match(chr(c)))
    congelado = leer(hechos[0].contenido)
    fila = replace(congelado.filas[0], nombre=todos, observacion=todos)
    assert pdf(replace(congelado, filas=(fila,))).startswith(b"%PDF-")
