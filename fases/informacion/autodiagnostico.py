"""The entity's data beside what the law asks of the foot of each page, and the policies without act.

What the law asks was read in a secondary source that cites annex 2 of Resolución MinTIC 1519 de 2020,
numerals 2.2 and 2.3; the annex itself was not read, and the page says so.
"""

from fases.administracion import direccion
from fases.autodiagnostico import Hecho

from .models import Entidad, Politica

PIE = "Resolución MinTIC 1519 de 2020, anexo 2, 2.2 y 2.3 (leído en fuente secundaria)"
DEL_PIE = {
    "nombre",
    "departamento",
    "direccion",
    "codigo_postal",
    "telefono",
    "linea_gratuita",
    "linea_anticorrupcion",
    "correo_judicial",
    "horario",
    "govco",
}
TAMBIEN = {"nit", "codigo_dane", "correo", "sitio", "logo"}
REDES = ("facebook", "instagram", "x")


def datos_de_la_entidad():
    entidad = Entidad.actual()
    donde = direccion(Entidad, "change", entidad.pk) if entidad.pk and not entidad._state.adding else ""
    campos = [c for c in entidad._meta.concrete_fields if c.name in DEL_PIE | TAMBIEN]
    hechos = [
        Hecho(
            nombre=_titulo(campo.verbose_name),
            bien=bool(getattr(entidad, campo.name)),
            detalle=str(getattr(entidad, campo.name) or "Por confirmar"),
            fuente=PIE if campo.name in DEL_PIE else "",
            direccion=donde,
        )
        for campo in campos
    ]
    return [*hechos, _redes(entidad, donde)]


def _titulo(nombre):
    return nombre[:1].upper() + nombre[1:]


def _redes(entidad, donde):
    con = [red for red in REDES if getattr(entidad, red)]
    return Hecho("Redes sociales", bool(con), ", ".join(con) or "Por confirmar", PIE, donde)


def politicas_sin_acto():
    return [
        Hecho(
            nombre=politica.titulo,
            bien=politica.adoptada,
            detalle=politica.acto_de_adopcion or "Texto propuesto, por adoptar: falta el acto",
            fuente=politica.exigida_por,
            direccion=direccion(Politica, "change", politica.pk),
        )
        for politica in Politica.objects.all()
    ]
