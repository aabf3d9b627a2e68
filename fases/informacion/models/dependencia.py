from django.db import models
from simple_history.models import HistoricalRecords

from fases.models import Demostrable


class Dependencia(Demostrable):
    """An office of the municipality: the first noun, which every other room leans on."""

    nombre = models.CharField("nombre", max_length=200, unique=True)
    slug = models.SlugField("identificador", max_length=80, unique=True)
    superior = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="subordinadas",
        verbose_name="depende de",
    )
    correo = models.EmailField("correo", blank=True)
    telefono = models.CharField("teléfono", max_length=60, blank=True)
    fuente = models.CharField("fuente", max_length=300, blank=True)
    activa = models.BooleanField("activa", default=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "dependencia"
        verbose_name_plural = "dependencias"
        ordering = ["nombre"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(superior=None) | ~models.Q(superior=models.F("pk")),
                name="una_dependencia_no_depende_de_si_misma",
            ),
        ]

    def __str__(self):
        return self.nombre
