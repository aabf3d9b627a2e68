import secrets
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import models, transaction
from django.utils import timezone

_accion_en_curso = ContextVar("accion_en_curso", default=None)


class VersionDelContenido(models.Model):
    """The one row whose token changes, in the same transaction, with whatever a public page shows.

    The token is random and not a counter: undoing a transaction or restoring a backup never gives
    back a token under which something else was kept.
    """

    UNICA = 1

    marca = models.CharField("marca", max_length=16, editable=False)
    avanzada_en = models.DateTimeField("avanzada en", editable=False)

    class Meta:
        verbose_name = "versión del contenido"
        verbose_name_plural = "versión del contenido"

    def __str__(self):
        return self.marca


def avanzar():
    """Give the content a new version, in the transaction that is open."""
    nueva = {"marca": secrets.token_hex(8), "avanzada_en": timezone.now()}
    VersionDelContenido.objects.update_or_create(pk=VersionDelContenido.UNICA, defaults=nueva)


@contextmanager
def avance_al_final(publica):
    """Inside the outermost one, writes only note that the version must advance; it advances at the end.

    Last, because the row is the one that all writers share: it stays locked for a moment only.
    """
    fuera = _accion_en_curso.get()
    curso = {"publica": publica} if fuera is None else fuera
    curso["publica"] |= publica
    turno = _accion_en_curso.set(curso)
    try:
        yield
        if fuera is None and curso["publica"]:
            avanzar()
    finally:
        _accion_en_curso.reset(turno)


@contextmanager
def _tocando():
    """A write to a public row: it advances the version, or leaves that to the accion in course."""
    curso = _accion_en_curso.get()
    if curso is not None:
        curso["publica"] = True
        yield
        return
    with transaction.atomic():
        yield
        avanzar()


class ConVersionQuerySet(models.QuerySet):
    """The ways of writing many rows at once, which pass by ``save`` and ``delete``."""

    def update(self, **valores):
        with _tocando():
            return super().update(**valores)

    def bulk_create(self, *argumentos, **opciones):
        with _tocando():
            return super().bulk_create(*argumentos, **opciones)

    def delete(self):
        with _tocando():
            return super().delete()

    update.alters_data = True
    bulk_create.alters_data = True
    delete.alters_data = True
    delete.queryset_only = True


class ConVersion(models.Model):
    """A row that public pages show: whoever writes it, and however, advances the content version."""

    campos_reservados = frozenset()  # fields that no public page shows

    objects = ConVersionQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, *argumentos, update_fields=None, **opciones):
        if update_fields is not None and self.campos_reservados.issuperset(update_fields):
            return super().save(*argumentos, update_fields=update_fields, **opciones)
        with _tocando():
            return super().save(*argumentos, update_fields=update_fields, **opciones)

    def delete(self, *argumentos, **opciones):
        with _tocando():
            return super().delete(*argumentos, **opciones)

    save.alters_data = True
    delete.alters_data = True
