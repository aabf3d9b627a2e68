from django.db import models
from simple_history.models import HistoricalRecords

from fases.models import ConVersion


class Plan(ConVersion):
    """The adopted document, one row: its title, its letterhead and the print of its file."""

    UNICO = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=UNICO, editable=False)
    codigo = models.SlugField("código", max_length=80)
    titulo = models.TextField("título")
    membrete = models.JSONField("membrete", default=list)
    actores = models.JSONField("actores de la visión", default=list)
    apartados = models.JSONField("apartados, en orden y con sus títulos", default=list)
    columnas = models.JSONField("títulos de las columnas", default=dict)
    huella = models.CharField("huella SHA-256 del archivo", max_length=64)
    cargado_en = models.DateTimeField("cargado en")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "plan de acción"
        verbose_name_plural = "plan de acción"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="el_plan_es_uno_solo"),
        ]

    def __str__(self):
        return self.titulo


class Norma(ConVersion):
    """A norm that the plan cites, and what became of it."""

    codigo = models.SlugField("código", max_length=80, unique=True)
    orden = models.PositiveSmallIntegerField("orden")
    nombre = models.CharField("nombre", max_length=300)
    tipo = models.CharField("tipo", max_length=120)
    numero = models.CharField("número", max_length=40, blank=True)
    anio = models.PositiveSmallIntegerField("año", null=True, blank=True)
    nota = models.TextField("qué pasó después", blank=True)
    fuente = models.CharField("fuente", max_length=500, blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "norma citada"
        verbose_name_plural = "normas citadas"
        ordering = ["orden"]

    def __str__(self):
        return self.nombre


class Parrafo(ConVersion):
    """One paragraph of the plan, word for word, in its place and with its source."""

    apartado = models.SlugField("apartado", max_length=80)
    apartado_titulo = models.CharField("título del apartado", max_length=300, blank=True)
    apartado_subtitulo = models.CharField("subtítulo del apartado", max_length=300, blank=True)
    orden = models.PositiveSmallIntegerField("orden", unique=True)
    clase = models.SlugField("clase", max_length=40)
    marca = models.CharField("numeral", max_length=10, blank=True)
    texto = models.TextField("texto")
    normas = models.ManyToManyField(Norma, related_name="parrafos", verbose_name="normas", blank=True)
    fuente = models.CharField("fuente", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "párrafo del plan"
        verbose_name_plural = "párrafos del plan"
        ordering = ["orden"]

    def __str__(self):
        return self.fuente


class Firmante(ConVersion):
    """Who signed the plan, as the plan writes it."""

    orden = models.PositiveSmallIntegerField("orden", unique=True)
    nombre = models.CharField("nombre", max_length=200)
    cargo = models.CharField("cargo", max_length=200)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "firmante"
        verbose_name_plural = "firmantes"
        ordering = ["orden"]

    def __str__(self):
        return self.nombre
