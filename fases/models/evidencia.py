from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from .criterio import Criterio
from .demostrable import Demostrable
from .version import ConVersionQuerySet


class EvidenciaQuerySet(ConVersionQuerySet):
    def vigentes(self):
        return self.filter(retirada_en=None)

    def al(self, momento):
        """Evidence in force at ``momento`` (an aware datetime)."""
        return self.filter(registrada_en__lte=momento).exclude(retirada_en__lte=momento)


class Evidencia(Demostrable):
    """The address that proves a criterion. It is withdrawn with a reason, never rewritten."""

    class Alcance(models.TextChoices):
        COMPLETA = "completa", "Cumple del todo"
        PARCIAL = "parcial", "Cumple en parte"

    criterio = models.ForeignKey(
        Criterio, models.PROTECT, related_name="evidencias", verbose_name="criterio"
    )
    direccion = models.CharField(
        "dirección",
        max_length=500,
        help_text="La página que lo prueba: «/plan/matriz/» o una dirección que empiece con https://",
    )
    descripcion = models.CharField("qué prueba", max_length=300)
    alcance = models.CharField("alcance", max_length=10, choices=Alcance, default=Alcance.COMPLETA)
    falta = models.CharField(
        "qué falta",
        max_length=300,
        blank=True,
        help_text="Si cumple en parte: qué falta y para cuándo.",
    )
    registrada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="registrada por"
    )
    registrada_en = models.DateTimeField("registrada en")
    retirada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="retirada por",
        null=True,
        blank=True,
    )
    retirada_en = models.DateTimeField("retirada en", null=True, blank=True)
    motivo_del_retiro = models.CharField("motivo del retiro", max_length=300, blank=True)

    objects = EvidenciaQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "evidencia"
        verbose_name_plural = "evidencias"
        ordering = ["-registrada_en", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(alcance="completa") | ~models.Q(falta=""),
                name="la_evidencia_parcial_dice_que_falta",
            ),
            models.CheckConstraint(
                condition=models.Q(retirada_en=None) | ~models.Q(motivo_del_retiro=""),
                name="la_evidencia_retirada_dice_por_que",
            ),
        ]

    def __str__(self):
        return self.descripcion
