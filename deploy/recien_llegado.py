"""The newcomer, played by a machine: clone, one command, the first page; then again, and behind a prefix.

Standard library only. Fails when the first start passes 120 s or the second one 5 s.
"""

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent
PRIMERO, SEGUNDO = 120, 5
PAGINAS = ["/", "/salud/", "/fases/", "/plan/acciones/conectividad/", "/informes/2026-1/", "/admin/login/"]


def principal():
    """Play the three visits."""
    with tempfile.TemporaryDirectory(prefix="recien-llegado-") as carpeta:
        clon = Path(carpeta) / "portal"
        subprocess.run(["git", "clone", "--quiet", str(RAIZ), str(clon)], check=True)
        for nombre, limite, prefijo in [
            ("Primera vez", PRIMERO, ""),
            ("Segunda vez", SEGUNDO, ""),
            ("Detrás de un prefijo", SEGUNDO, "/quibdo"),
        ]:
            tardo = visitar(clon, limite, prefijo)
            print(f"→ {nombre}: la primera página a los {tardo:.1f} s (a lo más {limite}).", flush=True)
    return 0


def visitar(clon, limite, prefijo):
    """Start the portal, read its pages, stop it; seconds until the first 200."""
    with arrancado(clon, prefijo) as (proceso, puerto):
        inicio = time.monotonic()
        while pedir(puerto, prefijo + "/")[0] != 200:
            if proceso.poll() is not None or time.monotonic() - inicio > limite:
                sys.exit(f"el portal no respondió en {limite} s")
            time.sleep(0.1)
        tardo = time.monotonic() - inicio
        estilo = re.search(rb'href="([^"]+\.css)"', pedir(puerto, prefijo + "/")[1])[1].decode()
        for ruta in [*(prefijo + pagina for pagina in PAGINAS), estilo]:
            estado, cuerpo = pedir(puerto, ruta)
            if estado != 200 or (prefijo and b'href="/' in cuerpo.replace(b'href="/quibdo/', b"")):
                sys.exit(f"{ruta} respondió {estado} o perdió el prefijo")
        return tardo


@contextmanager
def arrancado(clon, prefijo):
    """``arrancar`` on a free port, ended as Ctrl+C would."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        puerto = enchufe.getsockname()[1]
    variables = dict(os.environ, PORT=str(puerto))
    if prefijo:
        variables["SCRIPT_NAME"] = prefijo
    proceso = subprocess.Popen([sys.executable, "deploy/tareas.py", "arrancar"], cwd=clon, env=variables)
    try:
        yield proceso, puerto
    finally:
        proceso.send_signal(signal.SIGINT)
        proceso.wait(60)


def pedir(puerto, ruta):
    """Status and body; status 0 while nobody listens."""
    conexion = http.client.HTTPConnection("127.0.0.1", puerto, timeout=10)
    try:
        conexion.request("GET", ruta)
        respuesta = conexion.getresponse()
        return respuesta.status, respuesta.read()
    except OSError:
        return 0, b""
    finally:
        conexion.close()


if __name__ == "__main__":
    sys.exit(principal())
