from datetime import date

from portal.novedades import proximos_reportes, ultimas_mediciones
from tests.fabricas import HOY


def test_the_home_tells_the_facts_with_their_date(portal_demo, client):
    respuesta = client.get("/")
    texto = respuesta.content.decode()
    assert len(respuesta.context["novedades"]) == 4
    assert "Informe del primer semestre de 2026" in texto
    assert "Versión de demostración" in texto


def test_the_next_reports_are_those_that_can_still_be_in_time(portal_demo):
    eventos = proximos_reportes(HOY)
    assert [evento.fecha for evento in eventos] == sorted(evento.fecha for evento in eventos)
    assert eventos[0].fecha == date(2026, 12, 10)
    assert eventos[0].detalle == "Reporte de noviembre de 2026"
    assert "Reporte del segundo semestre de 2026" in [evento.detalle for evento in eventos]


def test_the_last_facts_come_newest_first(portal_demo):
    fechas = [novedad.fecha for novedad in ultimas_mediciones()]
    assert fechas == sorted(fechas, reverse=True)
