"""Several machines inside this one: each with a network of its own, joined by a bridge.

Where the kernel does not let us (a container without privileges) each machine is an address of loopback:
the same programs and the same questions, but nobody can pull out a cable.
"""

import ctypes
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

CLONE_NEWNET = 0x40000000
RED = "10.213.7"
NOMBRES = Path("/run/netns")


def hay_espacios():
    """Whether this process may make network namespaces: tried, not guessed."""
    if os.geteuid() != 0 or not shutil.which("ip"):
        return False
    prueba = f"gel{os.getpid()}p"
    hecho = subprocess.run(["ip", "netns", "add", prueba], capture_output=True, check=False)
    subprocess.run(["ip", "netns", "del", prueba], capture_output=True, check=False)
    return hecho.returncode == 0


@dataclass
class Maquina:
    """One machine: where it answers, and how a program is started on it."""

    nombre: str
    direccion: str
    espacio: str = ""
    procesos: list = field(default_factory=list)

    def orden(self, *partes):
        """The command that runs ``partes`` there."""
        return ["ip", "netns", "exec", self.espacio, *partes] if self.espacio else list(partes)

    def lanzar(self, *partes, registro, **opciones):
        """Start a program that stays; what it says goes to the file ``registro``."""
        with Path(registro).open("ab") as salida:
            proceso = subprocess.Popen(
                self.orden(*map(str, partes)),
                stdout=salida,
                stderr=salida,
                start_new_session=True,
                **opciones,
            )
        self.procesos.append(proceso)
        return proceso

    def morir(self):
        """Every program of the machine at once, without a word: as when the power goes."""
        for proceso in self.procesos:
            if proceso.poll() is None:
                os.killpg(proceso.pid, signal.SIGKILL)
        for proceso in self.procesos:
            proceso.wait()
        self.procesos.clear()

    def cable(self, puesto):
        """Plug it in or pull it out: from then on packets vanish and nobody says goodbye."""
        estado = "up" if puesto else "down"
        subprocess.run(self.orden("ip", "link", "set", "eth0", estado), check=True)

    def entrar(self):
        """Move the calling thread to the network of this machine."""
        if not self.espacio:
            return
        libc = ctypes.CDLL(None, use_errno=True)
        with (NOMBRES / self.espacio).open() as puerta:
            if libc.setns(puerta.fileno(), CLONE_NEWNET):
                raise OSError(ctypes.get_errno(), "setns")


class Red:
    """Machines that reach each other. Use as a context: it leaves nothing behind."""

    def __init__(self, con_espacios):
        self.con_espacios = con_espacios
        self.maquinas = []
        self._puente = f"gel{os.getpid()}r"

    def __enter__(self):
        if self.con_espacios:
            _ip("netns", "add", self._puente)
            _ip("-n", self._puente, "link", "add", "puente", "type", "bridge")
            _ip("-n", self._puente, "link", "set", "puente", "up")
        return self

    def __exit__(self, *falla):
        for maquina in self.maquinas:
            maquina.morir()
        if self.con_espacios:
            for espacio in [*(m.espacio for m in self.maquinas), self._puente]:
                _ip("netns", "del", espacio)

    def maquina(self, nombre):
        """A new machine, plugged in."""
        numero = len(self.maquinas) + 11
        nueva = Maquina(nombre, f"127.213.7.{numero}")
        if self.con_espacios:
            nueva = Maquina(nombre, f"{RED}.{numero}", f"gel{os.getpid()}m{numero}")
            self._enchufar(nueva, f"m{numero}")
        self.maquinas.append(nueva)
        return nueva

    def _enchufar(self, maquina, boca):
        espacio = maquina.espacio
        _ip("netns", "add", espacio)
        _ip("link", "add", boca, "netns", self._puente, "type", "veth", "peer", "eth0", "netns", espacio)
        _ip("-n", self._puente, "link", "set", boca, "master", "puente", "up")
        _ip("-n", espacio, "addr", "add", f"{maquina.direccion}/24", "dev", "eth0")
        _ip("-n", espacio, "link", "set", "eth0", "up")
        _ip("-n", espacio, "link", "set", "lo", "up")


def _ip(*partes):
    subprocess.run(["ip", *partes], check=True, capture_output=True)
