import pytest

from comite.models import Accion, Proyecto
from fases.busqueda import normalizar, palabras


def hallar(modelo, consulta):
    filas = modelo.objects.all()
    for palabra in palabras(consulta):
        filas = filas.filter(busqueda__contains=palabra)
    return filas


def test_the_plain_form_has_neither_accents_nor_capitals():
    assert normalizar("Línea ÑANDÚ, güe") == "linea nandu, gue"


@pytest.mark.parametrize("consulta", ["kidsmar", "KIDSMAR", "capacitación tic", "CAPACITACION", "ninos"])
def test_words_are_found_with_or_without_accents(portal_cargado, consulta):
    hallados = hallar(Proyecto, consulta)
    assert [p.slug for p in hallados] == ["programa-kidsmar"]


def test_every_word_must_be_there(portal_cargado):
    assert not hallar(Proyecto, "kidsmar foros")


@pytest.mark.parametrize("comodin", ["100%", "_", "\\"])
def test_wildcards_are_only_letters(portal_cargado, comodin):
    assert not hallar(Accion, comodin)


def test_the_database_keeps_the_plain_form_after_every_change(portal_cargado):
    Proyecto.objects.filter(slug="programa-kidsmar").update(meta="Educación Ambiental")
    assert hallar(Proyecto, "educacion ambiental").count() == 1
