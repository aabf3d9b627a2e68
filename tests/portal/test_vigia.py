"""The reader of the version: at once when the database answers, in bounded time when it does not."""

import shutil
import sqlite3
import time
from pathlib import Path

import pytest
from django.db import connection, connections

from fases.models.version import avanzar
from fases.version import version_actual
from portal.memoria.limites import SEGUNDOS, BaseCaidaError
from portal.memoria.vigia import Vigia

pytestmark = pytest.mark.django_db(transaction=True)
DE_SQLITE = pytest.mark.motor("sqlite")
DE_POSTGRESQL = pytest.mark.motor("postgresql")
HOLGURA = 2  # a busy machine


@pytest.fixture
def vigia():
    propio = Vigia()
    avanzar()
    yield propio
    propio.cerrar()


def exigir_caida(vigia):
    """It fails, and in the promised time; then nobody insists for a moment."""
    inicio = time.monotonic()
    with pytest.raises(BaseCaidaError):
        vigia.leer()
    assert time.monotonic() - inicio < SEGUNDOS * HOLGURA
    vigia._insistir_desde = 0.0


def test_it_reads_what_was_committed(vigia):
    assert vigia.leer() == version_actual()
    avanzar()
    assert vigia.leer() == version_actual()


def test_after_a_failure_nobody_waits_again_for_a_second(vigia, monkeypatch):
    intentos = []

    def fallar():
        intentos.append(1)
        raise BaseCaidaError

    vigia.leer()
    monkeypatch.setattr(vigia._lector, "leer", fallar)
    for _ in range(5):
        with pytest.raises(BaseCaidaError):
            vigia.leer()
    assert len(intentos) == 1


@pytest.fixture
def otra_base(vigia, tmp_path):
    """A copy of the database, served in its place, that a test may break."""
    destino = tmp_path / "copia.sqlite3"
    with sqlite3.connect(destino) as copia:
        connection.ensure_connection()
        connection.connection.backup(copia)
    copia.close()
    original = connections["default"].settings_dict["NAME"]
    connections["default"].settings_dict["NAME"] = str(destino)
    yield destino
    vigia.cerrar()
    connections["default"].settings_dict["NAME"] = original


@DE_SQLITE
def test_a_file_that_is_gone_is_a_failure_and_no_new_file_is_made(vigia, otra_base):
    assert vigia.leer()
    guardada = otra_base.with_suffix(".lejos")
    otra_base.rename(guardada)
    exigir_caida(vigia)
    assert not otra_base.exists()
    guardada.rename(otra_base)
    assert vigia.leer()


@DE_SQLITE
def test_a_restored_file_is_read_instead_of_the_old_one(vigia, otra_base):
    antes = vigia.leer()
    nueva = otra_base.with_suffix(".nueva")
    shutil.copy(otra_base, nueva)
    with sqlite3.connect(nueva) as copia:
        copia.execute("UPDATE fases_versiondelcontenido SET marca = 'restaurada'")
    copia.close()
    nueva.replace(otra_base)
    assert antes != "restaurada"
    assert vigia.leer() == "restaurada"


@DE_SQLITE
def test_what_is_not_a_database_is_a_failure(vigia, otra_base):
    Path(otra_base).unlink()
    otra_base.write_bytes(b"esto no es una base de datos" * 200)
    exigir_caida(vigia)


@DE_SQLITE
def test_a_database_without_the_table_has_no_version(vigia, otra_base):
    with sqlite3.connect(otra_base) as copia:
        copia.execute("DROP TABLE fases_versiondelcontenido")
    copia.close()
    assert vigia.leer() is None


@DE_POSTGRESQL
def test_a_server_that_closed_its_connections_is_read_again_at_once(vigia):
    assert vigia.leer()
    with connection.cursor() as cursor:
        suya = vigia._lector._libres[0].info.backend_pid
        cursor.execute("SELECT pg_terminate_backend(%s)", [suya])
    assert vigia.leer() == version_actual()


@DE_POSTGRESQL
def test_a_locked_table_is_a_failure_within_the_limit(vigia):
    assert vigia.leer()
    with connection.cursor() as cursor:
        cursor.execute("BEGIN; LOCK TABLE fases_versiondelcontenido IN ACCESS EXCLUSIVE MODE")
        exigir_caida(vigia)
        cursor.execute("ROLLBACK")
    assert vigia.leer()


@DE_POSTGRESQL
def test_a_database_without_the_table_is_not_a_failure(vigia, monkeypatch):
    monkeypatch.setattr("portal.memoria.lector_postgresql.PREGUNTA", b"SELECT marca FROM no_existe")
    assert vigia.leer() is None
    monkeypatch.undo()
    assert vigia.leer()
