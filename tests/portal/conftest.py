"""A set of copies made once for each module, and given to each test as its own."""

import shutil

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from django.test import override_settings

from portal.espejo.recorrido import hacer_copias
from portal.memoria.intermedio import tabla


def _conectar(verbo):
    for senal in (request_started, request_finished):
        getattr(senal, verbo)(close_old_connections)


@pytest.fixture
def conexion_abierta():
    """A request asked in process would close the connection in whose transaction the test lives."""
    _conectar("disconnect")
    yield
    _conectar("connect")


@pytest.fixture(scope="module")
def _copias_del_modulo(_demo_del_modulo, django_db_blocker, tmp_path_factory):
    raiz = tmp_path_factory.mktemp("copias")
    estaticos = raiz / "estaticos"
    (estaticos / "img").mkdir(parents=True)
    (estaticos / "img" / "marca.svg").write_text("<svg/>")
    _conectar("disconnect")
    try:
        with (
            django_db_blocker.unblock(),
            override_settings(ESPEJO_ROOT=raiz / "espejo", STATIC_ROOT=estaticos),
        ):
            yield raiz, hacer_copias()
    finally:
        _conectar("connect")


@pytest.fixture
def copiado(_copias_del_modulo, portal_demo, tmp_path, settings, conexion_abierta):
    """What the pass that made the copies told; they are in a folder that the test may spoil."""
    raiz, recorrido = _copias_del_modulo
    shutil.copytree(raiz, tmp_path / "copias")
    settings.ESPEJO_ROOT = tmp_path / "copias" / "espejo"
    settings.STATIC_ROOT = tmp_path / "copias" / "estaticos"
    tabla.vaciar()
    return recorrido
