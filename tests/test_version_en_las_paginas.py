"""Whatever a public page reads must be a row whose writing advances the content version."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from fases.models import ConVersion
from fases.version import leyendo, por_version
from portal.memoria.intermedio import tabla

from .paginas import archivos, publicas

LEIDA = re.compile(r'(?:FROM|JOIN) "?(\w+)"?')
SIN_CONTENIDO = {"fases_versiondelcontenido"}


def tablas_con_version():
    """The tables of the public models, and those that join two of them."""
    modelos = [m for m in apps.get_models() if issubclass(m, ConVersion)]
    uniones = [c.remote_field.through for m in modelos for c in m._meta.local_many_to_many]
    return {m._meta.db_table for m in [*modelos, *uniones]} | SIN_CONTENIDO


def leidas(direccion):
    with CaptureQueriesContext(connection) as consultas:
        respuesta = Client().get(direccion)
        assert respuesta.status_code == 200, direccion
        if respuesta.streaming:
            b"".join(respuesta)
    return {tabla for c in consultas.captured_queries for tabla in LEIDA.findall(c["sql"])}


def test_no_public_page_reads_a_table_that_can_change_unnoticed(portal_demo):
    tabla.vaciar()
    conocidas, sueltas = tablas_con_version(), {}
    for direccion in [*publicas(), *archivos()]:
        ajenas = {t for t in leidas(direccion) if t in connection.introspection.table_names()} - conocidas
        if ajenas:
            sueltas[direccion] = ajenas
    assert sueltas == {}


def test_the_memory_of_data_does_not_hide_the_tables_from_this_test():
    """Each test of this file asks under a version that nobody asked before, so nothing is kept yet."""
    hechas = []
    for marca in ("una", "otra"):
        with leyendo(marca):
            por_version("prueba de tablas", lambda: hechas.append(1))
    assert len(hechas) == 2


@pytest.mark.parametrize("modelo", ["informacion.ReporteDeBarrera", "sessions.Session", "admin.LogEntry"])
def test_the_rule_would_notice(modelo):
    assert apps.get_model(modelo)._meta.db_table not in tablas_con_version()
