"""The filtered rows as CSV, XLSX or JSON: same rows, same columns, same order in the three.

CSV and JSON are streamed; of the XLSX only the compressed file is held in memory.
Every text cell of a sheet passes the guard against formulas.
"""

import csv
import json
from dataclasses import dataclass
from io import BytesIO

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from .celdas import celda_segura

MARCA_DE_ORDEN = "\ufeff"
TANDA = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Tabla:
    """``nombre`` of the file; ``columnas``: (key, title, function of the row); ``filas``: a queryset."""

    nombre: str
    columnas: tuple
    filas: object

    @property
    def titulos(self):
        return [titulo for _, titulo, _ in self.columnas]

    def valores(self):
        """Each row as a list, read in batches."""
        for fila in self.filas.iterator(chunk_size=TANDA):
            yield [valor(fila) for _, _, valor in self.columnas]


class _Eco:
    """A file that gives back what is written in it: what csv needs to be streamed."""

    def write(self, renglon):
        return renglon


def csv_de(tabla):
    def renglones():
        escritor = csv.writer(_Eco())
        yield MARCA_DE_ORDEN + escritor.writerow(tabla.titulos)
        for valores in tabla.valores():
            yield escritor.writerow([celda_segura(valor) for valor in valores])

    respuesta = StreamingHttpResponse(renglones(), content_type="text/csv; charset=utf-8")
    return _adjunto(respuesta, tabla, "csv")


def json_de(tabla):
    claves = [clave for clave, _, _ in tabla.columnas]

    def partes():
        titulos = json.dumps(dict(zip(claves, tabla.titulos, strict=True)), ensure_ascii=False)
        yield f'{{"columnas": {titulos}, "filas": ['
        for indice, valores in enumerate(tabla.valores()):
            fila = json.dumps(dict(zip(claves, valores, strict=True)), ensure_ascii=False)
            yield f"{',' if indice else ''}\n{fila}"
        yield "\n]}\n"

    respuesta = StreamingHttpResponse(partes(), content_type="application/json")
    return _adjunto(respuesta, tabla, "json")


def xlsx_de(tabla):
    libro = Workbook(write_only=True)
    hoja = libro.create_sheet(tabla.nombre[:31])
    hoja.freeze_panes = "A2"
    hoja.append([_titulo(hoja, titulo) for titulo in tabla.titulos])
    for valores in tabla.valores():
        hoja.append([celda_segura(valor) for valor in valores])
    archivo = BytesIO()
    libro.save(archivo)
    archivo.seek(0)
    respuesta = FileResponse(archivo, content_type=XLSX)
    return _adjunto(respuesta, tabla, "xlsx")


def _titulo(hoja, titulo):
    celda = WriteOnlyCell(hoja, value=titulo)
    celda.font = Font(bold=True)
    return celda


def _adjunto(respuesta, tabla, extension):
    respuesta["Content-Disposition"] = f'attachment; filename="{tabla.nombre}.{extension}"'
    return respuesta


FORMATOS = {"csv": csv_de, "xlsx": xlsx_de, "json": json_de}


def _programado_por(fila):
    return fila.get_origen_display() if fila.es_del_plan else f"{fila.get_origen_display()}: {fila.acta}"


COMUNES = (
    ("origen", "Origen", _programado_por),
    ("fuente", "Fuente", lambda fila: fila.fuente),
    ("direccion", "Página", lambda fila: fila.get_absolute_url()),
)
COLUMNAS_DE_MATRIZ = (
    ("eje", "Eje de acción", lambda p: p.eje.nombre),
    ("linea", "Política o línea estratégica", lambda p: p.linea.nombre),
    ("proyecto", "Proyecto", lambda p: p.nombre),
    ("meta", "Meta", lambda p: p.meta),
    ("indicadores", "Indicadores de resultado", lambda p: p.indicadores_texto),
    ("fases", "Fase asociada", lambda p: p.fases_texto),
    ("criterios", "Criterios de la fase", lambda p: p.criterios_texto),
    *COMUNES,
)
COLUMNAS_DE_ACCIONES = (
    ("accion", "Acción", lambda a: a.texto),
    ("beneficio", "Beneficios para los ciudadanos", lambda a: a.beneficio),
    ("indicador", "Indicador de gestión", lambda a: a.indicador_texto),
    ("metas", "Metas", lambda a: a.metas),
    ("actividades", "Actividades", lambda a: a.actividades),
    ("responsables", "Responsables", lambda a: a.responsables_texto),
    ("recursos", "Recursos", lambda a: a.recursos),
    ("frecuencia", "Tiempos de frecuencia", lambda a: a.frecuencia_texto),
    ("linea", "Línea del marco de acción", lambda a: a.linea.texto),
    *COMUNES,
)
