"""PDF evidence: whole, readable, and without anything that runs or hides."""

import re
import zipfile
import zlib
from io import BytesIO

from .rechazo import ArchivoRechazadoError

PROHIBIDO = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|Encrypt)(?![A-Za-z0-9])|/JS\s*(\(|<|\d+\s+\d+\s+R)"
)
# An array is only «open at this page», which LibreOffice writes in every file; the rest may act.
ABRE_Y_ACTUA = re.compile(rb"/OpenAction(?!\s*\[)")
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
FLUJO = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
COLA = 1024
TOPE_INFLADO = 50 * 1024 * 1024


def revisar_pdf(contenido: bytes):
    """Raise ArchivoRechazadoError unless the PDF is whole and inert."""
    fin = contenido.rfind(b"%%EOF")
    if fin < 0:
        raise ArchivoRechazadoError("El PDF está incompleto: expórtelo otra vez.")
    if len(contenido) - fin > COLA or zipfile.is_zipfile(BytesIO(contenido)):
        raise ArchivoRechazadoError("El PDF trae otro archivo escondido al final: expórtelo otra vez.")
    for parte in (contenido, *_objetos_comprimidos(contenido)):
        _exigir_inerte(_sin_escapes(parte))


def _exigir_inerte(parte):
    if PROHIBIDO.search(parte) or ABRE_Y_ACTUA.search(parte):
        raise ArchivoRechazadoError(
            "El PDF trae programas, archivos dentro o está protegido con clave. Ábralo, escoja «Imprimir» "
            "y «Guardar como PDF», y cargue el nuevo."
        )


def _sin_escapes(parte):
    """Names may be written «/J#53»: read them as a viewer does."""
    return ESCAPE.sub(lambda hallado: bytes([int(hallado[1], 16)]), parte)


def _objetos_comprimidos(contenido):
    """The object streams, opened: names can be hidden inside them."""
    quedan = TOPE_INFLADO
    for hallado in FLUJO.finditer(contenido):
        antes = _sin_escapes(contenido[max(0, hallado.start() - COLA) : hallado.start()])
        if b"ObjStm" not in antes.rsplit(b"endobj", 1)[-1]:
            continue
        abierto = _inflar(hallado[1], quedan)
        quedan -= len(abierto)
        yield abierto


def _inflar(datos, tope):
    motor = zlib.decompressobj()
    try:
        abierto = motor.decompress(datos, max(tope, 1))
    except zlib.error:
        raise _ilegible() from None
    if motor.unconsumed_tail:
        raise _ilegible()
    return abierto


def _ilegible():
    return ArchivoRechazadoError("El PDF no se puede revisar por dentro: expórtelo otra vez como PDF.")
