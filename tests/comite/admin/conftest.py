"""People and an indicator for the tests of the back office."""

from datetime import date

import pytest

from comite.models import Indicador
from tests.fabricas import dependencia, persona


@pytest.fixture
def indicador(portal_cargado):
    fila = Indicador.objects.get(accion__slug="conectividad")
    fila.encargada, fila.exigible_desde = dependencia(), date(2026, 1, 1)
    fila.save()
    return fila


@pytest.fixture
def entrar(client):
    """Sign in somebody of a role, of the office of these tests."""

    def entrar(rol, **campos):
        usuario = persona(f"de-{rol[:3].lower()}", rol, dependencia(), **campos)
        client.force_login(usuario)
        return usuario

    return entrar
