"""``make bench``: home, a list and a detail with few and with many rows, each beside its floor.

The floor is Django answering a constant of the same size under the same server in the same run: on another
machine the seconds change and the ratios stay.
"""

import argparse
import http.client
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager

from .carga import medir
from .taller.decir import decir
from .taller.entorno import PYTHON, RAIZ

PAGINAS = [
    ("inicio", "/"),
    ("lista", "/plan/acciones/"),
    ("detalle", "/plan/acciones/conectividad/"),
]
TAMANOS = [10, 10_000]
ESPERA = 30
TITULO = (
    "filas",
    "página",
    "bytes",
    "resp/s",
    "p50 ms",
    "p99 ms",
    "CPU ms",
    "piso resp/s",
    "piso CPU ms",
    "× piso",
)


def principal(argumentos):
    """Measure everything and print one table."""
    lector = argparse.ArgumentParser(prog="bench")
    lector.add_argument("--segundos", type=int, default=5, help="duración de cada medida")
    lector.add_argument("--filas", type=int, nargs="*", default=TAMANOS, help="tamaños por medir")
    pedido = lector.parse_args(argumentos)
    filas = []
    with tempfile.TemporaryDirectory(prefix="bench-") as carpeta:
        for n in pedido.filas:
            filas += medir_con(n, carpeta, pedido.segundos)
    imprimir(filas)
    return 0


def medir_con(n, carpeta, segundos):
    """One row of the table per page, with ``n`` projects, actions and measurements."""
    variables = variables_de(n, carpeta)
    decir(f"Siembro {n} proyectos, acciones y mediciones.")
    for orden in (
        ["manage.py", "migrate", "-v0"],
        ["manage.py", "cargar_plan"],
        ["-m", "deploy.siembra", str(n)],
    ):
        subprocess.run(
            [str(PYTHON), *orden], cwd=RAIZ, env=variables, check=True, stdout=subprocess.DEVNULL
        )
    with (
        sirviendo("quibdo_gel.wsgi:application", variables) as portal,
        sirviendo("deploy.piso", variables) as piso,
    ):
        for nombre, ruta in PAGINAS:
            decir(f"Mido {nombre} con {n}.")
            largo = len(pedir(portal.puerto, ruta))
            pedir(piso.puerto, f"/{largo}")
            base = medir(piso.puerto, f"/{largo}", segundos, piso.pid)
            yield n, nombre, largo, medir(portal.puerto, ruta, segundos, portal.pid), base


def variables_de(n, carpeta):
    """The environment of a try-out with a database of its own."""
    return dict(
        os.environ,
        SITIO_LOCAL="1",
        DEBUG="0",
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="127.0.0.1",
        DATABASE_URL=f"sqlite:///{carpeta}/portal-{n}.sqlite3",
        MEDIA_ROOT=f"{carpeta}/archivos",
    )


@contextmanager
def sirviendo(aplicacion, variables):
    """gunicorn with the configuration of the portal on a free port; ended by its own process."""
    puerto = puerto_libre()
    orden = [
        str(PYTHON),
        "-m",
        "gunicorn",
        "-c",
        "deploy/gunicorn.conf.py",
        "-b",
        f"127.0.0.1:{puerto}",
        aplicacion,
    ]
    proceso = subprocess.Popen(orden, cwd=RAIZ, env=variables, stdout=subprocess.DEVNULL)
    proceso.puerto = puerto
    try:
        esperar(puerto)
        yield proceso
    finally:
        proceso.terminate()
        proceso.wait(ESPERA)


def puerto_libre():
    """A port that nobody uses now."""
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return enchufe.getsockname()[1]


def esperar(puerto):
    """Until something listens there."""
    limite = time.monotonic() + ESPERA
    while time.monotonic() < limite:
        with socket.socket() as enchufe:
            if enchufe.connect_ex(("127.0.0.1", puerto)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("el servidor no arrancó")


def pedir(puerto, ruta):
    """The body as it travels (compressed or not), after visits enough to warm the workers."""
    conexion = http.client.HTTPConnection("127.0.0.1", puerto, timeout=ESPERA)
    for _ in range(20):
        conexion.request("GET", ruta, headers={"Accept-Encoding": "gzip", "Connection": "close"})
        cuerpo = conexion.getresponse().read()
    return cuerpo


def imprimir(filas):
    """One table in plain text."""
    tabla = [TITULO]
    for n, nombre, largo, m, piso in filas:
        razon = m.cpu_ms / piso.cpu_ms if piso.cpu_ms else piso.por_segundo / m.por_segundo
        celdas = (f"{m.por_segundo:.0f}", f"{m.p50:.1f}", f"{m.p99:.1f}", f"{m.cpu_ms:.2f}")
        tabla.append(
            (
                str(n),
                nombre,
                str(largo),
                *celdas,
                f"{piso.por_segundo:.0f}",
                f"{piso.cpu_ms:.2f}",
                f"{razon:.1f}",
            )
        )
    anchos = [max(len(fila[i]) for fila in tabla) for i in range(len(TITULO))]
    print()
    for fila in tabla:
        print("  ".join(celda.rjust(ancho) for celda, ancho in zip(fila, anchos, strict=True)))
    print(
        "\n«× piso»: tiempo de procesador por respuesta, dividido por el de una constante del mismo tamaño."
    )


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
