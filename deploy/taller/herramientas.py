"""What the tests borrow from the machine: a Chromium, and the Nu HTML validator on Java."""

import os
import shutil
import subprocess
from collections import namedtuple

from .decir import decir
from .entorno import RAIZ, carpeta_var

NAVEGADORES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]

Vnu = namedtuple("Vnu", "ruta motivo")


def buscar_chromium():
    """Path of a browser: CHROMIUM if it is set, else the usual names. None without one."""
    dicho = os.environ.get("CHROMIUM")
    if dicho:
        return shutil.which(dicho)
    return next(filter(None, map(shutil.which, NAVEGADORES)), None)


def preparar_vnu():
    """The validator's jar, installed once under ``var/`` from its own lock; or why it is not there."""
    if not shutil.which("java"):
        return Vnu(None, "no hay Java («apt install default-jre-headless»).")
    dado = os.environ.get("VNU_JAR")
    if dado:
        return Vnu(dado, "") if os.path.exists(dado) else Vnu(None, "no existe VNU_JAR=%s." % dado)
    carpeta = carpeta_var() / "html"
    jar = carpeta / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.exists() or _cambio(carpeta):
        motivo = _instalar(carpeta)
        if motivo:
            return Vnu(None, motivo)
    return Vnu(str(jar), "") if jar.exists() else Vnu(None, "el paquete vnu-jar no trae vnu.jar.")


def _cambio(carpeta):
    usado, pedido = carpeta / "package-lock.json", RAIZ / "tests" / "html" / "package-lock.json"
    return not usado.exists() or usado.read_bytes() != pedido.read_bytes()


def _instalar(carpeta):
    """``npm ci`` of tests/html/; an empty text when it went well, else the reason."""
    npm = shutil.which("npm")
    if not npm:
        return "no hay npm («apt install npm»)."
    decir("Instalo el validador de HTML.")
    carpeta.mkdir(exist_ok=True)
    for nombre in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(str(RAIZ / "tests" / "html" / nombre), str(carpeta / nombre))
    orden = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel", "error"]
    hecho = subprocess.run(orden, cwd=str(carpeta), capture_output=True, text=True, check=False)
    return "" if hecho.returncode == 0 else "npm no pudo instalarlo: %s" % hecho.stderr.strip()[-300:]
