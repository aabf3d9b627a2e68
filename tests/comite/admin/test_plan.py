"""What the committee does with the plan, and what nobody does."""

from datetime import date
from decimal import Decimal

from django.urls import reverse

from comite.models import (
    Accion,
    LineaDeAccion,
    MetaAdoptada,
    Proyecto,
)
from fases.models import Criterio, Evidencia, Fase, RevisionDeFase
from fases.roles import COMITE, CONTROL


def test_the_committee_adopts_a_goal(client, entrar, indicador):
    entrar(COMITE)
    direccion = "/admin/comite/metaadoptada/add/"
    datos = {
        "indicador": indicador.pk,
        "valor": "90,5",
        "acta": "Acta 7 de 2026",
        "adoptada_el": "2026-03-02",
        "rige_desde": "2025-03-02",
    }
    assert "el año del acta, o después" in client.post(direccion, datos).content.decode()
    client.post(direccion, {**datos, "rige_desde": "2026-03-02"})
    assert MetaAdoptada.objects.get().valor == Decimal("90.5")


def test_the_committee_says_who_reports_an_indicator_and_from_what_base_line(client, entrar, indicador):
    entrar(COMITE)
    direccion = reverse("admin:comite_indicador_change", args=[indicador.pk])
    datos = {"encargada": "", "frecuencia": "trimestral", "plazo_dias": "15", "linea_base": "42,5"}
    assert "de dónde sale la línea base" in client.post(direccion, datos).content.decode()
    client.post(direccion, {**datos, "linea_base_fuente": "Inventario", "nombre": "Otro", "unidad": "tasa"})
    indicador.refresh_from_db()
    assert (indicador.frecuencia, indicador.linea_base) == ("trimestral", Decimal("42.5"))
    assert (indicador.nombre, indicador.unidad) != ("Otro", "tasa")


def test_the_committee_programmes_an_action_for_a_line_that_had_none(client, entrar, portal_cargado):
    entrar(COMITE)
    linea = LineaDeAccion.objects.filter(acciones=None).first()
    datos = dict.fromkeys(
        [
            "titulo",
            "texto",
            "beneficio",
            "indicador_texto",
            "metas",
            "actividades",
            "responsables_texto",
            "recursos",
            "frecuencia_texto",
        ],
        "Algo nuevo",
    )
    datos |= {"linea": linea.pk, "frecuencia": "mensual"}
    direccion = "/admin/comite/accion/add/"
    assert "acta del Comité" in client.post(direccion, datos).content.decode()
    client.post(direccion, {**datos, "acta": "Acta 4 de 2026", "acta_el": "01/03/2026"})
    nueva = linea.acciones.get()
    assert (nueva.origen, nueva.slug, nueva.fuente) == (
        "comite",
        "algo-nuevo",
        "Acta 4 de 2026 del Comité GEL-T",
    )
    assert nueva.history.first().history_user.username == "de-com"


def test_the_committee_adds_a_project_with_its_phases(client, entrar, portal_cargado):
    entrar(COMITE)
    modelo = Proyecto.objects.first()
    fase = Fase.objects.first()
    datos = {
        "nombre": "Proyecto nuevo",
        "eje": modelo.eje_id,
        "linea": modelo.linea_id,
        "meta": "Una meta",
        "indicadores_texto": "Uno",
        "acta": "Acta 4 de 2026",
        "acta_el": "01/03/2026",
        "fases-TOTAL_FORMS": "1",
        "fases-INITIAL_FORMS": "0",
        "fases-0-fase": fase.pk,
        "criterios-TOTAL_FORMS": "0",
        "criterios-INITIAL_FORMS": "0",
    }
    client.post("/admin/comite/proyecto/add/", datos)
    nuevo = Proyecto.objects.get(origen="comite")
    assert (nuevo.fases_texto, nuevo.fases.get().fase) == (str(fase), fase)


def test_what_the_plan_wrote_does_not_change(client, entrar, portal_cargado):
    entrar(COMITE)
    for fila in (Accion.objects.first(), Proyecto.objects.first()):
        direccion = reverse(f"admin:comite_{fila._meta.model_name}_change", args=[fila.pk])
        assert "texto adoptado" in client.get(direccion).content.decode()
        assert client.post(direccion, {"titulo": "Otro", "nombre": "Otro"}).status_code == 403


def test_evidence_is_recorded_and_withdrawn_from_the_back_office(client, entrar, portal_cargado):
    entrar(COMITE)
    criterio = Criterio.objects.first()
    datos = {"criterio": criterio.pk, "descripcion": "La matriz", "alcance": "completa"}
    mala = client.post("/admin/fases/evidencia/add/", {**datos, "direccion": "plan"})
    assert "Escriba una dirección de este portal" in mala.content.decode()
    client.post("/admin/fases/evidencia/add/", {**datos, "direccion": "/plan/"})
    evidencia = Evidencia.objects.get()
    retirar = reverse("admin:fases_evidencia_retirar", args=[evidencia.pk])
    client.post(retirar, {"motivo": "Ya no abre"})
    assert not Evidencia.objects.vigentes().exists()
    assert client.get(retirar).status_code == 403


def test_control_interno_reviews_a_phase_and_mends_its_review(client, entrar, portal_cargado):
    entrar(CONTROL)
    datos = {"fase": Fase.objects.first().pk, "revisada_el": "2026-07-01", "observacion": "Bien"}
    client.post("/admin/fases/revisiondefase/add/", datos)
    revision = RevisionDeFase.objects.get()
    direccion = reverse("admin:fases_revisiondefase_change", args=[revision.pk])
    client.post(direccion, {"revisada_el": "2026-07-02", "observacion": "Mejor"})
    revision.refresh_from_db()
    assert (revision.observacion, revision.revisada_el) == ("Mejor", date(2026, 7, 2))


def test_the_history_tells_before_after_who_and_when(client, entrar, indicador):
    comite = entrar(COMITE, first_name="Luz", last_name="Mena")
    client.post(
        reverse("admin:comite_indicador_change", args=[indicador.pk]),
        {"encargada": indicador.encargada_id, "frecuencia": "semestral", "plazo_dias": "10"},
    )
    historia = client.get(reverse("admin:comite_indicador_history", args=[indicador.pk])).content.decode()
    assert "antes «Cada mes», después <strong>«Cada semestre»</strong>" in historia
    assert comite.nombre_publico in historia
