"""The sheets as an OpenDocument spreadsheet, written by hand: a zip with four small XML files."""

from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape, quoteattr

from .canonico import texto_decimal
from .empaque import empacar
from .tablas import hojas

TIPO = "application/vnd.oasis.opendocument.spreadsheet"
CABEZA = '<?xml version="1.0" encoding="UTF-8"?>\n'
ESPACIOS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" '
    'xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" office:version="1.3"'
)
ESTILOS = (
    "<office:automatic-styles>"
    '<style:style style:name="columna" style:family="table-column">'
    '<style:table-column-properties style:column-width="5cm"/></style:style>'
    '<style:style style:name="titulo" style:family="table-cell">'
    '<style:table-cell-properties fo:background-color="#00573a" fo:wrap-option="wrap"/>'
    '<style:text-properties fo:color="#ffffff" fo:font-weight="bold"/></style:style>'
    '<style:style style:name="celda" style:family="table-cell">'
    '<style:table-cell-properties fo:wrap-option="wrap" style:vertical-align="top"/></style:style>'
    "</office:automatic-styles>"
)
MANIFIESTO = (
    f"{CABEZA}<manifest:manifest "
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{TIPO}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def ods(congelado):
    """Bytes of the spreadsheet, the same for the same data."""
    partes = [
        ("mimetype", TIPO.encode()),
        ("content.xml", _contenido(congelado).encode()),
        ("meta.xml", _meta(congelado.encabezado).encode()),
        ("META-INF/manifest.xml", MANIFIESTO.encode()),
    ]
    return empacar(partes, sin_comprimir={"mimetype"})


def _contenido(congelado):
    tablas = "".join(_tabla(hoja) for hoja in hojas(congelado))
    cuerpo = f"<office:body><office:spreadsheet>{tablas}</office:spreadsheet></office:body>"
    return f"{CABEZA}<office:document-content {ESPACIOS}>{ESTILOS}{cuerpo}</office:document-content>"


def _tabla(hoja):
    columnas = '<table:table-column table:style-name="columna"/>' * len(hoja.columnas)
    titulos = "".join(_celda(titulo, "titulo") for titulo in hoja.columnas)
    filas = "".join(_fila(fila) for fila in hoja.filas)
    return (
        f"<table:table table:name={quoteattr(hoja.nombre)}>{columnas}"
        f"<table:table-header-rows><table:table-row>{titulos}</table:table-row></table:table-header-rows>"
        f"{filas}</table:table>"
    )


def _fila(fila):
    return f"<table:table-row>{''.join(_celda(valor) for valor in fila)}</table:table-row>"


def _celda(valor, estilo="celda"):
    inicio = f'<table:table-cell table:style-name="{estilo}"'
    if valor is None or valor == "":
        return f"{inicio}/>"
    return f"{inicio} {_tipo(valor)}>{_parrafos(valor)}</table:table-cell>"


def _tipo(valor):
    if isinstance(valor, Decimal | int):
        return f'office:value-type="float" office:value="{_numero(valor)}"'
    if isinstance(valor, date):
        return f'office:value-type="date" office:date-value="{valor.isoformat()}"'
    return 'office:value-type="string"'


def _parrafos(valor):
    """Each line is a paragraph; runs of blanks would otherwise collapse into one."""
    texto = _numero(valor) if isinstance(valor, Decimal) else str(valor)
    return "".join(f"<text:p>{_blancos(escape(linea))}</text:p>" for linea in texto.split("\n"))


def _blancos(texto):
    return texto.replace("\t", "<text:tab/>").replace("  ", " <text:s/>")


def _numero(valor):
    return texto_decimal(valor) if isinstance(valor, Decimal) else str(valor)


def _meta(encabezado):
    en = encabezado.publicado_en or encabezado.corte_el
    return (
        f"{CABEZA}<office:document-meta {ESPACIOS}><office:meta>"
        f"<dc:title>{escape(f'Informe del {encabezado.periodo}')}</dc:title>"
        f"<dc:creator>{escape(encabezado.entidad)}</dc:creator><dc:language>es-CO</dc:language>"
        f"<dc:date>{en.isoformat()}</dc:date></office:meta></office:document-meta>"
    )
