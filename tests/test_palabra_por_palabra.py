"""Every sentence, cell and date of the adopted plan can be read on the public pages, unchanged."""

import re

import html5lib
import pytest

from comite.acciones.plan import PLAN_DE_QUIBDO

FUENTE = PLAN_DE_QUIBDO.with_name("plan_quibdo.fuente.txt")
MEMBRETE = re.compile(
    r"Rep[úu]blica de Colombia|Departamento del Choc[óo]|Alcald[íi]a Municipal de Quibd[óo]|NIT\."
)
SIN_LECTURA = {"script", "style"}
DIRECCIONES = ["/plan/", "/plan/matriz/", "/plan/acciones/", "/fases/"]


def plano(texto):
    """Without the document's asterisks and with single blanks, as an eye reads it."""
    return re.sub(r"\s+", " ", texto.replace("*", "").replace("\xa0", " ")).strip()


def piezas():
    """Sentences and cells of the source; a paragraph cut by a page break yields its two halves."""
    for linea in FUENTE.read_text("utf-8").splitlines():
        if not linea.strip() or (MEMBRETE.search(linea) and len(linea) < 60):
            continue
        for celda in re.split(r"\t+", linea):
            yield from re.split(r"(?<=[.;”])\s+(?=[A-ZÁÉÍÓÚ])", re.sub(r"^(\d\.|-) ", "", plano(celda)))


def leido(client, direccion):
    arbol = html5lib.parse(client.get(direccion).content.decode(), namespaceHTMLElements=False)
    for padre in arbol.iter():
        for hijo in list(padre):
            if hijo.tag in SIN_LECTURA:
                padre.remove(hijo)
    return plano(" ".join(arbol.itertext()))


@pytest.mark.usefixtures("portal_cargado")
def test_every_sentence_of_the_plan_is_on_a_public_page(client):
    publico = " ".join(leido(client, direccion) for direccion in DIRECCIONES)
    sin_huecos = re.sub(r"\s", "", publico)
    faltan = [
        p for p in piezas() if re.fullmatch(r"-*", p) is None and re.sub(r"\s", "", p) not in sin_huecos
    ]
    assert faltan == []


@pytest.mark.usefixtures("portal_cargado")
def test_the_letterhead_is_shown_once_as_the_plan_prints_it(client):
    assert "NIT. 891680011-0" in leido(client, "/plan/")


@pytest.mark.usefixtures("portal_cargado")
def test_a_goal_that_the_plan_does_not_fix_is_said_and_not_invented(client):
    pagina = leido(client, "/plan/acciones/conectividad/")
    assert "Sin meta definida en el plan" in pagina
    assert "%" not in pagina.split("Sin meta definida en el plan")[1][:80]
