"""The content version advances with every write that a public page shows, however it is written."""

import pytest
from django.contrib import admin
from django.db import DatabaseError, transaction
from django.db.models import F, ProtectedError
from django.utils import timezone

from comite.inmutable import guardas_levantadas
from comite.models import Soporte
from fases.accion import accion
from fases.administracion import AdminBase
from fases.informacion.acciones import reportar_barrera
from fases.informacion.models import Politica, Usuario
from fases.models import ConVersion, ConVersionQuerySet
from fases.version import leyendo, por_version, version_actual
from tests.test_arquitectura import modelos

PUBLICOS = [modelo for modelo in modelos() if issubclass(modelo, ConVersion)]


@accion
def cambiar_politica(*, politica, titulo, por):
    politica.titulo = titulo
    politica.save()


@accion(publica=False)
def no_se_ve(*, por, politica=None):
    if politica:
        politica.save()


@accion
def cambiar_dos_veces(*, politica, por):
    cambiar_politica(politica=politica, titulo="Uno", por=por)
    intermedia = version_actual()
    cambiar_politica(politica=politica, titulo="Dos", por=por)
    return intermedia


@pytest.fixture
def politica(portal_cargado):
    return Politica.objects.first()


def test_an_accion_advances_the_version(politica):
    antes = version_actual()
    cambiar_politica(politica=politica, titulo="Otra", por=None)
    assert version_actual() != antes


def test_acciones_within_an_accion_advance_once_and_at_the_end(politica):
    antes = version_actual()
    intermedia = cambiar_dos_veces(politica=politica, por=None)
    assert intermedia == antes
    assert version_actual() != antes


def test_what_is_undone_leaves_the_version_as_it_was(politica):
    antes = version_actual()
    with transaction.atomic():
        cambiar_politica(politica=politica, titulo="Otra", por=None)
        assert version_actual() != antes
        transaction.set_rollback(True)
    assert version_actual() == antes


def test_a_version_never_comes_back(politica):
    vistas = set()
    for _ in range(3):
        with transaction.atomic():
            cambiar_politica(politica=politica, titulo="Otra", por=None)
            vistas.add(version_actual())
            transaction.set_rollback(True)
    assert len(vistas) == 3


def test_what_no_page_shows_does_not_advance_it(politica, django_user_model):
    persona = django_user_model.objects.create_user("alguien", password="x")
    antes = version_actual()
    no_se_ve(por=None)
    persona.save(update_fields=["last_login"])
    assert version_actual() == antes


def test_a_report_of_a_barrier_does_not_make_every_page_again(politica):
    antes = version_actual()
    datos = {"pagina": "/plan/", "descripcion": "No se lee el contraste.", "nombre": "", "correo": ""}
    reportar_barrera(**datos, por=None, ahora=timezone.now())
    assert version_actual() == antes


def test_a_private_accion_that_touches_a_public_row_advances_it_all_the_same(politica):
    antes = version_actual()
    no_se_ve(politica=politica, por=None)
    assert version_actual() != antes


def un_soporte():
    """The one model of which the demonstration has no row."""
    quien = Usuario.objects.first()
    return Soporte.objects.create(nombre="a.pdf", tamano=1, cargado_por=quien, cargado_en=timezone.now())


def maneras(fila):
    """Every way in which the ORM writes a row that is already there."""
    modelo = type(fila)
    propia = modelo.objects.filter(pk=fila.pk)
    campo = next(
        c
        for c in modelo._meta.concrete_fields
        if not c.primary_key and not c.generated and not c.is_relation
    )
    yield "save", lambda: fila.save()
    yield "update", lambda: propia.update(**{campo.name: F(campo.name)})
    yield "bulk_update", lambda: modelo.objects.bulk_update([fila], [campo.name])
    yield "bulk_create", lambda: modelo.objects.bulk_create([fila], ignore_conflicts=True)
    yield "delete", lambda: fila.delete()
    yield "delete de varias", lambda: propia.delete()


@pytest.mark.parametrize("modelo", PUBLICOS, ids=lambda m: m.__name__)
def test_no_way_of_writing_a_public_row_leaves_the_version(portal_demo, modelo):
    fila = modelo.objects.order_by("pk").first() or un_soporte()
    hechas = []
    for nombre, escribir in maneras(fila):
        antes = version_actual()
        try:
            with transaction.atomic(), guardas_levantadas():
                escribir()
                assert version_actual() != antes, nombre
                hechas.append(nombre)
                transaction.set_rollback(True)
        except (ProtectedError, DatabaseError):  # refused: nothing was written
            continue
    assert hechas


@pytest.mark.parametrize("modelo", PUBLICOS, ids=lambda m: m.__name__)
def test_every_manager_of_a_public_model_advances_the_version(modelo):
    for gestor in modelo._meta.managers:
        assert issubclass(gestor._queryset_class, ConVersionQuerySet), gestor.name


def test_the_admin_writes_public_rows_through_acciones_only(rf, portal_cargado):
    peticion = rf.get("/admin/")
    peticion.user = Usuario(is_superuser=True, is_staff=True, is_active=True)
    puertas = []
    for modelo, pagina in admin.site._registry.items():
        if not issubclass(modelo, ConVersion):
            continue
        if not isinstance(pagina, AdminBase) or type(pagina).save_model is not AdminBase.save_model:
            puertas.append(f"{modelo.__name__}: guarda por otra puerta")
        if pagina.has_delete_permission(peticion) or not pagina.revert_disabled(peticion):
            puertas.append(f"{modelo.__name__}: se borra o se devuelve a una versión anterior")
        if pagina.list_editable or pagina.get_actions(peticion):
            puertas.append(f"{modelo.__name__}: se cambia desde la lista")
        puertas += [
            f"{linea.__name__}: fila en línea sin versión"
            for linea in pagina.inlines
            if not issubclass(linea.model, ConVersion)
        ]
    assert puertas == []


def test_data_by_version_is_made_once(politica):
    hechas = []

    def hacer():
        hechas.append(1)
        return "dato"

    with leyendo("version-de-prueba"):
        assert [por_version("prueba", hacer), por_version("prueba", hacer)] == ["dato", "dato"]
    assert len(hechas) == 1
    with leyendo("otra-version-de-prueba"):
        por_version("prueba", hacer)
    por_version("prueba", hacer)  # a command: nobody knows the version
    assert len(hechas) == 3
