"""What a report must fulfil to be opened, written and published, and the sentence when it does not."""

from django.utils import timezone

from comite.models import Accion, Indicador, Proyecto
from fases.accion import AccionError

from .palabras import fecha
from .textos import faltantes

DUENOS_DE_FILA = {"indicador": Indicador, "accion": Accion, "proyecto": Proyecto}


class InformeError(AccionError):
    """A rule of the report was broken."""


class InformeYaAbiertoError(InformeError):
    """There is a report of that semester: a draft to finish, or a published one to replace."""


class InformeYaPublicadoError(InformeError):
    """What is published does not change."""


class InformeAntesDeTiempoError(InformeError):
    """The semester, or its cut-off, is not here yet."""


class TextosFaltantesError(InformeError):
    """Control Interno has not written what the report cannot go without."""


class TextoDesconocidoError(InformeError):
    """Only the texts of the report may be written."""


class FilaDesconocidaError(InformeError):
    """The observation names a row that the report does not have."""


class MotivoVacioError(InformeError):
    """A new version must say why."""


class ArchivosNoGuardadosError(InformeError):
    """The files could not be left safe on the disk, so nothing was published."""


def revisar_publicable(informe, hoy):
    semestre = informe.semestre
    if hoy < semestre.hasta:
        raise InformeAntesDeTiempoError(
            f"El {semestre.nombre} termina el {fecha(semestre.hasta)}: publique ese día o después."
        )
    revisar_corte(semestre, informe.corte_el)
    if informe.corte_el > hoy:
        raise InformeAntesDeTiempoError(
            f"La fecha de corte, {fecha(informe.corte_el)}, no ha llegado: "
            "cámbiela por una que ya haya pasado o espere a ese día."
        )
    if faltan := faltantes(informe):
        raise TextosFaltantesError(f"Para publicar falta escribir {_enumerar(faltan)}.")


def revisar_que_empezo(semestre, ahora):
    if timezone.localdate(ahora) < semestre.desde:
        raise InformeAntesDeTiempoError(f"El {semestre.nombre} empieza el {fecha(semestre.desde)}.")


def revisar_corte(semestre, corte_el):
    if corte_el < semestre.hasta:
        raise InformeAntesDeTiempoError(
            f"La fecha de corte no puede ser anterior al último día del semestre, {fecha(semestre.hasta)}."
        )


def ya_hay(informe):
    if informe.publicado:
        return f"El {_en_minuscula(informe)} ya está publicado: haga una versión nueva que lo reemplace."
    return f"Ya hay un borrador: {_en_minuscula(informe)}. Ábralo y termínelo."


def _en_minuscula(informe):
    texto = str(informe)
    return texto[:1].lower() + texto[1:]


def _enumerar(partes):
    *resto, ultima = partes
    return f"{', '.join(resto)} y {ultima}" if resto else ultima


def ya_publicado(informe):
    return (
        f"El {_en_minuscula(informe)} ya está publicado y no se puede cambiar. "
        "Si tiene un error, haga una versión nueva que lo reemplace."
    )


def exigir_fila(fila):
    """Raise FilaDesconocidaError unless the key names an indicator, an action or a project."""
    clase, _, slug = fila.partition(":")
    modelo = DUENOS_DE_FILA.get(clase)
    if modelo is None or not modelo.objects.filter(slug=slug).exists():
        raise FilaDesconocidaError(f"El informe no tiene la fila «{fila}»: recargue la página.")
