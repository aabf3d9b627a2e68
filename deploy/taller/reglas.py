"""Rules of the house that no linter knows, as patterns over the files of the repository."""

import re
from collections import namedtuple

from .entorno import RAIZ

Regla = namedtuple("Regla", "nombre patron donde salvo")

CODIGO = r"^(quibdo_gel|portal|comite|fases)/.*\.py$"
PLANTILLA = r"^(jinja2|templates)/.*\.(html|svg)$"
CUALQUIERA = r".*"
# Written in pieces, so that this file does not break its own rule.
REGISTROS = "|".join(
    ["pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.(org|com)", "deb" + r"ian\.org/"]
)

REGLAS = [
    Regla(
        "el HTML se marca como seguro en un solo lugar",
        r"\bmark_safe\b|\|\s*safe\b|SafeString|Markup\b|autoescape\s+(off|false)",
        r"\.(py|html|svg|xml)$",
        r"^(fases/texto\.py|deploy/taller/reglas\.py|tests/)",
    ),
    Regla(
        "sin estilo dentro de la plantilla",
        r"\sstyle\s*=|<style\b",
        PLANTILLA,
        r"^jinja2/componentes/hojas\.html$",
    ),
    Regla(
        "sin guion dentro de la plantilla",
        r"<script(?![^>]*\ssrc=)|\son[a-z]+\s*=|javascript:",
        PLANTILLA,
        None,
    ),
    Regla("ningún registro de paquetes por su nombre", REGISTROS, CUALQUIERA, None),
    Regla("sin señales", r"@receiver\b|(?<!psycopg)(?<!sqlite3)\.connect\(|django\.dispatch", CODIGO, None),
    Regla("sin pendientes", r"\b(TO" + r"DO|FIX" + r"ME|XX" + r"X)\b", CUALQUIERA, r"\.(json|txt|lock)$"),
    Regla(
        "sin excepciones al revisor",
        r"#\s*no" + r"qa|type:\s*ign" + r"ore|fmt:\s*(off|sk" + r"ip)",
        r"\.py$",
        None,
    ),
]


def objeciones(rutas):
    """One line «archivo:línea: regla» per breach."""
    lista = []
    for ruta in rutas:
        aplicables = [regla for regla in REGLAS if _aplica(regla, ruta)]
        if aplicables:
            lista += list(_en_archivo(ruta, aplicables))
    return lista


def _aplica(regla, ruta):
    return re.search(regla.donde, ruta) and not (regla.salvo and re.search(regla.salvo, ruta))


def _en_archivo(ruta, reglas):
    try:
        texto = (RAIZ / ruta).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    for numero, linea in enumerate(texto.splitlines(), 1):
        for regla in reglas:
            if re.search(regla.patron, linea):
                yield "%s:%d: %s" % (ruta, numero, regla.nombre)
