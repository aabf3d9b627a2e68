from datetime import date

import pytest

from comite.models import Indicador
from fases.roles import COMITE, EDITOR
from tests.fabricas import dependencia, persona

from . import informes


@pytest.fixture
def oficina(portal_cargado):
    return dependencia()


@pytest.fixture
def indicador(oficina):
    """«% de Computadores con Conectividad», monthly, reported by the office of these tests."""
    fila = Indicador.objects.get(accion__slug="conectividad")
    fila.encargada, fila.exigible_desde = oficina, date(2026, 8, 1)
    fila.save()
    return fila


@pytest.fixture
def comite(portal_cargado):
    return persona("comite", COMITE)


@pytest.fixture
def editor(oficina):
    return persona("editor", EDITOR, oficina)


@pytest.fixture
def archivos(settings, tmp_path):
    """A place of their own for the files that a test publishes."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def ana(db):
    """Control Interno."""
    return informes.control()


@pytest.fixture
def conectados(ana):
    """An indicator with a goal of 80 % and two measured months, 64 % the last one."""
    nuevo = informes.indicador()
    informes.adoptar(nuevo, 80, ana)
    informes.medir(nuevo, 40, ana, mes=5)
    informes.medir(nuevo, "64.5", ana, mes=6)
    return nuevo
