"""Who may open, write and publish a report, when, and what each mistake says."""

from datetime import date

import pytest

from comite.acciones import informes as acciones
from comite.acciones.informes import (
    abrir_informe,
    anotar_hallazgo,
    guardar_textos,
    nueva_version,
    observar_fila,
    publicar_informe,
)
from comite.informe.reglas import (
    ArchivosNoGuardadosError,
    InformeAntesDeTiempoError,
    InformeYaAbiertoError,
    InformeYaPublicadoError,
    TextosFaltantesError,
)
from comite.models import Informe
from fases.roles import SinPermisoError
from tests.fabricas import persona

from .informes import PRIMERO, borrador, el, publicado

pytestmark = pytest.mark.usefixtures("archivos")


def test_nothing_is_published_when_the_disk_fails(ana, conectados, monkeypatch):
    def sin_espacio(_):
        raise OSError(28, "No space left on device")

    informe = borrador(ana)
    monkeypatch.setattr(acciones, "escribir_todos", sin_espacio)
    with pytest.raises(ArchivosNoGuardadosError, match="no se publicó nada"):
        publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 7, 29)))
    assert not Informe.objects.get(pk=informe.pk).publicado


def test_nothing_is_published_when_the_pdf_cannot_be_made(ana, conectados, monkeypatch, tmp_path):
    rota = tmp_path / "rota.typ"
    rota.write_text("#panic()")
    monkeypatch.setattr("comite.informe.pdf.PLANTILLA", rota)
    with pytest.raises(ArchivosNoGuardadosError, match="no se pudo hacer el PDF"):
        publicado(ana)
    assert not Informe.objects.publicados().exists()


def test_it_cannot_be_published_before_the_last_day_of_the_semester(ana):
    informe = abrir_informe(semestre=PRIMERO, por=ana, ahora=el(date(2026, 6, 1)))
    guardar_textos(informe=informe, textos={"conclusiones": "x"}, por=ana)
    with pytest.raises(InformeAntesDeTiempoError, match="termina el 30 de junio de 2026"):
        publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 6, 29)))
    assert publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 6, 30), 20)).publicado


def test_the_cut_off_is_neither_in_the_future_nor_inside_the_semester(ana, conectados):
    with pytest.raises(InformeAntesDeTiempoError, match="no ha llegado"):
        publicar_informe(informe=borrador(ana), por=ana, ahora=el(date(2026, 7, 14)))
    with pytest.raises(InformeAntesDeTiempoError, match="anterior al último día"):
        guardar_textos(informe=Informe.objects.get(), textos={}, por=ana, corte_el=date(2026, 6, 29))


def test_what_is_missing_is_named(ana):
    informe = borrador(ana, conclusiones="")
    guardar_textos(informe=informe, textos={"alcance": " "}, por=ana)
    with pytest.raises(TextosFaltantesError, match="falta escribir el alcance y las conclusiones"):
        publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 7, 29)))


def test_a_semester_has_one_report_and_one_draft(ana):
    borrador(ana)
    with pytest.raises(InformeYaAbiertoError, match="Ya hay un borrador"):
        abrir_informe(semestre=PRIMERO, por=ana, ahora=el(date(2026, 7, 1)))
    with pytest.raises(InformeAntesDeTiempoError, match="empieza el 1 de julio"):
        abrir_informe(semestre=PRIMERO.siguiente, por=ana, ahora=el(date(2026, 6, 30)))


def test_what_is_published_is_not_written_again(ana):
    informe = publicado(ana)
    intentos = (
        lambda: publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 8, 1))),
        lambda: guardar_textos(informe=informe, textos={"alcance": "x"}, por=ana),
        lambda: observar_fila(informe=informe, fila="accion:conectividad", texto="x", por=ana),
        lambda: anotar_hallazgo(
            informe=informe, descripcion="x", accion_de_mejora="x", responsable="x", por=ana
        ),
    )
    for intento in intentos:
        with pytest.raises(InformeYaPublicadoError, match="versión nueva"):
            intento()


def test_only_one_new_version_at_a_time(ana):
    viejo = publicado(ana)
    nueva_version(informe=viejo, motivo="Un error", por=ana, ahora=el(date(2026, 8, 3)))
    with pytest.raises(InformeYaAbiertoError, match="Ya hay un borrador"):
        nueva_version(informe=viejo, motivo="Otro", por=ana, ahora=el(date(2026, 8, 3)))


@pytest.mark.parametrize("grupo", ["Comité GEL-T", "Administración", "Editor de dependencia"])
def test_only_control_interno_touches_a_report(ana, grupo):
    otra = persona("otra", grupo)
    informe = borrador(ana)
    with pytest.raises(SinPermisoError):
        publicar_informe(informe=informe, por=otra, ahora=el(date(2026, 7, 29)))
    with pytest.raises(SinPermisoError):
        guardar_textos(informe=informe, textos={}, por=otra)
