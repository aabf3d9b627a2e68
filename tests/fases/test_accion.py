import pytest

from fases.accion import accion
from fases.informacion.models import Dependencia
from tests import fabricas


@accion
def abrir_oficina(*, nombre, por):
    return Dependencia.objects.create(nombre=nombre, slug=nombre.lower())


@accion
def abrir_y_fallar(*, por):
    abrir_oficina(nombre="Efímera", por=por)
    raise RuntimeError("a la mitad")


def test_an_accion_takes_keyword_arguments_only():
    with pytest.raises(TypeError, match="keyword"):
        accion(lambda oficina, *, por: None)


def test_an_accion_names_its_actor():
    with pytest.raises(TypeError, match="por"):
        accion(lambda *, oficina: None)


@pytest.mark.django_db
def test_the_history_knows_who_did_it():
    persona = fabricas.persona("quien")
    oficina = abrir_oficina(nombre="Hacienda", por=persona)
    assert oficina.history.get().history_user == persona


@pytest.mark.django_db
def test_the_system_itself_is_nobody():
    assert abrir_oficina(nombre="Salud", por=None).history.get().history_user is None


@pytest.mark.django_db
def test_an_accion_that_fails_leaves_nothing():
    with pytest.raises(RuntimeError):
        abrir_y_fallar(por=None)
    assert not Dependencia.objects.filter(nombre="Efímera").exists()
    assert not Dependencia.history.filter(nombre="Efímera").exists()
