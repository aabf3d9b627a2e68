"""A report of 200 actions with 12 measurements each: under 10 seconds and 300 MB."""

import re
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from comite.acciones.informes import publicar_informe
from comite.informe import prensa
from comite.models import Accion, Indicador, LineaDeAccion, Medicion

from .informes import borrador, el

ACCIONES, SEGUNDOS, MEGAS = 200, 10, 300
PORTAL = 110  # megabytes of a worker at rest; here the tests themselves weigh more
UN_MEGA = 1024


def sembrar(por):
    """Two monthly indicators for each action: twelve measurements in the semester."""
    linea = LineaDeAccion.objects.create(codigo="linea", orden=1, texto="Línea", fuente="Plan")
    textos = dict.fromkeys(("beneficio", "actividades", "recursos", "indicador_texto"), "Texto del plan")
    acciones = Accion.objects.bulk_create(
        Accion(
            linea=linea,
            slug=f"accion-{n}",
            titulo=f"Acción {n}",
            texto="Garantizar la conectividad necesaria y suficiente. " * 3,
            responsables_texto="Comité Gel-t- Alcalde Municipal",
            frecuencia="mensual",
            origen="plan",
            fuente="Plan",
            **textos,
        )
        for n in range(ACCIONES)
    )
    indicadores = Indicador.objects.bulk_create(
        Indicador(
            accion=accion,
            slug=f"{accion.slug}-{n}",
            nombre=f"% de avance {n}",
            unidad="porcentaje",
            frecuencia="mensual",
            exigible_desde=date(2026, 1, 1),
            fuente="Plan",
        )
        for accion in acciones
        for n in (1, 2)
    )
    Medicion.objects.bulk_create(
        Medicion(
            indicador=indicador,
            periodo_desde=date(2026, mes, 1),
            periodo_meses=1,
            valor=Decimal("64.50"),
            numerador=129,
            denominador=200,
            nota="Se contaron los equipos de la sede principal.",
            enlace=f"https://www.quibdo-choco.gov.co/evidencia/{mes}/",
            registrada_por=por,
            registrada_en=el(date(2026, 7, 5)),
        )
        for indicador in indicadores
        for mes in range(1, 7)
    )


def memoria(clave):
    """Megabytes of this process: VmRSS now, VmHWM at its highest since ``clear_refs``."""
    linea = next(s for s in Path("/proc/self/status").read_text().splitlines() if s.startswith(clave))
    return int(linea.split()[1]) // UN_MEGA


@pytest.fixture
def prensa_medida(monkeypatch, tmp_path):
    """Where the process of the press leaves how much memory it needed."""
    medida, guion = tmp_path / "medida", tmp_path / "guion.py"
    guion.write_text(
        "import runpy, shutil\n"
        f"runpy.run_path({prensa.__file__!r}, run_name='__main__')\n"
        f"shutil.copy('/proc/self/status', {str(medida)!r})\n"
    )
    monkeypatch.setattr(prensa, "__file__", str(guion))
    return medida


def test_two_hundred_actions_with_twelve_measurements(ana, archivos, prensa_medida):
    sembrar(ana)
    informe = borrador(ana)
    Path("/proc/self/clear_refs").write_text("5")
    antes, inicio = memoria("VmRSS"), time.perf_counter()
    publicar_informe(informe=informe, por=ana, ahora=el(date(2026, 7, 29)))
    segundos, crecio = time.perf_counter() - inicio, memoria("VmHWM") - antes
    de_la_prensa = int(re.search(r"VmHWM:\s+(\d+)", prensa_medida.read_text())[1]) // UN_MEGA
    assert segundos < SEGUNDOS
    assert PORTAL + crecio < MEGAS
    assert de_la_prensa < MEGAS
