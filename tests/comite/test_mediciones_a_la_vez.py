"""Several people at the same time: one does it, the others read why not."""

from datetime import date
from decimal import Decimal
from threading import Barrier, Thread

import pytest
from django.db import connection

from comite.acciones.mediciones import (
    MedicionYaCorregidaError,
    PeriodoYaMedidoError,
    corregir_medicion,
    registrar_medicion,
)
from comite.models import Indicador, Medicion
from comite.periodos import Periodo
from fases.accion import AccionError
from fases.roles import COMITE
from tests.fabricas import cargar_plan, instante, persona

OCTUBRE = Periodo(date(2026, 10, 1), 1)
NOVIEMBRE = Periodo(date(2026, 11, 1), 1)


def registrar(indicador, por, periodo=OCTUBRE, **dato):
    dato = dato or {"valor": Decimal("78.5")}
    return registrar_medicion(indicador=indicador, periodo=periodo, por=por, ahora=instante(), **dato)


def _a_la_vez(hacer, veces=4):
    """Run ``hacer`` in several threads that start together; what each one raised, or None."""
    salida, puerta = [], Barrier(veces)

    def uno():
        puerta.wait()
        try:
            hacer()
            salida.append(None)
        except AccionError as error:
            salida.append(error)
        finally:
            connection.close()

    hilos = [Thread(target=uno) for _ in range(veces)]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    return salida


@pytest.mark.django_db(transaction=True)
def test_of_several_people_at_once_one_records_the_period():
    cargar_plan()
    comite = persona("comite", COMITE)
    indicador = Indicador.objects.get(accion__slug="conectividad")
    salida = _a_la_vez(lambda: registrar(indicador, comite))
    assert salida.count(None) == 1
    assert sum(isinstance(error, PeriodoYaMedidoError) for error in salida) == 3
    assert Medicion.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_several_people_at_once_one_corrects():
    cargar_plan()
    comite = persona("comite", COMITE)
    medicion = registrar(Indicador.objects.get(accion__slug="conectividad"), comite)
    salida = _a_la_vez(
        lambda: corregir_medicion(
            medicion=medicion, motivo="x", valor=Decimal(1), por=comite, ahora=instante()
        )
    )
    assert salida.count(None) == 1
    assert sum(isinstance(error, MedicionYaCorregidaError) for error in salida) == 3
