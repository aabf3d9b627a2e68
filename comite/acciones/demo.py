"""Put in and take out the demonstration data, and only that."""

from datetime import date

from django.db.models import ProtectedError
from django.utils.crypto import get_random_string

from comite.demo import cuentas, evidencias, informes, series
from comite.demo.integrantes import designar
from comite.inmutable import guardas_levantadas
from comite.models import (
    ArchivoDeInforme,
    Hallazgo,
    Indicador,
    Informe,
    Integrante,
    Medicion,
    MetaAdoptada,
    ObservacionDeFila,
    Soporte,
)
from fases.accion import accion
from fases.almacen import vaciar
from fases.informacion.models import Dependencia, Usuario
from fases.models import Evidencia, RevisionDeFase


@accion
def sembrar_demo(*, hoy: date, por=None):
    """Add what is missing of the demonstration; repeating it adds nothing."""
    personas, oficinas = cuentas.crear()
    designar(personas, oficinas)
    series.programar(oficinas)
    series.fijar_metas(personas["comite"])
    series.medir(personas, hoy)
    evidencias.sembrar(personas)
    informes.publicar(personas["control"])


@accion
def borrar_demo(*, por=None):
    """Remove every row marked as demonstration, with its history. Real data stays whole.

    An account or an office on which real data hangs is not removed: the account is closed and both
    keep their mark.
    """
    with guardas_levantadas():
        _borrar_informes()
    _borrar(Medicion.objects.filter(demostracion=True))
    _borrar(MetaAdoptada.objects.filter(demostracion=True))
    _borrar(Evidencia.objects.filter(demostracion=True))
    _borrar(RevisionDeFase.objects.filter(demostracion=True))
    _borrar(Integrante.objects.filter(demostracion=True))
    _borrar_soportes()
    for indicador in Indicador.objects.filter(encargada__demostracion=True):
        indicador.encargada = None
        if not indicador.mediciones.exists():
            indicador.exigible_desde = None
        indicador.save()
    _borrar_si_se_puede(Usuario.objects.filter(demostracion=True))
    _borrar_si_se_puede(Dependencia.objects.filter(demostracion=True))


def _borrar_informes():
    publicados = Informe.objects.filter(demostracion=True)
    carpetas = {a.ruta.rpartition("/")[0] for a in ArchivoDeInforme.objects.filter(informe__in=publicados)}
    for modelo in (ArchivoDeInforme, ObservacionDeFila, Hallazgo):
        _borrar(modelo.objects.filter(informe__in=publicados))
    for informe in publicados.order_by("-version"):
        _borrar(Informe.objects.filter(pk=informe.pk))
    for carpeta in carpetas:
        vaciar(carpeta)


def _borrar_soportes():
    for soporte in Soporte.objects.filter(demostracion=True, mediciones=None):
        soporte.archivo.delete(save=False)
        _borrar(Soporte.objects.filter(pk=soporte.pk))


def _borrar(filas):
    claves = list(filas.values_list("pk", flat=True))
    filas.delete()
    filas.model.history.filter(pk__isnull=False, id__in=claves).delete()


def _borrar_si_se_puede(filas):
    for fila in filas:
        try:
            _borrar(type(fila).objects.filter(pk=fila.pk))
        except ProtectedError:
            if isinstance(fila, Usuario):
                fila.is_active = False
                fila.set_password(get_random_string(40))
                fila.save()
