"""Reads the imports of the house from the source itself (``ast``), without running anything."""

import ast
from collections import namedtuple
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent

# From the ground up: each may lean only on those before it.
PISOS = [
    "fases",
    "fases.informacion",
    "fases.interaccion",
    "fases.transaccion",
    "fases.transformacion",
    "fases.democracia",
    "comite",
    "portal",
    "quibdo_gel",
]
CASAS = ("quibdo_gel", "portal", "comite", "fases")
SENALES = {
    "django.dispatch",
    "django.db.models.signals",
    "django.core.signals",
    "django.contrib.auth.signals",
}

Importe = namedtuple("Importe", "modulo destino linea nivel escondido")


def archivos(raiz=RAIZ):
    """Every Python file of the rooms."""
    return sorted(ruta for casa in CASAS for ruta in (raiz / casa).rglob("*.py"))


def nombre_de(ruta, raiz=RAIZ):
    """``comite/models/__init__.py`` is ``comite.models``."""
    partes = list(ruta.relative_to(raiz).with_suffix("").parts)
    return ".".join(partes[:-1] if partes[-1] == "__init__" else partes)


def piso_de(modulo):
    """The room of a module, or None when it is not of the house."""
    dentro = [piso for piso in PISOS if modulo == piso or modulo.startswith(piso + ".")]
    return max(dentro, key=len, default=None)


def importes(ruta, raiz=RAIZ):
    """Every import of a file: relative ones resolved, those inside functions marked as hidden."""
    arbol = ast.parse(ruta.read_text(encoding="utf-8"), str(ruta))
    modulo = nombre_de(ruta, raiz)
    paquete = modulo if ruta.name == "__init__.py" else modulo.rpartition(".")[0]
    escondidos = {
        id(hijo)
        for nodo in ast.walk(arbol)
        if isinstance(nodo, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda))
        for hijo in ast.walk(nodo)
    }
    for nodo in ast.walk(arbol):
        for destino, nivel in _destinos(nodo, paquete):
            yield Importe(modulo, destino, nodo.lineno, nivel, id(nodo) in escondidos)


def _destinos(nodo, paquete):
    """Names that one node imports; ``from a import b`` counts as ``a.b``: b may be a module."""
    if isinstance(nodo, ast.Import):
        return [(alias.name, 0) for alias in nodo.names]
    if isinstance(nodo, ast.ImportFrom):
        base = _base(nodo, paquete)
        return [(f"{base}.{alias.name}", nodo.level) for alias in nodo.names]
    if isinstance(nodo, ast.Call) and _nombre(nodo.func) in {"import_module", "__import__"}:
        return [(nodo.args[0].value, 0)] if isinstance(nodo.args[0], ast.Constant) else []
    return []


def _base(nodo, paquete):
    if not nodo.level:
        return nodo.module
    partes = paquete.split(".")
    arriba = partes[: len(partes) - nodo.level + 1]
    return ".".join([*arriba, nodo.module] if nodo.module else arriba)


def _nombre(funcion):
    return getattr(funcion, "id", None) or getattr(funcion, "attr", None)


def faltas(raiz=RAIZ):
    """One sentence for each import that breaks a rule of the house."""
    return [
        f"{importe.modulo}, línea {importe.linea}: {falta}"
        for ruta in archivos(raiz)
        for importe in importes(ruta, raiz)
        for falta in _faltas(importe)
    ]


def _faltas(importe):
    de, a = piso_de(importe.modulo), piso_de(importe.destino)
    if a and PISOS.index(a) > PISOS.index(de):
        yield f"importa hacia arriba, {importe.destino}"
    if a and a != de and importe.nivel:
        yield f"cruza de cuarto con un importe relativo, {importe.destino}"
    if importe.escondido:
        yield f"importa {importe.destino} dentro de una función o clase"
    if any(importe.destino == senal or importe.destino.startswith(senal + ".") for senal in SENALES):
        yield f"usa señales, {importe.destino}"


def ciclo(raiz=RAIZ):
    """The modules of one import cycle, or an empty list."""
    modulos = {nombre_de(ruta, raiz): ruta for ruta in archivos(raiz)}
    grafo = {
        modulo: {_modulo(importe.destino, modulos) for importe in importes(ruta, raiz)} - {None, modulo}
        for modulo, ruta in modulos.items()
    }
    try:
        TopologicalSorter(grafo).prepare()
    except CycleError as error:
        return error.args[1]
    return []


def _modulo(destino, modulos):
    """The module that a dotted name lives in."""
    while destino and destino not in modulos:
        destino = destino.rpartition(".")[0]
    return destino or None
