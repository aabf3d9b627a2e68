from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from fases.informacion.models import Dependencia
from fases.models import Demostrable

from .accion import Accion, Frecuencia
from .proyecto import Proyecto


class Indicador(Demostrable):
    """What is measured of an action or of a project. Exactly one of the two owns it."""

    class Unidad(models.TextChoices):
        PORCENTAJE = "porcentaje", "Porcentaje (0 a 100)"
        NUMERO = "numero", "Número entero"
        TASA = "tasa", "Tasa (0 o más, con decimales)"

    class Sentido(models.TextChoices):
        AUMENTAR = "aumentar", "Es mejor cuando sube"
        DISMINUIR = "disminuir", "Es mejor cuando baja"

    accion = models.ForeignKey(
        Accion, models.PROTECT, null=True, blank=True, related_name="indicadores", verbose_name="acción"
    )
    proyecto = models.ForeignKey(
        Proyecto, models.PROTECT, null=True, blank=True, related_name="indicadores", verbose_name="proyecto"
    )
    slug = models.SlugField("identificador", max_length=80, unique=True)
    orden = models.PositiveSmallIntegerField("orden", default=0)
    nombre = models.CharField("indicador", max_length=300)
    unidad = models.CharField("unidad", max_length=12, choices=Unidad)
    sentido = models.CharField("sentido", max_length=10, choices=Sentido, default=Sentido.AUMENTAR)
    linea_base = models.DecimalField("línea base", max_digits=14, decimal_places=2, null=True, blank=True)
    linea_base_fuente = models.CharField("fuente de la línea base", max_length=300, blank=True)
    frecuencia = models.CharField("frecuencia de reporte", max_length=12, choices=Frecuencia, blank=True)
    plazo_dias = models.PositiveSmallIntegerField(
        "días para reportar", default=10, help_text="Días calendario después de que termina el periodo."
    )
    exigible_desde = models.DateField(
        "se reporta desde",
        null=True,
        blank=True,
        help_text="Primer día desde el que se esperan reportes en el portal.",
    )
    encargada = models.ForeignKey(
        Dependencia,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="indicadores",
        verbose_name="dependencia que reporta",
    )
    fuente = models.CharField("fuente", max_length=300)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "indicador"
        verbose_name_plural = "indicadores"
        ordering = ["orden", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(accion__isnull=False, proyecto__isnull=True)
                | models.Q(accion__isnull=True, proyecto__isnull=False),
                name="el_indicador_es_de_una_accion_o_de_un_proyecto",
            ),
            models.CheckConstraint(
                condition=models.Q(linea_base=None) | ~models.Q(linea_base_fuente=""),
                name="la_linea_base_dice_su_fuente",
            ),
        ]

    def __str__(self):
        return self.nombre

    @property
    def de(self):
        """The action or project measured."""
        return self.accion or self.proyecto


class MetaAdoptada(Demostrable):
    """The act by which the committee sets a goal: the plan leaves them in «-». Never rewritten."""

    indicador = models.ForeignKey(Indicador, models.PROTECT, related_name="metas", verbose_name="indicador")
    valor = models.DecimalField("meta", max_digits=14, decimal_places=2)
    acta = models.CharField("acta", max_length=120, help_text="Por ejemplo «Acta 7 de 2026».")
    adoptada_el = models.DateField("adoptada el")
    rige_desde = models.DateField("rige desde")
    motivo = models.TextField("por qué", blank=True)
    registrada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="registrada por"
    )
    registrada_en = models.DateTimeField("registrada en")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "meta adoptada"
        verbose_name_plural = "metas adoptadas"
        ordering = ["-rige_desde", "-pk"]
        constraints = [
            models.CheckConstraint(condition=models.Q(valor__gte=0), name="la_meta_no_es_negativa"),
        ]

    def __str__(self):
        return f"{self.valor.normalize():f} ({self.acta})"
