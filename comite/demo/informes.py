"""The two published reports of the demonstration."""

from datetime import date

from comite.acciones.informes import (
    abrir_informe,
    anotar_hallazgo,
    guardar_textos,
    observar_fila,
    publicar_informe,
)
from comite.models import Informe
from comite.semestre import Semestre

from .series import el

INFORMES = (
    (Semestre(2025, 2), date(2026, 1, 15), date(2026, 1, 28)),
    (Semestre(2026, 1), date(2026, 7, 15), date(2026, 7, 29)),
)
CONCLUSIONES = (
    "La conectividad avanza, con meses sin reporte que deben explicarse.\n\n"
    "La capacitación crece semestre a semestre. La tercera acción sigue sin meta adoptada."
)
RECOMENDACIONES = (
    "Registrar cada mes la conectividad dentro del plazo.\n"
    "Adoptar por acta una meta para la actualización del portal.\n"
    "Programar las tres líneas del marco de acción que el plan dejó sin acciones."
)


def publicar(control):
    """Open, write and publish each report that is not there yet."""
    for semestre, corte, publicado in INFORMES:
        if Informe.objects.del_semestre(semestre).exists():
            continue
        informe = abrir_informe(
            semestre=semestre, por=control, ahora=el(corte, 9), corte_el=corte, demostracion=True
        )
        guardar_textos(
            informe=informe,
            textos={"conclusiones": CONCLUSIONES, "recomendaciones": RECOMENDACIONES},
            por=control,
        )
        observar_fila(
            informe=informe,
            fila="accion:conectividad",
            texto="Se verificó una muestra de equipos en dos sedes (observación de demostración).",
            por=control,
        )
        anotar_hallazgo(
            informe=informe,
            descripcion="Hay meses sin reporte de conectividad (hallazgo de demostración).",
            accion_de_mejora="Reportar los meses que faltan, o declarar que no hubo movimiento y por qué.",
            responsable="Oficina de Sistemas (demostración)",
            compromiso_el=publicado,
            por=control,
        )
        publicar_informe(informe=informe, por=control, ahora=el(publicado, 16))
