"""A file is kept whole or not at all, and never replaced: in a folder and in a bucket alike."""

import errno
import hashlib
import os
import socket
import time
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from fases import almacen_s3
from fases.accion import AccionError
from fases.almacen import AlmacenCaidoError, NombreOcupadoError, comprobar, guardar_igual, leer, vaciar
from tests.s3 import puerto_libre, usar_s3


@pytest.fixture
def disco(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "archivos"
    return settings.MEDIA_ROOT


@pytest.fixture(params=["disco", "cubo_s3"])
def almacen(request):
    """Each test that asks for it runs in a folder and in a bucket."""
    return request.getfixturevalue(request.param)


def test_what_is_kept_is_read_back(almacen):
    assert default_storage.save("a/b/acta.pdf", ContentFile(b"uno")) == "a/b/acta.pdf"
    assert leer("a/b/acta.pdf") == b"uno"
    assert default_storage.exists("a/b/acta.pdf")
    assert default_storage.size("a/b/acta.pdf") == 3


def test_a_second_file_of_the_same_name_gets_a_name_of_its_own(almacen):
    primero = default_storage.save("acta.pdf", ContentFile(b"uno"))
    segundo = default_storage.save("acta.pdf", ContentFile(b"dos"))
    assert primero != segundo
    assert (leer(primero), leer(segundo)) == (b"uno", b"dos")


def test_a_missing_file_is_told_from_a_store_that_does_not_answer(almacen):
    with pytest.raises(FileNotFoundError):
        leer("no/existe.pdf")


def test_the_same_content_may_be_kept_twice_and_other_content_never(almacen):
    guardar_igual("informe-1.pdf", b"uno")
    guardar_igual("informe-1.pdf", b"uno")
    with pytest.raises(NombreOcupadoError, match=r"informe-1\.pdf"):
        guardar_igual("informe-1.pdf", b"dos")
    assert leer("informe-1.pdf") == b"uno"


def test_of_two_that_keep_the_same_name_at_once_one_stays(almacen, monkeypatch):
    """The other came after our look and before our write."""
    guardar_igual("informe-1.pdf", b"uno")
    miradas = iter([False])
    existe = type(default_storage._wrapped).exists
    monkeypatch.setattr(
        type(default_storage._wrapped),
        "exists",
        lambda este, nombre: next(miradas, None) is not None or existe(este, nombre),
    )
    guardar_igual("informe-1.pdf", b"uno")
    assert leer("informe-1.pdf") == b"uno"
    assert default_storage.listdir("")[1] == ["informe-1.pdf"]


def test_a_folder_is_emptied_with_all_that_an_interrupted_attempt_left(almacen):
    for nombre in ("uno", "dos"):
        default_storage.save(f"informes/2026-1/{nombre}", ContentFile(b"x"))
    default_storage.save("informes/2026-2/tres", ContentFile(b"x"))
    vaciar("informes/2026-1")
    vaciar("informes/1999-1")
    assert not default_storage.exists("informes/2026-1/uno")
    assert not default_storage.exists("informes/2026-1")
    assert leer("informes/2026-2/tres") == b"x"


def test_the_address_of_a_file_is_the_portal_s_own(almacen, settings):
    assert default_storage.url("entidad/ñ.png") == f"{settings.MEDIA_URL}entidad/%C3%B1.png"


def test_the_check_passes_where_files_can_be_kept(almacen):
    comprobar()
    assert default_storage.listdir("") == ([], [])


def test_on_disk_a_file_is_read_only_and_leaves_no_temporary(disco):
    default_storage.save("a/acta.pdf", ContentFile(b"uno"))
    assert [ruta.name for ruta in (disco / "a").iterdir()] == ["acta.pdf"]
    assert (disco / "a/acta.pdf").stat().st_mode & 0o777 == 0o444


def test_on_disk_the_bytes_are_settled_before_the_name_and_the_name_before_the_answer(disco, monkeypatch):
    pasos = []
    fsync, link = os.fsync, os.link

    def asentar(descriptor):
        pasos.append(str(Path(f"/proc/self/fd/{descriptor}").readlink()))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", asentar)
    monkeypatch.setattr(os, "link", lambda *a: (pasos.append("nombre"), link(*a)))
    default_storage.save("a/b/acta.pdf", ContentFile(b"uno"))
    assert pasos[0].startswith(f"{disco}/a/b/.nuevo-")
    assert pasos[1:] == ["nombre", f"{disco}/a/b", f"{disco}/a", str(disco)]


def test_a_full_disk_leaves_nothing_and_says_a_sentence(disco, monkeypatch):
    def lleno(descriptor):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", lleno)
    with pytest.raises(AccionError, match=r"no se guardó nada.*No space left"):
        default_storage.save("a/acta.pdf", ContentFile(b"uno"))
    assert list((disco / "a").iterdir()) == []


@pytest.mark.parametrize("ocupado", [False, True])
def test_a_network_folder_without_links_is_not_overwritten_either(disco, monkeypatch, ocupado):
    def sin_enlaces(origen, destino):
        if ocupado and destino.name == "acta.pdf":
            destino.write_bytes(b"de otro")
        raise OSError(errno.EOPNOTSUPP, "Operation not supported")

    monkeypatch.setattr(os, "link", sin_enlaces)
    nombre = default_storage.save("acta.pdf", ContentFile(b"uno"))
    assert leer(nombre) == b"uno"
    assert (nombre != "acta.pdf") is ocupado
    assert len(list(disco.iterdir())) == 1 + ocupado


def test_an_unreadable_file_is_a_store_that_does_not_answer(disco):
    (disco / "acta.pdf").mkdir(parents=True)
    with pytest.raises(AlmacenCaidoError):
        leer("acta.pdf")


def test_a_bucket_that_nobody_serves_is_one_error_whatever_is_asked(settings):
    usar_s3(settings, f"127.0.0.1:{puerto_libre()}", "portal")
    for pedir in (
        comprobar,
        lambda: leer("x"),
        lambda: guardar_igual("x", b"x"),
        lambda: default_storage.delete("x"),
        lambda: vaciar("x"),
        lambda: default_storage.save("x", ContentFile(b"x")),
    ):
        with pytest.raises(AlmacenCaidoError, match="no se guardó nada"):
            pedir()


def test_a_bucket_that_does_not_exist_fails_the_check_and_the_writing(settings, servidor_s3):
    usar_s3(settings, servidor_s3, "no-existe")
    with pytest.raises(OSError, match="no-existe"):
        comprobar()
    with pytest.raises(AlmacenCaidoError):
        default_storage.save("x", ContentFile(b"x"))


def test_a_bucket_that_takes_the_call_and_says_nothing_is_waited_for_a_little(settings, monkeypatch):
    monkeypatch.setattr(almacen_s3, "SEGUNDOS_PARA_LEER", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as mudo:
        usar_s3(settings, f"127.0.0.1:{mudo.getsockname()[1]}", "portal")
        inicio = time.monotonic()
        with pytest.raises(AlmacenCaidoError):
            guardar_igual("x", b"x")
    assert time.monotonic() - inicio < 5


def test_the_print_of_what_is_sent_goes_inside_the_signature(cubo_s3):
    """A server that checks signatures so refuses bytes that changed on the way."""
    pedidos = []
    eventos = default_storage.connection.meta.client.meta.events
    eventos.register("before-send.s3.PutObject", lambda request, **_: pedidos.append(request.headers))
    default_storage.save("acta.pdf", ContentFile(b"uno"))
    (cabeceras,) = pedidos
    assert cabeceras["X-Amz-Content-SHA256"] == hashlib.sha256(b"uno").hexdigest().encode()
    assert b"x-amz-content-sha256" in cabeceras["Authorization"]
