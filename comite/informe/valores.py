"""The results as comma-separated values: RFC 4180, UTF-8 with its mark so that Excel reads accents."""

import csv
import io
from datetime import date
from decimal import Decimal

from .canonico import texto_decimal
from .tablas import resultados


def csv_de(congelado):
    """Bytes of the CSV: every text quoted, decimals with a point, dates in ISO 8601."""
    hoja = resultados(congelado)
    texto = io.StringIO(newline="")
    escritor = csv.writer(texto, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    escritor.writerow(hoja.columnas)
    escritor.writerows([_celda(valor) for valor in fila] for fila in hoja.filas)
    return texto.getvalue().encode("utf-8-sig")


def _celda(valor):
    if isinstance(valor, Decimal):
        return texto_decimal(valor)
    if isinstance(valor, date):
        return valor.isoformat()
    return "" if valor is None else valor
