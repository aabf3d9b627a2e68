"""What changed in the plan during the semester: goals adopted, actions programmed, texts edited."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from comite.models import Accion, Indicador, Proyecto

from .objeto import Cambio
from .palabras import cifra, fecha
from .pasado import campos_escritos

EL_SISTEMA = "El portal"
VACIO = "(vacío)"
CLASES = {
    Accion: "Acción modificada",
    Proyecto: "Proyecto modificado",
    Indicador: "Indicador modificado",
}


def cambios_de(fuentes):
    """Oldest first; only what was known at the cut-off."""
    todos = [*_metas(fuentes), *_programados(fuentes), *_ediciones(fuentes)]
    return tuple(sorted(todos, key=lambda c: (c.fecha, c.clase, c.de, c.campo)))


def _metas(fuentes):
    indicadores = {i.pk: i for grupo in fuentes.indicadores.values() for i in grupo}
    for pk, metas in fuentes.metas.items():
        if pk not in indicadores:
            continue
        anterior = ""
        for meta in sorted(metas, key=lambda m: (m.adoptada_el, m.pk)):
            valor = cifra(meta.valor, indicadores[pk].unidad)
            if meta.adoptada_el in fuentes.semestre:
                yield _meta(meta, indicadores[pk], anterior, valor)
            anterior = valor


def _meta(meta, indicador, anterior, valor):
    return Cambio(
        fecha=meta.adoptada_el,
        clase="Meta adoptada",
        de=indicador.nombre,
        campo="Meta",
        antes=anterior or "Sin meta",
        despues=f"{valor}, desde el {fecha(meta.rige_desde)}",
        acto=". ".join(parte for parte in (meta.acta, meta.motivo) if parte),
        por=meta.registrada_por.nombre_publico,
        demostracion=meta.demostracion,
    )


def _programados(fuentes):
    for fila in (*fuentes.acciones, *fuentes.proyectos):
        if not fila.es_del_plan and fila.acta_el and fila.acta_el in fuentes.semestre:
            es_accion = isinstance(fila, Accion)
            yield Cambio(
                fecha=fila.acta_el,
                clase="Acción programada" if es_accion else "Proyecto programado",
                de=str(fila),
                campo="",
                antes="",
                despues=fila.texto if es_accion else fila.meta,
                acto=fila.acta,
                por="Comité GEL-T",
                demostracion=fila.demostracion,
            )


def _ediciones(fuentes):
    desde = _primer_instante(fuentes.semestre.desde)
    hasta = _primer_instante(fuentes.semestre.hasta + timedelta(days=1))
    for modelo, clase in CLASES.items():
        for antes, despues in fuentes.pasado[modelo].ediciones(desde, hasta):
            if despues.history_date <= fuentes.momento:
                yield from _edicion(fuentes, modelo, clase, antes, despues)


def _edicion(fuentes, modelo, clase, antes, despues):
    por = despues.history_user
    for campo in campos_escritos(modelo):
        viejo, nuevo = (getattr(v, campo.attname, None) for v in (antes, despues))
        if viejo == nuevo:
            continue
        yield Cambio(
            fecha=timezone.localdate(despues.history_date),
            clase=clase,
            de=getattr(despues, "titulo", None) or despues.nombre,
            campo=_mayuscula(str(campo.verbose_name)),
            antes=_legible(fuentes, campo, viejo),
            despues=_legible(fuentes, campo, nuevo),
            acto=despues.history_change_reason or "",
            por=por.nombre_publico if por else EL_SISTEMA,
            demostracion=bool(despues.demostracion),
        )


def _legible(fuentes, campo, valor):
    """A stored value in words."""
    if valor in (None, ""):
        return VACIO
    if campo.name == "encargada":
        return fuentes.dependencias.get(valor, VACIO)
    if campo.choices:
        return str(dict(campo.flatchoices).get(valor, valor))
    if isinstance(valor, Decimal):
        return cifra(valor)
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    return fecha(valor) if hasattr(valor, "month") else str(valor)


def _primer_instante(dia):
    return datetime.combine(dia, time.min, tzinfo=timezone.get_default_timezone())


def _mayuscula(texto):
    return texto[:1].upper() + texto[1:]
