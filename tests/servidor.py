"""A portal of its own under gunicorn, with its database, to be mistreated by a test."""

import http.client
import os
import signal
import socket
import subprocess
import threading
import time
from contextlib import contextmanager
from pathlib import Path

from deploy.bench import sirviendo, variables_de
from deploy.taller.entorno import PYTHON, RAIZ

PACIENCIA = 60


class Servidor:
    """``pedir(direccion)`` gives (status, headers, body, seconds)."""

    def __init__(self, puerto, carpeta, url):
        self.puerto, self.carpeta, self.url = puerto, Path(carpeta), url

    def pedir(self, direccion, metodo="GET", cuerpo=None, **cabeceras):
        inicio = time.monotonic()
        conexion = http.client.HTTPConnection("127.0.0.1", self.puerto, timeout=30)
        try:
            conexion.request(metodo, direccion, cuerpo, cabeceras)
            respuesta = conexion.getresponse()
            leido = respuesta.read()
        finally:
            conexion.close()
        return respuesta.status, respuesta.headers, leido, time.monotonic() - inicio

    def esperar_copias(self):
        """Until the process beside the workers has finished its first pass."""
        esperar(lambda: (self.carpeta / "espejo" / "sello").exists())


def esperar(condicion):
    limite = time.monotonic() + PACIENCIA
    while not condicion():
        assert time.monotonic() < limite, "no llegó lo que se esperaba"
        time.sleep(0.05)


@contextmanager
def servidor(carpeta, url):
    """Migrated, with the demonstration loaded; ended with the block."""
    variables = variables_de(0, str(carpeta)) | {
        "DJANGO_SETTINGS_MODULE": "quibdo_gel.settings",
        "DATABASE_URL": url,
        "ESPEJO_ROOT": f"{carpeta}/espejo",
        "STATIC_ROOT": f"{carpeta}/estaticos",
    }
    for orden in (["migrate", "-v0"], ["cargar_plan"], ["demo"], ["collectstatic", "--noinput", "-v0"]):
        subprocess.run(
            [str(PYTHON), "manage.py", *orden],
            cwd=RAIZ,
            env=variables,
            check=True,
            stdout=subprocess.DEVNULL,
        )
    with sirviendo("quibdo_gel.wsgi:application", variables) as proceso:
        yield Servidor(proceso.puerto, carpeta, url)


class Congelable:
    """The processes of a private PostgreSQL, to be stopped and gone on with."""

    def __init__(self, url):
        carpeta = Path(url.partition("host=")[2])
        self._maestro = int((carpeta / "datos" / "postmaster.pid").read_text().split()[0])

    def _todos(self):
        hijos = Path(f"/proc/{self._maestro}/task/{self._maestro}/children").read_text().split()
        return [self._maestro, *map(int, hijos)]

    @contextmanager
    def congelada(self):
        """As a machine that is reached by nobody: connections stay open and nothing answers."""
        procesos = self._todos()
        for proceso in procesos:
            os.kill(proceso, signal.SIGSTOP)
        try:
            yield
        finally:
            for proceso in procesos:
                os.kill(proceso, signal.SIGCONT)

    def matar(self):
        os.kill(self._maestro, signal.SIGQUIT)
        esperar(lambda: not Path(f"/proc/{self._maestro}").exists())


class Relevo:
    """Between the portal and the socket of its database: keeps every answer for ``espera`` seconds."""

    def __init__(self, destino):
        self._destino = destino
        self._entrada = socket.create_server(("127.0.0.1", 0))
        self.puerto = self._entrada.getsockname()[1]
        self.espera = 0.0
        threading.Thread(target=self._recibir, daemon=True).start()

    def cerrar(self):
        self._entrada.close()

    def _recibir(self):
        while True:
            try:
                cliente = self._entrada.accept()[0]
            except OSError:  # closed
                return
            base = socket.socket(socket.AF_UNIX)
            try:
                base.connect(self._destino)
            except OSError:  # the database is dead
                base.close()
                cliente.close()
                continue
            threading.Thread(target=self._pasar, args=(cliente, base, False), daemon=True).start()
            threading.Thread(target=self._pasar, args=(base, cliente, True), daemon=True).start()

    def _pasar(self, de, a, con_espera):
        try:
            while datos := de.recv(65536):
                time.sleep(self.espera if con_espera else 0)
                a.sendall(datos)
        except OSError:
            pass
        a.close()
