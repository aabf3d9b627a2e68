from django.core.management.base import BaseCommand, CommandError

from comite import inmutable
from comite.informe.archivos import ArchivoAlteradoError, leer_intacto
from comite.informe.canonico import huella
from comite.models import Informe
from fases.almacen import AlmacenCaidoError


class Command(BaseCommand):
    """Exit 1, naming each, when a published report or one of its files is not what was published."""

    help = "Recalcula la huella de cada informe publicado y de cada uno de sus archivos."

    def handle(self, *args, **opciones):
        fallas = [f"falta la guarda «{nombre}» en la base de datos" for nombre in inmutable.faltan()]
        informes = Informe.objects.publicados().order_by("vigencia", "numero", "version")
        for informe in informes.prefetch_related("archivos").iterator(chunk_size=10):
            fallas += self._revisar(informe)
        if fallas:
            raise CommandError("No coincide:\n" + "\n".join(f"  - {falla}" for falla in fallas))
        self.stdout.write("Todo coincide.")

    def _revisar(self, informe):
        """What is wrong with one report; each part is printed with its print."""
        fallas = []
        if huella(informe.contenido) != informe.huella:
            fallas.append(f"{informe}: el contenido no da la huella {informe.huella}")
        self._decir(not fallas, informe.huella, f"{informe}, contenido")
        for archivo in informe.archivos.all():
            falla = self._falla_de(archivo)
            self._decir(not falla, archivo.huella, str(archivo))
            fallas += [f"{archivo}: {falla}"] if falla else []
        return fallas + self._ausentes(informe)

    def _falla_de(self, archivo):
        try:
            leer_intacto(archivo)
        except (ArchivoAlteradoError, AlmacenCaidoError) as error:
            return str(error)
        return ""

    def _ausentes(self, informe):
        """Formats whose row is gone: the guards forbid it, but a restored copy could lack them."""
        presentes = {archivo.formato for archivo in informe.archivos.all()}
        formatos = informe.archivos.model.Formato
        return [f"{informe}: falta el archivo {f.label}" for f in formatos if f.value not in presentes]

    def _decir(self, bien, suma, nombre):
        self.stdout.write(f"{'coincide   ' if bien else 'NO COINCIDE'}  {suma}  {nombre}")
