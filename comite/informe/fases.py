"""The sections by phase: the same summary that the public pages show, as it stood at the cut-off."""

from django.utils import timezone

from fases.estado import Estado
from fases.resumen import resumir_fases

from .objeto import SeccionDeFase


def secciones(momento):
    """One section for each phase, in order."""
    return tuple(_seccion(r) for r in resumir_fases(timezone.localdate(momento), momento))


def _seccion(resumen):
    fase, estado = resumen.fase, resumen.estado
    return SeccionDeFase(
        numero=fase.numero,
        slug=fase.slug,
        nombre=fase.titulo,
        plazo_nacional=fase.plazo_nacional,
        plazo_nacional_texto=fase.plazo_nacional_texto,
        plazo_territorial=fase.plazo_territorial,
        plazo_territorial_texto=fase.plazo_territorial_texto,
        exigidos=estado.exigidos,
        con_evidencia=estado.cumplidos,
        en_parte=sum(c.estado is Estado.AVANCE for c in resumen.exigidos),
        buenas_practicas=len(resumen.buenas_practicas),
        estado=estado.estado.value,
        palabra=estado.palabra,
        cumplida_el=estado.cumplida_el,
        dias=estado.dias_de_diferencia,
        puntualidad=estado.puntualidad,
        revisada_el=resumen.revisada_el,
        observacion=resumen.observacion,
        demostracion=resumen.demostracion,
    )
