"""What a hostile person sends to the back office is never an error of the server."""

import pytest

from fases.roles import ADMINISTRACION, COMITE


@pytest.mark.parametrize("seleccion", ["abc", "1' OR 1=1", "9" * 40, "", "\u0663"])
def test_a_hostile_selection_gets_a_message_and_not_an_error(client, entrar, portal_cargado, seleccion):
    entrar(ADMINISTRACION)
    for lista in (
        "/admin/informacion/dependencia/",
        "/admin/comite/integrante/",
        "/admin/informacion/usuario/",
    ):
        respuesta = client.post(
            lista, {"action": "delete_selected", "_selected_action": seleccion, "index": "0"}, follow=True
        )
        assert respuesta.status_code == 200


@pytest.mark.parametrize("clave", ["abc", "9" * 30, "-1", "_3", "1;2"])
@pytest.mark.parametrize("pagina", ["change", "history", "history/1", "history/abc", "corregir", "delete"])
def test_a_key_that_is_not_one_is_never_an_error(client, entrar, portal_cargado, clave, pagina):
    entrar(COMITE)
    respuesta = client.get(f"/admin/comite/medicion/{clave}/{pagina}/")
    assert respuesta.status_code in {302, 403, 404}


@pytest.mark.parametrize(
    "consulta", ["p=abc", "p=-1", "o=99", "o=abc", "e=1", "sin_movimiento__exact=abc", "x=1"]
)
@pytest.mark.parametrize("lista", ["medicion", "indicador", "accion"])
def test_a_hostile_query_of_a_list_is_never_an_error(client, entrar, portal_cargado, lista, consulta):
    entrar(COMITE)
    assert client.get(f"/admin/comite/{lista}/?{consulta}").status_code in {200, 302, 400}
