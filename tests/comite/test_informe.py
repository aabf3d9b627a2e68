"""The semester report: what enters, and what publishing freezes."""

from datetime import date
from decimal import Decimal

import pytest

from comite.acciones.informes import (
    anotar_hallazgo,
    guardar_textos,
    nueva_version,
    observar_fila,
    publicar_informe,
)
from comite.informe.archivos import ArchivoAlteradoError, escribir_todos, leer_intacto
from comite.informe.canonico import canonico, huella, leer
from comite.informe.diferencia import comparar
from comite.informe.ensamble import ensamblar
from comite.informe.reglas import FilaDesconocidaError, MotivoVacioError
from comite.models import Informe
from comite.semestre import Semestre

from .informes import adoptar, borrador, el, medir, publicado

pytestmark = pytest.mark.usefixtures("archivos")


def fila_de(informe, clave="indicador:conectados"):
    return next(fila for fila in ensamblar(informe).filas if fila.clave == clave)


def test_a_row_says_goal_result_state_and_cycles(ana, conectados):
    fila = fila_de(borrador(ana))
    assert (fila.meta, fila.logrado, fila.logrado_en) == (80, Decimal("64.50"), "junio de 2026")
    assert (fila.estado.palabra, fila.estado.porcentaje) == ("En avance", Decimal("80.6"))
    assert (fila.esperados, fila.recibidos, fila.a_tiempo) == (6, 2, 1)


def test_what_was_recorded_after_the_cut_off_does_not_enter(ana, conectados):
    informe = borrador(ana)
    antes = canonico(ensamblar(informe))
    medir(conectados, 10, ana, mes=4, en=date(2026, 7, 16))
    adoptar(conectados, 90, ana, en=date(2026, 7, 16))
    vieja = conectados.mediciones.get(periodo_desde=date(2026, 6, 1))
    medir(conectados, 99, ana, mes=6, en=date(2026, 7, 16), corrige=vieja, motivo="Error de digitación")
    conectados.nombre = "Otro nombre"
    conectados._history_date = el(date(2026, 7, 16))
    conectados.history.update(history_date=el(date(2026, 1, 1)))
    conectados.save()
    assert canonico(ensamblar(informe)) == antes


def test_a_correction_known_at_the_cut_off_replaces_the_value(ana, conectados):
    vieja = conectados.mediciones.get(periodo_desde=date(2026, 6, 1))
    medir(conectados, 85, ana, en=date(2026, 7, 15), corrige=vieja, motivo="Faltaba una sede")
    fila = fila_de(borrador(ana))
    assert (fila.logrado, fila.estado.palabra) == (85, "Cumple")
    assert fila.a_tiempo == 1, "a late correction does not make a period late"


def test_the_cut_off_lasts_until_the_end_of_its_day(ana, conectados):
    medir(conectados, 70, ana, mes=4, en=date(2026, 7, 15))
    assert fila_de(borrador(ana)).recibidos == 3


def test_without_a_goal_there_is_no_percentage(ana, conectados):
    conectados.metas.all().delete()
    fila = fila_de(borrador(ana))
    assert (fila.estado.palabra, fila.estado.porcentaje) == ("Sin meta definida en el plan", None)


def test_with_a_goal_and_no_report_it_is_not_met(ana, conectados):
    conectados.mediciones.all().delete()
    informe = borrador(ana)
    assert fila_de(informe).estado.palabra == "No cumple"
    assert ensamblar(informe).conteo.no_cumplen == 1


def test_the_goal_adopted_in_the_semester_is_a_change_of_the_plan(ana, conectados):
    cambio = ensamblar(borrador(ana)).cambios[0]
    assert (cambio.clase, cambio.antes, cambio.acto) == ("Meta adoptada", "Sin meta", "Acta 3 de 2026")
    assert cambio.despues == "80\u00a0%, desde el 10 de febrero de 2026"


def test_an_edit_of_the_semester_is_told_with_before_after_and_who(ana, conectados):
    accion = conectados.accion
    accion.history.update(history_date=el(date(2026, 1, 5)))
    accion.titulo = "Conectividad para todos"
    accion._history_date, accion._history_user = el(date(2026, 3, 3)), ana
    accion.save()
    cambio = next(c for c in ensamblar(borrador(ana)).cambios if c.clase == "Acción modificada")
    assert (cambio.antes, cambio.despues, cambio.por) == (
        "Conectividad",
        "Conectividad para todos",
        "Ana Prueba",
    )


