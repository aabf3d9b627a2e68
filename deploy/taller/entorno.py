"""The virtual environment: made, filled from the hash-locked lists, and remembered by their print."""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from .decir import Alto, decir

RAIZ = Path(__file__).resolve().parent.parent.parent
VENV = RAIZ / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
VAR = RAIZ / "var"
MINIMO_LIBRE_MB = 300
SIN_VENV = (
    "no se pudo crear el entorno .venv, porque a este Python le falta el módulo «venv» y no hay otro "
    "instalador. En Debian o Ubuntu: «apt install python3-venv»; después repita la orden."
)


def version():
    """«3.8.10», for sentences."""
    return ".".join(str(parte) for parte in sys.version_info[:3])


def comprobar_disco():
    """Stop before a half-written installation: 300 MB free at least."""
    libres = shutil.disk_usage(str(RAIZ)).free // 2**20
    if libres < MINIMO_LIBRE_MB:
        raise Alto(
            "quedan %d MB libres en el disco y se necesitan %d. Libere espacio y repita la orden."
            % (libres, MINIMO_LIBRE_MB)
        )


def carpeta_var():
    """``var/``: the database, the files and the secret of a try-out, for this user only."""
    VAR.mkdir(mode=0o700, exist_ok=True)
    VAR.chmod(0o700)
    return VAR


def preparar(lista):
    """Make ``.venv`` hold what ``requirements/<lista>.txt`` locks; nothing to do when it already does."""
    candado = RAIZ / "requirements" / (lista + ".txt")
    huella = hashlib.sha256(candado.read_bytes()).hexdigest()
    sello = VENV / (".candado-" + lista)
    if _sirve() and sello.exists() and sello.read_text(encoding="ascii") == huella:
        return
    comprobar_disco()
    if not _sirve():
        _crear_venv()
    decir("Instalo los paquetes de requirements/%s.txt, verificados por su huella (tarda un poco)." % lista)
    _instalar(candado)
    sello.write_text(huella, encoding="ascii")


def _sirve():
    return PYTHON.exists() and _corre([str(PYTHON), "-c", ""])


def _corre(orden):
    try:
        return subprocess.run(orden, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def _crear_venv():
    """Try the ways in turn. Debian's ``venv`` without ensurepip stops its own process, not this one."""
    decir("Creo el entorno de Python en .venv.")
    if _corre([sys.executable, "-m", "venv", "--clear", str(VENV)]) and _corre(_pip() + ["--version"]):
        return
    if _corre([sys.executable, "-m", "pip", "--version"]):
        decir("Este Python no trae ensurepip: uso el pip del sistema.")
        if _corre([sys.executable, "-m", "venv", "--clear", "--without-pip", str(VENV)]):
            return
        if _corre([sys.executable, "-m", "virtualenv", "--clear", str(VENV)]):
            return
    shutil.rmtree(str(VENV), ignore_errors=True)
    raise Alto(SIN_VENV)


def _pip():
    """The pip of the environment, or the system's one aimed at it."""
    propio = [str(PYTHON), "-m", "pip"]
    if _corre(propio + ["--version"]):
        return propio
    return [sys.executable, "-m", "pip", "--python", str(PYTHON)]


def _instalar(candado):
    orden = _pip() + ["install", "--require-hashes", "--only-binary", ":all:", "--no-input", "--quiet"]
    orden += ["--disable-pip-version-check", "-r", str(candado)]
    hecho = subprocess.run(orden, capture_output=True, text=True, check=False)
    if hecho.returncode == 0:
        return
    registro = carpeta_var() / "instalacion.log"
    registro.write_text(hecho.stdout + hecho.stderr, encoding="utf-8")
    if "No space left" in hecho.stderr:
        raise Alto("el disco se llenó durante la instalación. Libere espacio y repita la orden.")
    raise Alto(
        "no se pudieron instalar los paquetes de %s. Revise la conexión a Internet (o el espejo de "
        "paquetes de su red) y repita la orden. El detalle está en %s." % (candado.name, registro)
    )
