from django.conf import settings
from django.db import models
from simple_history.models import HistoricalRecords

from comite.semestre import Semestre
from fases.enlaces import direccion
from fases.models import ConVersion, ConVersionQuerySet, Demostrable


class InformeQuerySet(ConVersionQuerySet):
    def publicados(self):
        return self.filter(estado=Informe.Estado.PUBLICADO)

    def del_semestre(self, semestre):
        return self.filter(vigencia=semestre.vigencia, numero=semestre.numero)


class Informe(Demostrable):
    """The semester report of Control Interno. Published, the database itself refuses to touch it."""

    class Estado(models.TextChoices):
        BORRADOR = "borrador", "Borrador"
        PUBLICADO = "publicado", "Publicado"

    vigencia = models.PositiveSmallIntegerField("vigencia")
    numero = models.PositiveSmallIntegerField("semestre", choices=[(1, "Primero"), (2, "Segundo")])
    version = models.PositiveSmallIntegerField("versión", default=1, editable=False)
    estado = models.CharField(
        "estado", max_length=10, choices=Estado, default=Estado.BORRADOR, editable=False
    )
    corte_el = models.DateField(
        "fecha de corte",
        help_text="Entra lo registrado hasta el final de este día. Los reportes del último mes suelen "
        "registrarse después: si deben entrar, escoja una fecha posterior.",
    )
    introduccion = models.TextField("introducción", blank=True)
    objetivo = models.TextField("objetivo", blank=True)
    alcance = models.TextField("alcance", blank=True)
    metodologia = models.TextField("metodología", blank=True)
    conclusiones = models.TextField("conclusiones", blank=True)
    recomendaciones = models.TextField("recomendaciones", blank=True, help_text="Una por línea.")
    reemplaza = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="reemplazo",
        verbose_name="reemplaza a",
    )
    motivo = models.TextField("motivo de la nueva versión", blank=True)
    elaborado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        editable=False,
        verbose_name="elaborado por",
    )
    abierto_en = models.DateTimeField("abierto en", editable=False)
    firmado_por = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name="firmado por",
    )
    publicado_en = models.DateTimeField("publicado en", null=True, blank=True, editable=False)
    contenido = models.TextField("contenido (JSON canónico)", blank=True, editable=False)
    huella = models.CharField("huella SHA-256", max_length=64, blank=True, editable=False)

    objects = InformeQuerySet.as_manager()
    history = HistoricalRecords(excluded_fields=["contenido"])

    class Meta:
        verbose_name = "informe semestral"
        verbose_name_plural = "informes semestrales"
        ordering = ["-vigencia", "-numero", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["vigencia", "numero", "version"], name="un_informe_por_semestre_y_version"
            ),
            models.CheckConstraint(
                condition=models.Q(numero__in=[1, 2]), name="el_semestre_es_primero_o_segundo"
            ),
            models.CheckConstraint(
                condition=models.Q(estado="borrador")
                | (~models.Q(contenido="") & ~models.Q(huella="") & models.Q(publicado_en__isnull=False)),
                name="lo_publicado_tiene_contenido_y_huella",
            ),
            models.CheckConstraint(
                condition=models.Q(version=1) | ~models.Q(motivo=""),
                name="la_nueva_version_dice_por_que",
            ),
        ]

    def __str__(self):
        version = f", versión {self.version}" if self.version > 1 else ""
        return f"Informe del {self.semestre.nombre}{version}"

    def get_absolute_url(self):
        return direccion("comite:informe", str(self.semestre))

    @property
    def semestre(self):
        return Semestre(self.vigencia, self.numero)

    @property
    def publicado(self):
        return self.estado == self.Estado.PUBLICADO


class ArchivoDeInforme(Demostrable):
    """One file made from the frozen object, written once, with its own print."""

    class Formato(models.TextChoices):
        PDF = "pdf", "PDF accesible"
        XLSX = "xlsx", "Excel (XLSX)"
        ODS = "ods", "Hoja de cálculo (ODS)"
        CSV = "csv", "Datos (CSV)"
        JSON = "json", "Datos (JSON)"

    informe = models.ForeignKey(Informe, models.PROTECT, related_name="archivos", verbose_name="informe")
    formato = models.CharField("formato", max_length=5, choices=Formato)
    ruta = models.CharField("ruta", max_length=300)
    tamano = models.PositiveBigIntegerField("tamaño en bytes")
    huella = models.CharField("huella SHA-256", max_length=64)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "archivo de informe"
        verbose_name_plural = "archivos de informe"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["informe", "formato"], name="un_archivo_por_formato_de_informe"
            ),
        ]

    def __str__(self):
        return f"{self.informe} ({self.get_formato_display()})"


class ObservacionDeFila(ConVersion):
    """What Control Interno says of one row of the report («accion:conectividad»)."""

    informe = models.ForeignKey(Informe, models.CASCADE, related_name="observaciones")
    fila = models.CharField("fila", max_length=120)
    texto = models.TextField("observación")

    history = HistoricalRecords()

    class Meta:
        verbose_name = "observación de fila"
        verbose_name_plural = "observaciones de fila"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["informe", "fila"], name="una_observacion_por_fila"),
        ]

    def __str__(self):
        return self.fila


class Hallazgo(ConVersion):
    """A finding of the report and the action that will mend it."""

    class Estado(models.TextChoices):
        ABIERTO = "abierto", "Abierto"
        EN_CURSO = "en_curso", "En curso"
        CERRADO = "cerrado", "Cerrado"

    informe = models.ForeignKey(Informe, models.CASCADE, related_name="hallazgos")
    orden = models.PositiveSmallIntegerField("orden", default=1)
    descripcion = models.TextField("hallazgo")
    accion_de_mejora = models.TextField("acción de mejora")
    responsable = models.CharField("responsable", max_length=200)
    compromiso_el = models.DateField("fecha de compromiso", null=True, blank=True)
    estado = models.CharField("estado", max_length=10, choices=Estado, default=Estado.ABIERTO)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "hallazgo"
        verbose_name_plural = "hallazgos"
        ordering = ["orden", "pk"]

    def __str__(self):
        return self.descripcion[:80]
