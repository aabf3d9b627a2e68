"""The guard of every exported sheet: a text cell can never become a formula.

A spreadsheet runs a cell that begins with ``= + - @``, a tab or a carriage return; some of them skip
blanks first or read the full-width forms as the plain ones. Deleting the sign would falsify the text,
so it is kept behind an apostrophe, which the spreadsheet shows as text.
"""

import re
import unicodedata

SIGNOS = ("=", "+", "-", "@")
CONTROLES_PROHIBIDOS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udfff]")
INVISIBLES = ("Cf", "Zs", "Zl", "Zp", "Cc")


def celda_segura(valor):
    """The value as it may be written in a cell: numbers and dates as they are, text disarmed.

    Characters that XML forbids are dropped: a sheet that holds one does not open.
    """
    if not isinstance(valor, str):
        return valor
    limpio = CONTROLES_PROHIBIDOS.sub("", valor)
    return f"'{limpio}" if es_peligrosa(limpio) else limpio


def es_peligrosa(texto):
    """True when a spreadsheet might run it: a sign first, blanks and full-width forms included."""
    if texto.startswith(("\t", "\r", "\n")):
        return True
    plano = unicodedata.normalize("NFKC", texto)
    visible = next((c for c in plano if unicodedata.category(c) not in INVISIBLES), "")
    return visible in (*SIGNOS, "\u2212")
