import os
import signal
import time

from django.core.management.base import BaseCommand, CommandError
from django.db import Error, close_old_connections

from fases.version import version_actual
from portal.espejo.recorrido import CopiasError, hacer_copias

CADA = 2
PAUSA_MINIMA = 10
PARTE_DE_UN_PROCESADOR = 10
CORTESIA = 19


class Command(BaseCommand):
    help = (
        "Guarda en disco una copia de cada página pública, para leerla cuando la base de datos no responde."
    )

    def add_arguments(self, parser):
        parser.add_argument("--completo", action="store_true", help="aunque nada haya cambiado")
        parser.add_argument("--continuo", action="store_true", help="copia cada vez que algo cambia")

    def handle(self, *args, completo, continuo, **opciones):
        if continuo:
            return self._quedarse()
        try:
            hecho = hacer_copias(completa=completo)
        except CopiasError as error:
            raise CommandError(str(error)) from error
        self._contar(hecho)
        if hecho and hecho.fallas:
            raise CommandError(f"No respondieron bien: {', '.join(hecho.fallas[:10])}.")

    def _contar(self, hecho):
        if hecho is None:
            self.stdout.write("Las copias están al día, o se están haciendo en otro proceso.")
        else:
            self.stdout.write(f"{hecho.paginas} archivos copiados en {hecho.segundos:.1f} s.")

    def _quedarse(self):
        """Until whoever started it ends. At most a tenth of a processor, and only when it is free."""
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.nice(CORTESIA)
        padre, copiada = os.getppid(), None
        while os.getppid() == padre:
            version = self._version()
            if version and version != copiada:
                inicio = time.monotonic()
                if self._copiar():
                    copiada = version
                time.sleep(max(PAUSA_MINIMA, (time.monotonic() - inicio) * (PARTE_DE_UN_PROCESADOR - 1)))
            time.sleep(CADA)

    def _version(self):
        """None while the database does not answer: the copies wait for it too."""
        close_old_connections()
        try:
            return version_actual()
        except Error:
            return None

    def _copiar(self):
        try:
            hacer_copias()
        except CopiasError as error:
            self.stderr.write(str(error))
            return False
        return True
