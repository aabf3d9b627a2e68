"""The file of the plan holds the adopted document word for word: nothing lost, nothing re-worded."""

import copy
import json
import re
from pathlib import Path

import pytest

from comite.archivo_plan import leer

DATOS = Path(__file__).parents[2] / "comite" / "datos"
ARCHIVO = DATOS / "plan_quibdo.json"
FUENTE = (DATOS / "plan_quibdo.fuente.txt").read_text("utf-8")
CRUDO = json.loads(ARCHIVO.read_text("utf-8"))
# Keys whose texts are ours: identifiers, summaries and where each datum comes from.
NUESTROS = {
    "fuente",
    "resumen",
    "resumen_fuente",
    "slug",
    "codigo",
    "clase",
    "normas",
    "eje",
    "linea",
    "unidad",
    "sentido",
    "frecuencia",
    "responsables",
    "criterio",
    "fase",
    "plazo_nacional",
    "plazo_territorial",
}


def textos(nodo, saltar=()):
    """Every text of the file, at any depth."""
    if isinstance(nodo, str):
        yield nodo
    for clave, valor in nodo.items() if isinstance(nodo, dict) else ():
        if clave not in saltar or (isinstance(valor, list) and valor and isinstance(valor[0], dict)):
            yield from textos(valor, saltar)
    for valor in nodo if isinstance(nodo, list) else ():
        yield from textos(valor, saltar)


def renglones():
    """The lines of the document with words in them, without what every page repeats."""
    membrete = set(CRUDO["membrete"])
    for linea in FUENTE.splitlines():
        limpia = re.sub(r"^(- |\d\. )", "", linea).strip()
        if limpia.strip("*") not in membrete and re.search(r"\w", limpia):
            yield limpia


@pytest.mark.parametrize("renglon", list(renglones()))
def test_ningun_renglon_del_documento_falta(renglon):
    todos = set(textos(CRUDO))
    if "\t" in renglon:
        for celda in filter(None, renglon.split("\t")):
            assert celda in todos
    elif renglon.startswith("**PLAN") or renglon.endswith("CHOCÓ**"):
        assert renglon.strip("*") in CRUDO["titulo"]
    else:
        assert any(renglon in texto for texto in todos)


def test_ninguna_palabra_del_plan_es_nuestra():
    """All that the file gives as the plan's words stands in the document, letter by letter."""
    documento = " ".join(renglones()).replace("** DE QUIBDÓ", " DE QUIBDÓ")
    documento = re.sub(r"\s+", " ", documento + " " + " ".join(CRUDO["membrete"]) + " 1. 2. 3. 4. 5. - ")
    del_plan = copy.deepcopy(CRUDO)
    del del_plan["normas"]
    for fila in (*del_plan["fases"], *del_plan["acciones"]):
        del fila["titulo"]
    assert [texto for texto in textos(del_plan, NUESTROS) if texto not in documento] == []


@pytest.mark.parametrize(
    "rareza",
    [
        "Adicionalmente , que",
        "instituciones** , la",
        "con los ciudadanos*** y con el sector productivo",
        "garanticen la mejora continua",
        "TIC`S",
        "llevar a cado",
        "Comité Gel-t- Alcalde Municipal - Secretarios",
    ],
)
def test_las_rarezas_del_original_se_conservan(rareza):
    assert any(rareza in texto for texto in textos(CRUDO))


def test_cada_fase_tiene_los_dos_plazos_que_dice_en_letras():
    for fase in leer(ARCHIVO).fases:
        for dia, letras in (
            (fase.plazo_nacional, fase.plazo_nacional_texto),
            (fase.plazo_territorial, fase.plazo_territorial_texto),
        ):
            mes = {6: "junio", 11: "noviembre", 12: "diciembre"}[dia.month]
            assert letras == f"{dia.day}° de {mes} de {dia.year}"
