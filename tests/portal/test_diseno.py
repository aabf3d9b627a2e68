"""What the look of the portal promises: light, without inline style or script, and whole by itself."""

import re
from pathlib import Path

import brotli
import pytest
from django.template.loader import render_to_string

RAIZ = Path(__file__).resolve().parents[2]
PLANTILLAS = sorted([*(RAIZ / "templates").rglob("*.html"), *(RAIZ / "jinja2").rglob("*.html")])
CON_LA_HOJA = RAIZ / "jinja2/componentes/hojas.html"
CODIGOS = (400, 403, 404, 405, 413, 429, 500, 503)


def test_the_stylesheet_fits_in_its_budget():
    hoja = (RAIZ / "static/css/ribera.css").read_bytes()
    assert len(brotli.compress(hoja, quality=11)) <= 6144


def test_the_sheets_bring_nothing_from_elsewhere():
    for hoja in (RAIZ / "static/css").glob("*.css"):
        assert not re.search(r"@import|@font-face|url\(\"?https?:", hoja.read_text()), hoja.name


@pytest.mark.parametrize("plantilla", PLANTILLAS, ids=lambda ruta: str(ruta.relative_to(RAIZ)))
def test_no_template_has_inline_style_or_script(plantilla):
    texto = plantilla.read_text()
    if plantilla == CON_LA_HOJA:
        texto = texto.replace("<style>{{ hoja }}</style>", "", 1)
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:", texto)


@pytest.mark.parametrize(
    "componente", sorted((RAIZ / "jinja2/componentes").glob("*.html")), ids=lambda ruta: ruta.stem
)
def test_each_component_states_its_parameters(componente):
    texto = componente.read_text()
    assert texto.startswith("{#-")
    assert f"macro {componente.stem}(" in texto


@pytest.mark.parametrize("codigo", CODIGOS)
def test_an_error_page_needs_no_context_at_all(codigo):
    pagina = render_to_string(f"{codigo}.html")
    assert pagina.count("<h1>") == 1
    assert f"Código: {codigo}" in pagina
    assert 'href="/"' in pagina


def test_an_error_page_gives_its_reference_and_respects_the_prefix():
    pagina = render_to_string("404.html", {"referencia": "a1b2c3d4", "inicio": "/quibdo/"})
    assert "a1b2c3d4" in pagina
    for salida in ("", "fases/", "plan/", "mapa/"):
        assert f'href="/quibdo/{salida}"' in pagina
