from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from fases.informacion.models import Dependencia
from fases.models import ConVersionQuerySet, Demostrable


class IntegranteQuerySet(ConVersionQuerySet):
    def en(self, dia):
        """Members whose period covers ``dia``."""
        return self.filter(desde__lte=dia).exclude(hasta__lt=dia)


class Integrante(Demostrable):
    """A member of the Comité GEL-T: person, office, role and period."""

    class Rol(models.TextChoices):
        LIDER = "lider", "Líder del comité"
        SECRETARIA = "secretaria", "Secretaría técnica"
        INTEGRANTE = "integrante", "Integrante"
        INVITADO = "invitado", "Invitado permanente, sin voto"

    persona = models.CharField("persona", max_length=200)
    usuario = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="designaciones",
        verbose_name="cuenta en el portal",
    )
    dependencia = models.ForeignKey(
        Dependencia, models.PROTECT, related_name="integrantes", verbose_name="dependencia"
    )
    cargo = models.CharField("cargo", max_length=150)
    rol = models.CharField("rol", max_length=12, choices=Rol)
    funciones = models.TextField("funciones", blank=True, help_text="Una por línea.")
    desde = models.DateField("desde")
    hasta = models.DateField("hasta", null=True, blank=True)
    acto = models.CharField("acto de designación", max_length=200, blank=True)

    objects = IntegranteQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "integrante"
        verbose_name_plural = "integrantes"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(hasta=None) | models.Q(hasta__gte=models.F("desde")),
                name="el_periodo_no_termina_antes_de_empezar",
            ),
        ]

    def __str__(self):
        return self.persona
