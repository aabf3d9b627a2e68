"""What is still missing, said by each room and shown together in the back office."""

from dataclasses import dataclass

from .models import Fase


@dataclass(frozen=True)
class Hecho:
    """One thing that was looked at. ``direccion`` is where it is mended, when it is mended here."""

    nombre: str
    bien: bool
    detalle: str
    fuente: str = ""
    direccion: str = ""


def fases_sin_revision():
    """Phases that Control Interno has never reviewed."""
    return [
        Hecho(
            nombre=f"Fase {fase.numero}: {fase.titulo}",
            bien=bool(fase.revisiones.all()),
            detalle="Revisada por Control Interno"
            if fase.revisiones.all()
            else "Control Interno no la ha revisado",
            fuente="Plan de Acción",
        )
        for fase in Fase.objects.prefetch_related("revisiones")
    ]
