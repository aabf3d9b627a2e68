"""Second half of ``arrancar`` and ``preparar``: database, plan, demonstration, static files.

One process instead of four keeps the second start under five seconds. Run in the
environment as ``-m deploy.preparar [--sin-demo]``.
"""

import hashlib
import os
import sys
import traceback

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.exceptions import ImproperlyConfigured
from django.core.management import CommandError, call_command

from .taller.decir import Alto, decir, decir_alto
from .taller.entorno import carpeta_var

PASOS = [
    ("Preparo la base de datos", "migrate", {"interactive": False, "verbosity": 0}),
    ("Cargo el Plan de Acción de Quibdó", "cargar_plan", {}),
]
DEMO = ("Cargo los datos de demostración", "demo", {})


def preparar(con_demo):
    """Every step is safe to repeat; the first that fails stops the start with its reason."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quibdo_gel.settings")
    django.setup()
    for frase, orden, opciones in [*PASOS, DEMO] if con_demo else PASOS:
        decir(f"{frase}.")
        call_command(orden, **opciones)
    reunir_estaticos()


def reunir_estaticos():
    """Compress and name the static files by content, only when one of them changed."""
    sello = carpeta_var() / "estaticos.huella"
    huella = huella_de_estaticos()
    if sello.exists() and sello.read_text(encoding="ascii") == huella and settings.STATIC_ROOT.exists():
        return
    decir("Preparo los estilos y las imágenes.")
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    sello.write_text(huella, encoding="ascii")


def huella_de_estaticos():
    """Print of names, sizes and times of every static file."""
    huella = hashlib.sha256()
    for buscador in get_finders():
        for ruta, almacen in buscador.list([]):
            huella.update(f"{ruta} {almacen.size(ruta)} {almacen.get_modified_time(ruta)}\n".encode())
    return huella.hexdigest()


def principal(argumentos):
    """Exit code; what was not foreseen goes to a file, and the person gets a sentence."""
    try:
        preparar(con_demo="--sin-demo" not in argumentos)
    except (ImproperlyConfigured, CommandError) as error:
        return decir_alto(error)
    except KeyboardInterrupt:
        return 130
    except Exception as error:
        registro = carpeta_var() / "arranque.log"
        registro.write_text(traceback.format_exc(), encoding="utf-8")
        return decir_alto(
            Alto(
                f"este paso falló ({error}). El detalle está en {registro}. Si la base de datos de prueba "
                "se dañó, bórrela (var/portal.sqlite3) y repita la orden."
            )
        )
    return 0


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
