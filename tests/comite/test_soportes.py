"""Evidence files made to deceive, and honest ones."""

import io
import zipfile
import zlib

import pytest
from django.core.files.base import ContentFile
from PIL import Image

from comite.acciones.soportes import cargar_soporte
from comite.models import Soporte
from comite.soportes import ArchivoRechazadoError, revisar_archivo
from comite.soportes.revision import limpiar_nombre
from fases.roles import COMITE, CONTROL, SinPermisoError
from tests.fabricas import instante, persona

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
TIPOS_DOCX = b"<Types><Override ContentType='x/wordprocessingml.document.main+xml'/></Types>"
TIPOS_XLSX = b"<Types><Override ContentType='x/spreadsheetml.sheet.main+xml'/></Types>"


def archivo(nombre, contenido):
    return ContentFile(contenido, name=nombre)


def imagen(formato="JPEG", tamano=(40, 30), **opciones):
    salida = io.BytesIO()
    Image.new("RGB", tamano, "green").save(salida, formato, **opciones)
    return salida.getvalue()


def con_gps():
    exif = Image.Exif()
    exif.get_ifd(0x8825)[2] = (5.0, 41.0, 0.0)
    exif[0x010F] = "TelefonoSecreto"
    return imagen(exif=exif)


def documento(partes, **opciones):
    salida = io.BytesIO()
    with zipfile.ZipFile(salida, "w", zipfile.ZIP_DEFLATED, **opciones) as zip_:
        for nombre, contenido in partes:
            zip_.writestr(nombre, contenido)
    return salida.getvalue()


def docx(*mas):
    return documento([("[Content_Types].xml", TIPOS_DOCX), ("word/document.xml", b"<w/>"), *mas])


def xlsx(*mas):
    return documento([("[Content_Types].xml", TIPOS_XLSX), ("xl/workbook.xml", b"<w/>"), *mas])


def odf(clase):
    return documento([("mimetype", f"application/vnd.oasis.opendocument.{clase}".encode())])


def pdf_con(interior):
    return PDF.replace(b"/Type/Catalog", b"/Type/Catalog " + interior)


def pdf_con_flujo(dentro, diccionario=b"/Type/ObjStm/Filter/FlateDecode"):
    flujo = b"2 0 obj<<" + diccionario + b">>stream\n" + dentro + b"\nendstream endobj\n"
    return PDF.replace(b"trailer", flujo + b"trailer")


@pytest.mark.parametrize(
    ("nombre", "contenido"),
    [
        ("acta.pdf", PDF),
        ("acta.PDF", pdf_con(b"/OpenAction [3 0 R /XYZ null null 0]")),
        ("acta.pdf", pdf_con_flujo(zlib.compress(b"<</Type/Page>>"))),
        ("foto.jpg", imagen()),
        ("foto.jpeg", imagen()),
        ("foto.png", imagen("PNG")),
        ("foto.webp", imagen("WEBP")),
        ("hoja.xlsx", xlsx()),
        ("acta.docx", docx()),
        ("acta.odt", odf("text")),
        ("hoja.ods", odf("spreadsheet")),
        ("datos.csv", b"mes;valor\nenero;78,5\n"),
        ("datos.csv", "\ufeffaño,valor\n".encode()),
    ],
)
def test_honest_files_are_accepted(nombre, contenido):
    revisado = revisar_archivo(archivo(nombre, contenido))
    assert revisado.contenido
    assert len(revisado.huella) == 64


