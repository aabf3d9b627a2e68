import pytest

from .informes import adoptar, control, indicador, medir


@pytest.fixture
def archivos(settings, tmp_path):
    """A place of their own for the files that a test publishes."""
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def ana(db):
    """Control Interno."""
    return control()


@pytest.fixture
def conectados(ana):
    """An indicator with a goal of 80 % and two measured months, 64 % the last one."""
    nuevo = indicador()
    adoptar(nuevo, 80, ana)
    medir(nuevo, 40, ana, mes=5)
    medir(nuevo, "64.5", ana, mes=6)
    return nuevo
