"""``bloquear``: make the locks of requirements/ again from their .in lists. For development only."""

import os
import shutil
import subprocess

from .decir import Alto, decir
from .entorno import RAIZ

OPCIONES = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-emit-index-url"]
OPCIONES += ["--no-header", "--no-annotate", "--quiet"]


def bloquear(pedido):
    """One lock per list; none names a host, so that any mirror serves."""
    uv = shutil.which("uv")
    if not uv:
        raise Alto("falta «uv», que hace los candados. Instálelo con «pip install uv» y repita la orden.")
    carpeta = RAIZ / "requirements"
    for lista in ("base", "s3", "pruebas"):
        decir("Rehago requirements/%s.txt." % lista)
        orden = [uv, "pip", "compile", lista + ".in", "-o", lista + ".txt"] + OPCIONES
        variables = dict(os.environ, UV_PYTHON_DOWNLOADS="never")
        if subprocess.run(orden, cwd=str(carpeta), env=variables, check=False).returncode:
            raise Alto("uv no pudo resolver %s.in; arriba dice por qué." % lista)
    return 0
