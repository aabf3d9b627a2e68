"""The house keeps its shape: nothing here is a reminder, everything fails."""

import re
import subprocess

import pytest
from django.apps import apps
from django.contrib import admin

from .arquitectura import CASAS, RAIZ, ciclo, faltas

RENGLONES = 250


def test_the_rooms_import_downwards_openly_and_without_signals():
    assert faltas() == []


def test_no_import_cycle():
    assert ciclo() == []


@pytest.fixture
def casa(tmp_path):
    """A small house with sound rooms, to plant violations in."""
    for cuarto in (*CASAS, "fases/informacion"):
        (tmp_path / cuarto).mkdir()
        (tmp_path / cuarto / "__init__.py").write_text("")
    (tmp_path / "fases" / "models.py").write_text("from django.db import models\n")
    (tmp_path / "comite" / "models.py").write_text("from fases.models import Fase\n")
    assert faltas(tmp_path) == []
    assert ciclo(tmp_path) == []
    return tmp_path


@pytest.mark.parametrize(
    ("archivo", "codigo", "queja"),
    [
        ("fases/x.py", "from comite.models import Plan\n", "hacia arriba"),
        ("fases/x.py", "import portal\n", "hacia arriba"),
        ("fases/x.py", "from . import informacion\n", "hacia arriba"),
        ("fases/x.py", "from .informacion.models import Entidad\n", "hacia arriba"),
        ("fases/informacion/x.py", "from fases import democracia\n", "hacia arriba"),
        ("fases/informacion/x.py", "from ..accion import accion\n", "relativo"),
        ("comite/x.py", "def f():\n    from portal import menu\n", "hacia arriba"),
        ("comite/x.py", "def f():\n    from .models import Plan\n", "dentro de una función"),
        ("comite/x.py", "def f():\n    import json\n", "dentro de una función"),
        ("comite/x.py", "if TYPE_CHECKING:\n    from portal.menu import Menu\n", "hacia arriba"),
        ("comite/x.py", "import importlib\nimportlib.import_module('portal.menu')\n", "hacia arriba"),
        ("comite/x.py", "from django.db.models.signals import post_save\n", "señales"),
        ("comite/x.py", "from django.dispatch import receiver\n", "señales"),
    ],
)
def test_a_planted_violation_is_found(casa, archivo, codigo, queja):
    (casa / archivo).write_text(codigo)
    assert any(queja in falta for falta in faltas(casa))


def test_a_planted_cycle_is_found(casa):
    (casa / "comite" / "a.py").write_text("from .b import uno\n")
    (casa / "comite" / "b.py").write_text("from comite import a\n")
    assert ciclo(casa)


def modelos():
    """The models of the house, without the history tables and the hidden join tables."""
    return [
        modelo
        for modelo in apps.get_models()
        if modelo.__module__.startswith(CASAS) and not hasattr(modelo, "instance_type")
    ]


def test_every_model_can_be_managed_in_the_admin():
    registro = admin.site._registry
    en_linea = {linea.model for administrador in registro.values() for linea in administrador.inlines}
    assert [m.__name__ for m in modelos() if m not in registro and m not in en_linea] == []


def test_every_model_is_in_the_glossary():
    glosario = (RAIZ / "docs" / "glosario.md").read_text(encoding="utf-8")
    assert [m.__name__ for m in modelos() if f"`{m.__name__}`" not in glosario] == []


def test_no_file_is_longer_than_a_person_reads():
    lista = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.html"],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    rutas = [RAIZ / ruta for ruta in lista if not re.search(r"/migrations/", ruta)]
    largos = [
        str(ruta.relative_to(RAIZ))
        for ruta in rutas
        if ruta.is_file() and len(ruta.read_text(encoding="utf-8").splitlines()) > RENGLONES
    ]
    assert largos == []
