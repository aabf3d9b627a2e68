"""What people may do with the small pages of the municipality."""

from datetime import datetime, timedelta

from fases.accion import AccionError, accion

from .models import ReporteDeBarrera

REPORTES_POR_HORA = 20


class DemasiadosReportesError(AccionError):
    """More reports in an hour than people write: somebody is flooding the form."""


@accion(publica=False)
def reportar_barrera(
    *, descripcion, pagina="", nombre="", correo="", por=None, ahora: datetime
) -> ReporteDeBarrera:
    """Keep what a person could not do on the site. No account is needed, so ``por`` may be None.

    Raises DemasiadosReportesError when the last hour already holds ``REPORTES_POR_HORA`` of all people.
    """
    desde = ahora - timedelta(hours=1)
    if ReporteDeBarrera.objects.filter(recibido_en__gt=desde).count() >= REPORTES_POR_HORA:
        raise DemasiadosReportesError(
            "En la última hora llegaron demasiados reportes y no podemos recibir más por ahora. "
            "Su texto sigue escrito abajo: espere una hora y envíelo de nuevo, o llámenos."
        )
    return ReporteDeBarrera.objects.create(
        descripcion=descripcion, pagina=pagina, nombre=nombre, correo=correo, recibido_en=ahora
    )
