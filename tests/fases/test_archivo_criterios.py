"""The criteria file: 129 criteria with their provenance, and only what was read is required."""

import copy
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from fases.archivo_criterios import LEIDAS, ArchivoDeCriteriosError, leer

ARCHIVO = Path(__file__).parents[2] / "fases" / "datos" / "criterios.json"
CRUDO = json.loads(ARCHIVO.read_text("utf-8"))


def con(**cambios):
    """The file with other values in its third criterion, as bytes."""
    datos = copy.deepcopy(CRUDO)
    datos["criterios"][2] |= cambios
    return json.dumps(datos).encode()


def test_el_archivo_de_criterios_se_lee_entero():
    criterios = leer(ARCHIVO)
    assert len(criterios) == 129
    assert all(criterio.fuente and criterio.verificado for criterio in criterios)


def test_solo_se_exige_lo_que_tiene_una_fuente_leida():
    for criterio in leer(ARCHIVO):
        assert criterio.exigido == (criterio.base in LEIDAS), criterio.codigo


def test_los_criterios_de_una_fase_van_en_orden_y_sus_grupos_no_se_parten():
    por_fase = {}
    for criterio in leer(ARCHIVO):
        por_fase.setdefault(criterio.fase, []).append(criterio)
    for suyos in por_fase.values():
        assert [criterio.orden for criterio in suyos] == list(range(1, len(suyos) + 1))
        grupos = [criterio.grupo for criterio in suyos]
        cambios = sum(antes != despues for antes, despues in pairwise(grupos))
        assert cambios == len(set(grupos)) - 1


def test_las_palabras_son_para_el_publico():
    for criterio in CRUDO["criterios"]:
        visible = " ".join(str(valor) for clave, valor in criterio.items() if clave != "base")
        assert not re.search(r"ayudante|memoria|RESPALDO|\.(txt|md|json)\b", visible), criterio["codigo"]


@pytest.mark.parametrize(
    ("cambios", "mensaje"),
    [
        ({"base": "rumor"}, "criterios[2].base: se encontró «rumor»"),
        ({"base": "memoria", "exigido": True}, "criterios[2].exigido: solo se exige lo que tiene una base"),
        ({"exigido": "sí"}, "criterios[2].exigido: se encontró el texto «sí»; va true o false"),
        ({"exigido": 1}, "criterios[2].exigido: se encontró el número 1; va true o false"),
        ({"codigo": "inf-01"}, "criterios[2].codigo: «inf-01» está repetido"),
        ({"slug": "mision-y-vision"}, "criterios[2].slug: «mision-y-vision» está repetido"),
        ({"fuentes_url": ["javascript:alert(1)"]}, "criterios[2].fuentes_url: «javascript:alert(1)» debe"),
        (
            {"exigencia_leida": [{"norma": "Ley 1"}]},
            "criterios[2].exigencia_leida[0]: falta la clave «desde»",
        ),
    ],
)
def test_un_criterio_malo_dice_en_que_lugar(cambios, mensaje):
    with pytest.raises(ArchivoDeCriteriosError, match=re.escape(mensaje)):
        leer(con(**cambios))
