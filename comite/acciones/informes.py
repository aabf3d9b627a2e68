"""The semester report of Control Interno: opened, written, signed and published, never changed after."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils import timezone

from comite.informe.archivos import ArchivoAlteradoError, escribir_todos
from comite.informe.canonico import canonico, huella
from comite.informe.ensamble import ensamblar
from comite.informe.lectura import Lectura, leer_en_palabras
from comite.informe.prensa import PdfNoHechoError
from comite.informe.reglas import (
    ArchivosNoGuardadosError,
    InformeError,
    InformeYaAbiertoError,
    InformeYaPublicadoError,
    MotivoVacioError,
    TextoDesconocidoError,
    exigir_fila,
    revisar_corte,
    revisar_publicable,
    revisar_que_empezo,
    ya_hay,
    ya_publicado,
)
from comite.informe.textos import iniciales
from comite.models import ArchivoDeInforme, Hallazgo, Informe, ObservacionDeFila
from comite.semestre import Semestre
from fases.accion import accion
from fases.roles import CONTROL, exigir_rol

TEXTOS = (
    "introduccion",
    "objetivo",
    "alcance",
    "metodologia",
    "conclusiones",
    "recomendaciones",
)
COPIADOS = ("corte_el", *TEXTOS)


@accion
def abrir_informe(
    *,
    semestre: Semestre,
    por,
    ahora: datetime,
    demostracion: bool = False,
    corte_el: date | None = None,
) -> Informe:
    """The draft of a semester that has begun, with the first texts. Its cut-off: the last day, or later.

    Raises InformeYaAbiertoError if the semester has a report, InformeAntesDeTiempoError otherwise."""
    exigir_rol(por, CONTROL)
    corte_el = corte_el or semestre.hasta
    revisar_que_empezo(semestre, ahora)
    revisar_corte(semestre, corte_el)
    if existente := Informe.objects.del_semestre(semestre).order_by("-version").first():
        raise InformeYaAbiertoError(ya_hay(existente))
    return Informe.objects.create(
        vigencia=semestre.vigencia,
        numero=semestre.numero,
        corte_el=corte_el,
        elaborado_por=por,
        abierto_en=ahora,
        demostracion=demostracion,
        **iniciales(semestre),
    )


@accion
def guardar_textos(
    *, informe: Informe, textos: Mapping[str, str], por, corte_el: date | None = None
) -> Informe:
    """Write some of the texts of a draft, and its cut-off if given."""
    exigir_rol(por, CONTROL)
    borrador = _borrador(informe)
    if desconocidos := set(textos) - set(TEXTOS):
        raise TextoDesconocidoError(f"El informe no tiene estos textos: {', '.join(sorted(desconocidos))}.")
    for campo, texto in textos.items():
        setattr(borrador, campo, texto)
    if corte_el:
        revisar_corte(borrador.semestre, corte_el)
        borrador.corte_el = corte_el
    borrador.save()
    return _reflejar(informe, borrador)


@accion
def observar_fila(*, informe: Informe, fila: str, texto: str, por) -> ObservacionDeFila | None:
    """What Control Interno says of a row: «indicador:…», «accion:…» or «proyecto:…». Empty removes it."""
    exigir_rol(por, CONTROL)
    borrador = _borrador(informe)
    if not texto.strip():
        for observacion in borrador.observaciones.filter(fila=fila):
            observacion.delete()
        return None
    exigir_fila(fila)
    observacion, _ = borrador.observaciones.update_or_create(fila=fila, defaults={"texto": texto.strip()})
    return observacion


@accion
def anotar_hallazgo(
    *,
    informe: Informe,
    descripcion: str,
    accion_de_mejora: str,
    responsable: str,
    por,
    compromiso_el: date | None = None,
    estado: str = Hallazgo.Estado.ABIERTO,
) -> Hallazgo:
    """A finding with the action that will mend it, after those already there."""
    exigir_rol(por, CONTROL)
    borrador = _borrador(informe)
    return borrador.hallazgos.create(
        orden=borrador.hallazgos.count() + 1,
        descripcion=descripcion,
        accion_de_mejora=accion_de_mejora,
        responsable=responsable,
        compromiso_el=compromiso_el,
        estado=estado,
    )


@accion
def guardar_hallazgos(*, informe: Informe, hallazgos: list[Hallazgo], quitados: list[Hallazgo], por):
    """Keep the findings of a draft as its form leaves them. Raises when it was published meanwhile."""
    exigir_rol(por, CONTROL)
    _borrador(informe)
    for hallazgo in hallazgos:
        hallazgo.save()
    for hallazgo in quitados:
        hallazgo.delete()


@accion
def nueva_version(*, informe: Informe, motivo: str, por, ahora: datetime) -> Informe:
    """A draft that will replace a published report, which stays. Texts and observations are copied."""
    exigir_rol(por, CONTROL)
    viejo = Informe.objects.select_for_update(of=("self",)).get(pk=informe.pk)
    if not motivo.strip():
        raise MotivoVacioError("Escriba por qué se hace una versión nueva: se publica con ella.")
    if not viejo.publicado:
        raise InformeError("Este informe es un borrador: corríjalo directamente.")
    ultimo = Informe.objects.del_semestre(viejo.semestre).order_by("-version").first()
    if ultimo.pk != viejo.pk:
        raise InformeYaAbiertoError(ya_hay(ultimo))
    nuevo = Informe.objects.create(
        vigencia=viejo.vigencia,
        numero=viejo.numero,
        version=viejo.version + 1,
        reemplaza=viejo,
        motivo=motivo.strip(),
        elaborado_por=por,
        abierto_en=ahora,
        demostracion=viejo.demostracion,
        **{campo: getattr(viejo, campo) for campo in COPIADOS},
    )
    _copiar_escrito(viejo, nuevo)
    return nuevo


@accion
def publicar_informe(*, informe: Informe, por, ahora: datetime) -> Informe:
    """Sign and publish: assemble, freeze, write the files, and only then the rows that name them.

    The row is locked first, so that of two people at the same time one publishes and the other reads
    InformeYaPublicadoError. Afterwards the database itself refuses to change it."""
    exigir_rol(por, CONTROL)
    borrador = _borrador(informe)
    revisar_publicable(borrador, timezone.localdate(ahora))
    borrador.firmado_por = por
    borrador.publicado_en = ahora.replace(microsecond=0)
    congelado = ensamblar(borrador)
    try:
        archivos = escribir_todos(congelado)
    except (OSError, ArchivoAlteradoError, PdfNoHechoError) as error:
        raise ArchivosNoGuardadosError(
            "No se pudieron guardar los archivos del informe, así que no se publicó nada. "
            f"Avise a quien administra el portal: {error}."
        ) from error
    for hecho in archivos:
        ArchivoDeInforme.objects.create(
            informe=borrador,
            formato=hecho.formato,
            ruta=hecho.ruta,
            tamano=hecho.tamano,
            huella=hecho.huella,
            demostracion=borrador.demostracion,
        )
    borrador.contenido = canonico(congelado)
    borrador.huella = huella(borrador.contenido)
    borrador.estado = Informe.Estado.PUBLICADO
    borrador.save()
    return _reflejar(informe, borrador)


def vista_previa(informe: Informe) -> Lectura:
    """Exactly what would be published now, in words. Nothing is written."""
    return leer_en_palabras(ensamblar(informe))


def _borrador(informe):
    """The row as it is now, locked. Raises InformeYaPublicadoError if it can no longer change."""
    actual = Informe.objects.select_for_update(of=("self",)).get(pk=informe.pk)
    if actual.publicado:
        raise InformeYaPublicadoError(ya_publicado(actual))
    return actual


def _copiar_escrito(viejo, nuevo):
    for observacion in viejo.observaciones.all():
        nuevo.observaciones.create(fila=observacion.fila, texto=observacion.texto)
    for hallazgo in viejo.hallazgos.all():
        hallazgo.pk, hallazgo.informe = None, nuevo
        hallazgo._state.adding = True
        hallazgo.save()


def _reflejar(informe, actual):
    """The object that the caller holds, with the values of the row just written."""
    informe.__dict__.update({c.attname: getattr(actual, c.attname) for c in Informe._meta.concrete_fields})
    return informe
