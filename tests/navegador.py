"""A real Chromium visiting a real server. Only tests marked ``navegador`` may ask for it."""

import os
import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from .fabricas import cargar_demo
from .vaciado import vaciar

OPCIONES = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"]
NOMBRES = ["chromium", "chromium-browser", "google-chrome"]
MOVIL, ESCRITORIO = 360, 1280


@pytest.fixture(scope="module")
def chromium():
    """The browser, opened for a module: while Playwright runs, Django uses other connections."""
    ruta = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NOMBRES)), None)
    assert ruta, "no hay Chromium: instálelo con «apt install chromium» o ponga su ruta en CHROMIUM"
    with sync_playwright() as playwright:
        navegador = playwright.chromium.launch(executable_path=ruta, args=OPCIONES)
        yield navegador
        navegador.close()


@pytest.fixture(scope="module")
def portal_vivo(chromium, django_db_setup, django_db_blocker):
    """A server with the demonstration loaded, for all the tests of a module; ``portal_vivo.url``.

    What the tests write stays until the end of the module. Do not combine it with ``db``.
    """
    with django_db_blocker.unblock():
        cargar_demo()
        servidor = LiveServer("127.0.0.1")
        try:
            yield servidor
        finally:
            servidor.stop()
            vaciar()


class Visita:
    """One tab, and everything it should not have done."""

    def __init__(self, contexto, url):
        self.url = url
        self.pagina = contexto.new_page()
        self.quejas = []
        self.pagina.on("console", self._consola)
        self.pagina.on("pageerror", lambda error: self.quejas.append(f"error de guion: {error}"))
        self.pagina.on("request", self._pedido)

    def ir(self, direccion):
        """Open an address of the portal; gives the answer of the server."""
        return self.pagina.goto(self.url + direccion)

    def desborda(self):
        """Whether the page scrolls sideways."""
        return self.pagina.evaluate(
            "document.documentElement.scrollWidth > document.documentElement.clientWidth"
        )

    def _consola(self, mensaje):
        if mensaje.type in {"error", "warning"}:
            self.quejas.append(f"consola: {mensaje.text}")

    def _pedido(self, pedido):
        if not pedido.url.startswith((self.url, "data:")):
            self.quejas.append(f"pidió algo a otro servidor: {pedido.url}")


@pytest.fixture
def abrir(chromium, portal_vivo):
    """``with abrir(ancho=360, tema="dark", guiones=False) as visita:`` a tab in a fresh session."""

    @contextmanager
    def abrir(ancho=ESCRITORIO, tema="light", guiones=True):
        contexto = chromium.new_context(
            viewport={"width": ancho, "height": 800},
            color_scheme=tema,
            java_script_enabled=guiones,
            locale="es-CO",
            timezone_id="America/Bogota",
            reduced_motion="reduce",
        )
        contexto.set_default_timeout(15_000)
        try:
            yield Visita(contexto, portal_vivo.url)
        finally:
            contexto.close()

    return abrir


@pytest.fixture
def navegador(abrir):
    """A tab on a desktop without JavaScript: how the stories are told."""
    with abrir(guiones=False) as visita:
        yield visita
