from django.db import models
from simple_history.models import HistoricalRecords

from fases.enlaces import direccion
from fases.models import ConVersion


class Politica(ConVersion):
    """A policy of the site. Without the act that adopts it, it is «texto propuesto, por adoptar»."""

    slug = models.SlugField("identificador", max_length=80, unique=True)
    orden = models.PositiveSmallIntegerField("orden", default=0)
    titulo = models.CharField("título", max_length=200)
    nombre_en_el_plan = models.CharField("como la nombra el plan", max_length=300, blank=True)
    resumen = models.CharField("resumen", max_length=400)
    texto = models.TextField(
        "texto", help_text="Deje una línea en blanco entre párrafos; «## » abre un título; «- » una lista."
    )
    exigida_por = models.CharField("exigida por", max_length=300, blank=True)
    fuente = models.CharField("fuente", max_length=300, blank=True)
    acto_de_adopcion = models.CharField(
        "acto que la adopta", max_length=200, blank=True, help_text="Por ejemplo «Decreto 12 de 2026»."
    )
    adoptada_el = models.DateField("adoptada el", null=True, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "política"
        verbose_name_plural = "políticas"
        ordering = ["orden", "titulo"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(adoptada_el=None, acto_de_adopcion="")
                | (models.Q(adoptada_el__isnull=False) & ~models.Q(acto_de_adopcion="")),
                name="la_politica_adoptada_tiene_acto_y_fecha",
            ),
        ]

    def __str__(self):
        return self.titulo

    def get_absolute_url(self):
        return direccion("informacion:politica", self.slug)

    @property
    def adoptada(self):
        return self.adoptada_el is not None
