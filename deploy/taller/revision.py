"""``revisar``: what a reader of the code would object to, found by a machine."""

import os
import secrets
import subprocess
import tempfile

from .decir import decir
from .entorno import PYTHON, RAIZ, preparar
from .reglas import objeciones

BIN = PYTHON.parent


def revisar(pedido):
    """Run every check, also after a failure: one visit tells everything."""
    preparar("pruebas")
    fallas = []
    with tempfile.TemporaryDirectory(prefix="revisar-") as carpeta:
        for nombre, orden in ordenes():
            decir(nombre + ".")
            if _falla(orden, carpeta):
                fallas.append(nombre)
    decir("Reglas de la casa.")
    encontradas = objeciones(archivos())
    for objecion in encontradas:
        print("  " + objecion)
    if encontradas:
        fallas.append("Reglas de la casa")
    decir("Todo en orden." if not fallas else "Por corregir: %s." % ", ".join(fallas))
    return 1 if fallas else 0


def ordenar(pedido):
    """Let the formatters write what ``revisar`` would object to."""
    preparar("pruebas")
    djade = [str(BIN / "djade"), "--target-version", "5.2"] + plantillas()
    for orden in (
        [str(BIN / "ruff"), "check", "--fix", "--quiet", "."],
        [str(BIN / "ruff"), "format", "."],
        djade,
    ):
        subprocess.run(orden, cwd=str(RAIZ), check=False)
    return 0


def plantillas():
    """The HTML templates of Django's own engine: djade reads no other."""
    return [ruta for ruta in archivos() if ruta.startswith("templates/") and ruta.endswith(".html")]


def ordenes():
    """Name and command of each check."""
    manage = [str(PYTHON), "-W", "error", "manage.py"]
    return [
        ("Estilo del código (ruff)", [str(BIN / "ruff"), "check", "--output-format", "concise", "."]),
        (
            "Formato del código (ruff)",
            [str(BIN / "ruff"), "format", "--check", "--output-format", "concise", "."],
        ),
        (
            "Formato de las plantillas (djade)",
            [str(BIN / "djade"), "--check", "--target-version", "5.2"] + plantillas(),
        ),
        ("Las plantillas compilan", [str(PYTHON), "-m", "deploy.plantillas"]),
        ("Migraciones al día", manage + ["makemigrations", "--check", "--dry-run"]),
        ("Configuración de producción", manage + ["check", "--deploy", "--fail-level", "WARNING"]),
    ]


def archivos():
    """Files of the repository, also those not yet added, without what is ignored."""
    orden = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    lista = subprocess.run(orden, cwd=str(RAIZ), capture_output=True, text=True, check=True).stdout
    return [ruta for ruta in lista.splitlines() if (RAIZ / ruta).is_file()]


def _falla(orden, carpeta):
    """Run with the variables of a production site, and nothing of whoever runs it."""
    ajenas = ("SITIO_LOCAL", "DEBUG", "FORCE_SCRIPT_NAME", "SCRIPT_NAME")
    variables = {clave: valor for clave, valor in os.environ.items() if clave not in ajenas}
    variables.update(
        SECRET_KEY=secrets.token_urlsafe(50),
        ALLOWED_HOSTS="www.quibdo-choco.gov.co",
        SITE_URL="https://www.quibdo-choco.gov.co",
        DATABASE_URL="sqlite:///%s/revision.sqlite3" % carpeta,
        MEDIA_ROOT=carpeta,
        DJANGO_SETTINGS_MODULE="quibdo_gel.settings",
    )
    return subprocess.run(orden, cwd=str(RAIZ), env=variables, check=False).returncode != 0
