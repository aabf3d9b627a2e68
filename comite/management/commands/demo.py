from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from comite.acciones.demo import borrar_demo, sembrar_demo
from comite.demo.cuentas import instrucciones
from comite.models import Plan


class Command(BaseCommand):
    help = "Agrega los datos de demostración; con --borrar los quita, y solo esos."

    def add_arguments(self, parser):
        parser.add_argument("--borrar", action="store_true", help="quita la demostración")

    def handle(self, *, borrar, **opciones):
        if borrar:
            borrar_demo(por=None)
            self.stdout.write("Se quitaron los datos de demostración, y solo esos.")
            return
        if not Plan.objects.exists():
            raise CommandError("Primero cargue el plan: manage.py cargar_plan")
        sembrar_demo(hoy=timezone.localdate(), por=None)
        self.stdout.write("Datos de demostración listos (se quitan con: manage.py demo --borrar).")
        for linea in instrucciones():
            self.stdout.write(linea)
