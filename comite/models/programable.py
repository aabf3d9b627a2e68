from django.db import models

from fases.models import Demostrable


class Programable(Demostrable):
    """A project or an action: written in the adopted plan, or programmed later by the committee.

    What the plan wrote is never edited. What the committee programmes names the minute that did it.
    """

    class Origen(models.TextChoices):
        PLAN = "plan", "Plan de Acción"
        COMITE = "comite", "Programado por el Comité"

    slug = models.SlugField("identificador", max_length=80, unique=True)
    orden = models.PositiveIntegerField("orden", default=0)
    origen = models.CharField(
        "origen", max_length=10, choices=Origen, default=Origen.COMITE, editable=False
    )
    acta = models.CharField(
        "acta que la programa", max_length=120, blank=True, help_text="Por ejemplo «Acta 4 de 2026»."
    )
    acta_el = models.DateField("fecha del acta", null=True, blank=True)
    fuente = models.CharField("fuente", max_length=300)

    class Meta:
        abstract = True

    @property
    def es_del_plan(self):
        return self.origen == self.Origen.PLAN
