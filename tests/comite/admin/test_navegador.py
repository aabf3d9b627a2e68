"""The back office in a real Chromium: on a phone, silent under the CSP, and without barriers."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from comite.acciones.informes import abrir_informe
from comite.demo.cuentas import clave_de
from comite.models import Indicador, Informe, Medicion
from comite.semestre import Semestre
from fases.informacion.models import Usuario
from tests.fabricas import instante
from tests.navegador import ESCRITORIO, MOVIL

pytestmark = pytest.mark.navegador

NORMAS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.fixture(scope="module")
def paginas(portal_vivo, django_db_blocker):
    """Who visits which pages of the back office."""
    with django_db_blocker.unblock():
        control = Usuario.objects.get(username="control.demo")
        borrador = abrir_informe(semestre=Semestre(2026, 2), por=control, ahora=instante())
        indicador = Indicador.objects.get(accion__slug="conectividad").pk
        medicion = Medicion.objects.vigentes().filter(indicador=indicador).first().pk
        publicado = Informe.objects.publicados().first().pk
    informe = f"/admin/comite/informe/{borrador.pk}"
    return {
        "comite.demo": [
            "/admin/",
            "/admin/manual/",
            "/admin/autodiagnostico/",
            "/admin/comite/medicion/",
            "/admin/comite/medicion/add/",
            f"/admin/comite/medicion/add/?indicador={indicador}",
            f"/admin/comite/medicion/{medicion}/change/",
            f"/admin/comite/medicion/{medicion}/corregir/",
            f"/admin/comite/indicador/{indicador}/change/",
            f"/admin/comite/indicador/{indicador}/history/",
            "/admin/comite/metaadoptada/add/",
            "/admin/comite/accion/add/",
            "/admin/comite/proyecto/add/",
            "/admin/fases/evidencia/add/",
        ],
        "control.demo": [
            "/admin/",
            "/admin/comite/informe/add/",
            f"{informe}/change/",
            f"{informe}/observaciones/",
            f"{informe}/vista-previa/",
            f"{informe}/firmar/",
            f"/admin/comite/informe/{publicado}/change/",
            "/admin/fases/revisiondefase/add/",
        ],
        "admin.demo": [
            "/admin/",
            "/admin/informacion/usuario/",
            "/admin/informacion/usuario/add/",
            "/admin/informacion/entidad/1/change/",
            "/admin/informacion/dependencia/add/",
        ],
    }


def entrar(visita, usuario):
    visita.ir("/admin/login/")
    visita.pagina.get_by_label("Nombre de usuario").fill(usuario)
    visita.pagina.get_by_label("Contraseña").fill(clave_de(usuario))
    visita.pagina.keyboard.press("Enter")
    visita.pagina.get_by_role("heading", name="Qué debo hacer hoy").wait_for()


@pytest.mark.parametrize("usuario", ["comite.demo", "control.demo", "admin.demo"])
@pytest.mark.parametrize(("ancho", "tema"), [(MOVIL, "light"), (ESCRITORIO, "dark")])
def test_the_back_office_fits_a_phone_says_nothing_to_the_console_and_has_no_barrier(
    abrir, paginas, usuario, ancho, tema
):
    axe, faltas = Axe(), []
    with abrir(ancho=ancho, tema=tema) as visita:
        entrar(visita, usuario)
        for direccion in paginas[usuario]:
            assert visita.ir(direccion).status == 200, direccion
            if visita.desborda():
                faltas.append(f"{direccion} se desborda")
            faltas += visita.quejas
            faltas += _barreras(axe, visita.pagina, direccion)
            visita.quejas.clear()  # axe itself writes inline style, and the policy refuses it aloud
    assert faltas == []


def _barreras(axe, pagina, direccion):
    hallado = axe.run(pagina, options={"runOnly": NORMAS, "resultTypes": ["violations"]})
    return [
        f"{direccion}: {falta['id']} {falta['nodes'][0]['html'][:120]}"
        for falta in hallado.response["violations"]
    ]


def test_a_measurement_is_recorded_with_the_keyboard_alone_and_without_scripts(abrir, paginas):
    """From the home to the recorded measurement, with no mouse and no JavaScript."""
    with abrir(ancho=MOVIL, guiones=False) as visita:
        entrar(visita, "editor.demo")
        pagina = visita.pagina
        pagina.get_by_role("link", name="Registrar % de Computadores").first.focus()
        pagina.keyboard.press("Enter")
        pagina.get_by_label("Numerador").focus()
        pagina.keyboard.type("150")
        pagina.keyboard.press("Tab")
        pagina.keyboard.type("180")
        pagina.keyboard.press("Enter")
        pagina.get_by_text("La medición quedó registrada").wait_for()
        assert "83,33" in pagina.locator("#content").inner_text()
