"""Load of the benchmark: keeps a few connections busy for a while and counts. Only against 127.0.0.1."""

import http.client
import re
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

CONEXIONES = 4
PIDE = {"Accept-Encoding": "gzip", "Host": "127.0.0.1"}
TICS = 100  # of /proc/<pid>/stat, per second, on every Linux of today


@dataclass(frozen=True)
class Medida:
    """What one address gave: answers per second, milliseconds, and processor time per answer."""

    por_segundo: float
    p50: float
    p99: float
    cpu_ms: float


def medir(puerto, ruta, segundos, pid):
    """Load one address during ``segundos``; ``pid`` is the server's, whose children do the work."""
    antes, inicio = cpu_de(pid), time.perf_counter()
    cuenta, p50, p99 = (_wrk if shutil.which("wrk") else _propia)(puerto, ruta, segundos)
    gastado = cpu_de(pid) - antes
    return Medida(cuenta / (time.perf_counter() - inicio), p50, p99, 1000 * gastado / max(cuenta, 1))


def cpu_de(pid):
    """Processor seconds used so far by the children of ``pid``, ended ones too (0 without /proc)."""
    hijos = Path(f"/proc/{pid}/task/{pid}/children")
    if not hijos.exists():
        return 0.0
    terminados = sum(_tics(pid)[2:])
    return (terminados + sum(sum(_tics(hijo)[:2]) for hijo in hijos.read_text().split())) / TICS


def _tics(pid):
    """Own user and system time, and those of its children that ended."""
    return [int(campo) for campo in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[11:15]]


def _wrk(puerto, ruta, segundos):
    orden = ["wrk", "-t1", f"-c{CONEXIONES}", f"-d{segundos}s", "--latency", "-H", "Accept-Encoding: gzip"]
    salida = subprocess.run(
        [*orden, f"http://127.0.0.1:{puerto}{ruta}"], capture_output=True, text=True, check=True
    ).stdout
    if "Non-2xx" in salida:
        raise RuntimeError(f"{ruta} no respondió siempre 200")
    cuenta = int(re.search(r"(\d+) requests in", salida)[1])
    return cuenta, _ms(salida, 50), _ms(salida, 99)


def _ms(salida, percentil):
    valor, unidad = re.search(rf"\s{percentil}%\s+([\d.]+)(us|ms|s)", salida).groups()
    return float(valor) * {"us": 0.001, "ms": 1, "s": 1000}[unidad]


def _propia(puerto, ruta, segundos):
    """The same with the standard library: the client weighs more, the ratios remain."""
    tiempos, limite = [], time.perf_counter() + segundos
    hilos = [
        threading.Thread(target=_pedir, args=(puerto, ruta, limite, tiempos)) for _ in range(CONEXIONES)
    ]
    for hilo in hilos:
        hilo.start()
    for hilo in hilos:
        hilo.join()
    tiempos.sort()
    return len(tiempos), 1000 * tiempos[len(tiempos) // 2], 1000 * tiempos[int(len(tiempos) * 0.99)]


def _pedir(puerto, ruta, limite, tiempos):
    conexion = http.client.HTTPConnection("127.0.0.1", puerto, timeout=30)
    while (inicio := time.perf_counter()) < limite:
        conexion.request("GET", ruta, headers=PIDE)
        respuesta = conexion.getresponse()
        respuesta.read()
        if respuesta.status != 200:
            raise RuntimeError(f"{ruta} respondió {respuesta.status}")
        tiempos.append(time.perf_counter() - inicio)
    conexion.close()
