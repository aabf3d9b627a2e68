"""Two people sign at the same time: one report, five files, and a sentence for the other."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from comite.acciones.informes import InformeYaPublicadoError, publicar_informe
from comite.models import ArchivoDeInforme, Informe

from .informes import adoptar, borrador, control, el, indicador, medir


@pytest.mark.django_db(transaction=True)
def test_a_double_publication_makes_one_report(archivos):
    ana = control()
    medido = indicador()
    adoptar(medido, 80, ana)
    medir(medido, 64, ana)
    informe = borrador(ana)
    salida = Barrier(2)

    def firmar(segundo):
        propio = Informe.objects.get(pk=informe.pk)
        salida.wait(10)
        try:
            publicar_informe(informe=propio, por=ana, ahora=el(date(2026, 7, 29), 10, segundo))
        except InformeYaPublicadoError:
            return "ya estaba"
        else:
            return "publicado"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as hilos:
        resultados = sorted(hilos.map(firmar, (1, 2)))
    assert resultados == ["publicado", "ya estaba"]
    assert Informe.objects.publicados().count() == 1
    assert ArchivoDeInforme.objects.count() == 5
    assert len(list((archivos / "informes/2026-1/v1").iterdir())) == 5
