"""Every public page through the Nu HTML checker, in one run of Java."""

import json
import os
import subprocess
from pathlib import Path

import pytest

from .arquitectura import RAIZ
from .paginas import publicas

pytestmark = pytest.mark.html


# Properties of SVG in a stylesheet, which browsers know and the validator does not.
DESCONOCE = {
    f"CSS: “{nombre}”: Property “{nombre}” doesn't exist." for nombre in ("paint-order", "vector-effect")
}
EN_VAR = RAIZ / "var/html/node_modules/vnu-jar/build/dist/vnu.jar"


def test_every_page_is_valid_html(portal_demo, client, tmp_path):
    jar = Path(os.environ.get("VNU_JAR", EN_VAR))
    assert jar.exists(), "falta el validador; «make test» lo instala"
    nombres = {}
    for numero, direccion in enumerate([*publicas(), "/no-hay-nada-aqui/"]):
        archivo = tmp_path / f"{numero:03}.html"
        archivo.write_bytes(client.get(direccion).content)
        nombres[archivo.name] = direccion
    orden = ["java", "-jar", str(jar), "--format", "json", "--exit-zero-always", str(tmp_path)]
    salida = subprocess.run(orden, capture_output=True, text=True, check=True).stderr
    quejas = {
        queja["message"]: (nombres[queja["url"].rpartition("/")[2]], queja.get("extract", ""))
        for queja in json.loads(salida)["messages"]
        if queja["type"] == "error" and queja["message"] not in DESCONOCE
    }
    assert quejas == {}
