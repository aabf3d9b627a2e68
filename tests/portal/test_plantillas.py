"""The engine of the public pages fails aloud, escapes, and carries the sheet that the CSP names."""

import pytest
from django.conf import settings
from django.template import engines
from django.urls import set_script_prefix
from jinja2 import UndefinedError

from fases.enlaces import direccion
from quibdo_gel import hoja

DESDE = "{% from 'componentes/aviso.html' import aviso %}"


def dibujar(fuente, **contexto):
    return engines["jinja2"].from_string(fuente).render(contexto)


@pytest.mark.parametrize(
    "fuente", ["{{ nada }}", "{% if nada %}{% endif %}", "{{ hoja.nada }}", DESDE + "{{ aviso(nada) }}"]
)
def test_a_wrong_name_is_an_error_and_not_an_empty_place(fuente):
    with pytest.raises(UndefinedError):
        dibujar(fuente)


def test_what_people_wrote_is_escaped_also_inside_a_component():
    escrito = dibujar(DESDE + "{{ texto }}{{ aviso(texto) }}", texto="<b>&")
    assert "<b>&" not in escrito
    assert escrito.count("&lt;b&gt;&amp;") == 2


def test_an_address_is_remembered_apart_for_each_prefix():
    try:
        set_script_prefix("/quibdo/")
        assert direccion("fases:fase", "informacion") == "/quibdo/fases/informacion/"
    finally:
        set_script_prefix("/")
    assert direccion("fases:fase", "informacion") == "/fases/informacion/"


def test_the_sheet_loses_blanks_and_comments_and_nothing_between_quotes():
    css = '/* l\'agua */\na > b,\nc {\n  content: " ; { } /x ";\n  margin: calc(1px + 2px);\n}\n'
    assert hoja.compacta(css) == 'a>b,c{content:" ; { } /x ";margin:calc(1px + 2px)}'


def test_a_sheet_that_would_close_its_own_tag_is_refused(tmp_path):
    (tmp_path / "mala.css").write_text('a { content: "</style>"; }')
    with pytest.raises(ValueError, match=r"mala\.css"):
        hoja.leer(tmp_path / "mala.css")


def test_the_compact_sheet_says_what_the_sheet_says():
    entera = (settings.BASE_DIR / "static/css/ribera.css").read_text()
    assert settings.HOJA_PUBLICA.count("{") == hoja.COMENTARIO.sub("", entera).count("{")
