"""Loading of the phases and their criteria from the files of the plan."""

from .accion import accion
from .archivo_criterios import leer
from .models import Criterio, Fase
from .sincronizar import poner, quitar_los_demas


@accion
def cargar_fases(*, fases, por):
    """Bring the phases to what the plan's file says. ``fases``: FaseArchivo objects."""
    filas = []
    for fase in fases:
        valores = {
            "slug": fase.slug,
            "nombre": fase.nombre,
            "titulo": fase.titulo,
            "resumen": fase.resumen,
            "resumen_fuente": fase.resumen_fuente,
            "plazo_nacional": fase.plazo_nacional,
            "plazo_nacional_texto": fase.plazo_nacional_texto,
            "plazo_territorial": fase.plazo_territorial,
            "plazo_territorial_texto": fase.plazo_territorial_texto,
            "fuente": fase.fuente,
        }
        filas.append(poner(Fase, {"numero": fase.numero}, valores))
    quitar_los_demas(Fase.objects.all(), filas)
    return filas


@accion
def cargar_criterios(*, ruta, por):
    """Bring the criteria to what the researched file says, each with its provenance."""
    fases = {fase.slug: fase for fase in Fase.objects.all()}
    filas = []
    for criterio in leer(ruta):
        if criterio.fase not in fases:
            continue  # a plan may adopt fewer phases than the file researched
        valores = {
            "fase": fases[criterio.fase],
            "slug": criterio.slug,
            "orden": criterio.orden,
            "grupo": criterio.grupo,
            "nombre": criterio.nombre,
            "descripcion": criterio.descripcion,
            "tipo": criterio.tipo,
            "frecuencia": criterio.frecuencia or "",
            "frecuencia_fuente": criterio.frecuencia_de or "",
            "base": criterio.base,
            "exigido": criterio.exigido,
            "nombrado_en_el_plan": criterio.nombrado_en_el_plan,
            "normas": [{"norma": n.norma, "desde": n.desde} for n in criterio.exigencia_leida],
            "confianza": criterio.confianza,
            "confianza_de": criterio.confianza_de,
            "verificado": criterio.verificado or "",
            "fuente": criterio.fuente,
            "fuentes_url": list(criterio.fuentes_url),
        }
        filas.append(poner(Criterio, {"codigo": criterio.codigo}, valores))
    quitar_los_demas(Criterio.objects.all(), filas)
    return filas
