"""Each person before the pages that act, and what accounts may not do."""

import pytest
from django.contrib.auth.models import Group

from comite.models import Informe, Medicion
from fases.models import Evidencia
from fases.roles import ADMINISTRACION, CONTROL, EDITOR, ROLES
from tests.fabricas import dependencia

PERSONAS = ["administracion", "comite", "editor", "control", "superusuario"]
GUARDAR = b'name="_save"'


@pytest.mark.parametrize(
    ("pagina", "pueden"),
    [
        ("corregir", {"comite", "editor"}),
        ("retirar", {"comite"}),
        ("observaciones", {"control"}),
        ("vista-previa", {"control"}),
        ("firmar", {"control"}),
        ("nueva-version", {"control"}),
    ],
)
def test_each_page_that_acts_opens_only_for_whose_task_it_is(client, gente, borrador, pagina, pueden):
    direccion = {
        "corregir": f"/admin/comite/medicion/{_vigente().pk}/corregir/",
        "retirar": f"/admin/fases/evidencia/{Evidencia.objects.first().pk}/retirar/",
        "nueva-version": f"/admin/comite/informe/{_ultimo_publicado().pk}/nueva-version/",
    }.get(pagina, f"/admin/comite/informe/{borrador.pk}/{pagina}/")
    abren = set()
    for quien, usuario in gente.items():
        client.force_login(usuario)
        codigo = client.get(direccion).status_code
        assert codigo in {200, 302, 403, 404}
        if codigo == 200:
            abren.add(quien)
        assert codigo == 200 or client.post(direccion, {"motivo": "x"}).status_code in {302, 403, 404}
    assert abren == pueden


def _vigente():
    return Medicion.objects.vigentes().filter(indicador__accion__slug="conectividad").first()


def _ultimo_publicado():
    return Informe.objects.publicados().filter(reemplazo=None).first()


@pytest.mark.parametrize("quien", ["administracion", "comite", "editor"])
def test_a_draft_is_seen_by_control_interno_alone(client, gente, borrador, quien):
    client.force_login(gente[quien])
    assert client.get(f"/admin/comite/informe/{borrador.pk}/change/").status_code in {302, 403}
    assert client.get(f"/admin/comite/informe/{borrador.pk}/history/").status_code in {403, 404}


def test_a_superuser_does_not_change_a_published_report(client, gente):
    client.force_login(gente["superusuario"])
    informe = _ultimo_publicado()
    client.post(f"/admin/comite/informe/{informe.pk}/change/", {"conclusiones": "otra cosa"})
    informe.refresh_from_db()
    assert "otra cosa" not in informe.conclusiones


def test_control_interno_writes_the_draft_and_its_findings(client, gente, borrador):
    client.force_login(gente["control"])
    pagina = client.get(f"/admin/comite/informe/{borrador.pk}/change/")
    assert GUARDAR in pagina.content
    assert b"hallazgos-0-descripcion" in pagina.content


@pytest.mark.parametrize("quien", PERSONAS)
def test_an_old_version_is_read_and_never_saved(client, gente, quien):
    """The library saves a POST to this page even for those who may only look."""
    client.force_login(gente[quien])
    oficina = dependencia()
    version = oficina.history.first()
    direccion = f"/admin/informacion/dependencia/{oficina.pk}/history/{version.pk}/"
    assert client.get(direccion).status_code == 200
    assert client.post(direccion, {"nombre": "Otra", "activa": "on"}).status_code == 403
    oficina.refresh_from_db()
    assert oficina.nombre == "Secretaría de prueba"


def test_nobody_changes_the_own_groups_and_an_administrator_does_not_touch_a_superuser(client, gente):
    yo = gente["administracion"]
    client.force_login(yo)
    control = Group.objects.get(name=CONTROL)
    client.post(
        f"/admin/informacion/usuario/{yo.pk}/change/",
        {"username": yo.username, "groups": [control.pk], "is_staff": "on", "is_active": "on"},
    )
    assert [grupo.name for grupo in yo.groups.all()] == [ADMINISTRACION]
    jefe = gente["superusuario"]
    direccion = f"/admin/informacion/usuario/{jefe.pk}/"
    assert GUARDAR not in client.get(f"{direccion}change/").content
    assert client.get(f"{direccion}password/").status_code == 403


def test_control_interno_cannot_hold_a_second_group(client, gente):
    client.force_login(gente["administracion"])
    otro = gente["otro_editor"]
    grupos = [grupo.pk for grupo in Group.objects.filter(name__in=[CONTROL, EDITOR])]
    respuesta = client.post(
        f"/admin/informacion/usuario/{otro.pk}/change/",
        {"username": otro.username, "groups": grupos, "is_staff": "on", "is_active": "on"},
    )
    assert "no puede tener otro grupo" in respuesta.content.decode()
    assert [grupo.name for grupo in otro.groups.all()] == [EDITOR]


@pytest.mark.django_db
def test_the_migration_makes_the_four_groups():
    assert set(Group.objects.values_list("name", flat=True)) >= set(ROLES)
    control = Group.objects.get(name=CONTROL)
    del_plan = control.permissions.filter(content_type__app_label="comite").exclude(
        codename__startswith="view_"
    )
    assert {p.content_type.model for p in del_plan} == {"informe", "hallazgo", "observaciondefila"}


@pytest.mark.usefixtures("borrador")
def test_the_home_of_each_person_shows_what_is_theirs_to_do(client, gente):
    client.force_login(gente["editor"])
    casa = client.get("/admin/").content.decode()
    assert "Mediciones por registrar" in casa
    assert "Vencido hace" in casa
    assert "Informes de Control Interno" not in casa
    client.force_login(gente["control"])
    casa = client.get("/admin/").content.decode()
    assert "Borrador" in casa
    assert "Mediciones por registrar" not in casa
