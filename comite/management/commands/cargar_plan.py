from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from comite.acciones.plan import PLAN_DE_QUIBDO, cargar_plan
from comite.archivo_plan import ArchivoDePlanError
from fases.accion import AccionError


class Command(BaseCommand):
    help = "Carga un plan de acción: todo o nada; repetirlo no cambia nada."

    def add_arguments(self, parser):
        parser.add_argument("archivo", nargs="?", default=str(PLAN_DE_QUIBDO))

    def handle(self, *, archivo, **opciones):
        try:
            plan = cargar_plan(archivo=archivo, por=None, ahora=timezone.now())
        except OSError as error:
            raise CommandError(f"No se pudo leer «{archivo}»: {error.strerror}.") from error
        except (ArchivoDePlanError, AccionError) as error:
            raise CommandError(f"No se cargó el plan y no se cambió nada. {error}") from error
        self.stdout.write(f"Plan cargado: {plan.titulo}")
