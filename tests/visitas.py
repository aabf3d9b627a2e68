"""Many people reading at a steady pace through the balancer, and one who signs in and writes."""

import http.client
import threading
import time
from collections import Counter, namedtuple

import html5lib
import requests

from .ciudad import NOMBRE

Visita = namedtuple("Visita", "en ruta estado segundos atendio")
XHTML = "{http://www.w3.org/1999/xhtml}"
LECTORES = 10


class Lectores:
    """``ritmo`` visits per second on connections that are kept, until the block ends."""

    def __init__(self, ciudad, rutas, ritmo=200):
        self._ciudad, self._rutas, self._ritmo = ciudad, rutas, ritmo
        self._fin = threading.Event()
        self.visitas = []

    def __enter__(self):
        self._inicio = time.monotonic()
        self._hilos = [self._ciudad.visitante.submit(self._leer, n) for n in range(LECTORES)]
        return self

    def __exit__(self, *falla):
        self._fin.set()
        for hilo in self._hilos:
            hilo.result()

    @property
    def malas(self):
        return [visita for visita in self.visitas if visita.estado != 200]

    def atendieron(self, desde):
        """How many of the visits since then each host answered, also those it only helped with."""
        return Counter(v.atendio.rpartition(" ")[2] for v in self.visitas if v.en >= desde)

    def resumen(self):
        tiempos = sorted(visita.segundos for visita in self.visitas)
        duro = time.monotonic() - self._inicio
        return (
            f"{len(tiempos)} lecturas, {len(tiempos) / duro:.0f} por segundo, {len(self.malas)} malas, "
            f"p50 {1000 * tiempos[len(tiempos) // 2]:.1f} ms, "
            f"p99 {1000 * tiempos[int(len(tiempos) * 0.99)]:.1f} ms, máximo {1000 * tiempos[-1]:.0f} ms"
        )

    def _leer(self, numero):
        conexion = http.client.HTTPConnection(self._ciudad.entrada, timeout=30)
        vuelta = 0
        while not self._fin.is_set():
            turno = self._inicio + (vuelta * LECTORES + numero) / self._ritmo
            time.sleep(max(0, turno - time.monotonic()))
            ruta = self._rutas[(vuelta * LECTORES + numero) % len(self._rutas)]
            self.visitas.append(self._visitar(conexion, ruta))
            vuelta += 1
        conexion.close()

    @staticmethod
    def _visitar(conexion, ruta):
        antes = time.monotonic()
        try:
            conexion.request("GET", ruta, headers={"Accept-Encoding": "gzip"})
            respuesta = conexion.getresponse()
            respuesta.read()
            estado, atendio = respuesta.status, respuesta.headers.get("X-Atendio", "")
        except (OSError, http.client.HTTPException) as error:
            conexion.close()
            estado, atendio = repr(error), ""
        return Visita(antes, ruta, estado, time.monotonic() - antes, atendio)


class Persona:
    """Somebody with an account, who signs in once and may then ask any of the hosts."""

    def __init__(self, ciudad, usuario, clave):
        self._ciudad = ciudad
        self._usuario, self._clave = usuario, clave
        self.sesion = requests.Session()
        self.sesion.headers["Host"] = NOMBRE  # one site for the cookies, whichever the host

    def entrar(self, anfitrion):
        datos = {"username": self._usuario, "password": self._clave}
        return self.llenar(anfitrion, "/admin/login/", datos)

    def llenar(self, anfitrion, ruta, datos, archivos=None):
        """Open the page of a form on that host, change some of its fields and send it there."""
        direccion = self._ciudad.direccion(anfitrion, ruta)
        pagina = self._ciudad.desde_casa(self.sesion.get, direccion)
        campos = campos_de(pagina.text) | datos
        envio = self._ciudad.visitante.submit(
            self.sesion.post, pagina.url, data=campos, files=archivos, allow_redirects=False
        )
        return envio.result()

    def ver(self, anfitrion, ruta):
        """A page as that host gives it to this person."""
        direccion = self._ciudad.direccion(anfitrion, ruta)
        return self._ciudad.visitante.submit(self.sesion.get, direccion, allow_redirects=False).result()


def campos_de(html):
    """{name: value} of the form that is sent by POST, as the browser would send it untouched."""
    campos = {}
    for formulario in html5lib.parse(html).iter(f"{XHTML}form"):
        if formulario.get("method", "").lower() != "post" or "logout" in formulario.get("action", ""):
            continue
        for campo in formulario.iter(f"{XHTML}input"):
            if campo.get("name") and campo.get("type") not in {"file", "checkbox", "submit"}:
                campos[campo.get("name")] = campo.get("value", "")
        for campo in formulario.iter(f"{XHTML}textarea"):
            campos[campo.get("name")] = "".join(campo.itertext())
    return campos
