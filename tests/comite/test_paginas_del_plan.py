import csv
import io
import json

import pytest
from openpyxl import load_workbook

from comite.models import Accion, Eje, LineaEstrategica, Proyecto

MATRIZ, ACCIONES = "/plan/matriz/", "/plan/acciones/"
FORMULAS = ["=1+1", "+1", "-1", "@SUMA(A1)", "\t=1", "＝1", "  =1"]


def filas_csv(respuesta):
    texto = b"".join(respuesta.streaming_content).decode()
    assert texto.startswith("\ufeff")
    return list(csv.reader(io.StringIO(texto[1:])))


def filas_json(respuesta):
    return json.loads(b"".join(respuesta.streaming_content))


def filas_xlsx(respuesta):
    libro = load_workbook(io.BytesIO(b"".join(respuesta.streaming_content)))
    return [list(fila) for fila in libro.active.iter_rows(values_only=True)]


def muchos_proyectos(cuantos, **cambios):
    datos = {"eje": Eje.objects.first(), "linea": LineaEstrategica.objects.first(), "orden": 99, **cambios}
    Proyecto.objects.bulk_create(
        Proyecto(slug=f"p-{i}", **{"nombre": f"Proyecto {i}", **datos}) for i in range(cuantos)
    )


def test_the_plan_page_says_so_while_no_plan_is_loaded(db, client):
    assert "no se ha cargado todavía" in client.get("/plan/").content.decode()


def test_the_plan_has_its_tables_in_their_place(portal_cargado, client):
    texto = client.get("/plan/").content.decode()
    orden = [
        "Que a partir del 14 de Abril",
        "Plazo para entidades del orden nacional",
        "Teniendo en cuenta",
    ]
    orden += ["MATRIZ DE PROYECTOS", "Programa Kidsmar", "MARCO OPERATIVO", "TIEMPOS DE FRECUENCIA"]
    orden += ["SANCIONADO, PUBLIQUESE Y CUMPLASE", "FRANCISCO FABIANOS MOSQUERA"]
    lugares = [texto.index(parte) for parte in orden]
    assert lugares == sorted(lugares)


def test_three_lines_are_programmed_and_three_are_not(portal_cargado, client):
    texto = client.get("/plan/").content.decode()
    assert texto.count("Programada:") == 3
    assert texto.count("Sin programación en el plan") == 3


@pytest.mark.parametrize(
    ("filtro", "slugs"),
    [
        ({"eje": "transparencia"}, ["comunicacion-publica"]),
        ({"linea": "educacion"}, ["programa-kidsmar"]),
        ({"fase": "interaccion"}, ["comunicacion-publica"]),
        ({"criterio": "foros"}, ["comunicacion-publica"]),
        ({"q": "EDUCACIÓN básica"}, ["objetivos-desarrollo-del-milenio"]),
        ({"q": "fortalecimiento"}, ["comunicacion-publica"]),
        ({"eje": "transparencia", "q": "kidsmar"}, []),
    ],
)
def test_the_matrix_is_filtered_and_the_files_carry_just_that(portal_cargado, client, filtro, slugs):
    respuesta = client.get(MATRIZ, filtro)
    assert [p.slug for p in respuesta.context["pagina"]] == slugs
    nombres = list(Proyecto.objects.filter(slug__in=slugs).values_list("nombre", flat=True))
    assert [f[2] for f in filas_csv(client.get("/plan/matriz.csv", filtro))[1:]] == nombres
    assert [f["proyecto"] for f in filas_json(client.get("/plan/matriz.json", filtro))["filas"]] == nombres
    assert [f[2] for f in filas_xlsx(client.get("/plan/matriz.xlsx", filtro))[1:]] == nombres


def test_a_project_of_two_phases_is_listed_once(portal_cargado, client):
    respuesta = client.get(MATRIZ, {"fase": "informacion"})
    assert respuesta.context["total"] == 3


def test_a_wrong_filter_is_said_and_the_others_go_on(portal_cargado, client):
    respuesta = client.get(MATRIZ, {"eje": "<nada>", "linea": "educacion"})
    texto = respuesta.content.decode()
    assert "«&lt;nada&gt;» no está en la lista" in texto
    assert [p.slug for p in respuesta.context["pagina"]] == ["programa-kidsmar"]
    assert respuesta.context["filtro"].aplicados == [("Política o línea: Educación", MATRIZ)]
    assert 'href="/plan/matriz.csv?linea=educacion"' in texto


def test_a_search_too_long_is_said_and_keeps_its_words(portal_cargado, client):
    respuesta = client.get(ACCIONES, {"q": "a" * 101})
    assert "Escriba a lo sumo 100 letras" in respuesta.content.decode()
    assert respuesta.context["total"] == 3


