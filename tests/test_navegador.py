"""Every public page in a real Chromium: accessible, silent, and no wider than a cheap phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from .navegador import ESCRITORIO, MOVIL
from .paginas import publicas, una_por_forma

pytestmark = pytest.mark.navegador

NORMAS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
INEXISTENTE = "/no-hay-nada-aqui/"
ANGOSTO = 320


@pytest.mark.parametrize("tema", ["light", "dark"])
@pytest.mark.parametrize("ancho", [MOVIL, ESCRITORIO])
def test_no_page_has_a_barrier_that_axe_knows(abrir, ancho, tema):
    axe, barreras = Axe(), {}
    with abrir(ancho=ancho, tema=tema) as visita:
        for direccion in [*una_por_forma(), INEXISTENTE]:
            visita.ir(direccion)
            resultado = axe.run(visita.pagina, options={"runOnly": NORMAS, "resultTypes": ["violations"]})
            if resultado.violations_count:
                barreras[direccion] = resultado.generate_snapshot()
                barreras[direccion] += "\n" + resultado.generate_report()
    assert barreras == {}


def test_no_page_complains_or_asks_another_host(abrir):
    with abrir() as visita:
        for direccion in publicas():
            visita.ir(direccion)
        assert visita.quejas == []


@pytest.mark.parametrize("ancho", [ANGOSTO, MOVIL])
def test_no_page_scrolls_sideways_on_a_phone(abrir, ancho):
    with abrir(ancho=ancho) as visita:
        anchas = []
        for direccion in [*publicas(), INEXISTENTE]:
            visita.ir(direccion)
            if visita.desborda():
                anchas.append(direccion)
        assert anchas == []


def test_everything_is_read_without_javascript(abrir):
    with abrir(ancho=MOVIL, guiones=False) as visita:
        for direccion in publicas():
            assert visita.ir(direccion).status == 200, direccion
            assert visita.pagina.locator("h1").inner_text().strip(), direccion
            assert len(visita.pagina.locator("main").inner_text()) > 100, direccion


def test_the_keyboard_reaches_the_content_first(abrir):
    with abrir() as visita:
        visita.ir("/")
        visita.pagina.keyboard.press("Tab")
        visita.pagina.keyboard.press("Enter")
        assert visita.pagina.evaluate("document.activeElement.id") == "contenido"
