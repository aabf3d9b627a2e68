"""What every test may ask for: the plan loaded, or the whole demonstration."""

import jinja2
import pytest
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.test.signals import template_rendered
from django.test.utils import setup_databases, teardown_databases

from portal.memoria.intermedio import tabla
from portal.memoria.vigia import vigia

from .fabricas import cargar_demo, cargar_plan
from .vaciado import recordar, vaciar

pytest_plugins = ["tests.navegador", "tests.recorrido", "tests.s3"]


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_modify_db_settings, django_db_blocker):
    """Always a database of the tests, its first content remembered.

    pytest-django makes one only when a test asks for ``db``: the browser tests, which write through the
    server, would otherwise reach the real one.
    """
    with django_db_blocker.unblock():
        bases = setup_databases(0, False, aliases={"default"}, serialized_aliases=set())
        recordar()
    yield
    vigia.cerrar()
    with django_db_blocker.unblock():
        teardown_databases(bases, 0)


@pytest.fixture(autouse=True, scope="session")
def _vaciar_tambien_lo_publicado():
    """Django's flush would meet the guards of the published reports, and forget the groups."""
    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(TransactionTestCase, "_fixture_teardown", lambda prueba: vaciar())
        yield


@pytest.fixture(autouse=True, scope="session")
def _contexto_a_la_vista():
    """The test client sees what Django's own engine was given; what the public pages were, too."""
    dibujar = jinja2.Template.render

    def dibujar_a_la_vista(plantilla, contexto):
        template_rendered.send(sender=plantilla, template=plantilla, context=contexto)
        return dibujar(plantilla, contexto)

    with pytest.MonkeyPatch.context() as parche:
        parche.setattr(jinja2.Template, "render", dibujar_a_la_vista)
        yield


@pytest.fixture(autouse=True)
def _sin_memoria():
    """What a page was in another test is not what it is in this one."""
    tabla.vaciar()


@pytest.fixture(scope="module")
def _plan_del_modulo(django_db_setup, django_db_blocker):
    """The plan once for all the tests of a module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        cargar_plan()
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def _demo_del_modulo(django_db_setup, django_db_blocker):
    """The demonstration once for all the tests of a module, undone at its end."""
    with django_db_blocker.unblock(), transaction.atomic():
        cargar_demo()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def portal_cargado(request):
    """The plan, and nothing of the demonstration; what the test changes is undone after it."""
    _cargar(request, "_plan_del_modulo", cargar_plan)


@pytest.fixture
def portal_demo(request):
    """The plan and the demonstration; what the test changes is undone after it."""
    _cargar(request, "_demo_del_modulo", cargar_demo)


def _cargar(request, del_modulo, cargar):
    """The data of the module; or, for a test that commits, data of its own."""
    if _confirma(request.node):
        request.getfixturevalue("transactional_db")
        cargar()
    else:
        request.getfixturevalue(del_modulo)
        request.getfixturevalue("db")


def _confirma(prueba):
    """Whether the test really writes (``transaction=True``) instead of being rolled back."""
    marca = prueba.get_closest_marker("django_db")
    pide = {"transactional_db", "live_server"} & set(prueba.fixturenames)
    return bool(pide or (marca and marca.kwargs.get("transaction")))


def _es_de_otro_motor(prueba):
    """``@pytest.mark.motor("sqlite")``: what only exists in one of the two databases."""
    marca = prueba.get_closest_marker("motor")
    return bool(marca) and connection.vendor not in marca.args


def _turno(prueba):
    if _confirma(prueba):
        return 0
    datos = [{"_plan_del_modulo", "portal_cargado"}, {"_demo_del_modulo", "portal_demo"}, {"portal_vivo"}]
    pedidos = [n for n, nombres in enumerate(datos, 2) if nombres & set(prueba.fixturenames)]
    return max(pedidos, default=1)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config, items):
    """In each module: those that commit, an empty database, the plan, the demonstration, the browser.

    What one test loads for the module is so never seen by one that asks for less. Those of the other
    engine are left out.
    """
    ajenas = [prueba for prueba in items if _es_de_otro_motor(prueba)]
    config.hook.pytest_deselected(items=ajenas)
    modulos = {}
    for prueba in items:
        if prueba in ajenas:
            continue
        modulos.setdefault(prueba.path, []).append(prueba)
    items[:] = [prueba for pruebas in modulos.values() for prueba in sorted(pruebas, key=_turno)]
