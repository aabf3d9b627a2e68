from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from comite.periodos import Periodo
from fases.models import ConVersionQuerySet, Demostrable

from .indicador import Indicador


class Soporte(Demostrable):
    """An evidence file, checked by content, kept under a random name and never replaced."""

    archivo = models.FileField("archivo", upload_to="soportes/", max_length=200)
    nombre = models.CharField("nombre original", max_length=200)
    tipo = models.CharField("tipo", max_length=100)
    extension = models.CharField("formato", max_length=10)
    tamano = models.PositiveBigIntegerField("tamaño en bytes")
    huella = models.CharField("huella SHA-256", max_length=64)
    clave = models.SlugField("clave", max_length=40, unique=True)
    cargado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="cargado por"
    )
    cargado_en = models.DateTimeField("cargado en")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "soporte"
        verbose_name_plural = "soportes"
        ordering = ["-cargado_en"]

    def __str__(self):
        return self.nombre


class MedicionQuerySet(ConVersionQuerySet):
    def vigentes(self):
        """Measurements that no later one corrects."""
        return self.filter(correccion=None)

    def conocidas_al(self, momento):
        """What was recorded by ``momento``, and had not been corrected by then."""
        corregidas = self.model.objects.filter(corrige__isnull=False, registrada_en__lte=momento).values(
            "corrige"
        )
        return self.filter(registrada_en__lte=momento).exclude(pk__in=corregidas)


class Medicion(Demostrable):
    """The value of an indicator in a period, or the signed word that nothing moved in it.

    It is never changed: a correction is another row that names the one it corrects and why.
    """

    indicador = models.ForeignKey(
        Indicador, models.PROTECT, related_name="mediciones", verbose_name="indicador"
    )
    periodo_desde = models.DateField("primer día del periodo")
    periodo_meses = models.PositiveSmallIntegerField("meses del periodo")
    valor = models.DecimalField("valor", max_digits=14, decimal_places=2, null=True, blank=True)
    numerador = models.DecimalField("numerador", max_digits=14, decimal_places=2, null=True, blank=True)
    denominador = models.DecimalField("denominador", max_digits=14, decimal_places=2, null=True, blank=True)
    sin_movimiento = models.BooleanField("sin movimiento en el periodo", default=False)
    nota = models.TextField("nota", blank=True)
    soporte = models.ForeignKey(
        Soporte,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mediciones",
        verbose_name="soporte",
    )
    enlace = models.URLField("enlace de la evidencia", max_length=500, blank=True)
    corrige = models.OneToOneField(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="correccion",
        verbose_name="corrige a",
    )
    motivo = models.TextField("motivo de la corrección", blank=True)
    registrada_por = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="mediciones",
        verbose_name="registrada por",
    )
    registrada_en = models.DateTimeField("registrada en")

    objects = MedicionQuerySet.as_manager()
    history = HistoricalRecords()

    class Meta:
        verbose_name = "medición"
        verbose_name_plural = "mediciones"
        ordering = ["-periodo_desde", "-pk"]
        indexes = [
            models.Index(fields=["indicador", "-periodo_desde"], name="medicion_por_periodo"),
            models.Index(fields=["-registrada_en"], name="medicion_reciente"),
            models.Index(
                fields=["id"],
                condition=models.Q(demostracion=True),
                name="medicion_de_demostracion",
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["indicador", "periodo_desde"],
                condition=models.Q(corrige=None, motivo=""),
                name="un_periodo_se_mide_una_vez",
            ),
            models.CheckConstraint(
                condition=models.Q(sin_movimiento=True, valor=None)
                | models.Q(sin_movimiento=False, valor__isnull=False),
                name="hay_valor_o_se_declara_sin_movimiento",
            ),
            models.CheckConstraint(
                condition=models.Q(sin_movimiento=False) | ~models.Q(nota=""),
                name="sin_movimiento_dice_por_que",
            ),
            models.CheckConstraint(
                condition=models.Q(corrige=None) | ~models.Q(motivo=""),
                name="la_correccion_dice_por_que",
            ),
        ]

    def __str__(self):
        return f"{self.indicador}: {self.periodo.nombre}"

    @property
    def periodo(self):
        return Periodo(self.periodo_desde, self.periodo_meses)
