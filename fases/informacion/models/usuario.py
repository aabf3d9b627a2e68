from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from simple_history.models import HistoricalRecords

from fases.models import ConVersionQuerySet, Demostrable

from .dependencia import Dependencia


class CuentasManager(UserManager.from_queryset(ConVersionQuerySet)):
    use_in_migrations = False


class Usuario(AbstractUser, Demostrable):
    """A person who works in the portal, from one office."""

    campos_reservados = frozenset({"last_login", "password"})

    dependencia = models.ForeignKey(
        Dependencia,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="personas",
        verbose_name="dependencia",
    )
    cargo = models.CharField("cargo", max_length=150, blank=True)

    objects = CuentasManager()
    history = HistoricalRecords(excluded_fields=["password", "last_login"], m2m_fields=["groups"])

    class Meta:
        verbose_name = "usuario"
        verbose_name_plural = "usuarios"
        ordering = ["username"]

    def __str__(self):
        return self.nombre_publico

    @property
    def nombre_publico(self):
        """How the public pages name who recorded something."""
        return self.get_full_name() or self.username
