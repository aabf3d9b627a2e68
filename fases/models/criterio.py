from django.db import models
from simple_history.models import HistoricalRecords

from fases.enlaces import direccion

from .fase import Fase
from .version import ConVersion, ConVersionQuerySet


class CriterioQuerySet(ConVersionQuerySet):
    def exigidos(self):
        """Those required by the decree, the plan or a norm that was read: only they count."""
        return self.filter(exigido=True)

    def buenas_practicas(self):
        """Those without a verified source: shown apart, never in a percentage."""
        return self.filter(exigido=False)


class Criterio(ConVersion):
    """What a phase asks for, with its provenance (researched in ``manual_gel.json``)."""

    class Base(models.TextChoices):
        DECRETO = "decreto_1151", "Exigido por el Decreto 1151 de 2008"
        PLAN = "plan", "Exigido por el Plan de Acción"
        NORMA = "norma_leida", "Exigido por una norma leída"
        SECUNDARIA = "fuente_secundaria", "Buena práctica, vista en otro documento"
        POSTERIOR = "respaldo_3x", "Buena práctica, de un texto posterior al plan"
        MEMORIA = "memoria", "Buena práctica, sin fuente verificada"

    codigo = models.SlugField("código", max_length=20, unique=True)
    fase = models.ForeignKey(Fase, models.PROTECT, related_name="criterios", verbose_name="fase")
    slug = models.SlugField("identificador", max_length=80)
    orden = models.PositiveSmallIntegerField("orden")
    grupo = models.CharField("grupo", max_length=120)
    nombre = models.CharField("criterio", max_length=300)
    descripcion = models.TextField("descripción")
    tipo = models.CharField("tipo", max_length=40)
    frecuencia = models.CharField("frecuencia leída", max_length=300, blank=True)
    frecuencia_fuente = models.CharField("fuente de la frecuencia", max_length=300, blank=True)
    base = models.CharField("de dónde sale", max_length=20, choices=Base)
    exigido = models.BooleanField("exigido")
    nombrado_en_el_plan = models.BooleanField("nombrado en el plan", default=False)
    normas = models.JSONField("normas leídas", default=list, blank=True)
    confianza = models.CharField("confianza", max_length=20)
    confianza_de = models.CharField("confianza en", max_length=120)
    verificado = models.TextField("qué se verificó", blank=True)
    fuente = models.TextField("fuente")
    fuentes_url = models.JSONField("direcciones de la fuente", default=list, blank=True)

    objects = CriterioQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "criterio"
        verbose_name_plural = "criterios"
        ordering = ["fase", "orden"]
        constraints = [
            models.UniqueConstraint(
                fields=["fase", "slug"], name="el_criterio_tiene_una_direccion_en_su_fase"
            ),
            models.CheckConstraint(
                condition=models.Q(exigido=False)
                | models.Q(base__in=["decreto_1151", "plan", "norma_leida"]),
                name="solo_cuenta_lo_exigido_por_una_fuente_leida",
            ),
        ]

    def __str__(self):
        return self.nombre

    def get_absolute_url(self):
        return direccion("fases:criterio", self.fase.slug, self.slug)
