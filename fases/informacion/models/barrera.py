from django.db import models
from simple_history.models import HistoricalRecords


class ReporteDeBarrera(models.Model):
    """Somebody could not use a page. Name and mail only if the person wants an answer."""

    pagina = models.CharField("página", max_length=300, blank=True)
    descripcion = models.TextField("qué pasó", max_length=3000)
    nombre = models.CharField("nombre", max_length=120, blank=True)
    correo = models.EmailField("correo", blank=True)
    recibido_en = models.DateTimeField("recibido en")
    atendido_el = models.DateField("atendido el", null=True, blank=True)
    respuesta = models.TextField("qué se hizo", blank=True)

    history = HistoricalRecords()

    class Meta:
        verbose_name = "reporte de barrera"
        verbose_name_plural = "reportes de barreras"
        ordering = ["-recibido_en"]

    def __str__(self):
        return f"Barrera reportada el {self.recibido_en:%d/%m/%Y}"
