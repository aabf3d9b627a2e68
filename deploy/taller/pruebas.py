"""``probar``: every test on SQLite and again on PostgreSQL, and the truth about what was left out."""

import os
import subprocess
import time
import xml.etree.ElementTree as ET

from . import postgres
from .decir import Alto, decir
from .entorno import PYTHON, RAIZ, carpeta_var, preparar
from .herramientas import buscar_chromium, preparar_vnu


def probar(pedido):
    """Run the suites; with CI=true nothing may be missing."""
    preparar("pruebas")
    variables, marcas, faltas = reunir(os.environ.get("CI", "").lower() in {"1", "true"})
    cuentas = [0, 0, 0]
    codigo = 0
    if pedido.solo != "postgresql":
        codigo |= correr("sqlite", variables, marcas, cuentas)
    if pedido.solo != "sqlite":
        codigo |= en_postgresql(variables, marcas, cuentas, faltas)
    for falta in faltas:
        decir("Se omitió: " + falta)
    pasaron, fallaron, omitidas = cuentas
    print("%d passed, %d failed" % (pasaron, fallaron) + (", %d skipped" % omitidas if omitidas else ""))
    return 1 if codigo or fallaron or not pasaron else 0


def reunir(exigente):
    """Look for the browser and the HTML validator: variables, markers to leave out, and why."""
    variables = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    marcas, faltas = [], Faltas(exigente)
    navegador = buscar_chromium()
    if navegador:
        variables["CHROMIUM"] = navegador
    else:
        marcas.append("not navegador")
        faltas.anotar("las pruebas en navegador, porque no hay Chromium («apt install chromium»).")
    vnu = preparar_vnu()
    if vnu.ruta:
        variables["VNU_JAR"] = vnu.ruta
    else:
        marcas.append("not html")
        faltas.anotar("la validez del HTML, porque " + vnu.motivo)
    return variables, marcas, faltas


class Faltas(list):
    """What was left out; in CI the first one stops everything."""

    def __init__(self, exigente):
        super().__init__()
        self.exigente = exigente

    def anotar(self, frase):
        """Remember it, or stop."""
        if self.exigente:
            raise Alto("con CI=true no se omite nada, y faltarían " + frase)
        self.append(frase)


def en_postgresql(variables, marcas, cuentas, faltas):
    """The same suite on the given server, or on a private one that lives as long as the suite."""
    direccion = os.environ.get("PRUEBAS_POSTGRES")
    if direccion:
        return correr("postgresql", dict(variables, DATABASE_URL=direccion), marcas, cuentas)
    programas = postgres.buscar()
    if not programas:
        faltas.anotar("la pasada en PostgreSQL, porque no está instalado («apt install postgresql»).")
        return 0
    decir("Enciendo un PostgreSQL privado para las pruebas.")
    with postgres.encendido(programas) as direccion:
        return correr("postgresql", dict(variables, DATABASE_URL=direccion), marcas, cuentas)


def correr(motor, variables, marcas, cuentas):
    """One pytest run; adds its counts and gives its exit code."""
    decir("Pruebas en %s." % {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[motor])
    informe = carpeta_var() / ("pruebas-%s.xml" % motor)
    if informe.exists():
        informe.unlink()
    if motor == "sqlite":
        variables = {clave: valor for clave, valor in variables.items() if clave != "DATABASE_URL"}
    orden = [str(PYTHON), "-m", "pytest", "-q", "--junitxml", str(informe), "-o", "junit_family=xunit1"]
    orden += ["-n", str(max(1, min(4, os.cpu_count() or 1))), "--dist", "loadscope"]
    if marcas:
        orden += ["-m", " and ".join(marcas)]
    inicio = time.time()
    codigo = subprocess.run(orden, cwd=str(RAIZ), env=variables, check=False).returncode
    decir("Terminó en %d s." % (time.time() - inicio))
    contar(informe, cuentas, codigo)
    return codigo


def contar(informe, cuentas, codigo):
    """Add passed, failed and skipped; a run that broke before its report counts as one failure."""
    if not informe.exists():
        cuentas[1] += 1
        return
    suite = next(ET.parse(str(informe)).getroot().iter("testsuite"))
    total, omitidas = int(suite.get("tests")), int(suite.get("skipped"))
    malas = int(suite.get("failures")) + int(suite.get("errors"))
    cuentas[0] += max(0, total - malas - omitidas)
    cuentas[1] += max(malas, 1 if codigo else 0)
    cuentas[2] += omitidas
