"""Two application hosts, a balancer, PostgreSQL and a bucket, each on a machine of its own.

They bring a PostgreSQL of their own: once is enough, in the run that is on PostgreSQL.
"""

import os
import re
import time

import pytest

from deploy.taller import postgres
from tests.comite.test_soportes import imagen

from .ciudad import CLAVE, PUERTO_WEB, encendida
from .maquina import exigir
from .red import hay_espacios
from .visitas import Lectores, Persona

pytestmark = pytest.mark.motor("postgresql")
CON_ESPACIOS = hay_espacios()
MUERTES = ["de golpe", "sin cable"] if CON_ESPACIOS else ["de golpe"]
ENTIDAD = "/admin/informacion/entidad/1/change/"


@pytest.fixture(scope="module", params=["espacios de red" if CON_ESPACIOS else "direcciones de loopback"])
def ciudad():
    """The name of the case says how the machines were kept apart."""
    exigir("nginx", "ip", tambien=[("postgresql", postgres.buscar()), ("ser root", os.geteuid() == 0)])
    with encendida(CON_ESPACIOS) as toda:
        yield toda


@pytest.fixture(scope="module")
def rutas(ciudad):
    """Every public page, as the site map tells them."""
    mapa = ciudad.pagina(ciudad.uno, "/sitemap.xml").text
    todas = re.findall(r"<loc>http://[^/]+(/[^<]*)</loc>", mapa)
    assert len(todas) > 40
    return todas


@pytest.fixture(scope="module")
def ana(ciudad):
    """She signed in through the first host."""
    persona = Persona(ciudad, "ana", CLAVE)
    assert persona.entrar(ciudad.uno).status_code == 302
    return persona


def test_who_signs_in_on_one_host_is_known_on_the_other(ciudad, ana):
    for anfitrion in (ciudad.uno, ciudad.dos):
        assert ana.ver(anfitrion, "/admin/").status_code == 200


def test_an_edit_on_one_host_is_seen_on_the_other_at_the_next_request(ciudad, ana, rutas):
    with Lectores(ciudad, rutas) as lectores:
        for vez in range(10):
            aqui, alla = (ciudad.uno, ciudad.dos) if vez % 2 else (ciudad.dos, ciudad.uno)
            telefono = f"604 670 00{vez:02}"
            assert telefono not in ciudad.pagina(alla).text
            assert ana.llenar(aqui, ENTIDAD, {"telefono": telefono}).status_code == 302
            assert telefono in ciudad.pagina(alla).text
            assert telefono in ciudad.pagina(aqui).text
    assert lectores.malas == []


def test_a_file_kept_by_one_host_is_handed_out_by_the_other(ciudad, ana):
    logo = {"logo": ("logo.png", imagen("PNG"), "image/png")}
    assert ana.llenar(ciudad.uno, ENTIDAD, {}, logo).status_code == 302
    (direccion,) = set(re.findall(r'src="(/archivos/entidad/[^"]+)"', ciudad.pagina(ciudad.dos).text))
    entregado = ciudad.pagina(ciudad.dos, direccion)
    assert entregado.status_code == 200
    assert entregado.content.startswith(b"\x89PNG")
    assert entregado.content == ciudad.pagina(ciudad.uno, direccion).content


@pytest.mark.parametrize("muerte", MUERTES)
def test_a_host_that_dies_under_load_loses_no_read(ciudad, rutas, muerte, record_property):
    suya = f"{ciudad.dos.direccion}:{PUERTO_WEB}"
    with Lectores(ciudad, rutas) as lectores:
        time.sleep(1.5)
        assert lectores.atendieron(0)[suya] > 50
        if muerte == "de golpe":
            ciudad.dos.morir()
        else:
            ciudad.dos.cable(puesto=False)
        muerta = time.monotonic() + 0.5
        time.sleep(2.5)
        assert lectores.atendieron(muerta)[suya] == 0
        revivir(ciudad, muerte)
        limite, revivida = time.monotonic() + 15, time.monotonic()
        while lectores.atendieron(revivida)[suya] < 50:
            assert time.monotonic() < limite, "el anfitrión que volvió no recibe visitas"
            time.sleep(0.1)
    record_property("carga", lectores.resumen())
    assert lectores.malas == []
    assert len(lectores.visitas) > 500


def test_after_a_restart_of_the_database_nobody_is_refused(ciudad, ana):
    """Every idle connection is broken then, and whoever comes must not be the one to find out."""
    for _ in range(2):
        ciudad.detener_base()
        ciudad.arrancar_base()
        time.sleep(1.2)  # for a second nobody insists
        assert [ana.ver(ciudad.uno, "/admin/").status_code for _ in range(4)] == [200] * 4


def test_when_the_standby_takes_over_the_portal_writes_there_by_itself(ciudad, ana, rutas):
    ciudad.copiar_base()
    assert ana.llenar(ciudad.uno, ENTIDAD, {"telefono": "604 671 0001"}).status_code == 302
    ciudad.esperar_en_relevo("SELECT telefono FROM informacion_entidad", "604 671 0001")
    ciudad.detener_base()
    ciudad.ascender_relevo()
    for numero, anfitrion in enumerate((ciudad.uno, ciudad.dos)):
        telefono = f"604 672 000{numero}"
        limite = time.monotonic() + 10
        while ana.llenar(anfitrion, ENTIDAD, {"telefono": telefono}).status_code != 302:
            assert time.monotonic() < limite, f"{anfitrion.nombre} no encuentra la base que escribe"
            time.sleep(0.2)
        for otro in (ciudad.uno, ciudad.dos):
            while telefono not in ciudad.pagina(otro).text:
                assert time.monotonic() < limite, f"{otro.nombre} no lee de la base nueva"
                time.sleep(0.2)


def revivir(ciudad, muerte):
    if muerte == "de golpe":
        ciudad.servir(ciudad.dos)
        ciudad.esperar(ciudad.dos, PUERTO_WEB)
    else:
        ciudad.dos.cable(puesto=True)
