"""A page asks the database the same number of questions with 10 rows or with many."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from deploy.siembra import sembrar

from .paginas import presupuesto_de_consultas

POCAS, MUCHAS = 10, 400
PAGINAS = [
    "/",
    "/fases/",
    "/fases/informacion/",
    "/plan/",
    "/plan/matriz/",
    "/plan/matriz/?q=conectividad&fase=informacion",
    "/plan/acciones/",
    "/plan/acciones/?q=conectividad&frecuencia=mensual",
    "/plan/acciones/conectividad/",
    "/plan/matriz.csv",
    "/plan/acciones.json",
    "/comite/",
    "/informes/",
    "/mapa/",
    "/sitemap.xml",
]


def contar(client, direccion):
    with CaptureQueriesContext(connection) as consultas:
        respuesta = client.get(direccion)
        assert respuesta.status_code == 200, direccion
        if respuesta.streaming:
            b"".join(respuesta.streaming_content)
    return len(consultas)


def test_the_queries_of_a_page_do_not_grow_with_the_rows(portal_demo, client):
    sembrar(POCAS)
    antes = {direccion: contar(client, direccion) for direccion in PAGINAS}
    sembrar(MUCHAS, desde=POCAS)
    despues = {direccion: contar(client, direccion) for direccion in PAGINAS}
    assert despues == antes
    assert [d for d, n in despues.items() if n > presupuesto_de_consultas(d.partition("?")[0])] == []
