"""The texts with which a new draft begins, for Control Interno to adapt, and those it cannot omit."""

from .palabras import fecha

OBLIGATORIOS = {
    "objetivo": "el objetivo",
    "alcance": "el alcance",
    "metodologia": "la metodología",
    "conclusiones": "las conclusiones",
}


def iniciales(semestre):
    """Texts for the report of ``semestre``. Conclusions are never proposed: they are a judgement."""
    periodo = f"{fecha(semestre.desde)} y el {fecha(semestre.hasta)}"
    return {
        "introduccion": "Las acciones del Plan de Acción de Gobierno en Línea son objeto de seguimiento "
        "y evaluación por la Oficina de Control Interno. Cada semestre se presentan y publican para "
        "conocimiento de la comunidad.",
        "objetivo": "Verificar el avance de las acciones y proyectos del Plan de Acción de Gobierno en "
        f"Línea del municipio en el {semestre.nombre}.",
        "alcance": "Comprende los indicadores de las acciones y proyectos del plan y las cinco fases, "
        f"con los periodos que terminaron entre el {periodo}.",
        "metodologia": "Se revisaron las mediciones registradas en el portal con su evidencia, las metas "
        "adoptadas por el Comité y la evidencia de los criterios exigidos, tal como estaban en la fecha "
        "de corte. El logro es el último valor reportado en el semestre.",
    }


def faltantes(informe):
    """Names of the obligatory texts that are still empty."""
    return [nombre for campo, nombre in OBLIGATORIOS.items() if not getattr(informe, campo).strip()]
