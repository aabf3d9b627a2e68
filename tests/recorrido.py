"""The whole public site, read once for the tests of a module."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from .paginas import Pagina, publicas


@pytest.fixture(scope="module")
def visitadas(_demo_del_modulo):
    """Each public page as an anonymous visitor gets it the first time, with its queries."""
    visitas = []
    for direccion in publicas():
        with CaptureQueriesContext(connection) as consultas:
            respuesta = Client(raise_request_exception=False).get(direccion)
        visitas.append(Pagina(direccion, respuesta, [c["sql"] for c in consultas.captured_queries]))
    return visitas


@pytest.fixture
def cada(visitadas, db):
    """``cada(pregunta)``: the pages for which the answer is not empty, with that answer."""

    def cada(pregunta):
        respuestas = {pagina.direccion: pregunta(pagina) for pagina in visitadas}
        return {direccion: mal for direccion, mal in respuestas.items() if mal}

    return cada
