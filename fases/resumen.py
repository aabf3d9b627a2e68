"""The phases with their criteria and evidence, as they stand or as they stood: three queries in all.

The public pages and the semester report read the same object, so that they cannot disagree.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from .estado import Estado, EstadoDeFase, estado_de_criterio, estado_de_fase
from .models import Criterio, Evidencia, Fase, RevisionDeFase

TEXTOS_LARGOS = ("descripcion", "verificado", "fuente", "fuentes_url", "frecuencia", "frecuencia_fuente")


@dataclass(frozen=True)
class ResumenDeCriterio:
    """A criterion, its evidence in force (newest first) and what follows from it."""

    criterio: Criterio
    evidencias: tuple[Evidencia, ...]
    estado: Estado
    cumplido_el: date | None

    @property
    def exigido(self):
        return self.criterio.exigido

    @property
    def demostracion(self):
        return any(evidencia.demostracion for evidencia in self.evidencias)


@dataclass(frozen=True)
class ResumenDeFase:
    """A phase with its criteria in order. ``revisada_el``: last review of Control Interno, or None."""

    fase: Fase
    criterios: tuple[ResumenDeCriterio, ...]
    estado: EstadoDeFase
    revisada_el: date | None
    observacion: str
    actualizada_el: date | None
    demostracion: bool

    @property
    def exigidos(self):
        return [criterio for criterio in self.criterios if criterio.exigido]

    @property
    def buenas_practicas(self):
        return [criterio for criterio in self.criterios if not criterio.exigido]

    @property
    def conteo(self):
        """«4 de 29 criterios»: what stands beside every signal of a phase. Only required ones."""
        total = self.estado.exigidos
        return f"{self.estado.cumplidos} de {total} {'criterio' if total == 1 else 'criterios'}"


def resumir_fases(hoy, momento=None, slug=None):
    """The phases in order; of one phase only, with ``slug``.

    ``hoy`` decides whether a deadline is past. ``momento`` (aware) gives the evidence and the reviews
    known by then; absent, those of now.
    """
    fases = list(_fases(momento, slug))
    criterios = defaultdict(list)
    for criterio in Criterio.objects.filter(fase__in=fases).defer(*TEXTOS_LARGOS).order_by("orden"):
        criterios[criterio.fase_id].append(criterio)
    evidencias = defaultdict(list)
    for evidencia in _evidencias(momento).filter(criterio__fase__in=fases):
        evidencias[evidencia.criterio_id].append(evidencia)
    return [_resumir(fase, criterios[fase.pk], evidencias, hoy) for fase in fases]


def fecha_de_cumplimiento(evidencias):
    """Day of the first complete evidence still in force; None without one.

    A withdrawn one does not count, not even for the date: it was withdrawn for a reason.
    """
    dias = [
        timezone.localtime(evidencia.registrada_en).date()
        for evidencia in evidencias
        if evidencia.alcance == Evidencia.Alcance.COMPLETA
    ]
    return min(dias, default=None)


def resumir_criterio(criterio, evidencias, plazo_vencido):
    """``evidencias``: those in force."""
    cumplido_el = fecha_de_cumplimiento(evidencias)
    estado = estado_de_criterio(
        exigido=criterio.exigido,
        completa=cumplido_el is not None,
        parcial=bool(evidencias),
        plazo_vencido=plazo_vencido,
    )
    return ResumenDeCriterio(criterio, tuple(evidencias), estado, cumplido_el)


def _fases(momento, slug):
    revisiones = RevisionDeFase.objects.filter(fase=OuterRef("pk"))
    if momento:
        revisiones = revisiones.filter(registrada_en__lte=momento)
    fases = Fase.objects.annotate(
        **{
            nombre: Subquery(revisiones.values(campo)[:1])
            for nombre, campo in (
                ("ultima_revision", "revisada_el"),
                ("ultima_observacion", "observacion"),
                ("revision_de_demostracion", "demostracion"),
            )
        }
    )
    return fases.filter(slug=slug) if slug else fases


def _evidencias(momento):
    evidencias = Evidencia.objects.select_related("registrada_por")
    return evidencias.al(momento) if momento else evidencias.vigentes()


def _resumir(fase, criterios, evidencias, hoy):
    vencido = hoy > fase.plazo_territorial
    for criterio in criterios:
        criterio.fase = fase
    hechos = tuple(resumir_criterio(c, evidencias[c.pk], vencido) for c in criterios)
    return ResumenDeFase(
        fase=fase,
        criterios=hechos,
        estado=estado_de_fase(
            fechas=[hecho.cumplido_el for hecho in hechos if hecho.exigido],
            plazo=fase.plazo_territorial,
            hoy=hoy,
            revisada=fase.ultima_revision is not None,
        ),
        revisada_el=fase.ultima_revision,
        observacion=fase.ultima_observacion or "",
        actualizada_el=_ultima_novedad(fase, hechos),
        demostracion=bool(fase.revision_de_demostracion) or any(hecho.demostracion for hecho in hechos),
    )


def _ultima_novedad(fase, hechos):
    dias = [timezone.localtime(e.registrada_en).date() for hecho in hechos for e in hecho.evidencias]
    if fase.ultima_revision:
        dias.append(fase.ultima_revision)
    return max(dias, default=None)
