"""A wrong plan file is told where it is wrong, whatever is wrong with it."""

import copy
import json
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from comite.archivo_plan import ArchivoDePlanError, leer

ARCHIVO = Path(__file__).parents[2] / "comite" / "datos" / "plan_quibdo.json"
CRUDO = json.loads(ARCHIVO.read_text("utf-8"))
BORRAR = object()
REPETIDO = "está repetido: ya se usó en"


def test_el_archivo_del_plan_se_lee_entero():
    plan = leer(ARCHIVO)
    cuantos = (plan.fases, plan.proyectos, plan.acciones, plan.politicas, plan.firmantes, plan.normas)
    assert [len(filas) for filas in cuantos] == [5, 3, 3, 5, 2, 5]
    assert leer(ARCHIVO.read_bytes()) == leer(str(ARCHIVO)) == plan


def con(ruta, valor):
    """The plan's file with another value at a path like ``fases[0].slug``, as bytes."""
    pasos = [int(paso) if paso.isdigit() else paso for paso in re.findall(r"[^.\[\]]+", ruta)]
    return cambiado(pasos, valor)


def cambiado(pasos, valor):
    plan = copy.deepcopy(CRUDO)
    nodo = plan
    for paso in pasos[:-1]:
        nodo = nodo[paso]
    if valor is BORRAR:
        del nodo[pasos[-1]]
    else:
        nodo[pasos[-1]] = valor
    return json.dumps(plan).encode()


@pytest.mark.parametrize(
    ("ruta", "valor", "mensaje"),
    [
        (
            "acciones[1].indicadores[0].unidad",
            "pct",
            "se encontró «pct»; va una de estas palabras: porcentaje,",
        ),
        ("fases[0].plazo_nacional", "2008-02-30", "se encontró «2008-02-30»; va una fecha que exista"),
        ("fases[0].plazo_nacional", "20080601", "se encontró «20080601»; va una fecha que exista"),
        ("acciones[0].beneficio", "  ", "el texto está vacío"),
        ("acciones[0].beneficio", 7, "se encontró el número 7; va un texto"),
        ("acciones[0].beneficio", None, "se encontró null; va un texto"),
        ("acciones[0].beneficio", "a\0b", "el texto trae el carácter U+0000"),
        ("acciones[0].beneficio", "\ud800", "el texto trae el carácter U+D800"),
        ("fases[0].numero", True, "se encontró true; va un número entero de 1 a 9"),
        ("fases[0].numero", 1.5, "se encontró el número 1.5; va un número entero"),
        ("fases[0].numero", 12, "se encontró el número 12; va un número entero"),
        ("fases[0].numero", float("nan"), "se encontró NaN; va un número entero"),
        ("fases[1].numero", 1, f"«1» {REPETIDO} fases[0].numero"),
        ("fases[1].slug", "informacion", f"«informacion» {REPETIDO} fases[0].slug"),
        (
            "acciones[2].indicadores[0].slug",
            "analfabetismo",
            f"{REPETIDO} proyectos[2].indicadores[1].slug",
        ),
        ("acciones[0].slug", "Acción 1", "se encontró «Acción 1»; van minúsculas sin tilde"),
        ("acciones[0].slug", "a" * 81, "el texto tiene 81 caracteres; caben 80"),
        ("ejes[0].nombre", "a" * 301, "el texto tiene 301 caracteres; caben 300"),
        ("proyectos[0].eje", "otro", "«otro» no está entre los de ejes (mejores-servicios, transparencia"),
        ("proyectos[0].linea", "otra", "«otra» no está entre los de lineas_estrategicas (educacion"),
        ("proyectos[0].fases[0].fase", "sexta", "«sexta» no está entre los de fases (informacion"),
        ("proyectos[1].fases[1].fase", "informacion", f"{REPETIDO} proyectos[1].fases[0].fase"),
        ("acciones[0].linea", "otra", "«otra» no está entre los de líneas de acción (conectividad"),
        ("acciones[0].responsables[1]", "nadie", "«nadie» no está entre los de responsables (comite-gel-t"),
        ("acciones[0].responsables[1]", "comite-gel-t", f"{REPETIDO} acciones[0].responsables[0]"),
        ("apartados[0].parrafos[0].normas[0]", "ley-1", "«ley-1» no está entre los de normas"),
        ("acciones", {}, "se encontró un objeto; va una lista"),
        ("acciones[1]", "x", "se encontró el texto «x»; va un objeto entre llaves"),
        ("membrete", ["Alcaldía"], "hay 1 elementos en la lista; van 4"),
        ("formato", 2, "se encontró el número 2; va el número 1"),
    ],
)
def test_un_valor_malo_se_dice_en_su_lugar(ruta, valor, mensaje):
    with pytest.raises(ArchivoDePlanError) as fallo:
        leer(con(ruta, valor))
    assert f"{ruta}: " in str(fallo.value)
    assert mensaje in str(fallo.value)


