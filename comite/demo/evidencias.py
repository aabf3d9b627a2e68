"""Invented evidence: it points only at pages that exist."""

from datetime import date, timedelta

from fases.acciones import registrar_evidencia, revisar_fase
from fases.models import Criterio, Evidencia, Fase, RevisionDeFase

from .series import el

PAGINAS = {
    "/comite/": ("inf-02", "inf-09", "int-02", "int-20", "dem-02"),
    "/plan/": ("inf-19", "inf-34", "inf-51", "tra-01", "tfm-04"),
    "/plan/matriz/": ("inf-20", "inf-21", "inf-29", "inf-35", "tra-02", "tra-06"),
    "/plan/acciones/": ("inf-23", "inf-32", "tra-05", "int-16"),
    "/informes/": ("inf-24", "inf-28", "inf-30", "int-14", "tra-12"),
    "/": ("inf-04", "inf-06", "inf-07", "inf-50", "int-01", "int-15", "int-17"),
    "/politicas/": ("inf-13", "int-13", "tra-07"),
    "/politicas/actualizacion/": ("inf-44",),
    "/politicas/uso-aceptable/": ("inf-45",),
    "/politicas/medios-electronicos/": ("inf-46", "tra-14"),
    "/politicas/privacidad/": ("inf-47",),
    "/politicas/seguridad/": ("inf-48",),
    "/accesibilidad/": ("int-12", "int-19", "tfm-13"),
}
PARCIALES = {"inf-49": ("/plan/matriz/", "Falta el buscador de todo el sitio.")}
REVISADAS = ("informacion", "interaccion", "transaccion", "transformacion")


def sembrar(personas):
    """Evidence and reviews, once."""
    if Evidencia.objects.filter(demostracion=True).exists():
        return
    criterios = {c.codigo: c for c in Criterio.objects.exigidos()}
    completas = [(codigo, pagina, "") for pagina, codigos in PAGINAS.items() for codigo in codigos]
    parciales = [(codigo, pagina, falta) for codigo, (pagina, falta) in PARCIALES.items()]
    conocidas = [dato for dato in completas + parciales if dato[0] in criterios]
    for numero, (codigo, pagina, falta) in enumerate(conocidas):
        dia = date(2025, 2, 3) + timedelta(days=9 * numero)
        _evidencia(criterios[codigo], pagina, falta, personas["comite"], dia)
    _revisar(personas["control"])


def _evidencia(criterio, pagina, falta, por, dia):
    registrar_evidencia(
        criterio=criterio,
        direccion=pagina,
        descripcion=f"Página que muestra: {criterio.nombre}"[:300],
        alcance="parcial" if falta else "completa",
        falta=falta,
        por=por,
        ahora=el(dia),
        demostracion=True,
    )


def _revisar(control):
    if RevisionDeFase.objects.filter(demostracion=True).exists():
        return
    for fase in Fase.objects.filter(slug__in=REVISADAS):
        revisar_fase(
            fase=fase,
            observacion="Revisión de demostración: se abrió cada dirección registrada.",
            revisada_el=date(2026, 7, 14),
            por=control,
            ahora=el(date(2026, 7, 14), 15),
            demostracion=True,
        )
