"""What each person owes today, computed in a constant number of queries."""

from dataclasses import dataclass
from datetime import date, timedelta

from fases.roles import COMITE, CONTROL, EDITOR, tiene_rol

from .models import Indicador, Informe, Medicion
from .periodos import Periodo, esperados, periodo_de
from .semestre import Semestre

PRONTO = 3
SEMESTRES_ATRAS = 6


@dataclass(frozen=True)
class Pendiente:
    """A period that ended without its measurement. ``dias`` is negative when it is overdue."""

    indicador: Indicador
    periodo: Periodo
    vence_el: date
    dias: int
    propio: bool

    @property
    def vencido(self):
        return self.dias < 0

    @property
    def estado(self):
        if self.vencido:
            return "vencido"
        return "pronto" if self.dias <= PRONTO else "en-plazo"

    @property
    def plazo(self):
        """The days left, as a sentence."""
        if self.dias == 0:
            return "Vence hoy"
        cuantos = f"{abs(self.dias)} día{'' if abs(self.dias) == 1 else 's'}"
        return f"Vencido hace {cuantos}" if self.vencido else f"Vence en {cuantos}"


def pendientes_de(usuario, hoy: date) -> list[Pendiente]:
    """Measurements that the person owes, the most overdue first. Two queries, whatever the size."""
    indicadores = [i for i in _indicadores_de(usuario) if i.frecuencia and i.exigible_desde]
    medidos = set(
        Medicion.objects.filter(indicador__in=indicadores).values_list("indicador_id", "periodo_desde")
    )
    deudas = [
        _pendiente(indicador, periodo, usuario, hoy)
        for indicador in indicadores
        for periodo in esperados(indicador.frecuencia, indicador.exigible_desde, hoy - timedelta(days=1))
        if (indicador.pk, periodo.desde) not in medidos
    ]
    return sorted(deudas, key=lambda p: (p.vence_el, not p.propio, p.indicador.orden, p.indicador.pk))


def _indicadores_de(usuario):
    todos = Indicador.objects.select_related("accion", "proyecto", "encargada")
    if tiene_rol(usuario, COMITE):
        return todos
    if tiene_rol(usuario, EDITOR) and usuario.dependencia_id:
        return todos.filter(encargada_id=usuario.dependencia_id)
    return todos.none()


def _pendiente(indicador, periodo, usuario, hoy):
    vence_el = periodo.vence_el(indicador.plazo_dias)
    propio = indicador.encargada_id is not None and indicador.encargada_id == usuario.dependencia_id
    return Pendiente(indicador, periodo, vence_el, (vence_el - hoy).days, propio)


def periodos_por_reportar(indicador, hoy: date) -> list[Periodo]:
    """Periods that have begun and have no measurement, the newest first.

    Those from ``exigible_desde``, or the last twelve while the committee has not fixed it."""
    actual = periodo_de(indicador.frecuencia, hoy)
    if actual is None:
        return []
    desde = indicador.exigible_desde or Periodo(actual.desde, actual.meses * 11).anterior.desde
    medidos = set(indicador.mediciones.values_list("periodo_desde", flat=True))
    periodos = esperados(indicador.frecuencia, desde, actual.hasta)
    return [p for p in reversed(periodos) if p.desde not in medidos]


def informes_de(usuario, hoy: date):
    """For Control Interno: open drafts, and finished semesters without a published report."""
    if not tiene_rol(usuario, CONTROL):
        return [], []
    informes = list(Informe.objects.order_by("vigencia", "numero", "version"))
    borradores = [i for i in informes if not i.publicado]
    con_informe = {i.semestre for i in informes}
    primera = Medicion.objects.order_by("periodo_desde").values_list("periodo_desde", flat=True).first()
    return borradores, _semestres_sin(con_informe, primera, hoy)


def _semestres_sin(con_informe, primera, hoy):
    """Finished semesters from that of ``primera``, the last six at most, newest first."""
    if primera is None:
        return []
    semestre, faltan = Semestre.que_contiene(hoy).anterior, []
    for _ in range(SEMESTRES_ATRAS):
        if semestre < Semestre.que_contiene(primera):
            break
        if semestre not in con_informe:
            faltan.append(semestre)
        semestre = semestre.anterior
    return faltan
