from django.core.validators import URLValidator
from django.db import models
from simple_history.models import HistoricalRecords

from fases.models import ConVersion

SOLO_HTTPS = URLValidator(schemes=["https"], message="Escriba una dirección que empiece con https://")


class Entidad(ConVersion):
    """The municipality's own data, one row. What is unknown stays empty and reads «por confirmar»."""

    UNICA = 1

    id = models.PositiveSmallIntegerField(primary_key=True, default=UNICA, editable=False)
    nombre = models.CharField("nombre", max_length=200)
    nombre_corto = models.CharField("nombre corto", max_length=80)
    departamento = models.CharField("departamento", max_length=80, blank=True)
    membrete = models.TextField("membrete", blank=True, help_text="Una línea por renglón.")
    nit = models.CharField("NIT", max_length=40, blank=True)
    codigo_dane = models.CharField("código DANE", max_length=10, blank=True)
    direccion = models.CharField("dirección", max_length=200, blank=True)
    codigo_postal = models.CharField("código postal", max_length=20, blank=True)
    horario = models.CharField("horario de atención", max_length=200, blank=True)
    telefono = models.CharField("conmutador", max_length=40, blank=True)
    linea_gratuita = models.CharField("línea gratuita", max_length=40, blank=True)
    linea_anticorrupcion = models.CharField("línea anticorrupción", max_length=40, blank=True)
    correo = models.EmailField("correo institucional", blank=True)
    correo_judicial = models.EmailField("correo de notificaciones judiciales", blank=True)
    sitio = models.URLField("dirección del sitio", blank=True, validators=[SOLO_HTTPS])
    govco = models.URLField("enlace a GOV.CO", default="https://www.gov.co/", validators=[SOLO_HTTPS])
    facebook = models.URLField("Facebook", blank=True, validators=[SOLO_HTTPS])
    instagram = models.URLField("Instagram", blank=True, validators=[SOLO_HTTPS])
    x = models.URLField("X", blank=True, validators=[SOLO_HTTPS])
    logo = models.ImageField("logo o escudo oficial", upload_to="entidad/", blank=True)
    fuentes = models.TextField(
        "de dónde salen estos datos", blank=True, help_text="Una línea por dato: «NIT: membrete del plan»."
    )

    history = HistoricalRecords()

    class Meta:
        verbose_name = "entidad"
        verbose_name_plural = "entidad"
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="la_entidad_es_una_sola"),
        ]

    def __str__(self):
        return self.nombre

    @classmethod
    def actual(cls):
        """The row, or an unsaved empty one while nothing has been loaded."""
        return cls.objects.filter(pk=cls.UNICA).first() or cls(
            nombre="Alcaldía Municipal", nombre_corto="Municipio"
        )

    def por_confirmar(self):
        """Verbose names of the data that the municipality has not given yet."""
        opcionales = {"logo", "facebook", "instagram", "x", "membrete", "fuentes"}
        return [
            campo.verbose_name
            for campo in self._meta.concrete_fields
            if campo.blank and campo.name not in opcionales and not getattr(self, campo.name)
        ]
