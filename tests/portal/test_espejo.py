"""The copies on disk: every public address, whole or not at all, and nothing outside the folder."""

import errno
import gzip
import os
import time
from pathlib import Path

import brotli
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from fases.informacion.models import Politica
from portal.espejo import carpeta, recorrido, visitas
from portal.espejo.carpeta import DireccionImposibleError, archivo_de, escribiendo, sitio, visita_de
from portal.espejo.recorrido import CopiasError, hacer_copias
from portal.memoria.intermedio import tabla
from tests.paginas import archivos, publicas

AVISO = "Está leyendo una copia"


@pytest.fixture
def espejo(tmp_path, settings, conexion_abierta):
    """An empty folder."""
    settings.ESPEJO_ROOT = tmp_path / "espejo"
    tabla.vaciar()
    return settings.ESPEJO_ROOT


def test_every_public_page_has_a_copy_with_its_notice(copiado):
    assert copiado.fallas == ()
    sin_copia = [d for d in publicas() if AVISO not in archivo_de(d).read_text(encoding="utf-8")]
    assert sin_copia == []
    assert [d for d in archivos() if d != "/salud/" and not archivo_de(d).is_file()] == []


def test_the_copy_is_the_page_with_one_notice(copiado, client):
    copia = archivo_de("/plan/").read_text(encoding="utf-8")
    antes, aviso, despues = copia.partition('<div class="contenedor"><div class="aviso" role="status">')
    assert aviso
    assert despues.count(AVISO) == 1
    limpia = antes + despues[despues.index("</div></div>\n") + len("</div></div>\n") :]
    servida = client.get("/plan/").content.decode().replace("http://testserver", "http://127.0.0.1")
    assert limpia == servida


def test_the_compressed_copies_say_the_same(copiado):
    pagina = archivo_de("/plan/")
    llana = pagina.read_bytes()
    assert gzip.decompress(pagina.with_name("index.html.gz").read_bytes()) == llana
    assert brotli.decompress(pagina.with_name("index.html.br").read_bytes()) == llana


def test_the_tree_has_the_static_files_that_the_pages_ask_for(copiado):
    assert (sitio() / "static" / "img" / "marca.svg").read_text() == "<svg/>"


def test_nothing_is_copied_again_until_something_changes(copiado):
    assert hacer_copias() is None
    politica = Politica.objects.first()
    politica.titulo = "Otro título"
    politica.save()
    assert hacer_copias().fallas == ()
    assert "Otro título" in archivo_de(politica.get_absolute_url()).read_text(encoding="utf-8")


def test_a_page_that_is_no_more_loses_its_copy(copiado):
    vieja = sitio() / "politicas" / "de-antes" / "index.html"
    carpeta.escribir(vieja, b"de antes")
    a_medias = sitio() / ".nuevo-abc"
    a_medias.write_bytes(b"a medias")
    hacer_copias(completa=True)
    assert not vieja.exists()
    assert not a_medias.exists()


def test_two_at_the_same_time_are_one(copiado):
    with recorrido._a_solas() as solo:
        assert solo
        assert hacer_copias(completa=True) is None


def test_a_full_disk_leaves_the_old_copies_whole(copiado, monkeypatch):
    antes = {p: p.read_bytes() for p in sitio().rglob("*") if p.is_file()}

    def lleno(*argumentos, **opciones):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fchmod", lleno)
    with pytest.raises(CopiasError, match="No hay espacio"):
        hacer_copias(completa=True)
    assert {p: p.read_bytes() for p in sitio().rglob("*") if p.is_file()} == antes
    with pytest.raises(CommandError, match="No hay espacio"):
        call_command("espejo", "--completo")


def test_a_file_appears_only_when_it_is_whole(espejo):
    destino = espejo / "a" / "b.html"
    with pytest.raises(ZeroDivisionError), escribiendo(destino) as salida:
        salida.write(b"1" + bytes(1 // 0))
    assert list(destino.parent.iterdir()) == []


@pytest.mark.parametrize(
    "ruta",
    [
        "/../etc/passwd",
        "/plan/../../x",
        "/./",
        "//etc/passwd",
        "/.candado",
        "/a\\b",
        "/a\0b",
        "plan/",
        "/" + "a" * 300,
    ],
)
def test_no_address_leads_out_of_the_folder(espejo, ruta):
    with pytest.raises(DireccionImposibleError):
        archivo_de(ruta)


def test_every_night_everything_is_copied_and_old_visits_are_forgotten(copiado, capsys):
    vieja, nueva = visita_de("/vieja/?a=1"), visita_de("/nueva/?a=1")
    for visita in (vieja, nueva):
        carpeta.escribir(visita, b"x")
    anteayer = time.time() - 2 * 24 * 3600
    os.utime(vieja, (anteayer, anteayer))
    call_command("tareas_diarias")
    call_command("tareas_diarias")
    assert (vieja.exists(), nueva.exists()) == (False, True)
    assert archivo_de("/").is_file()
    assert "Copiar las páginas públicas" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_what_somebody_visits_leaves_a_copy(portal_cargado, espejo, client):
    client.get("/plan/acciones/?q=internet")
    copia = brotli.decompress(visita_de("/plan/acciones/?q=internet").read_bytes()).decode()
    assert AVISO in copia
    assert client.get("/plan/acciones/?q=internet")["Cache-Control"].startswith("public")


@pytest.mark.django_db(transaction=True)
def test_a_page_with_preferences_leaves_no_copy(portal_cargado, espejo):
    oscuro = Client()
    oscuro.cookies["tema"] = "oscuro"
    oscuro.get("/plan/acciones/?q=internet")
    assert not visita_de("/plan/acciones/?q=internet").exists()


def test_what_is_not_yet_committed_leaves_no_copy(portal_cargado, espejo, client):
    client.get("/plan/")
    assert not visita_de("/plan/").exists()


@pytest.mark.django_db(transaction=True)
def test_made_up_queries_do_not_fill_the_disk(portal_cargado, espejo, client, monkeypatch):
    monkeypatch.setattr(visitas, "TOPE", 5)
    monkeypatch.setitem(visitas._ultimo, "contada", -1e9)
    for n in range(12):
        assert client.get(f"/plan/acciones/?inventada={n}").status_code == 200
    assert len(list(Path(settings.ESPEJO_ROOT).glob("visitadas/*"))) == 5


@pytest.mark.django_db(transaction=True)
def test_a_disk_that_refuses_does_not_disturb_the_reader(
    portal_cargado, espejo, client, monkeypatch, caplog
):
    def lleno(*argumentos):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(visitas, "escribir", lleno)
    monkeypatch.setitem(visitas._ultimo, "queja", -1e9)
    for direccion in ("/plan/", "/comite/", "/informes/"):
        assert client.get(direccion).status_code == 200
    assert len([r for r in caplog.records if "copia" in r.getMessage()]) == 1
