"""The role matrix: each person before each table of the back office."""

import pytest
from django.contrib import admin
from django.urls import reverse

from comite.models import Informe

PERSONAS = ["administracion", "comite", "editor", "control", "superusuario"]
# v: sees the list, a: adds, c: changes, of the first row of the demonstration. Nobody deletes.
MATRIZ = {
    "fases.fase": "v v v v v",
    "fases.criterio": "v v v v v",
    "fases.evidencia": "v va v v v",
    "fases.revisiondefase": "v v v vac v",
    "fases.versiondelcontenido": "- - - - v",
    "informacion.dependencia": "vac v v v vac",
    "informacion.entidad": "vc v v v vc",
    "informacion.politica": "vac v v v vac",
    "informacion.reportedebarrera": "vc - - v vc",
    "informacion.usuario": "vac - - v vac",
    "comite.plan": "v v v v v",
    "comite.parrafo": "v v v v v",
    "comite.norma": "v v v v v",
    "comite.firmante": "v v v v v",
    "comite.eje": "v v v v v",
    "comite.lineaestrategica": "v v v v v",
    "comite.lineadeaccion": "v v v v v",
    "comite.proyecto": "v va v v v",
    "comite.fasedeproyecto": "v v v v v",
    "comite.criteriodeproyecto": "v v v v v",
    "comite.accion": "v va v v v",
    "comite.responsable": "v vac v v v",
    "comite.indicador": "v vac v v v",
    "comite.metaadoptada": "v va v v v",
    "comite.integrante": "vac vac v v vac",
    "comite.medicion": "- va va v v",
    "comite.soporte": "- v v v v",
    "comite.informe": "- v v va v",
    "comite.archivodeinforme": "- v v v v",
    "comite.hallazgo": "- - - v v",
    "comite.observaciondefila": "- - - v v",
}
GUARDAR = b'name="_save"'


def _modelo(nombre):
    return next(m for m in admin.site._registry if m._meta.label_lower == nombre)


def _paginas(modelo, fila):
    nombre = f"admin:{modelo._meta.app_label}_{modelo._meta.model_name}"
    return {
        "lista": reverse(f"{nombre}_changelist"),
        "agregar": reverse(f"{nombre}_add"),
        "cambiar": reverse(f"{nombre}_change", args=[fila.pk]),
        "borrar": reverse(f"{nombre}_delete", args=[fila.pk]),
    }


def _primera(modelo):
    if modelo is Informe:
        return Informe.objects.publicados().order_by("pk").first()
    return modelo._default_manager.order_by("pk").first()


def _lo_que_puede(client, modelo):
    paginas = _paginas(modelo, _primera(modelo))
    ve = client.get(paginas["lista"]).status_code in {200, 302}
    agrega = client.get(paginas["agregar"]).status_code == 200
    cambio = client.get(paginas["cambiar"])
    cambia = cambio.status_code == 200 and (GUARDAR in cambio.content or b"Guardar la" in cambio.content)
    assert client.get(paginas["borrar"]).status_code == 403
    assert ve == (cambio.status_code == 200)
    return "".join(letra for letra, puede in zip("vac", (ve, agrega, cambia), strict=True) if puede) or "-"


@pytest.mark.usefixtures("borrador")
@pytest.mark.parametrize("quien", PERSONAS)
def test_each_role_may_do_exactly_what_the_matrix_says(client, gente, quien):
    client.force_login(gente[quien])
    columna = PERSONAS.index(quien)
    esperado = {nombre: fila.split()[columna] for nombre, fila in MATRIZ.items()}
    assert {nombre: _lo_que_puede(client, _modelo(nombre)) for nombre in MATRIZ} == esperado


def test_the_matrix_has_every_table_of_the_back_office():
    assert set(MATRIZ) == {modelo._meta.label_lower for modelo in admin.site._registry}


@pytest.mark.usefixtures("borrador")
@pytest.mark.parametrize("quien", [None, "extrano"])
def test_who_is_not_of_the_staff_only_meets_the_sign_in_page(client, gente, quien):
    if quien:
        client.force_login(gente[quien])
    for nombre in MATRIZ:
        modelo = _modelo(nombre)
        for pagina in _paginas(modelo, _primera(modelo)).values():
            assert "/admin/login/" in client.get(pagina).headers["Location"]
    for nombre in ("index", "manual", "autodiagnostico"):
        assert "/admin/login/" in client.get(reverse(f"admin:{nombre}")).headers["Location"]
