"""``cargar_plan``: the adopted plan, word for word, from its file to the database."""

import hashlib
from datetime import datetime
from pathlib import Path

from comite.archivo_plan import leer
from comite.models import (
    Accion,
    CriterioDeProyecto,
    Eje,
    FaseDeProyecto,
    Firmante,
    Indicador,
    LineaDeAccion,
    LineaEstrategica,
    Norma,
    Parrafo,
    Plan,
    Proyecto,
    Responsable,
)
from fases.accion import AccionError, accion
from fases.acciones_de_carga import cargar_criterios, cargar_fases
from fases.informacion.acciones_de_carga import cargar_politicas, iniciar_entidad
from fases.models import Criterio, Fase
from fases.sincronizar import poner, quitar_los_demas

PLAN_DE_QUIBDO = Path(__file__).parent.parent / "datos" / "plan_quibdo.json"
CRITERIOS = Path(__file__).parent.parent.parent / "fases" / "datos" / "criterios.json"
DEL_PLAN = {"origen": "plan"}


class CriterioDesconocidoError(AccionError):
    """A project names a criterion that the criteria file does not have."""


@accion
def cargar_plan(*, archivo=PLAN_DE_QUIBDO, por=None, ahora: datetime) -> Plan:
    """Load the plan's file: idempotent, all or nothing.

    Raises ArchivoDePlanError (the file is wrong; the message names the place), EnUsoError (it drops a
    row on which recorded facts depend) or CriterioDesconocidoError. Nothing changes then.
    """
    plan = leer(Path(archivo))
    iniciar_entidad(membrete=list(plan.membrete), por=por)
    cargar_politicas(nombradas={p.slug: p.nombre for p in plan.politicas}, por=por)
    cargar_fases(fases=plan.fases, por=por)
    cargar_criterios(ruta=CRITERIOS, por=por)
    _cargar_texto(plan)
    _cargar_matriz(plan)
    _cargar_marco_operativo(plan)
    return _cargar_portada(plan, hashlib.sha256(Path(archivo).read_bytes()).hexdigest(), ahora)


def _cargar_portada(plan, huella, ahora):
    anterior = Plan.objects.filter(pk=Plan.UNICO).first()
    valores = {
        "codigo": plan.codigo,
        "titulo": plan.titulo,
        "membrete": list(plan.membrete),
        "actores": list(plan.actores),
        "apartados": [
            {"slug": a.slug, "titulo": a.titulo or "", "subtitulo": a.subtitulo or ""}
            for a in plan.apartados
        ],
        "columnas": {a.slug: list(a.columnas) for a in plan.apartados if a.columnas},
        "huella": huella,
        "cargado_en": anterior.cargado_en if anterior and anterior.huella == huella else ahora,
    }
    return poner(Plan, {"pk": Plan.UNICO}, valores)


def _cargar_texto(plan):
    normas = {}
    for orden, norma in enumerate(plan.normas, start=1):
        valores = {
            "orden": orden,
            "nombre": norma.nombre,
            "tipo": norma.tipo,
            "numero": norma.numero or "",
            "anio": norma.anio,
            "nota": norma.nota or "",
            "fuente": norma.fuente or "",
        }
        normas[norma.codigo] = poner(Norma, {"codigo": norma.codigo}, valores)
    _cargar_parrafos(plan, normas)
    quitar_los_demas(Norma.objects.all(), normas.values())
    firmantes = [
        poner(Firmante, {"orden": orden}, {"nombre": f.nombre, "cargo": f.cargo})
        for orden, f in enumerate(plan.firmantes, start=1)
    ]
    quitar_los_demas(Firmante.objects.all(), firmantes)


def _cargar_parrafos(plan, normas):
    filas = []
    for apartado in plan.apartados:
        for parrafo in apartado.parrafos:
            valores = {
                "apartado": apartado.slug,
                "apartado_titulo": apartado.titulo or "",
                "apartado_subtitulo": apartado.subtitulo or "",
                "clase": parrafo.clase,
                "marca": parrafo.marca or "",
                "texto": parrafo.texto,
                "fuente": parrafo.fuente,
            }
            fila = poner(Parrafo, {"orden": len(filas) + 1}, valores)
            _fijar(fila.normas, [normas[codigo] for codigo in parrafo.normas])
            filas.append(fila)
            if parrafo.clase == "linea":
                orden = sum(f.clase == "linea" for f in filas)
                datos = {"orden": orden, "texto": parrafo.texto, "fuente": parrafo.fuente}
                poner(LineaDeAccion, {"codigo": parrafo.codigo}, datos)
    quitar_los_demas(Parrafo.objects.all(), filas)
    codigos = [p.codigo for a in plan.apartados for p in a.parrafos if p.clase == "linea"]
    quitar_los_demas(LineaDeAccion.objects.all(), LineaDeAccion.objects.filter(codigo__in=codigos))


