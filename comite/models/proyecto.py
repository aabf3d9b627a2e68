from django.db import models
from simple_history.models import HistoricalRecords

from fases.busqueda import unidos
from fases.enlaces import direccion
from fases.models import ConVersion, Criterio, Fase

from .programable import Programable


class Eje(ConVersion):
    slug = models.SlugField("identificador", max_length=80, unique=True)
    nombre = models.CharField("nombre", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "eje de acción"
        verbose_name_plural = "ejes de acción"
        ordering = ["pk"]

    def __str__(self):
        return self.nombre


class LineaEstrategica(ConVersion):
    slug = models.SlugField("identificador", max_length=80, unique=True)
    nombre = models.CharField("nombre", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "política o línea estratégica"
        verbose_name_plural = "políticas o líneas estratégicas"
        ordering = ["pk"]

    def __str__(self):
        return self.nombre


class Proyecto(Programable):
    """A row of the project matrix. The ``*_texto`` fields keep the cells as the plan writes them."""

    nombre = models.CharField("proyecto", max_length=300)
    eje = models.ForeignKey(Eje, models.PROTECT, related_name="proyectos", verbose_name="eje de acción")
    linea = models.ForeignKey(
        LineaEstrategica,
        models.PROTECT,
        related_name="proyectos",
        verbose_name="política o línea estratégica",
    )
    meta = models.TextField("meta")
    indicadores_texto = models.TextField("indicadores de resultado")
    fases_texto = models.CharField("fase asociada", max_length=300)
    criterios_texto = models.CharField("criterios de la fase", max_length=500)
    busqueda = models.GeneratedField(
        expression=unidos("nombre", "meta", "indicadores_texto", "fases_texto", "criterios_texto"),
        output_field=models.TextField(),
        db_persist=True,
        verbose_name="texto de búsqueda",
    )

    history = HistoricalRecords(excluded_fields=["busqueda"])

    class Meta:
        verbose_name = "proyecto"
        verbose_name_plural = "proyectos"
        ordering = ["orden", "pk"]

    def __str__(self):
        return self.nombre

    def get_absolute_url(self):
        return direccion("comite:proyecto", self.slug)


class FaseDeProyecto(ConVersion):
    """A phase of a project, with the name the plan gives it there («Información en Línea»)."""

    proyecto = models.ForeignKey(Proyecto, models.CASCADE, related_name="fases")
    fase = models.ForeignKey(Fase, models.PROTECT, related_name="proyectos", verbose_name="fase")
    nombre = models.CharField("como la nombra el plan", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "fase asociada"
        verbose_name_plural = "fases asociadas"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proyecto", "fase"], name="un_proyecto_no_repite_fase"),
        ]

    def __str__(self):
        return self.nombre


class CriterioDeProyecto(ConVersion):
    """A criterion that a project serves, with the name the plan gives it («Foros»)."""

    proyecto = models.ForeignKey(Proyecto, models.CASCADE, related_name="criterios")
    criterio = models.ForeignKey(
        Criterio, models.PROTECT, related_name="proyectos", verbose_name="criterio"
    )
    nombre = models.CharField("como lo nombra el plan", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "criterio del proyecto"
        verbose_name_plural = "criterios del proyecto"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["proyecto", "criterio"], name="un_proyecto_no_repite_criterio"),
        ]

    def __str__(self):
        return self.nombre
