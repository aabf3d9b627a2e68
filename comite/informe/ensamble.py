"""From the rows of the database to the frozen object."""

from django.conf import settings
from django.utils import timezone

from comite.models import Informe, Norma, Parrafo
from comite.umbrales import AVANCE, CUMPLE, INCUMPLE, REGLAS
from fases.informacion.models import Entidad

from .cambios import cambios_de
from .canonico import leer
from .fases import secciones
from .filas import filas_de
from .fuentes import Fuentes
from .objeto import (
    Anterior,
    Conteo,
    Encabezado,
    HallazgoCongelado,
    InformeCongelado,
    NormaCitada,
    Textos,
)

CLAUSULA = "semestralmente se presentaran"


def ensamblar(informe):
    """The report as it would be published now, with the data known at its cut-off.

    Some twenty queries, whatever the size of the plan. Nothing is written.
    """
    fuentes = Fuentes(informe)
    observaciones = dict(informe.observaciones.values_list("fila", "texto"))
    anterior, anteriores = _anterior(informe)
    filas = filas_de(fuentes, observaciones, anteriores)
    return InformeCongelado(
        encabezado=_encabezado(informe, filas),
        textos=_textos(informe),
        clausula=_clausula(),
        marco_legal=tuple(NormaCitada(n.nombre, n.nota) for n in Norma.objects.order_by("orden")),
        reglas=REGLAS,
        conteo=_contar(fuentes, filas),
        anterior=anterior,
        filas=filas,
        fases=secciones(fuentes.momento),
        cambios=cambios_de(fuentes),
        hallazgos=_hallazgos(informe),
    )


def _encabezado(informe, filas):
    entidad = Entidad.actual()
    semestre = informe.semestre
    firmante = informe.firmado_por
    return Encabezado(
        codigo=f"GEL-T-{semestre}",
        version=informe.version,
        entidad=entidad.nombre,
        nit=entidad.nit,
        sitio=settings.SITE_URL or entidad.sitio.rstrip("/"),
        semestre=str(semestre),
        periodo=semestre.nombre,
        desde=semestre.desde,
        hasta=semestre.hasta,
        corte_el=informe.corte_el,
        elaborado_por=informe.elaborado_por.nombre_publico,
        elaborado_el=timezone.localdate(informe.abierto_en),
        firmado_por=firmante.nombre_publico if firmante else "",
        firmado_cargo=firmante.cargo if firmante else "",
        publicado_en=timezone.localtime(informe.publicado_en) if informe.publicado_en else None,
        reemplaza=informe.reemplaza.version if informe.reemplaza else None,
        reemplaza_huella=informe.reemplaza.huella if informe.reemplaza else "",
        motivo=informe.motivo,
        demostracion=informe.demostracion or any(fila.demostracion for fila in filas),
    )


def _textos(informe):
    lineas = (linea.strip() for linea in informe.recomendaciones.splitlines())
    return Textos(
        introduccion=informe.introduccion.strip(),
        objetivo=informe.objetivo.strip(),
        alcance=informe.alcance.strip(),
        metodologia=informe.metodologia.strip(),
        conclusiones=informe.conclusiones.strip(),
        recomendaciones=tuple(linea for linea in lineas if linea),
    )


def _clausula():
    """The sentence of the plan that orders this report, word for word."""
    parrafo = Parrafo.objects.filter(texto__contains=CLAUSULA).first()
    return parrafo.texto if parrafo else ""


def _contar(fuentes, filas):
    con_meta = [fila for fila in filas if fila.meta is not None]
    codigos = [fila.estado.codigo for fila in con_meta]
    juzgados = {codigo: codigos.count(codigo) for codigo in (CUMPLE, AVANCE, INCUMPLE)}
    return Conteo(
        acciones=len(fuentes.acciones),
        proyectos=len(fuentes.proyectos),
        indicadores=len(filas),
        cumplen=juzgados[CUMPLE],
        en_avance=juzgados[AVANCE],
        no_cumplen=juzgados[INCUMPLE],
        sin_meta=len(filas) - len(con_meta),
        sin_evaluar=len(con_meta) - sum(juzgados.values()),
        reportes_esperados=sum(fila.esperados for fila in filas),
        reportes_recibidos=sum(fila.recibidos for fila in filas),
        reportes_a_tiempo=sum(fila.a_tiempo for fila in filas),
    )


def _anterior(informe):
    """The published report of the semester before, and the word of each of its rows."""
    previos = Informe.objects.publicados().del_semestre(informe.semestre.anterior)
    if informe.publicado_en:
        previos = previos.filter(publicado_en__lte=informe.publicado_en)
    previo = previos.order_by("-version").first()
    if previo is None:
        return None, {}
    congelado = leer(previo.contenido)
    anterior = Anterior(str(previo.semestre), previo.version, previo.huella, congelado.conteo)
    return anterior, {fila.clave: fila.estado.palabra for fila in congelado.filas}


def _hallazgos(informe):
    return tuple(
        HallazgoCongelado(
            descripcion=h.descripcion,
            accion_de_mejora=h.accion_de_mejora,
            responsable=h.responsable,
            compromiso_el=h.compromiso_el,
            estado=h.get_estado_display(),
        )
        for h in informe.hallazgos.order_by("orden", "pk")
    )
