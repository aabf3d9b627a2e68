from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command

from comite.acciones.mediciones import registrar_medicion
from comite.models import Indicador, Informe, Integrante, Medicion, MetaAdoptada
from comite.periodos import periodo_de
from fases.informacion.models import Dependencia, Usuario
from fases.models import Evidencia, RevisionDeFase
from tests import fabricas

pytestmark = pytest.mark.django_db
MARCADOS = (Medicion, MetaAdoptada, Evidencia, RevisionDeFase, Integrante, Informe, Usuario, Dependencia)


def test_the_demonstration_shows_gaps_overdue_and_two_published_reports():
    fabricas.cargar_demo()
    serie = Medicion.objects.filter(indicador__accion__slug="conectividad").vigentes()
    meses = set(serie.values_list("periodo_desde", flat=True))
    assert date(2025, 5, 1) not in meses
    assert date(2025, 6, 1) in meses
    assert date(2026, 10, 1) not in meses
    assert [str(i.semestre) for i in Informe.objects.publicados()] == ["2026-1", "2025-2"]
    assert not Medicion.objects.filter(demostracion=False).exists()


def test_repeating_it_adds_nothing():
    fabricas.cargar_demo()
    antes = {modelo: modelo.objects.count() for modelo in MARCADOS}
    fabricas.cargar_demo()
    assert {modelo: modelo.objects.count() for modelo in MARCADOS} == antes


def test_it_is_removed_whole_and_alone():
    fabricas.cargar_plan()
    oficina = fabricas.dependencia()
    persona = fabricas.persona("real", "Comité GEL-T", oficina)
    indicador = Indicador.objects.get(accion__slug="capacitacion", unidad="numero")
    real = registrar_medicion(
        indicador=indicador,
        periodo=periodo_de("semestral", date(2024, 1, 1)),
        valor=Decimal(3),
        por=persona,
        ahora=fabricas.instante(),
    )
    fabricas.cargar_demo()
    call_command("demo", "--borrar")
    for modelo in MARCADOS:
        assert not modelo.objects.filter(demostracion=True).exists(), modelo
    assert list(Medicion.objects.all()) == [real]
    assert Usuario.objects.filter(username="real").exists()
    assert not Medicion.history.filter(demostracion=True).exists()
    call_command("demo")
    assert Informe.objects.publicados().count() == 2


def test_an_account_on_which_real_data_hangs_is_closed_and_kept():
    fabricas.cargar_demo()
    cuenta = Usuario.objects.get(username="comite.demo")
    indicador = Indicador.objects.get(accion__slug="portal")
    registrar_medicion(
        indicador=indicador,
        periodo=periodo_de("semestral", date(2020, 1, 1)),
        valor=Decimal(3),
        por=cuenta,
        ahora=fabricas.instante(),
    )
    call_command("demo", "--borrar")
    cuenta.refresh_from_db()
    assert not cuenta.is_active
    assert Medicion.objects.count() == 1
