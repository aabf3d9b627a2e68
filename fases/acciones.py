"""Evidence of a criterion, and Control Interno's review of a phase."""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from .accion import AccionError, accion
from .models import Criterio, Evidencia, Fase, RevisionDeFase
from .roles import COMITE, CONTROL, exigir_rol

ES_HTTPS = URLValidator(schemes=["https"])


class DireccionInvalidaError(AccionError):
    campo = "direccion"


class FaltaSinDecirError(AccionError):
    campo = "falta"


class DescripcionVaciaError(AccionError):
    campo = "descripcion"


class EvidenciaYaRetiradaError(AccionError):
    pass


class MotivoVacioError(AccionError):
    campo = "motivo"


class FechaDeRevisionError(AccionError):
    campo = "revisada_el"


class ObservacionVaciaError(AccionError):
    campo = "observacion"


@accion
def registrar_evidencia(
    *,
    criterio: Criterio,
    direccion: str,
    descripcion: str,
    alcance: str,
    falta: str,
    por,
    ahora: datetime,
    demostracion: bool = False,
) -> Evidencia:
    """Say which address proves a criterion. Only the committee does.

    Raises DireccionInvalidaError, DescripcionVaciaError or FaltaSinDecirError."""
    exigir_rol(por, COMITE)
    if not descripcion.strip():
        raise DescripcionVaciaError("Escriba en una frase qué prueba esta dirección.")
    parcial = alcance == Evidencia.Alcance.PARCIAL
    if parcial and not falta.strip():
        raise FaltaSinDecirError("Si cumple en parte, escriba qué falta y para cuándo.")
    return Evidencia.objects.create(
        criterio=criterio,
        direccion=_direccion(direccion),
        descripcion=descripcion.strip(),
        alcance=Evidencia.Alcance(alcance),
        falta=falta.strip() if parcial else "",
        registrada_por=por,
        registrada_en=ahora,
        demostracion=demostracion,
    )


def _direccion(texto):
    """An address of this portal («/plan/matriz/») or one that begins with https://."""
    texto = texto.strip()
    if texto.startswith("/") and not texto.startswith(("//", "/\\")) and texto.isprintable():
        return texto
    try:
        ES_HTTPS(texto)
    except ValidationError:
        raise DireccionInvalidaError(
            "Escriba una dirección de este portal, como «/plan/matriz/», o una que empiece con https://"
        ) from None
    return texto


@accion
def retirar_evidencia(*, evidencia: Evidencia, motivo: str, por, ahora: datetime) -> Evidencia:
    """Withdraw an evidence with its reason; it stays in the history of the criterion."""
    exigir_rol(por, COMITE)
    actual = Evidencia.objects.select_for_update().get(pk=evidencia.pk)
    if actual.retirada_en:
        raise EvidenciaYaRetiradaError("Esta evidencia ya estaba retirada.")
    if not motivo.strip():
        raise MotivoVacioError("Escriba por qué se retira la evidencia.")
    actual.retirada_por = por
    actual.retirada_en = ahora
    actual.motivo_del_retiro = motivo.strip()
    actual.save()
    return actual


@accion
def revisar_fase(
    *,
    fase: Fase,
    observacion: str,
    revisada_el: date,
    por,
    ahora: datetime,
    demostracion: bool = False,
) -> RevisionDeFase:
    """Control Interno declares that it looked at a phase; before that it reads «Sin evaluar»."""
    exigir_rol(por, CONTROL)
    return RevisionDeFase.objects.create(
        fase=fase,
        observacion=_observacion(observacion),
        revisada_el=_fecha_de_revision(revisada_el, ahora),
        revisada_por=por,
        registrada_en=ahora,
        demostracion=demostracion,
    )


@accion
def corregir_revision(
    *, revision: RevisionDeFase, observacion: str, revisada_el: date, por, ahora: datetime
) -> RevisionDeFase:
    """Mend the text or the date of a review; what it said before stays in its history."""
    exigir_rol(por, CONTROL)
    revision.observacion = _observacion(observacion)
    revision.revisada_el = _fecha_de_revision(revisada_el, ahora)
    revision.save()
    return revision


def _observacion(texto):
    if not texto.strip():
        raise ObservacionVaciaError("Escriba qué se observó en la fase.")
    return texto.strip()


def _fecha_de_revision(revisada_el, ahora):
    if revisada_el > timezone.localdate(ahora):
        raise FechaDeRevisionError("La fecha de la revisión no puede ser futura.")
    return revisada_el
