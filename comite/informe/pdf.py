"""The report as one accessible and archivable PDF (PDF/UA-1 and PDF/A-3a), made by Typst.

The texts travel as JSON, so that nothing a person typed is ever read as markup. The fonts are those
inside Typst and the date is that of publication: the same data give the same bytes on any machine.
"""

import json
import re
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path

from .canonico import canonico
from .lectura import leer_en_palabras
from .prensa import imprimir_aparte

PLANTILLA = Path(__file__).with_name("plantilla.typ")
# What the fonts inside Typst can draw; PDF/A forbids characters without a glyph.
SIN_DIBUJO = re.compile(
    "[^\t\n\u0020-\u007e\u00a0-\u024f\u0300-\u0327\u0391-\u03a1\u03a3-\u03c9\u0401-\u045f"
    "\u2010-\u2015\u2018-\u2026\u2030-\u203a\u20ac\u2116\u2122\u2190-\u2193"
    "\u2212\u2248\u2260\u2264\u2265]"
)
REEMPLAZO = "\ufffd"


def pdf(congelado):
    """Bytes of the PDF. Raises PdfNoHechoError if the document would not be accessible.

    A compressed stream may happen to end in CR; with the LF that follows, strict readers take both for
    the end of the line and find the stream one byte short (ISO 19005-3, 6.1.7.1): another CR is clear.
    """
    contenido = canonico(congelado)
    datos = json.dumps(_dibujable(_datos(congelado)), ensure_ascii=False, sort_keys=True)
    entradas = {"datos": datos, "contenido": contenido}
    momento = int(_momento(congelado.encabezado).timestamp())
    crudo = imprimir_aparte(PLANTILLA.read_text("utf-8"), entradas, momento)
    return crudo.replace(b"\r\nendstream", b"\r\rendstream")


def _momento(encabezado):
    """Of publication; a preview uses the first instant of its cut-off day."""
    return encabezado.publicado_en or datetime.combine(encabezado.corte_el, time.min, tzinfo=UTC)


def _datos(congelado):
    """What the template shows: the report in words, the site for its addresses, and the date."""
    momento = _momento(congelado.encabezado).astimezone(UTC)
    return {
        **asdict(leer_en_palabras(congelado)),
        "sitio": congelado.encabezado.sitio,
        "momento": list(momento.timetuple()[:6]),
    }


def _dibujable(valor):
    """The same data with a visible mark where a character has no glyph."""
    if isinstance(valor, str):
        return SIN_DIBUJO.sub(REEMPLAZO, valor.replace("\r\n", "\n"))
    if isinstance(valor, dict):
        return {clave: _dibujable(v) for clave, v in valor.items()}
    if isinstance(valor, list | tuple):
        return [_dibujable(v) for v in valor]
    return valor
