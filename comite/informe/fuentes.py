"""Everything the report reads, in a constant number of queries, as it stood at the cut-off."""

from collections import defaultdict
from datetime import date, datetime, time

from django.db.models import Min
from django.utils import timezone

from comite.models import Accion, Indicador, Medicion, MetaAdoptada, Proyecto
from fases.informacion.models import Dependencia

from .pasado import Pasado


def fin_del_dia(dia):
    """The last instant of ``dia`` in Bogotá."""
    return datetime.combine(dia, time.max, tzinfo=timezone.get_default_timezone())


def momento_de_corte(informe):
    """Until when data enter: the end of the cut-off day, or the publication if that came first."""
    fin = fin_del_dia(informe.corte_el)
    return min(fin, informe.publicado_en) if informe.publicado_en else fin


class Fuentes:
    """The rows of the plan and their measurements, grouped by what the report asks of them."""

    def __init__(self, informe):
        self.semestre = informe.semestre
        self.momento = momento_de_corte(informe)
        self.pasado = {modelo: Pasado(modelo) for modelo in (Accion, Proyecto, Indicador)}
        self.dependencias = dict(Dependencia.objects.values_list("pk", "nombre"))
        self.acciones = self._programados(Accion)
        self.proyectos = self._programados(Proyecto)
        self.indicadores = self._indicadores()
        self.metas = self._metas()
        self.mediciones = self._mediciones()
        self.registros = self._primeros_registros()

    def indicadores_de(self, de):
        return self.indicadores[type(de), de.pk]

    def meta_de(self, indicador):
        """The goal in force at the end of the semester, among those recorded by the cut-off."""
        vigentes = (m for m in self.metas[indicador.pk] if m.rige_desde <= self.semestre.hasta)
        return max(vigentes, key=lambda m: (m.rige_desde, m.pk), default=None)

    def mediciones_de(self, indicador):
        """What was known of the periods that ended in the semester, oldest first."""
        propias = (m for m in self.mediciones[indicador.pk] if m.periodo.hasta in self.semestre)
        return sorted(propias, key=lambda m: m.periodo_desde)

    def _programados(self, modelo):
        pasado = self.pasado[modelo]
        filas = [pasado.como_era(fila, self.momento) for fila in modelo.objects.order_by("orden", "pk")]
        return [fila for fila in filas if self._estaba_programado(fila, pasado)]

    def _estaba_programado(self, fila, pasado):
        """The plan's own always; the committee's once its minute had ordered it."""
        if fila.es_del_plan:
            return True
        if fila.acta_el:
            return fila.acta_el <= self.semestre.hasta
        nacio = pasado.nacio_en(fila)
        return nacio is None or nacio <= self.momento

    def _indicadores(self):
        grupos = defaultdict(list)
        pasado = self.pasado[Indicador]
        for fila in Indicador.objects.order_by("orden", "pk"):
            indicador = pasado.como_era(fila, self.momento)
            if not indicador.exigible_desde or indicador.exigible_desde <= self.semestre.hasta:
                clave = (Accion, fila.accion_id) if fila.accion_id else (Proyecto, fila.proyecto_id)
                grupos[clave].append(indicador)
        return grupos

    def _metas(self):
        metas = MetaAdoptada.objects.filter(registrada_en__lte=self.momento)
        return _por_indicador(metas.select_related("registrada_por").order_by("pk"))

    def _mediciones(self):
        conocidas = self._del_semestre(Medicion.objects.conocidas_al(self.momento))
        return _por_indicador(conocidas.select_related("soporte", "registrada_por").order_by("pk"))

    def _primeros_registros(self):
        """When each period was first reported: a later correction does not make it late."""
        todas = self._del_semestre(Medicion.objects.filter(registrada_en__lte=self.momento))
        minimos = todas.order_by().values_list("indicador_id", "periodo_desde")
        return {(i, desde): en for i, desde, en in minimos.annotate(Min("registrada_en"))}

    def _del_semestre(self, mediciones):
        """Yearly periods begin before the semester in which they end."""
        primero = date(self.semestre.vigencia, 1, 1)
        return mediciones.filter(periodo_desde__range=(primero, self.semestre.hasta))


def _por_indicador(filas):
    grupos = defaultdict(list)
    for fila in filas:
        grupos[fila.indicador_id].append(fila)
    return grupos
