from datetime import date

import pytest

from fases.acciones import registrar_evidencia, retirar_evidencia, revisar_fase
from fases.estado import Estado
from fases.models import Criterio, Fase
from fases.resumen import resumir_fases
from fases.roles import COMITE, CONTROL
from tests.fabricas import HOY, instante, persona


@pytest.fixture
def comite(portal_cargado):
    return persona("comite", COMITE)


def probar(criterio, por, dia=HOY, alcance="completa"):
    return registrar_evidencia(
        criterio=criterio,
        direccion="/plan/",
        descripcion="Lo prueba.",
        alcance=alcance,
        falta="" if alcance == "completa" else "Falta la mitad.",
        por=por,
        ahora=instante(dia),
    )


def resumen_de(slug, momento=None):
    return resumir_fases(HOY, momento=momento, slug=slug)[0]


def test_good_practice_does_not_count(comite):
    buena = Criterio.objects.buenas_practicas().filter(fase__slug="democracia").first()
    antes = resumen_de("democracia")
    probar(buena, comite)
    despues = resumen_de("democracia")
    assert despues.conteo == antes.conteo
    assert len(despues.exigidos) + len(despues.buenas_practicas) == len(despues.criterios)


def test_partial_evidence_does_not_count_as_met(comite):
    criterio = Criterio.objects.exigidos().filter(fase__slug="democracia").first()
    probar(criterio, comite, alcance="parcial")
    resumen = resumen_de("democracia")
    hecho = next(c for c in resumen.criterios if c.criterio == criterio)
    assert (hecho.estado, resumen.estado.cumplidos) == (Estado.AVANCE, 0)


def test_withdrawn_evidence_no_longer_proves_anything(comite):
    criterio = Criterio.objects.exigidos().filter(fase__slug="democracia").first()
    evidencia = probar(criterio, comite, dia=date(2026, 1, 5))
    retirar_evidencia(evidencia=evidencia, motivo="La página ya no existe.", por=comite, ahora=instante())
    assert resumen_de("democracia").estado.cumplidos == 0
    assert resumen_de("democracia", momento=instante(date(2026, 2, 1))).estado.cumplidos == 1


def test_a_phase_proved_and_reviewed_says_when_it_was_met(comite):
    dias = [date(2026, 3, 1), date(2026, 5, 20)]
    exigidos = Criterio.objects.exigidos().filter(fase__slug="democracia")
    for indice, criterio in enumerate(exigidos):
        probar(criterio, comite, dia=dias[indice % 2])
    assert resumen_de("democracia").estado.estado is Estado.SIN_EVALUAR
    revisar_fase(
        fase=Fase.objects.get(slug="democracia"),
        observacion="Revisada.",
        revisada_el=HOY,
        por=persona("control", CONTROL),
        ahora=instante(),
    )
    estado = resumen_de("democracia").estado
    assert (estado.estado, estado.cumplida_el) == (Estado.CUMPLE, dias[1])
    assert resumen_de("democracia", momento=instante(date(2026, 6, 1))).estado.estado is Estado.SIN_EVALUAR
