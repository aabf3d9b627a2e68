"""CSV evidence: plain text, and nothing that a browser would run."""

import re

from .rechazo import ArchivoRechazadoError

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
MARCADO = re.compile(r"<\s*(script|svg|html|iframe|object|embed|img|\?xml|\?php|!doctype)", re.IGNORECASE)


def revisar_csv(contenido: bytes):
    """Raise ArchivoRechazadoError unless it is UTF-8 text without markup."""
    try:
        texto = contenido.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ArchivoRechazadoError(
            "El CSV no está en UTF-8: en la hoja de cálculo use «Guardar como» y escoja «CSV UTF-8»."
        ) from None
    if CONTROL.search(texto) or texto.startswith(("MZ", "#!")):
        raise ArchivoRechazadoError("El archivo no es texto: guárdelo otra vez como «CSV UTF-8».")
    if MARCADO.search(texto):
        raise ArchivoRechazadoError("El CSV trae código de página web: guarde solo los datos.")