def _cargar_matriz(plan):
    ejes = {e.slug: poner(Eje, {"slug": e.slug}, {"nombre": e.nombre}) for e in plan.ejes}
    lineas = {
        linea.slug: poner(LineaEstrategica, {"slug": linea.slug}, {"nombre": linea.nombre})
        for linea in plan.lineas_estrategicas
    }
    fases = {fase.slug: fase for fase in Fase.objects.all()}
    criterios = {criterio.codigo: criterio for criterio in Criterio.objects.all()}
    filas = []
    for orden, proyecto in enumerate(plan.proyectos, start=1):
        valores = {
            **DEL_PLAN,
            "orden": orden,
            "nombre": proyecto.nombre,
            "eje": ejes[proyecto.eje],
            "linea": lineas[proyecto.linea],
            "meta": proyecto.meta,
            "indicadores_texto": proyecto.indicadores_texto,
            "fases_texto": proyecto.fases_texto,
            "criterios_texto": proyecto.criterios_texto,
            "fuente": proyecto.fuente,
        }
        fila = poner(Proyecto, {"slug": proyecto.slug}, valores)
        _relacionar(fila, proyecto, fases, criterios)
        _cargar_indicadores({"proyecto": fila}, proyecto)
        filas.append(fila)
    quitar_los_demas(Proyecto.objects.filter(**DEL_PLAN), filas)


def _relacionar(fila, proyecto, fases, criterios):
    suyas = [
        poner(FaseDeProyecto, {"proyecto": fila, "fase": fases[f.fase]}, {"nombre": f.nombre})
        for f in proyecto.fases
    ]
    quitar_los_demas(fila.fases.all(), suyas)
    suyos = []
    for dato in proyecto.criterios:
        if dato.criterio not in criterios:
            raise CriterioDesconocidoError(
                f"El proyecto «{fila}» nombra el criterio «{dato.criterio}», que no está en "
                "fases/datos/criterios.json. Corrija el código; no se cambió nada."
            )
        clave = {"proyecto": fila, "criterio": criterios[dato.criterio]}
        suyos.append(poner(CriterioDeProyecto, clave, {"nombre": dato.nombre}))
    quitar_los_demas(fila.criterios.all(), suyos)


def _cargar_marco_operativo(plan):
    lineas = {linea.codigo: linea for linea in LineaDeAccion.objects.all()}
    responsables = {
        r.slug: poner(Responsable, {"slug": r.slug}, {"nombre": r.nombre}) for r in plan.responsables
    }
    filas = []
    for orden, dato in enumerate(plan.acciones, start=1):
        valores = {
            **DEL_PLAN,
            "orden": orden,
            "linea": lineas[dato.linea],
            "titulo": dato.titulo,
            "texto": dato.texto,
            "beneficio": dato.beneficio,
            "indicador_texto": dato.indicador_texto,
            "metas": dato.metas,
            "actividades": dato.actividades,
            "responsables_texto": dato.responsables_texto,
            "recursos": dato.recursos,
            "frecuencia_texto": dato.frecuencia_texto,
            "frecuencia": dato.frecuencia,
            "fuente": dato.fuente,
        }
        fila = poner(Accion, {"slug": dato.slug}, valores)
        _fijar(fila.responsables, [responsables[slug] for slug in dato.responsables])
        _cargar_indicadores({"accion": fila}, dato, frecuencia=dato.frecuencia)
        filas.append(fila)
    quitar_los_demas(Accion.objects.filter(**DEL_PLAN), filas)


def _cargar_indicadores(duenio, dato, frecuencia=""):
    """The words and unit follow the file; office, rhythm and base line belong to the committee."""
    filas = []
    for orden, indicador in enumerate(dato.indicadores, start=1):
        clave = {"slug": indicador.slug}
        valores = {
            **duenio,
            "orden": orden,
            "nombre": indicador.nombre,
            "unidad": indicador.unidad,
            "sentido": indicador.sentido,
            "fuente": indicador.fuente,
        }
        if not Indicador.objects.filter(**clave).exists():
            valores["frecuencia"] = frecuencia
        filas.append(poner(Indicador, clave, valores))
    quitar_los_demas(Indicador.objects.filter(**duenio), filas)


def _fijar(relacion, filas):
    """Set a many-to-many relation without writing when it is already so."""
    if set(relacion.values_list("pk", flat=True)) != {fila.pk for fila in filas}:
        relacion.set(filas)
