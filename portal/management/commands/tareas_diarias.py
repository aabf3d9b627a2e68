import time

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from portal.espejo.recorrido import CopiasError, hacer_copias
from portal.espejo.visitas import borrar_viejas

UN_DIA = 24 * 3600


def copiar_las_paginas():
    hecho = hacer_copias(completa=True)
    if hecho is None:
        return "otro proceso las está copiando"
    if hecho.fallas:
        raise CopiasError(f"no respondieron bien: {', '.join(hecho.fallas[:10])}")
    return f"{hecho.paginas} archivos"


def olvidar_visitas():
    return f"{borrar_viejas(time.time() - UN_DIA)} copias de visitas"


def cerrar_sesiones():
    call_command("clearsessions", verbosity=0)
    return "hecho"


TAREAS = (
    ("Copiar las páginas públicas", copiar_las_paginas),
    ("Olvidar las copias de visitas de más de un día", olvidar_visitas),
    ("Borrar las sesiones vencidas", cerrar_sesiones),
)


class Command(BaseCommand):
    help = "Lo que el portal hace cada noche. Se puede repetir, y correr dos veces a la vez."

    def handle(self, *args, **opciones):
        """One that fails does not keep the others from being done."""
        fallas = []
        for nombre, hacer in TAREAS:
            try:
                self.stdout.write(f"{nombre}: {hacer()}.")
            except (CopiasError, Error, OSError) as error:
                fallas.append(nombre)
                self.stderr.write(f"{nombre}: {error}")
        if fallas:
            raise CommandError(f"Quedó sin hacer: {'; '.join(fallas)}.")
