"""How the portal writes: the small markup of the plan, dates, numbers and sizes in Colombian Spanish.

No text is ever marked as safe here: each tag of the markup is written by ``format_html``, which escapes
whatever people wrote between them.
"""

import re
from decimal import Decimal

from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

MESES = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)
# Strong may hold emphasis and emphasis strong, one level each; crossed or loose marks match nothing.
MARCAS = re.compile(
    r"\*\*(?=\S)(?P<fuerte>(?:[^*]|\*[^*\s][^*]*\*)+?)(?<=\S)\*\*"
    r"|\*(?=[^\s*]|\*\*)(?P<enfasis>(?:[^*]|\*\*[^*]+\*\*)+?)(?<=\S)\*(?!\*)"
)
UN_KB = 1024
UN_MB = 1024 * 1024


def enfasis(texto):
    """Inline markup only: ``*em*`` and ``**strong**``, also one inside the other."""
    texto = str(texto or "")
    partes, fin = [], 0
    for hallada in MARCAS.finditer(texto):
        partes += [texto[fin : hallada.start()], _etiqueta(hallada)]
        fin = hallada.end()
    return _juntar("", [*partes, texto[fin:]])


def parrafos(texto):
    """Whole texts: blank lines part paragraphs, «## » opens a title, «- » a list."""
    bloques = re.split(r"\n\s*\n", str(texto or "").replace("\r\n", "\n").strip())
    return _juntar("\n", [_bloque(bloque) for bloque in bloques if bloque.strip()])


def sin_enfasis(texto):
    """The same words without the marks: for titles, downloads and reports."""
    texto = str(texto or "")
    while MARCAS.search(texto):
        texto = MARCAS.sub(lambda hallada: hallada["fuerte"] or hallada["enfasis"], texto)
    return texto


def renglones(texto):
    """The items of a plain list, one a line, blank lines dropped."""
    return [linea.strip() for linea in str(texto or "").splitlines() if linea.strip()]


def fecha_larga(valor):
    """«23 de noviembre de 2026» from a date or a date-time (read in the municipality's time)."""
    if not valor:
        return ""
    dia = _dia(valor)
    return f"{dia.day} de {MESES[dia.month - 1]} de {dia.year}"


def fecha_iso(valor):
    """«2026-11-23», the same day that ``fecha_larga`` says, for machines."""
    return f"{_dia(valor):%Y-%m-%d}"


def mes_corto(valor):
    """«nov»."""
    return MESES[_dia(valor).month - 1][:3]


def plural(cuantos, uno, varios):
    return uno if cuantos == 1 else varios


def numero(valor, unidad=""):
    """Decimal comma, point of thousands, no useless zeros; a «%» never parts from its number."""
    if valor is None or valor == "":
        return ""
    cifras = f"{Decimal(str(valor)).normalize():,f}"
    escrito = cifras.replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"{escrito}\u00a0%" if unidad in {"porcentaje", "%"} else escrito


def tamano(octetos):
    """«412 KB», «1,3 MB»; below one KB, «800 bytes»."""
    if octetos is None or octetos == "":
        return ""
    if octetos < UN_KB:
        return f"{octetos} bytes"
    if octetos < UN_MB:
        return f"{round(octetos / UN_KB)} KB"
    return f"{numero(round(Decimal(octetos) / UN_MB, 1))} MB"


def propio(texto):
    """A text of the house itself, never of people, as it is."""
    return SafeString(texto)


def _dia(valor):
    """The municipality's time is that of the settings: nobody changes it for a visit."""
    if getattr(valor, "tzinfo", None):
        return valor.astimezone(timezone.get_default_timezone())
    return valor


def _etiqueta(hallada):
    if hallada["fuerte"]:
        return format_html("<strong>{}</strong>", enfasis(hallada["fuerte"]))
    return format_html("<em>{}</em>", enfasis(hallada["enfasis"]))


def _bloque(bloque):
    """One block; a title or a list that follows its paragraph without a blank line is another."""
    lineas = [linea.strip() for linea in bloque.strip().split("\n")]
    corte = next((i for i, linea in enumerate(lineas) if i and _abre_otro(lineas[0], linea)), None)
    if corte:
        partes = ("\n".join(lineas[:corte]), "\n".join(lineas[corte:]))
        return _juntar("", [_bloque(parte) for parte in partes])
    if lineas[0].startswith("## "):
        return format_html("<h2>{}</h2>", enfasis(lineas[0][3:]))
    if lineas[0].startswith("- "):
        return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", _elementos(lineas)))
    return format_html("<p>{}</p>", enfasis(" ".join(lineas)))


def _abre_otro(primera, linea):
    if primera.startswith("- "):
        return linea.startswith("## ")
    return primera.startswith("## ") or linea.startswith(("- ", "## "))


def _elementos(lineas):
    return ((enfasis(linea.removeprefix("- ")),) for linea in lineas)


def _juntar(separador, partes):
    return format_html_join(separador, "{}", ((parte,) for parte in partes))
