"""How the report says numbers, dates and rows in Spanish: one way for page, PDF and sheets."""

from comite.models.accion import Frecuencia
from comite.umbrales import SIN_META, SIN_META_EN_CIFRAS
from fases.texto import MESES, fecha_larga, numero

SIN_DATO = "por confirmar"
UNIDADES = {"porcentaje": "Porcentaje", "numero": "Número", "tasa": "Tasa"}
CLASES = {"accion": "Acción", "proyecto": "Proyecto"}
CAMPOS_DE_CONTEO = (
    ("indicadores", "Indicadores"),
    ("cumplen", "Cumplen"),
    ("en_avance", "En avance"),
    ("no_cumplen", "No cumplen"),
    ("sin_meta", "Sin meta"),
    ("sin_evaluar", "Sin evaluar"),
    ("reportes_esperados", "Reportes esperados"),
    ("reportes_recibidos", "Reportes recibidos"),
    ("reportes_a_tiempo", "Reportes a tiempo"),
)


def fecha(dia):
    """«20 de julio de 2026», or «por confirmar»."""
    return fecha_larga(dia) or SIN_DATO


def instante(momento):
    """«20 de julio de 2026, 10:05 (hora de Colombia)»."""
    return f"{fecha(momento)}, {momento:%H:%M} (hora de Colombia)" if momento else SIN_DATO


def cifra(valor, unidad=""):
    """«1.234,5 %»: comma for decimals, point for thousands; «sin dato» when there is none."""
    return "sin dato" if valor is None else numero(valor, unidad)


def logrado(fila):
    """«64 % en junio de 2026»."""
    if fila.logrado is not None:
        return f"{cifra(fila.logrado, fila.unidad)} en {_con_articulo(fila.logrado_en)}"
    if fila.sin_movimiento:
        return "Sin movimiento declarado"
    return "Sin reporte en el semestre" if fila.esperados else "No se esperaba reporte"


def _con_articulo(periodo):
    """«junio de 2026», but «el primer semestre de 2026»."""
    return periodo if periodo.split()[0] in MESES else f"el {periodo}"


def meta(fila):
    """The goal adopted with its minute, or what the plan says instead."""
    if fila.meta is not None:
        return f"{cifra(fila.meta, fila.unidad)} ({fila.meta_acta})"
    return SIN_META_EN_CIFRAS if fila.meta_del_plan not in ("", "-") else SIN_META


def linea_base(fila):
    if fila.linea_base is None:
        return SIN_DATO
    return f"{cifra(fila.linea_base, fila.unidad)} ({fila.linea_base_fuente})"


def programado(fila):
    """What the semester asked for: the reports expected, and the goal when there is one."""
    reportes = f"{fila.esperados} {'reporte' if fila.esperados == 1 else 'reportes'}"
    if not fila.esperados:
        reportes = "Sin reportes programados"
    return reportes if fila.meta is None else f"{cifra(fila.meta, fila.unidad)} y {reportes.lower()}"


def ciclos(fila):
    """«5 de 6»."""
    return f"{fila.recibidos} de {fila.esperados}" if fila.esperados else "No aplica"


def porcentaje(estado):
    return cifra(estado.porcentaje, "porcentaje") if estado.porcentaje is not None else "No se calcula"


def responsable(fila):
    partes = [parte for parte in (fila.responsable, fila.encargada) if parte]
    return " · ".join(dict.fromkeys(partes)) or SIN_DATO


def frecuencia(fila):
    """How often it is reported, and how the plan says it."""
    etiqueta = dict(Frecuencia.choices).get(fila.frecuencia, "")
    plan = f"«{fila.frecuencia_del_plan}» en el plan" if fila.frecuencia_del_plan else ""
    return ", ".join(parte for parte in (str(etiqueta), plan) if parte) or SIN_DATO


def pares_de_conteo(conteo, anterior=None):
    """The summary as rows (label, now, before or None)."""
    return [
        (titulo, getattr(conteo, campo), getattr(anterior, campo) if anterior else None)
        for campo, titulo in CAMPOS_DE_CONTEO
    ]
