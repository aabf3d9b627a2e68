"""A shared cache stores all that it may while people browse, and nothing in it is of one person."""

import gzip
from http.cookies import SimpleCookie

import pytest
from django.test import Client

from fases.informacion.models import Usuario

from .fabricas import CLAVE
from .paginas import publicas

DE_OFICINA = ["/admin/", "/admin/manual/", "/admin/comite/medicion/", "/admin/informacion/usuario/"]
CON_FORMULARIO = ["/accesibilidad/", "/informes/verificar/", "/admin/login/"]


class CacheCompartida:
    """RFC 9111 at its greediest: it stores every GET that nothing forbids, for ever."""

    def __init__(self):
        self.guardadas = {}

    def pedir(self, cliente, direccion):
        """What a person behind the cache receives."""
        galletas = "; ".join(f"{m.key}={m.value}" for m in cliente.cookies.values())
        for varian, respuesta in self.guardadas.get(direccion, []):
            if all(self._valor(nombre, galletas) == valor for nombre, valor in varian.items()):
                return respuesta
        respuesta = cliente.get(direccion, headers={"accept-encoding": "gzip"})
        if self._se_puede(respuesta):
            nombres = [n.strip().lower() for n in respuesta.headers.get("Vary", "").split(",") if n.strip()]
            varian = {nombre: self._valor(nombre, galletas) for nombre in nombres}
            self.guardadas.setdefault(direccion, []).append((varian, respuesta))
        return respuesta

    @staticmethod
    def _valor(nombre, galletas):
        return galletas if nombre == "cookie" else "gzip"

    @staticmethod
    def _se_puede(respuesta):
        ordenes = respuesta.headers.get("Cache-Control", "")
        return (
            "no-store" not in ordenes and "private" not in ordenes and "*" not in respuesta.get("Vary", "")
        )

    @property
    def todas(self):
        return [(d, r) for d, varias in self.guardadas.items() for _, r in varias]


def cuerpo(respuesta):
    entero = b"".join(respuesta) if respuesta.streaming else respuesta.content
    return gzip.decompress(entero) if respuesta.get("Content-Encoding") == "gzip" else entero


@pytest.fixture
def recorrida(portal_demo):
    """Three people and a stranger read everything, in turns, through one cache."""
    personas = [Client(), Client(), Client(), Client()]
    for cliente, nombre in zip(personas, ["comite.demo", "control.demo"], strict=False):
        usuario = Usuario.objects.get(username=nombre)
        usuario.set_password(CLAVE)
        usuario.save()
        assert cliente.login(username=nombre, password=CLAVE)
    personas[2].cookies = SimpleCookie({"tema": "oscuro", "letra": "3"})
    cache = CacheCompartida()
    for direccion in [*publicas(), *CON_FORMULARIO, *DE_OFICINA]:
        for cliente in personas:
            cache.pedir(cliente, direccion)
    return cache, personas


def test_nothing_of_one_person_is_stored(recorrida):
    cache, personas = recorrida
    assert cache.todas
    for direccion, respuesta in cache.todas:
        texto = cuerpo(respuesta)
        assert not respuesta.cookies, direccion
        assert not direccion.startswith("/admin"), direccion
        assert b"csrfmiddlewaretoken" not in texto, direccion
        assert b'data-tema="oscuro"' not in texto, direccion
        for cliente in personas:
            for galleta in cliente.cookies.values():
                assert len(galleta.value) < 8 or galleta.value.encode() not in texto, direccion


def test_a_stranger_gets_from_the_cache_what_the_portal_would_give(recorrida):
    cache, _ = recorrida
    for direccion, respuesta in cache.todas:
        propia = Client().get(direccion, headers={"accept-encoding": "gzip"})
        assert cuerpo(respuesta) == cuerpo(propia), direccion


def test_every_public_page_was_storable(recorrida):
    cache, _ = recorrida
    assert [d for d in publicas() if d not in cache.guardadas] == []
