#!/usr/bin/env python3
"""The commands of the house, with the standard library only: a machine without make needs no more.

    python3 deploy/tareas.py arrancar | preparar | probar | revisar | ordenar | medir | bloquear

This file and the modules it imports can be read by old Pythons, so that they can say they are too old.
"""

import argparse
import os
import sys

from taller import arranque, candados, entorno, medicion, pruebas, revision
from taller.decir import Alto, decir_alto

MINIMA = (3, 11)


def leer(argumentos):
    """The chosen command and its options."""
    lector = argparse.ArgumentParser(prog="tareas.py", description="Las tareas del portal.")
    ordenes = lector.add_subparsers(dest="orden", required=True, metavar="orden")
    arrancar = ordenes.add_parser("arrancar", help="instala, carga los datos y sirve el portal")
    arrancar.add_argument("--puerto", default=os.environ.get("PORT") or "8000", help="puerto (8000)")
    arrancar.add_argument("--sin-servidor", action="store_true", help="deja todo listo y no sirve")
    arrancar.set_defaults(hacer=arranque.arrancar)
    preparar = ordenes.add_parser("preparar", help="para producción: instala, migra y carga el plan")
    preparar.set_defaults(hacer=arranque.preparar_produccion)
    probar = ordenes.add_parser("probar", help="todas las pruebas, en SQLite y en PostgreSQL")
    probar.add_argument("--solo", choices=["sqlite", "postgresql"], help="una sola base de datos")
    probar.set_defaults(hacer=pruebas.probar)
    revisar = ordenes.add_parser("revisar", help="estilo, plantillas, migraciones y configuración")
    revisar.set_defaults(hacer=revision.revisar)
    ordenar = ordenes.add_parser("ordenar", help="da formato al código y a las plantillas (desarrollo)")
    ordenar.set_defaults(hacer=revision.ordenar)
    medir = ordenes.add_parser("medir", help="rendimiento, cada cifra junto a su piso")
    medir.set_defaults(hacer=medicion.medir)
    bloquear = ordenes.add_parser("bloquear", help="rehace los candados de requirements/ (desarrollo)")
    bloquear.set_defaults(hacer=candados.bloquear)
    return lector.parse_args(argumentos)


def principal(argumentos):
    """Run the command; every failure that was foreseen ends in a sentence, never in a traceback."""
    if sys.version_info < MINIMA:
        print(
            "Este portal necesita Python 3.11 o más nuevo y este es %s. Instálelo (por ejemplo "
            "«apt install python3.11 python3.11-venv») y repita la orden con él." % entorno.version()
        )
        return 1
    pedido = leer(argumentos)
    try:
        return pedido.hacer(pedido)
    except Alto as alto:
        return decir_alto(alto)
    except KeyboardInterrupt:
        print("\nTerminado por usted.")
        return 130
    except OSError as error:
        return decir_alto(Alto("El sistema no dejó continuar: %s." % error))


if __name__ == "__main__":
    sys.exit(principal(sys.argv[1:]))
