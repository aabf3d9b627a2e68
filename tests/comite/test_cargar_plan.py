import json
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from comite.acciones.plan import PLAN_DE_QUIBDO
from comite.models import Accion, Indicador, LineaDeAccion, Parrafo, Plan, Proyecto
from fases.informacion.models import Entidad, Politica
from fases.models import Criterio, Fase
from fases.sincronizar import EnUsoError
from tests import fabricas

pytestmark = pytest.mark.django_db


def copia(tmp_path, cambiar):
    plan = json.loads(PLAN_DE_QUIBDO.read_text("utf-8"))
    cambiar(plan)
    archivo = tmp_path / "plan.json"
    archivo.write_text(json.dumps(plan, ensure_ascii=False), "utf-8")
    return archivo


def test_the_plan_is_loaded_whole():
    fabricas.cargar_plan()
    assert Fase.objects.count() == 5
    assert Criterio.objects.count() == 129
    assert Criterio.objects.exigidos().count() == 61
    assert Proyecto.objects.count() == 3
    assert Accion.objects.count() == 3
    assert Indicador.objects.filter(accion__isnull=False).count() == 4
    assert LineaDeAccion.objects.filter(acciones=None).count() == 3
    assert set(Accion.objects.values_list("metas", flat=True)) == {"-"}


def test_loading_it_again_writes_nothing():
    fabricas.cargar_plan()
    antes = {m: m.history.count() for m in (Fase, Criterio, Parrafo, Proyecto, Accion, Indicador, Plan)}
    fabricas.cargar_plan()
    assert {m: m.history.count() for m in antes} == antes


def test_a_wrong_file_names_the_place_and_changes_nothing(tmp_path):
    fabricas.cargar_plan()
    archivo = copia(tmp_path, lambda plan: plan["acciones"][1].pop("texto"))
    with pytest.raises(CommandError, match=r"acciones\[1\]"):
        call_command("cargar_plan", str(archivo))
    assert Accion.objects.count() == 3


def test_a_file_that_is_not_there_is_a_sentence():
    with pytest.raises(CommandError, match="No se pudo leer"):
        call_command("cargar_plan", "no-existe.json")


def test_what_people_wrote_is_kept(tmp_path):
    fabricas.cargar_plan()
    Entidad.objects.update(telefono="604 000 0000")
    Politica.objects.filter(slug="privacidad").update(texto="Texto del municipio")
    Indicador.objects.filter(accion__slug="conectividad").update(plazo_dias=3)
    fabricas.cargar_plan()
    assert Entidad.actual().telefono == "604 000 0000"
    assert Politica.objects.get(slug="privacidad").texto == "Texto del municipio"
    assert Indicador.objects.get(accion__slug="conectividad").plazo_dias == 3


def test_an_action_with_measurements_cannot_be_dropped_by_a_file(tmp_path):
    fabricas.cargar_demo()
    archivo = copia(tmp_path, lambda plan: plan["acciones"].pop(0))
    with pytest.raises(EnUsoError):
        fabricas.cargar_plan(archivo)
    assert Accion.objects.filter(slug="conectividad").exists()


def test_another_municipality_loads_its_own_plan(tmp_path):
    def otro(plan):
        plan["codigo"] = "otro"
        plan["membrete"] = [
            "República de Colombia",
            "Departamento de Antioquia",
            "Alcaldía Municipal de Ejemplo",
            "NIT. 1",
        ]

    fabricas.cargar_plan(copia(tmp_path, otro))
    entidad = Entidad.actual()
    assert (entidad.nombre_corto, entidad.departamento) == ("Ejemplo", "Antioquia")


def test_the_source_text_stands_beside_the_file():
    assert Path(PLAN_DE_QUIBDO).with_name("plan_quibdo.fuente.txt").exists()
