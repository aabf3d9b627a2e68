from datetime import date

import pytest

from fases.acciones import (
    DescripcionVaciaError,
    DireccionInvalidaError,
    EvidenciaYaRetiradaError,
    FaltaSinDecirError,
    FechaDeRevisionError,
    MotivoVacioError,
    ObservacionVaciaError,
    corregir_revision,
    registrar_evidencia,
    retirar_evidencia,
    revisar_fase,
)
from fases.models import Criterio, Evidencia, Fase
from fases.roles import ADMINISTRACION, COMITE, CONTROL, EDITOR, SinPermisoError
from tests.fabricas import instante, persona


@pytest.fixture
def comite(portal_cargado):
    return persona("comite", COMITE)


def registrar(por, **cambios):
    datos = {
        "criterio": Criterio.objects.first(),
        "direccion": "/plan/matriz/",
        "descripcion": "La matriz publicada",
        "alcance": "completa",
        "falta": "",
    }
    return registrar_evidencia(por=por, ahora=instante(), **{**datos, **cambios})


def test_an_evidence_says_who_recorded_it(comite):
    evidencia = registrar(comite)
    assert (evidencia.registrada_por, evidencia.registrada_en) == (comite, instante())


@pytest.mark.usefixtures("portal_cargado")
@pytest.mark.parametrize("grupo", [CONTROL, EDITOR, ADMINISTRACION, None])
def test_only_the_committee_records_evidence(grupo):
    with pytest.raises(SinPermisoError):
        registrar(persona("x", grupo))


@pytest.mark.parametrize(
    "direccion",
    [
        "",
        "plan",
        "http://a.co/x",
        "//a.co/x",
        "/\\a.co",
        "javascript:alert(1)",
        "/a\nb",
        "https://",
        "data:,x",
    ],
)
def test_the_address_is_of_this_portal_or_a_safe_one(comite, direccion):
    with pytest.raises(DireccionInvalidaError):
        registrar(comite, direccion=direccion)


def test_a_partial_evidence_says_what_is_missing(comite):
    with pytest.raises(FaltaSinDecirError):
        registrar(comite, alcance="parcial")
    assert registrar(comite, alcance="parcial", falta="El buscador").falta == "El buscador"
    assert registrar(comite, falta="algo que sobra").falta == ""


def test_an_evidence_says_what_it_proves(comite):
    with pytest.raises(DescripcionVaciaError):
        registrar(comite, descripcion=" ")


def test_an_evidence_is_withdrawn_once_with_its_reason(comite):
    evidencia = registrar(comite)
    with pytest.raises(MotivoVacioError):
        retirar_evidencia(evidencia=evidencia, motivo=" ", por=comite, ahora=instante())
    with pytest.raises(SinPermisoError):
        retirar_evidencia(evidencia=evidencia, motivo="x", por=persona("ci", CONTROL), ahora=instante())
    retirar_evidencia(evidencia=evidencia, motivo="Ya no abre", por=comite, ahora=instante())
    assert not Evidencia.objects.vigentes().exists()
    with pytest.raises(EvidenciaYaRetiradaError):
        retirar_evidencia(evidencia=evidencia, motivo="x", por=comite, ahora=instante())


def test_only_control_interno_reviews_a_phase(comite):
    control = persona("ci", CONTROL)
    datos = {"fase": Fase.objects.first(), "observacion": "Se abrió cada dirección."}
    revision = revisar_fase(**datos, revisada_el=date(2026, 7, 1), por=control, ahora=instante())
    assert revision.revisada_por == control
    with pytest.raises(SinPermisoError):
        revisar_fase(**datos, revisada_el=date(2026, 7, 1), por=comite, ahora=instante())
    with pytest.raises(FechaDeRevisionError):
        revisar_fase(**datos, revisada_el=date(2026, 12, 1), por=control, ahora=instante())
    with pytest.raises(ObservacionVaciaError):
        revisar_fase(
            fase=datos["fase"], observacion=" ", revisada_el=date(2026, 7, 1), por=control, ahora=instante()
        )


def test_a_corrected_review_keeps_what_it_said(comite):
    control = persona("ci", CONTROL)
    comunes = {"por": control, "ahora": instante(), "revisada_el": date(2026, 7, 1)}
    revision = revisar_fase(fase=Fase.objects.first(), observacion="Antes", **comunes)
    corregir_revision(revision=revision, observacion="Después", **comunes)
    assert [fila.observacion for fila in revision.history.all()] == ["Después", "Antes"]
    with pytest.raises(SinPermisoError):
        corregir_revision(revision=revision, observacion="x", **{**comunes, "por": comite})
