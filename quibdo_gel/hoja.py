"""The stylesheet as each public page carries it, and the print by which the CSP admits it."""

import hashlib
import re
from base64 import b64encode

COMENTARIO = re.compile(r"/\*.*?\*/", re.DOTALL)
CADENA = re.compile(r"""("[^"]*"|'[^']*')""")
SOBRAS = (
    (re.compile(r"\s+"), " "),
    (re.compile(r" ?([{};,>]) ?"), r"\1"),
    (re.compile(r": "), ":"),
    (re.compile(r";}"), "}"),
)


def compacta(css):
    """Without comments, blanks and last semicolons; what stands between quotes is not touched."""
    trozos = CADENA.split(COMENTARIO.sub("", css))
    trozos[::2] = [_sin_sobras(trozo) for trozo in trozos[::2]]
    return "".join(trozos).strip()


def _sin_sobras(css):
    for sobra, queda in SOBRAS:
        css = sobra.sub(queda, css)
    return css


def leer(ruta):
    """The sheet ready to be written between ``<style>`` and ``</style>``, which it must not close."""
    hoja = compacta(ruta.read_text(encoding="utf-8"))
    if "</" in hoja:
        raise ValueError(f"{ruta.name} no puede llevar «</»: cerraría la etiqueta en la que se escribe.")
    return hoja


def huella(hoja):
    """As ``style-src`` names it."""
    resumen = b64encode(hashlib.sha256(hoja.encode()).digest()).decode()
    return f"'sha256-{resumen}'"
