"""An indicator as its page shows it: goal, chart, periods and corrections, in one frozen object.

Five queries whatever the number of indicators and measurements: indicators, goals, measurements with
their evidence and author.
"""

from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import OuterRef, Prefetch, Q, Subquery

from fases.texto import numero

from .calendario import Calendario, Cumplio, calendario, primer_dia_visible
from .grafica import Grafica, barras
from .grafica_texto import FALTANTE, REGISTRADA, SIN_MOVIMIENTO
from .models import Indicador, Medicion, MetaAdoptada
from .periodos import ABREVIADOS
from .umbrales import Estado, juzgar

PERIODOS_A_LA_VISTA = 24
DIBUJADO = {Cumplio.REGISTRADO: REGISTRADA, Cumplio.SIN_MOVIMIENTO: SIN_MOVIMIENTO}


@dataclass(frozen=True)
class Registro:
    """A measurement in force and the ones that it corrected, newest first."""

    medicion: Medicion
    anteriores: tuple[Medicion, ...]

    @property
    def sin_movimiento(self):
        return self.medicion.sin_movimiento


@dataclass(frozen=True)
class Punto:
    """A period of the chart."""

    etiqueta: str
    etiqueta_corta: str
    inicial: str
    valor: Decimal | None
    estado: str


@dataclass(frozen=True)
class FichaDeIndicador:
    """``meta``: the goal in force or None. ``estado``: the last value against it."""

    indicador: Indicador
    meta: MetaAdoptada | None
    otras_metas: tuple[MetaAdoptada, ...]
    calendario: Calendario
    ultimo: Medicion | None
    estado: Estado
    grafica: Grafica
    hay_mas: bool
    demostracion: bool

    @property
    def frase_de_la_meta(self):
        """«Debe subir 12 puntos para llegar a la meta», or empty without a goal or a value."""
        if self.meta is None or self.ultimo is None:
            return ""
        diferencia = self.meta.valor - self.ultimo.valor
        baja = self.indicador.sentido == Indicador.Sentido.DISMINUIR
        if diferencia >= 0 if baja else diferencia <= 0:
            return "Alcanza la meta."
        puntos = " puntos" if self.indicador.unidad == Indicador.Unidad.PORCENTAJE else ""
        verbo = "bajar" if baja else "subir"
        return f"Debe {verbo} {numero(abs(diferencia))}{puntos} para llegar a la meta."


def fichas_de(duenio, hoy, todo=False):
    """The indicators of an action or of a project. ``todo``: every period, not only the last ones."""
    indicadores = list(_indicadores(duenio.indicadores.all()))
    cortes = {
        indicador.pk: None if todo else primer_dia_visible(indicador.frecuencia, hoy, PERIODOS_A_LA_VISTA)
        for indicador in indicadores
    }
    mediciones = _mediciones(cortes)
    return [_ficha(i, mediciones[i.pk], cortes[i.pk], hoy) for i in indicadores]


def _indicadores(indicadores):
    mediciones = Medicion.objects.filter(indicador=OuterRef("pk")).order_by("periodo_desde")
    return (
        indicadores.select_related("encargada")
        .annotate(primera_medida=Subquery(mediciones.values("periodo_desde")[:1]))
        .prefetch_related(Prefetch("metas", MetaAdoptada.objects.select_related("registrada_por")))
    )


def _mediciones(cortes):
    """Indicator → its measurements since its cut, corrected ones included."""
    pedidas = Q(pk__in=[])
    for indicador, corte in cortes.items():
        desde = {"periodo_desde__gte": corte} if corte else {}
        pedidas |= Q(indicador=indicador, **desde)
    por_indicador = defaultdict(list)
    for medicion in Medicion.objects.filter(pedidas).select_related("soporte", "registrada_por"):
        por_indicador[medicion.indicador_id].append(medicion)
    return por_indicador


def _ficha(indicador, mediciones, corte, hoy):
    registros = _registros(mediciones)
    hecho = calendario(
        frecuencia=indicador.frecuencia,
        exigible_desde=indicador.exigible_desde,
        plazo_dias=indicador.plazo_dias,
        registros=registros,
        hoy=hoy,
        desde=corte,
    )
    meta, otras = _metas(list(indicador.metas.all()), hoy)
    ultimo = next((c.registro.medicion for c in hecho.casillas if c.estado is Cumplio.REGISTRADO), None)
    return FichaDeIndicador(
        indicador=indicador,
        meta=meta,
        otras_metas=otras,
        calendario=hecho,
        ultimo=ultimo,
        estado=juzgar(ultimo and ultimo.valor, meta and meta.valor, indicador.sentido),
        grafica=barras(_puntos(hecho.casillas), meta and meta.valor, indicador.unidad),
        hay_mas=_hay_mas(indicador, corte),
        demostracion=any(medicion.demostracion for medicion in mediciones),
    )


def _registros(mediciones):
    """Periodo → Registro, each measurement in force with its chain of corrected ones."""
    por_clave = {medicion.pk: medicion for medicion in mediciones}
    corregidas = {medicion.corrige_id for medicion in mediciones}
    registros = {}
    for medicion in sorted(mediciones, key=lambda m: m.pk):
        if medicion.pk not in corregidas:
            registros[medicion.periodo] = Registro(medicion, tuple(_cadena(medicion, por_clave)))
    return registros


def _cadena(medicion, por_clave):
    while medicion := por_clave.get(medicion.corrige_id):
        yield medicion


def _metas(metas, hoy):
    vigente = next((meta for meta in metas if meta.rige_desde <= hoy), None)
    return vigente, tuple(meta for meta in metas if meta is not vigente)


def _hay_mas(indicador, corte):
    inicios = [d for d in (indicador.primera_medida, indicador.exigible_desde) if d]
    return bool(corte and inicios and min(inicios) < corte)


def _puntos(casillas):
    """Oldest first; a period in course without a figure is not missing yet, so it is left out."""
    visibles = [c for c in reversed(casillas) if c.estado is not Cumplio.EN_CURSO]
    con_anio = len(visibles) > 12
    return [
        Punto(
            etiqueta=casilla.periodo.nombre,
            etiqueta_corta=_corta(casilla.periodo, con_anio),
            inicial=_inicial(casilla.periodo),
            valor=casilla.registro.medicion.valor if casilla.registro else None,
            estado=DIBUJADO.get(casilla.estado, FALTANTE),
        )
        for casilla in visibles
    ]


def _corta(periodo, con_anio):
    if periodo.meses > 1:
        return periodo.codigo
    mes = ABREVIADOS[periodo.desde.month - 1]
    return f"{mes} {periodo.desde:%y}" if con_anio else mes


def _inicial(periodo):
    return ABREVIADOS[periodo.desde.month - 1][0].upper() if periodo.meses == 1 else periodo.codigo[2:]
