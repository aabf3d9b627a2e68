"""Record a measurement, or correct it with another row. Nothing recorded is ever changed."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from comite.models import Indicador, Medicion, Soporte
from comite.periodos import Periodo, periodo_de
from comite.valores import resolver
from fases.accion import AccionError, accion
from fases.roles import COMITE, EDITOR, SinPermisoError, tiene_rol

ES_ENLACE = URLValidator(schemes=["http", "https"])


class PeriodoInvalidoError(AccionError):
    campo = "periodo"


class PeriodoYaMedidoError(AccionError):
    campo = "periodo"


class NotaFaltanteError(AccionError):
    campo = "nota"


class SinMovimientoConValorError(AccionError):
    campo = "sin_movimiento"


class EnlaceInvalidoError(AccionError):
    campo = "enlace"


class MotivoVacioError(AccionError):
    campo = "motivo"


class MedicionYaCorregidaError(AccionError):
    pass


@accion
def registrar_medicion(
    *,
    indicador: Indicador,
    periodo: Periodo,
    valor: Decimal | None = None,
    numerador: Decimal | None = None,
    denominador: Decimal | None = None,
    sin_movimiento: bool = False,
    nota: str = "",
    soporte: Soporte | None = None,
    enlace: str = "",
    por,
    ahora: datetime,
    demostracion: bool = False,
) -> Medicion:
    """The first report of an indicator for a period.

    A period may be reported from the day it begins, and once: later changes are corrections. The row
    of the indicator is locked, so that of two people at the same time one records and the other reads
    why not. Raises an AccionError with its field in ``campo``."""
    exigir_que_reporte(por, indicador)
    bloqueado = Indicador.objects.select_for_update(of=("self",)).get(pk=indicador.pk)
    _revisar_periodo(bloqueado, periodo, timezone.localdate(ahora))
    return _crear(
        bloqueado,
        periodo,
        _Dato(valor, numerador, denominador, sin_movimiento, nota, soporte, enlace),
        por=por,
        ahora=ahora,
        demostracion=demostracion,
    )


@accion
def corregir_medicion(
    *,
    medicion: Medicion,
    motivo: str,
    valor: Decimal | None = None,
    numerador: Decimal | None = None,
    denominador: Decimal | None = None,
    sin_movimiento: bool = False,
    nota: str = "",
    soporte: Soporte | None = None,
    enlace: str = "",
    por,
    ahora: datetime,
    demostracion: bool = False,
) -> Medicion:
    """A new row that names the one it corrects and why. Only the current one may be corrected."""
    exigir_que_reporte(por, medicion.indicador)
    if not motivo.strip():
        raise MotivoVacioError("Escriba por qué se corrige la medición.")
    actual = Medicion.objects.select_for_update(of=("self",)).get(pk=medicion.pk)
    if Medicion.objects.filter(corrige=actual).exists():
        raise MedicionYaCorregidaError("Esta medición ya fue corregida: abra la más reciente del periodo.")
    return _crear(
        medicion.indicador,
        actual.periodo,
        _Dato(valor, numerador, denominador, sin_movimiento, nota, soporte, enlace),
        corrige=actual,
        motivo=motivo.strip(),
        por=por,
        ahora=ahora,
        demostracion=demostracion,
    )


def puede_reportar(usuario, indicador):
    """The committee reports any indicator; an editor only those of the own office."""
    if tiene_rol(usuario, COMITE):
        return True
    propia = indicador.encargada_id is not None and indicador.encargada_id == usuario.dependencia_id
    return propia and tiene_rol(usuario, EDITOR)


def exigir_que_reporte(usuario, indicador):
    if usuario is None or not puede_reportar(usuario, indicador):
        raise SinPermisoError(
            "Este indicador lo reportan el Comité GEL-T o la dependencia encargada de él."
        )


@dataclass(frozen=True)
class _Dato:
    """What was typed of the measurement itself."""

    valor: Decimal | None
    numerador: Decimal | None
    denominador: Decimal | None
    sin_movimiento: bool
    nota: str
    soporte: Soporte | None
    enlace: str

    def campos(self, unidad):
        """The fields of the row, once every rule of the value holds."""
        valor, numerador, denominador = self._valores(unidad)
        return {
            "valor": valor,
            "numerador": numerador,
            "denominador": denominador,
            "sin_movimiento": self.sin_movimiento,
            "nota": self.nota.strip(),
            "soporte": self.soporte,
            "enlace": _enlace(self.enlace),
        }

    def _valores(self, unidad):
        if not self.sin_movimiento:
            return resolver(unidad, self.valor, self.numerador, self.denominador)
        if (self.valor, self.numerador, self.denominador) != (None, None, None):
            raise SinMovimientoConValorError("Marque «sin movimiento» o escriba un valor, pero no los dos.")
        if not self.nota.strip():
            raise NotaFaltanteError("Escriba en la nota por qué no hubo movimiento en el periodo.")
        return None, None, None


def _crear(indicador, periodo, dato, **autoria):
    return Medicion.objects.create(
        indicador=indicador,
        periodo_desde=periodo.desde,
        periodo_meses=periodo.meses,
        **dato.campos(indicador.unidad),
        registrada_por=autoria.pop("por"),
        registrada_en=autoria.pop("ahora"),
        **autoria,
    )


def _revisar_periodo(indicador, periodo, hoy):
    if not indicador.frecuencia:
        raise PeriodoInvalidoError(
            "El indicador no tiene frecuencia: el Comité debe fijarla antes de reportar."
        )
    if periodo != periodo_de(indicador.frecuencia, periodo.desde):
        raise PeriodoInvalidoError("El periodo no corresponde a la frecuencia del indicador.")
    if periodo.desde > hoy:
        raise PeriodoInvalidoError(f"El periodo {periodo.nombre} todavía no ha empezado.")
    if any(_se_cruzan(otro, periodo) for otro in _vecinos(indicador, periodo)):
        raise PeriodoYaMedidoError(
            f"El periodo {periodo.nombre} ya tiene una medición. Si hay un error, ábrala y use «Corregir»."
        )


def _vecinos(indicador, periodo):
    """Periods already measured that could overlap: none is longer than a year."""
    filas = Medicion.objects.filter(indicador=indicador, periodo_desde__lte=periodo.hasta)
    filas = filas.filter(periodo_desde__gte=Periodo(periodo.desde, 12).anterior.desde)
    return [Periodo(*fila) for fila in filas.values_list("periodo_desde", "periodo_meses")]


def _se_cruzan(uno, otro):
    return uno.desde <= otro.hasta and otro.desde <= uno.hasta


def _enlace(texto):
    texto = texto.strip()
    if not texto:
        return ""
    try:
        ES_ENLACE(texto)
    except ValidationError:
        raise EnlaceInvalidoError("Escriba un enlace completo que empiece con https://") from None
    return texto