@pytest.mark.parametrize(
    ("ruta", "valor", "mensaje"),
    [
        ("fases[2].plazo_nacional", BORRAR, "fases[2]: falta la clave «plazo_nacional»"),
        ("titulo", BORRAR, "primer nivel: falta la clave «titulo»"),
        ("proyectos[0].metta", "x", "proyectos[0]: no se conoce la clave «metta». ¿Quiso escribir «meta»?"),
        (
            "apartados[2].parrafos[0].codigo",
            "x",
            "apartados[2].parrafos[0]: no se conoce la clave «codigo»",
        ),
        (
            "apartados[5].parrafos[0].codigo",
            "portal",
            f"apartados[5].parrafos[2].codigo: «portal» {REPETIDO}",
        ),
    ],
)
def test_una_clave_que_falta_o_sobra_se_dice_en_su_objeto(ruta, valor, mensaje):
    with pytest.raises(ArchivoDePlanError) as fallo:
        leer(con(ruta, valor))
    assert mensaje in str(fallo.value)


@pytest.mark.parametrize(
    ("octetos", "mensaje"),
    [
        (b"", "línea 1, columna 1: se esperaba un valor"),
        (b'{\n  "codigo" "quibdo"}', "línea 2, columna 12: faltan los dos puntos"),
        (b'{\n "titulo": "x" "codigo": 1}', "línea 2, columna 16: falta una coma"),
        ("{\n\n «titulo» }".encode("latin-1"), "línea 3: el archivo no está en UTF-8"),
        (b" " * (5 * 1024 * 1024 + 1), "pesa más de 5 MB"),
        (b"[" * 100_000, "tiene demasiados objetos o listas unos dentro de otros"),
        (b"[]", "primer nivel: se encontró una lista; va un objeto"),
        (b'{"formato": 1, "formato": 1}', "primer nivel: la clave «formato» está dos veces"),
        (b'{"formato": ' + b"9" * 5000 + b"}", "formato: se encontró el número 9999"),
    ],
)
def test_lo_que_no_es_json_dice_linea_y_motivo(octetos, mensaje):
    with pytest.raises(ArchivoDePlanError, match=re.escape(mensaje)):
        leer(octetos)


def test_un_archivo_con_marca_de_orden_de_octetos_se_lee_igual():
    assert leer(b"\xef\xbb\xbf" + ARCHIVO.read_bytes()) == leer(ARCHIVO)


def test_se_cuentan_todos_los_errores_y_se_muestran_veinte():
    with pytest.raises(ArchivoDePlanError) as fallo:
        leer(con("actores", [""] * 25))
    errores = fallo.value.errores
    assert len(errores) == 25
    assert sum(error in str(fallo.value) for error in errores) == 20
    assert "tiene 25 errores" in str(fallo.value)
    assert "… y 5 más" in str(fallo.value)


def caminos(nodo, hasta=()):
    hijos = nodo.items() if isinstance(nodo, dict) else enumerate(nodo) if isinstance(nodo, list) else ()
    for clave, hijo in hijos:
        yield (*hasta, clave)
        yield from caminos(hijo, (*hasta, clave))


cualquier_cosa = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=90),
    lambda hijos: st.lists(hijos, max_size=3) | st.dictionaries(st.text(max_size=9), hijos, max_size=3),
    max_leaves=5,
)
a_su_ritmo = settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))


def leer_o_explicar(octetos):
    """Read it, or fail only with an error that has at least one sentence."""
    try:
        plan = leer(octetos)
    except ArchivoDePlanError as error:
        explicacion = str(error)
    else:
        explicacion = plan.titulo
    assert explicacion.encode()


@a_su_ritmo
@given(camino=st.sampled_from(list(caminos(CRUDO))), valor=st.just(BORRAR) | cualquier_cosa)
def test_una_mutacion_cualquiera_no_rompe_el_lector(camino, valor):
    leer_o_explicar(cambiado(camino, valor))


@a_su_ritmo
@given(lugar=st.integers(0, ARCHIVO.stat().st_size), largo=st.integers(0, 40), otro=st.binary(max_size=20))
def test_octetos_cambiados_no_rompen_el_lector(lugar, largo, otro):
    sano = ARCHIVO.read_bytes()
    leer_o_explicar(sano[:lugar] + otro + sano[lugar + largo :])
