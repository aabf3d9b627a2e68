from datetime import date

from comite import reportes
from comite.ficha import fichas_de
from comite.filtros import condicion_de_estado
from comite.models import Accion
from tests.fabricas import HOY


def test_the_queries_do_not_depend_on_the_indicators(portal_demo, django_assert_num_queries):
    for slug in ("conectividad", "capacitacion"):
        accion = Accion.objects.get(slug=slug)
        with django_assert_num_queries(3):
            fichas_de(accion, HOY)


def test_the_list_and_the_calendar_agree_on_who_owes(portal_demo):
    for hoy in (date(2025, 2, 1), date(2025, 6, 11), HOY, date(2027, 1, 11)):
        deben = set(reportes.vencidos(hoy).values_list("slug", flat=True))
        segun_el_calendario = {
            ficha.indicador.slug
            for accion in Accion.objects.all()
            for ficha in fichas_de(accion, hoy, todo=True)
            if ficha.calendario.vencidas
        }
        assert deben == segun_el_calendario


def test_the_states_of_the_filter_part_the_actions(portal_demo):
    def en(estado):
        return set(Accion.objects.filter(condicion_de_estado(estado, HOY)))

    todas = set(Accion.objects.all())
    assert en("al-dia") | en("vencida") | en("sin-exigir") == todas
    assert not (en("al-dia") & en("vencida")) | (en("vencida") & en("sin-exigir"))
    assert en("con-meta") | en("sin-meta") == todas
    assert {a.slug for a in en("vencida")} == {"conectividad"}
