from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from fases.enlaces import direccion

from .demostrable import Demostrable
from .version import ConVersion


class Fase(ConVersion):
    """One of the five phases of Decreto 1151 de 2008, with both deadlines as the plan states them."""

    numero = models.PositiveSmallIntegerField("número", unique=True)
    slug = models.SlugField("identificador", max_length=80, unique=True)
    nombre = models.CharField("nombre en el plan", max_length=300)
    titulo = models.CharField("título", max_length=120)
    resumen = models.TextField("qué pide")
    resumen_fuente = models.CharField("fuente del resumen", max_length=300)
    plazo_nacional = models.DateField("plazo nacional")
    plazo_nacional_texto = models.CharField("plazo nacional, como lo escribe el plan", max_length=80)
    plazo_territorial = models.DateField("plazo territorial")
    plazo_territorial_texto = models.CharField("plazo territorial, como lo escribe el plan", max_length=80)
    fuente = models.CharField("fuente", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "fase"
        verbose_name_plural = "fases"
        ordering = ["numero"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(numero__gte=1, numero__lte=9),
                name="la_fase_tiene_numero_de_1_a_9",
            ),
        ]

    def __str__(self):
        return self.titulo

    def get_absolute_url(self):
        return direccion("fases:fase", self.slug)


class RevisionDeFase(Demostrable):
    """Control Interno looked at a phase: until then the phase reads «Sin evaluar»."""

    fase = models.ForeignKey(Fase, models.PROTECT, related_name="revisiones", verbose_name="fase")
    revisada_el = models.DateField("revisada el")
    observacion = models.TextField("observación")
    revisada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="revisada por"
    )
    registrada_en = models.DateTimeField("registrada en")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "revisión de fase"
        verbose_name_plural = "revisiones de fase"
        ordering = ["-revisada_el", "-pk"]

    def __str__(self):
        return f"Revisión de {self.fase} el {self.revisada_el:%d/%m/%Y}"
