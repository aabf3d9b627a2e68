"""Bring rows to the state of a file, touching only what differs.

A second load then writes nothing, neither rows nor history: that is what makes it idempotent.
"""

from django.db.models import ProtectedError

from .accion import AccionError


class EnUsoError(AccionError):
    """The file no longer has a row on which recorded facts depend."""


def poner(modelo, clave, valores):
    """Create or update the row found by ``clave`` (a dict); return it. Saves only on a difference."""
    fila = modelo.objects.filter(**clave).first()
    if fila is None:
        return modelo.objects.create(**clave, **valores)
    cambios = {campo: valor for campo, valor in valores.items() if getattr(fila, campo) != valor}
    if cambios:
        for campo, valor in cambios.items():
            setattr(fila, campo, valor)
        fila.save()
    return fila


def quitar_los_demas(filas, conservar):
    """Delete from the queryset ``filas`` those whose pk is not in ``conservar``.

    Raises EnUsoError, naming the row, when recorded facts hang from it: nothing is lost silently.
    """
    for sobrante in filas.exclude(pk__in=[fila.pk for fila in conservar]):
        try:
            sobrante.delete()
        except ProtectedError as error:
            nombre = sobrante._meta.verbose_name
            raise EnUsoError(
                f"El archivo ya no trae {nombre} «{sobrante}», pero hay datos registrados que dependen "
                "de ella. Vuelva a incluirla en el archivo; no se cambió nada."
            ) from error