@pytest.mark.parametrize(
    ("nombre", "contenido", "dice"),
    [
        ("vacio.pdf", b"", "vacío"),
        ("acta.exe", b"MZ" + PDF, "No se aceptan"),
        ("acta", PDF, "No se aceptan"),
        ("logo.svg", b"<svg onload='x'/>", "No se aceptan"),
        ("pagina.html", b"<html>", "No se aceptan"),
        ("acta.docm", docx(), "No se aceptan"),
        ("acta.pdf.html", PDF, "No se aceptan"),
        ("foto.jpg", PDF, "no corresponde"),
        ("acta.pdf", imagen(), "no corresponde"),
        ("acta.pdf", b"<html>" + PDF, "no corresponde"),
        ("datos.csv", PDF, "no corresponde"),
        ("hoja.xlsx", b"mes,valor", "no corresponde"),
        ("acta.pdf", b"%PDF-1.7\nsin final", "incompleto"),
        ("acta.pdf", PDF + b"A" * 3000, "escondido"),
        ("acta.pdf", PDF + docx(), "escondido"),
        ("acta.pdf", docx()[:0] + b"%PDF-1.7 " + docx() + b"%%EOF", "escondido"),
        ("acta.pdf", pdf_con(b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>"), "programas"),
        ("acta.pdf", pdf_con(b"/OpenAction 5 0 R"), "programas"),
        ("acta.pdf", pdf_con(b"/AA<</O<</S/JavaScript>>>>"), "programas"),
        ("acta.pdf", pdf_con(b"/J#53 (x)"), "programas"),
        ("acta.pdf", pdf_con(b"/Java#53cript"), "programas"),
        ("acta.pdf", pdf_con(b"/S/Launch/F(cmd.exe)"), "programas"),
        ("acta.pdf", pdf_con(b"/Names<</EmbeddedFiles 4 0 R>>"), "programas"),
        ("acta.pdf", pdf_con(b"/Type/EmbeddedFile"), "programas"),
        ("acta.pdf", pdf_con(b"/Encrypt 9 0 R"), "programas"),
        ("acta.pdf", pdf_con_flujo(zlib.compress(b"<</S/JavaScript>>")), "programas"),
        (
            "acta.pdf",
            pdf_con_flujo(zlib.compress(b"/JS (x)"), b"/Type/Obj#53tm/Filter/FlateDecode"),
            "programas",
        ),
        ("acta.pdf", pdf_con_flujo(b"no es zlib"), "revisar por dentro"),
        ("acta.pdf", pdf_con_flujo(zlib.compress(b"\0" * 60 * 1024 * 1024)), "revisar por dentro"),
        ("foto.png", imagen("JPEG"), "no corresponde"),
        ("foto.jpg", imagen()[:200], "dañado"),
        ("foto.jpg", b"\xff\xd8\xff" + b"<script>" * 50, "dañado"),
        ("foto.png", imagen("PNG", (5001, 5000)), "25 millones"),
        ("acta.docx", xlsx(), "no es un documento"),
        ("hoja.ods", odf("text"), "no es un documento"),
        ("acta.docx", documento([("a.txt", b"x")]), "dañado"),
        ("acta.docx", docx(("word/vbaProject.bin", b"x")), "macros"),
        ("hoja.xlsx", xlsx(("xl/VBAPROJECT.BIN", b"x")), "macros"),
        ("hoja.ods", documento([("mimetype", b"x"), ("Basic/Standard/a.xml", b"x")]), "macros"),
        ("acta.docx", docx(("../../etc/passwd", b"x")), "dañado"),
        ("acta.docx", docx(("/etc/passwd", b"x")), "dañado"),
        ("acta.docx", docx(("C:\\a", b"x")), "dañado"),
        ("acta.docx", docx(*[(f"p{n}", b"") for n in range(500)]), "500 partes"),
        ("acta.docx", docx(("grande", b"\0" * 101 * 1024 * 1024)), "grande por dentro"),
        ("acta.docx", docx(("grande", b"\0" * 20 * 1024 * 1024)), "grande por dentro"),
        ("acta.docx", docx() + b"<script>", "dañado"),
        ("acta.docx", docx()[:-30], "dañado"),
        ("datos.csv", "año".encode("latin-1"), "UTF-8"),
        ("datos.csv", b"a,b\0c", "no es texto"),
        ("datos.csv", b"MZ\x90", "UTF-8"),
        ("datos.csv", b"MZ,1", "no es texto"),
        ("datos.csv", b"<svg onload=alert(1)>", "página web"),
        ("datos.csv", b"a,b\n< SCRIPT src=x>", "página web"),
        ("grande.csv", b"a" * (10 * 1024 * 1024 + 1), "10 MB"),
    ],
)
def test_a_file_that_deceives_is_refused_with_a_sentence(nombre, contenido, dice):
    with pytest.raises(ArchivoRechazadoError, match=dice):
        revisar_archivo(archivo(nombre, contenido))


def test_a_zip_that_lies_about_its_size_is_refused():
    """The declared sizes are patched down: what counts is what really comes out."""
    honesto = bytearray(docx(("grande", b"\0" * 101 * 1024 * 1024)))
    real = (101 * 1024 * 1024).to_bytes(4, "little")
    mentiroso = bytes(honesto).replace(real, (10).to_bytes(4, "little"))
    with pytest.raises(ArchivoRechazadoError):
        revisar_archivo(archivo("acta.docx", mentiroso))


def test_an_encrypted_member_is_refused():
    cifrado = docx().replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00")
    with pytest.raises(ArchivoRechazadoError, match="clave"):
        revisar_archivo(archivo("acta.docx", cifrado))


def test_a_photograph_loses_where_and_with_what_it_was_taken():
    original = con_gps()
    assert b"TelefonoSecreto" in original
    limpia = revisar_archivo(archivo("foto.jpg", original)).contenido
    with Image.open(io.BytesIO(limpia)) as foto:
        assert not foto.getexif()
        assert foto.size == (40, 30)
    assert b"TelefonoSecreto" not in limpia


@pytest.mark.parametrize("formato", ["JPEG", "PNG", "WEBP"])
def test_what_hides_behind_a_picture_is_left_behind(formato):
    extension = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}[formato]
    revisado = revisar_archivo(archivo(f"foto.{extension}", imagen(formato) + b"<script>alert(1)</script>"))
    assert b"<script>" not in revisado.contenido


@pytest.mark.parametrize(
    ("crudo", "limpio"),
    [
        ("acta\x00\x1f\u202efdp.pdf", "actafdp.pdf"),
        ("../../etc/acta.pdf", "acta.pdf"),
        ("C:\\datos\\acta.pdf", "acta.pdf"),
        ("  acta   de\tmayo .pdf", "acta de mayo .pdf"),
        ("", "sin nombre"),
    ],
)
def test_names_are_plain_text(crudo, limpio):
    assert limpiar_nombre(crudo) == limpio


def test_a_very_long_name_keeps_its_extension():
    nombre = limpiar_nombre("ñ" * 500 + ".pdf")
    assert len(nombre) == 200
    assert nombre.endswith("ñ.pdf")


@pytest.mark.django_db
def test_a_file_is_kept_under_a_random_name_with_its_print(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    comite = persona("comite", COMITE)
    soporte = cargar_soporte(archivo=archivo("acta.pdf", PDF), por=comite, ahora=instante())
    assert soporte.nombre == "acta.pdf"
    assert soporte.archivo.name == f"soportes/{soporte.clave}.pdf"
    assert (tmp_path / soporte.archivo.name).read_bytes() == PDF
    with pytest.raises(SinPermisoError):
        cargar_soporte(archivo=archivo("a.pdf", PDF), por=persona("ci", CONTROL), ahora=instante())
    assert Soporte.objects.count() == len(list((tmp_path / "soportes").iterdir())) == 1