def test_publishing_freezes_what_was_signed(ana, conectados):
    informe = publicado(ana)
    assert informe.publicado
    assert informe.huella == huella(informe.contenido)
    medir(conectados, 100, ana, mes=4, en=date(2026, 7, 10))
    guardado = Informe.objects.get(pk=informe.pk)
    congelado = leer(guardado.contenido)
    assert congelado.encabezado.firmado_por == "Ana Prueba"
    assert next(f for f in congelado.filas if f.indicador).recibidos == 2
    assert {a.formato for a in guardado.archivos.all()} == {"pdf", "xlsx", "ods", "csv", "json"}
    assert all(huella(leer_intacto(a)) == a.huella for a in guardado.archivos.all())


def test_the_same_data_give_the_same_report(ana, conectados):
    informe = publicado(ana)
    assert canonico(ensamblar(informe)) == informe.contenido
    assert leer(informe.contenido) == ensamblar(informe)


def test_published_files_are_read_only_and_named_by_their_print(ana, conectados, archivos):
    for archivo in publicado(ana).archivos.all():
        ruta = archivos / archivo.ruta
        assert ruta.stat().st_mode & 0o777 == 0o444
        assert archivo.huella in ruta.name
        assert archivo.ruta.startswith("informes/2026-1/v1/")


def test_an_altered_file_in_the_way_is_never_overwritten(ana, conectados, archivos, monkeypatch):
    informe = borrador(ana)
    publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 7, 29)))
    pdf = archivos / informe.archivos.get(formato="pdf").ruta
    pdf.chmod(0o644)
    pdf.write_bytes(b"otro")
    with pytest.raises(ArchivoAlteradoError):
        escribir_todos(leer(informe.contenido))
    assert pdf.read_bytes() == b"otro"


def test_a_new_version_says_why_and_both_stay(ana, conectados):
    viejo = borrador(ana)
    observar_fila(informe=viejo, fila="indicador:conectados", texto="Se verificó.", por=ana)
    anotar_hallazgo(
        informe=viejo, descripcion="Sin reporte", accion_de_mejora="Medir", responsable="TIC", por=ana
    )
    publicar_informe(informe=viejo, por=ana, ahora=el(date(2026, 7, 29)))
    with pytest.raises(MotivoVacioError):
        nueva_version(informe=viejo, motivo=" ", por=ana, ahora=el(date(2026, 8, 3)))
    nuevo = nueva_version(informe=viejo, motivo="Faltó abril", por=ana, ahora=el(date(2026, 8, 3)))
    guardar_textos(informe=nuevo, textos={"conclusiones": "Otra."}, por=ana, corte_el=date(2026, 8, 3))
    medir(conectados, 90, ana, mes=4, en=date(2026, 8, 3))
    publicar_informe(informe=nuevo, por=ana, ahora=el(date(2026, 8, 4)))
    assert [i.version for i in Informe.objects.publicados()] == [2, 1]
    congelado = leer(nuevo.contenido)
    assert (congelado.encabezado.reemplaza, congelado.encabezado.motivo) == (1, "Faltó abril")
    assert congelado.encabezado.reemplaza_huella == viejo.huella
    assert congelado.hallazgos[0].descripcion == "Sin reporte"
    assert congelado.filas[0].observacion == "Se verificó."
    diferencia = comparar(leer(viejo.contenido), congelado, con_textos=True)
    assert "Reportes recibidos: de 2 a 3." in diferencia.conteos
    assert diferencia.textos == ("Cambió el texto de las conclusiones.",)


def test_it_is_compared_with_the_published_report_of_the_semester_before(ana, conectados):
    antes = publicado(ana, ahora=el(date(2026, 1, 20)), semestre=Semestre(2025, 2), corte=date(2026, 1, 15))
    congelado = ensamblar(borrador(ana))
    assert (congelado.anterior.semestre, congelado.anterior.huella) == ("2025-2", antes.huella)
    assert congelado.filas[0].estado_anterior == "Sin meta definida en el plan"
    assert "meta, de «Sin meta definida en el plan»" in comparar(leer(antes.contenido), congelado).filas[0]


def test_an_observation_of_the_whole_action_is_read_at_its_first_row(ana, conectados):
    informe = borrador(ana)
    observar_fila(informe=informe, fila="accion:conectividad", texto="De toda la acción.", por=ana)
    assert fila_de(informe).observacion == "De toda la acción."
    observar_fila(informe=informe, fila="accion:conectividad", texto="", por=ana)
    assert fila_de(informe).observacion == ""
    with pytest.raises(FilaDesconocidaError):
        observar_fila(informe=informe, fila="accion:otra", texto="x", por=ana)


def test_the_cost_in_queries_does_not_grow_with_the_plan(ana, conectados, django_assert_max_num_queries):
    informe = borrador(ana)
    with django_assert_max_num_queries(26) as primera:
        ensamblar(informe)
    for mes in range(1, 5):
        medir(conectados, 50, ana, mes=mes)
    with django_assert_max_num_queries(len(primera.captured_queries)):
        ensamblar(informe)
