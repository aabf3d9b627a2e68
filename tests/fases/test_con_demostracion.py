from fases.resumen import resumir_fases
from tests.fabricas import HOY


def test_all_the_phases_cost_three_queries(portal_demo, django_assert_num_queries):
    with django_assert_num_queries(3):
        fases = resumir_fases(HOY)
        assert all(e.registrada_por for f in fases for c in f.criterios for e in c.evidencias)
    assert [f.fase.numero for f in fases] == [1, 2, 3, 4, 5]


def test_the_filter_by_state_shows_only_that_state(portal_demo, client):
    contexto = client.get("/fases/informacion/", {"estado": "cumple"}).context
    grupos = [*contexto["exigidos"], *contexto["buenas_practicas"]]
    assert {c.estado.value for _, criterios in grupos for c in criterios} == {"cumple"}
    totales = {chip.titulo: chip.total for chip in contexto["chips"]}
    assert totales["Todos"] == sum(n for titulo, n in totales.items() if titulo != "Todos")
