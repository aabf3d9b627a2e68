"""The proposed texts of the site's policies."""

import json
from pathlib import Path

import pytest

from fases.texto import parrafos

RAIZ = Path(__file__).parents[3]
POLITICAS = json.loads((RAIZ / "fases" / "informacion" / "datos" / "politicas.json").read_text("utf-8"))
PLAN = json.loads((RAIZ / "comite" / "datos" / "plan_quibdo.json").read_text("utf-8"))


def test_estan_las_cinco_del_plan_y_las_tres_de_la_ley():
    slugs = [politica["slug"] for politica in POLITICAS]
    del_plan = [politica["slug"] for politica in PLAN["politicas"]]
    assert slugs == [*del_plan, "datos-personales", "derechos-de-autor", "accesibilidad"]


@pytest.mark.parametrize("politica", POLITICAS, ids=lambda politica: politica["slug"])
def test_cada_una_dice_algo_util_y_de_donde_sale(politica):
    assert set(politica) == {"slug", "titulo", "resumen", "texto", "exigida_por", "fuente"}
    assert 250 <= len(politica["texto"].split()) <= 600
    assert len(politica["resumen"]) <= 400
    assert 0 < len(politica["exigida_por"]) <= 300
    assert politica["fuente"].startswith("Texto propuesto")
    assert "por confirmar" in politica["texto"]


@pytest.mark.parametrize("politica", POLITICAS, ids=lambda politica: politica["slug"])
def test_el_texto_usa_solo_el_marcado_que_el_portal_entiende(politica):
    html = parrafos(politica["texto"])
    assert "<h2>" in html
    assert "<ul>" in html
    assert "##" not in html
    assert "<p>- " not in html
