"""Indicators that cannot be followed yet, and lines of the plan without programming."""

from fases.administracion import direccion
from fases.autodiagnostico import Hecho

from .models import Indicador, LineaDeAccion


def indicadores_incompletos():
    filas = Indicador.objects.select_related("accion", "proyecto").prefetch_related("metas")
    return [_indicador(fila) for fila in filas]


def _indicador(indicador):
    faltan = [
        nombre
        for nombre, esta in (
            ("meta adoptada", bool(indicador.metas.all())),
            ("dependencia que reporta", indicador.encargada_id is not None),
            ("frecuencia", bool(indicador.frecuencia)),
            ("fecha desde la que se reporta", indicador.exigible_desde is not None),
        )
        if not esta
    ]
    return Hecho(
        nombre=f"{indicador.nombre} ({indicador.de})",
        bien=not faltan,
        detalle=f"Falta: {', '.join(faltan)}" if faltan else "Completo",
        fuente=indicador.fuente,
        direccion=direccion(Indicador, "change", indicador.pk),
    )


def lineas_sin_programacion():
    return [
        Hecho(
            nombre=linea.texto,
            bien=bool(linea.acciones.all()),
            detalle="Programada"
            if linea.acciones.all()
            else "Sin programación: el Comité puede programarla",
            fuente=linea.fuente,
            direccion=direccion(LineaDeAccion, "change", linea.pk),
        )
        for linea in LineaDeAccion.objects.prefetch_related("acciones")
    ]
