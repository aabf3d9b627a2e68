"""The sheets as an Excel workbook, the same bytes for the same data."""

import io
import zipfile
from datetime import UTC, date, datetime, time
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from .empaque import reempacar
from .tablas import hojas

LARGO_DE_CELDA = 32_767
CORTE = " […] El texto completo está en el archivo JSON."
ANCHO_CORTO, ANCHO_LARGO, LARGO_DE_TITULO = 14, 44, 16
TITULO = Font(bold=True, color="FFFFFFFF")
FONDO = PatternFill("solid", fgColor="FF00573A")
AJUSTE = Alignment(vertical="top", wrap_text=True)


def xlsx(congelado):
    """Bytes of the workbook: one sheet for each part, headings frozen, numbers as numbers."""
    libro = Workbook(write_only=True)
    for hoja in hojas(congelado):
        _escribir(libro, hoja)
    _fechar(libro.properties, congelado.encabezado)
    crudo = io.BytesIO()
    with zipfile.ZipFile(crudo, "w", zipfile.ZIP_DEFLATED) as archivo:
        ExcelWriter(libro, archivo).save()
    return reempacar(crudo.getvalue())


def _escribir(libro, hoja):
    pagina = libro.create_sheet(hoja.nombre)
    pagina.freeze_panes = "A2"
    for indice in range(len(hoja.columnas)):
        largo = max((len(str(fila[indice] or "")) for fila in hoja.filas), default=0)
        ancho = ANCHO_LARGO if largo > LARGO_DE_TITULO else ANCHO_CORTO
        pagina.column_dimensions[get_column_letter(indice + 1)].width = ancho
    pagina.append([_titulo(pagina, columna) for columna in hoja.columnas])
    for fila in hoja.filas:
        pagina.append([_celda(pagina, valor) for valor in fila])


def _titulo(pagina, texto):
    celda = WriteOnlyCell(pagina, texto)
    celda.font, celda.fill, celda.alignment = TITULO, FONDO, AJUSTE
    return celda


def _celda(pagina, valor):
    celda = WriteOnlyCell(pagina, _medido(valor))
    celda.alignment = AJUSTE
    if isinstance(valor, date):
        celda.number_format = "yyyy-mm-dd"
    elif isinstance(valor, Decimal):
        celda.number_format = "#,##0.##" if valor % 1 else "#,##0"
    return celda


def _medido(valor):
    """Excel refuses longer cells: the cut is said, never silent."""
    if isinstance(valor, str) and len(valor) > LARGO_DE_CELDA:
        return valor[: LARGO_DE_CELDA - len(CORTE)] + CORTE
    return valor


def _fechar(propiedades, encabezado):
    """Dates of the file from the report itself, never from the clock."""
    en = encabezado.publicado_en or datetime.combine(encabezado.corte_el, time.min, tzinfo=UTC)
    propiedades.created = propiedades.modified = en.astimezone(UTC).replace(tzinfo=None, microsecond=0)
    propiedades.creator = propiedades.lastModifiedBy = encabezado.entidad
    propiedades.title = f"Informe del {encabezado.periodo}"
    propiedades.language = "es-CO"
