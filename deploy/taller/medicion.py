"""``medir``: the benchmark, in the environment of the portal."""

import subprocess

from .decir import decir
from .entorno import PYTHON, RAIZ, preparar


def medir(pedido):
    """Every figure beside its floor, measured in the same run."""
    preparar("base")
    decir("Mido el rendimiento; tarda unos minutos y es mejor no usar la máquina entretanto.")
    return subprocess.run([str(PYTHON), "-m", "deploy.bench"], cwd=str(RAIZ), check=False).returncode
