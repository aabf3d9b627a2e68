"""The adopted plan as one document: every paragraph, table and signature, in its order and its words."""

from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Subquery

from fases.models import Fase

from .models import Accion, Firmante, LineaDeAccion, Norma, Parrafo, Plan, Proyecto
from .models.programable import Programable

APARTADO_DE_LOS_PLAZOS = "marco-legal"
ULTIMO_ANTES_DE_LOS_PLAZOS = "considerando"


@dataclass(frozen=True)
class Pasaje:
    """A paragraph with its anchor. ``siguen_los_plazos``: the table of deadlines stands after it."""

    parrafo: Parrafo
    ancla: str
    siguen_los_plazos: bool

    @property
    def linea(self):
        """The line of the frame of action that this paragraph is, or None."""
        return getattr(self.parrafo, "linea", None)


@dataclass(frozen=True)
class Apartado:
    slug: str
    titulo: str
    subtitulo: str
    columnas: tuple[str, ...]
    pasajes: tuple[Pasaje, ...]


@dataclass(frozen=True)
class Documento:
    plan: Plan
    apartados: tuple[Apartado, ...]
    fases: list
    proyectos: list
    acciones: list
    firmantes: list
    normas: list


def documento_del_plan():
    """The document, or None while no plan has been loaded. Eight queries."""
    plan = Plan.objects.filter(pk=Plan.UNICO).first()
    if plan is None:
        return None
    parrafos = list(Parrafo.objects.prefetch_related(Prefetch("normas", Norma.objects.order_by("orden"))))
    _enlazar_lineas(parrafos)
    normas = {norma.pk: norma for parrafo in parrafos for norma in parrafo.normas.all()}
    return Documento(
        plan=plan,
        apartados=tuple(_apartado(plan, datos, parrafos) for datos in plan.apartados),
        fases=list(Fase.objects.all()),
        proyectos=list(_del_plan(Proyecto).select_related("eje", "linea")),
        acciones=list(_del_plan(Accion)),
        firmantes=list(Firmante.objects.all()),
        normas=sorted(normas.values(), key=lambda norma: norma.orden),
    )


def _del_plan(modelo):
    return modelo.objects.filter(origen=Programable.Origen.PLAN).defer("busqueda")


def _enlazar_lineas(parrafos):
    """Give each paragraph that is a line of the frame of action its line, with what was programmed."""
    primera = Accion.objects.filter(linea=OuterRef("pk")).order_by("orden", "pk")
    lineas = LineaDeAccion.objects.annotate(
        acciones_programadas=Count("acciones"),
        primera_slug=Subquery(primera.values("slug")[:1]),
        primera_titulo=Subquery(primera.values("titulo")[:1]),
    )
    por_texto = {linea.texto: linea for linea in lineas}
    for parrafo in parrafos:
        if parrafo.clase == "linea":
            parrafo.linea = por_texto.get(parrafo.texto)


def _apartado(plan, datos, parrafos):
    suyos = [parrafo for parrafo in parrafos if parrafo.apartado == datos["slug"]]
    return Apartado(
        slug=datos["slug"],
        titulo=datos["titulo"],
        subtitulo=datos["subtitulo"],
        columnas=tuple(plan.columnas.get(datos["slug"], ())),
        pasajes=tuple(_pasajes(datos["slug"], suyos)),
    )


def _pasajes(slug, parrafos):
    """The deadlines belong to the last considerando: their table follows it."""
    antes = [p for p in parrafos if p.clase == ULTIMO_ANTES_DE_LOS_PLAZOS]
    ultimo = antes[-1] if antes and slug == APARTADO_DE_LOS_PLAZOS else None
    for numero, parrafo in enumerate(parrafos, start=1):
        yield Pasaje(parrafo, f"{slug}-{numero}", parrafo is ultimo)
