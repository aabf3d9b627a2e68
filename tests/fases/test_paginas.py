import pytest

from fases.acciones import registrar_evidencia, retirar_evidencia
from fases.enlaces import direccion_segura
from fases.models import Criterio
from fases.roles import COMITE
from tests.fabricas import instante, persona


@pytest.mark.parametrize(
    "direccion", ["/fases/", "/fases/informacion/", "/fases/informacion/nuestros-programas/"]
)
def test_every_page_of_the_phases_says_what_became_of_the_decree(portal_cargado, client, direccion):
    texto = client.get(direccion).content.decode()
    assert "ya no rige" in texto
    assert "artículo 12 del Decreto 2693 de 2012" in texto
    assert "21 de diciembre de 2012" in texto


def test_both_deadlines_are_shown_in_the_words_of_the_plan(portal_cargado, client):
    texto = client.get("/fases/").content.decode()
    assert "1° de junio de 2010" in texto
    assert "1° de diciembre de 2011" in texto


def test_a_wrong_state_is_said_and_hides_nothing(portal_cargado, client):
    bueno = client.get("/fases/informacion/").context
    malo = client.get("/fases/informacion/", {"estado": "<b>nada"})
    assert "se muestran todos" in malo.content.decode()
    assert len(malo.context["exigidos"]) == len(bueno["exigidos"])


def test_required_criteria_stand_apart_from_good_practice(portal_cargado, client):
    contexto = client.get("/fases/informacion/").context
    assert all(c.exigido for _, criterios in contexto["exigidos"] for c in criterios)
    assert not any(c.exigido for _, criterios in contexto["buenas_practicas"] for c in criterios)


def test_withdrawn_evidence_stays_as_history_with_its_reason(portal_cargado, client):
    comite = persona("comite", COMITE, first_name="Ana", last_name="de Prueba")
    criterio = Criterio.objects.get(slug="nuestros-programas")
    evidencia = registrar_evidencia(
        criterio=criterio,
        direccion="/plan/matriz/",
        descripcion="La matriz",
        alcance="completa",
        falta="",
        por=comite,
        ahora=instante(),
    )
    retirar_evidencia(evidencia=evidencia, motivo="Se mudó de página.", por=comite, ahora=instante())
    texto = client.get(criterio.get_absolute_url()).content.decode()
    assert "<s>La matriz</s>" in texto
    assert "Se mudó de página." in texto
    assert "Ana de Prueba" in texto
    assert "Sin evidencia publicada" in texto


@pytest.mark.parametrize(
    "direccion", ["/fases/otra/", "/fases/informacion/otro/", "/fases/interaccion/odm/"]
)
def test_what_does_not_exist_is_404(portal_cargado, client, direccion):
    assert client.get(direccion).status_code == 404


def test_the_pages_work_before_anything_is_loaded(db, client):
    assert "Aquí no hay fases todavía" in client.get("/fases/").content.decode()


@pytest.mark.parametrize(
    ("escrita", "enlazada"),
    [
        ("/plan/", "/plan/"),
        ("https://ejemplo.co/x", "https://ejemplo.co/x"),
        ("javascript:alert(1)", ""),
        ("//otro.sitio/", ""),
        ("http://[roto", ""),
        ("", ""),
    ],
)
def test_only_web_addresses_are_linked(escrita, enlazada):
    assert direccion_segura(escrita) == enlazada