def test_each_applied_filter_can_be_taken_away(portal_cargado, client):
    texto = client.get(MATRIZ, {"eje": "transparencia", "q": "foros"}).content.decode()
    assert 'aria-label="Quitar filtro: Eje de acción: Transparencia"' in texto
    assert 'href="/plan/matriz/?q=foros"' in texto


def test_pages_are_bounded_and_keep_the_filter(portal_cargado, client):
    muchos_proyectos(60)
    texto = client.get(MATRIZ, {"q": "proyecto", "pagina": 2}).content.decode()
    assert texto.count("<tr") == 26
    assert 'href="?q=proyecto&amp;pagina=3" rel="next"' in texto
    assert len(filas_csv(client.get("/plan/matriz.csv", {"q": "proyecto"}))) == 61


@pytest.mark.parametrize("pagina", ["0", "-1", "999", "x", ""])
def test_a_page_that_does_not_exist_gives_the_nearest_one(portal_cargado, client, pagina):
    assert client.get(MATRIZ, {"pagina": pagina}).status_code == 200


@pytest.mark.parametrize(
    ("filtro", "slugs"),
    [
        ({"responsable": "oficina-de-control-interno"}, ["capacitacion"]),
        ({"frecuencia": "mensual"}, ["conectividad"]),
        ({"estado": "sin-exigir"}, ["conectividad", "capacitacion", "portal"]),
        ({"estado": "sin-meta"}, ["conectividad", "capacitacion", "portal"]),
        ({"estado": "vencida"}, []),
        ({"q": "operador"}, ["conectividad"]),
    ],
)
def test_the_operational_frame_is_filtered_and_so_are_its_files(portal_cargado, client, filtro, slugs):
    respuesta = client.get(ACCIONES, filtro)
    assert [a.slug for a in respuesta.context["pagina"]] == slugs
    direcciones = [f[-1] for f in filas_csv(client.get("/plan/acciones.csv", filtro))[1:]]
    assert direcciones == [f"/plan/acciones/{slug}/" for slug in slugs]


def test_the_three_formats_have_the_same_columns_and_rows(portal_cargado, client):
    for base in ("/plan/matriz", "/plan/acciones"):
        cabeza, *filas = filas_csv(client.get(f"{base}.csv"))
        datos = filas_json(client.get(f"{base}.json"))
        assert cabeza == list(datos["columnas"].values()) == filas_xlsx(client.get(f"{base}.xlsx"))[0]
        assert len(filas) == len(datos["filas"]) == 3
        assert "Fuente" in cabeza


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_cell_of_a_sheet_is_a_formula(portal_cargado, client, formula):
    muchos_proyectos(1, nombre=formula, meta=formula)
    peligrosa = [f for f in filas_csv(client.get("/plan/matriz.csv")) if formula in f[2]]
    assert [f[2] for f in peligrosa] == [f"'{formula}"]
    libro = load_workbook(io.BytesIO(b"".join(client.get("/plan/matriz.xlsx").streaming_content)))
    assert {celda.data_type for fila in libro.active.iter_rows() for celda in fila} <= {
        "s",
        "n",
        "inlineStr",
    }


@pytest.mark.parametrize("direccion", ["/plan/matriz.ods", "/plan/acciones.exe", "/plan/proyectos/x/"])
def test_what_does_not_exist_is_404(portal_cargado, client, direccion):
    assert client.get(direccion).status_code == 404


def test_an_action_shows_its_eight_columns_and_that_it_has_no_goal(portal_cargado, client):
    accion = Accion.objects.get(slug="capacitacion")
    texto = client.get(accion.get_absolute_url()).content.decode()
    for campo in ("texto", "beneficio", "indicador_texto", "actividades", "responsables_texto", "recursos"):
        assert getattr(accion, campo) in texto
    assert "SEMESTRALMENTE" in texto
    assert "Sin meta definida en el plan" in texto
    assert "No se calcula porcentaje" in texto
    assert "acción 2 de 3" in texto


def test_a_project_says_that_the_plan_gives_no_frequency(portal_cargado, client):
    texto = client.get("/plan/proyectos/programa-kidsmar/").content.decode()
    assert "Sin frecuencia definida en el plan" in texto
    assert "15 Establecimientos Educativos beneficiados" in texto


def test_the_committee_page_says_why_it_is_empty(portal_cargado, client):
    texto = client.get("/comite/").content.decode()
    assert "El plan no nombra a las personas del comité" in texto
    assert "Oficina de Control Interno" in texto
