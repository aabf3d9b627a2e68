from django.db import models
from simple_history.models import HistoricalRecords

from fases.busqueda import unidos
from fases.enlaces import direccion
from fases.informacion.models import Dependencia
from fases.models import ConVersion

from .programable import Programable


class LineaDeAccion(ConVersion):
    """A line of the frame of action; without actions it is «sin programación en el plan»."""

    codigo = models.SlugField("código", max_length=80, unique=True)
    orden = models.PositiveSmallIntegerField("orden")
    texto = models.TextField("texto")
    fuente = models.CharField("fuente", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "línea del marco de acción"
        verbose_name_plural = "líneas del marco de acción"
        ordering = ["orden"]

    def __str__(self):
        return self.texto


class Responsable(ConVersion):
    """Who answers for an action, as the plan names them, and the office that this is today."""

    slug = models.SlugField("identificador", max_length=80, unique=True)
    nombre = models.CharField("nombre", max_length=300)
    dependencia = models.ForeignKey(
        Dependencia,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="responsabilidades",
        verbose_name="dependencia de hoy",
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "responsable"
        verbose_name_plural = "responsables"
        ordering = ["nombre"]

    def __str__(self):
        return self.nombre


class Frecuencia(models.TextChoices):
    MENSUAL = "mensual", "Cada mes"
    TRIMESTRAL = "trimestral", "Cada trimestre"
    SEMESTRAL = "semestral", "Cada semestre"
    ANUAL = "anual", "Cada año"
    MANUAL = "manual", "De acuerdo al manual"


class Accion(Programable):
    """A row of the operational frame: its eight columns as the plan writes them."""

    linea = models.ForeignKey(
        LineaDeAccion, models.PROTECT, related_name="acciones", verbose_name="línea del marco de acción"
    )
    titulo = models.CharField("título corto", max_length=120)
    texto = models.TextField("acción")
    beneficio = models.TextField("beneficios para los ciudadanos")
    indicador_texto = models.TextField("indicador de gestión")
    metas = models.TextField("metas", default="-")
    actividades = models.TextField("actividades")
    responsables_texto = models.TextField("responsables")
    responsables = models.ManyToManyField(
        Responsable, related_name="acciones", verbose_name="responsables, uno por uno", blank=True
    )
    recursos = models.TextField("recursos")
    frecuencia_texto = models.CharField("tiempos de frecuencia", max_length=300)
    frecuencia = models.CharField("frecuencia", max_length=12, choices=Frecuencia)
    busqueda = models.GeneratedField(
        expression=unidos(
            "titulo",
            "texto",
            "beneficio",
            "indicador_texto",
            "actividades",
            "responsables_texto",
            "recursos",
        ),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name="texto de búsqueda",
    )

    history = HistoricalRecords(excluded_fields=["busqueda"])

    class Meta:
        verbose_name = "acción"
        verbose_name_plural = "acciones"
        ordering = ["orden", "pk"]

    def __str__(self):
        return self.titulo

    def get_absolute_url(self):
        return direccion("comite:accion", self.slug)
