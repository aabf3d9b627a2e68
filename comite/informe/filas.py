"""One row of the report for each indicator, and for what has none yet."""

from django.utils import timezone

from comite.models import Accion
from comite.periodos import esperados
from comite.umbrales import (
    INCUMPLE,
    PALABRAS,
    SIN_EVALUAR,
    SIN_META,
    SIN_META_EN_CIFRAS,
    Estado,
    juzgar,
)

from .objeto import Fila, MedicionCongelada

SIN_MOVIMIENTO = "Sin movimiento declarado"
SIN_INDICADOR = "Sin indicador"


def filas_de(fuentes, observaciones, anteriores):
    """Rows of all actions, then of all projects.

    ``observaciones`` is text by row key; ``anteriores`` the word of its state one semester before.
    """
    return tuple(
        _fila(fuentes, de, indicador, observaciones, anteriores)
        for de in (*fuentes.acciones, *fuentes.proyectos)
        for indicador in (fuentes.indicadores_de(de) or [None])
    )


def clave_de_todo(de):
    """What is said of the whole action or project is read at its first row."""
    return f"{_clase(de)}:{de.slug}"


def clave_de(de, indicador):
    """How observations name the row: «indicador:conectividad», or «proyecto:kidsmar» without one."""
    if indicador:
        return f"indicador:{indicador.slug}"
    return clave_de_todo(de)


def _fila(fuentes, de, indicador, observaciones, anteriores):
    clave = clave_de(de, indicador)
    return Fila(
        clave=clave,
        **_de_que(de),
        **(_de_indicador(fuentes, de, indicador) if indicador else _sin_indicador(de)),
        estado_anterior=anteriores.get(clave, ""),
        observacion=_observacion(fuentes, de, indicador, observaciones),
    )


def _observacion(fuentes, de, indicador, observaciones):
    primera = not indicador or fuentes.indicadores_de(de)[0] is indicador
    claves = dict.fromkeys([clave_de_todo(de)] * primera + [clave_de(de, indicador)])
    return "\n".join(observaciones[clave] for clave in claves if clave in observaciones)


def _de_que(de):
    """The action or project, with the words of the plan."""
    es_accion = isinstance(de, Accion)
    return {
        "clase": _clase(de),
        "slug": de.slug,
        "nombre": de.titulo if es_accion else de.nombre,
        "texto": de.texto if es_accion else de.meta,
        "fuente": de.fuente,
        "meta_del_plan": (de.metas if es_accion else de.meta).strip(),
        "responsable": de.responsables_texto if es_accion else "",
        "frecuencia_del_plan": de.frecuencia_texto if es_accion else "",
    }


def _de_indicador(fuentes, de, indicador):
    meta = fuentes.meta_de(indicador)
    mediciones = fuentes.mediciones_de(indicador)
    ultima = next((m for m in reversed(mediciones) if m.valor is not None), None)
    ciclos = _ciclos(fuentes, indicador, mediciones)
    return {
        "indicador": indicador.nombre,
        "unidad": indicador.unidad,
        "sentido": indicador.sentido,
        "linea_base": indicador.linea_base,
        "linea_base_fuente": indicador.linea_base_fuente,
        "meta": meta.valor if meta else None,
        "meta_acta": meta.acta if meta else "",
        "meta_adoptada_el": meta.adoptada_el if meta else None,
        "logrado": ultima.valor if ultima else None,
        "logrado_en": ultima.periodo.nombre if ultima else "",
        "estado": _estado(de, indicador, meta, ultima, ciclos),
        "encargada": fuentes.dependencias.get(indicador.encargada_id, ""),
        **ciclos,
        "mediciones": tuple(_congelar(m) for m in mediciones),
        "demostracion": _inventado(de, indicador, meta, mediciones),
    }


def _ciclos(fuentes, indicador, mediciones):
    desde = indicador.exigible_desde
    semestre = fuentes.semestre
    # Nothing is owed before the day from which the committee asked for reports.
    programados = (
        esperados(indicador.frecuencia, max(desde, semestre.desde), semestre.hasta) if desde else []
    )
    reportados = {m.periodo_desde for m in mediciones}
    return {
        "frecuencia": indicador.frecuencia,
        "esperados": len(programados),
        "recibidos": sum(p.desde in reportados for p in programados),
        "a_tiempo": sum(_a_tiempo(fuentes, indicador, p) for p in programados),
        "sin_movimiento": sum(m.sin_movimiento for m in mediciones),
    }


def _a_tiempo(fuentes, indicador, periodo):
    en = fuentes.registros.get((indicador.pk, periodo.desde))
    return bool(en) and timezone.localdate(en) <= periodo.vence_el(indicador.plazo_dias)


def _estado(de, indicador, meta, ultima, ciclos):
    sin_meta = SIN_META if isinstance(de, Accion) else SIN_META_EN_CIFRAS
    if meta and not ultima and ciclos["sin_movimiento"]:
        return Estado(SIN_EVALUAR, SIN_MOVIMIENTO)
    if meta and not ultima and ciclos["esperados"]:
        return Estado(INCUMPLE, PALABRAS[INCUMPLE])
    return juzgar(
        ultima.valor if ultima else None, meta.valor if meta else None, indicador.sentido, sin_meta
    )


def _sin_indicador(de):
    """A row that says that nothing is measured yet, instead of leaving the action out."""
    return {
        "indicador": SIN_INDICADOR,
        "unidad": "",
        "sentido": "",
        "linea_base": None,
        "linea_base_fuente": "",
        "meta": None,
        "meta_acta": "",
        "meta_adoptada_el": None,
        "logrado": None,
        "logrado_en": "",
        "estado": juzgar(None, None, sin_meta=SIN_META if isinstance(de, Accion) else SIN_META_EN_CIFRAS),
        "encargada": "",
        "frecuencia": getattr(de, "frecuencia", ""),
        "esperados": 0,
        "recibidos": 0,
        "a_tiempo": 0,
        "sin_movimiento": 0,
        "mediciones": (),
        "demostracion": de.demostracion,
    }


def _congelar(medicion):
    soporte = medicion.soporte
    return MedicionCongelada(
        periodo=medicion.periodo.codigo,
        periodo_nombre=medicion.periodo.nombre,
        valor=medicion.valor,
        numerador=medicion.numerador,
        denominador=medicion.denominador,
        sin_movimiento=medicion.sin_movimiento,
        nota=medicion.nota,
        motivo_de_la_correccion=medicion.motivo,
        evidencia=soporte.nombre if soporte else "",
        evidencia_direccion=f"/plan/soportes/{soporte.clave}/" if soporte else medicion.enlace,
        evidencia_huella=soporte.huella if soporte else "",
        registrada_por=medicion.registrada_por.nombre_publico,
        registrada_en=timezone.localtime(medicion.registrada_en),
        demostracion=medicion.demostracion,
    )


def _inventado(de, indicador, meta, mediciones):
    return any(fila.demostracion for fila in (de, indicador, *([meta] if meta else []), *mediciones))


def _clase(de):
    return "accion" if isinstance(de, Accion) else "proyecto"
