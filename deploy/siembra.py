"""Many rows for measuring: projects, actions, measurements beside the plan's. Never for a real site.

``python -m deploy.siembra 10000`` fills the database of the environment; tests call ``sembrar``.
"""

import os
import sys
from datetime import date, timedelta
from decimal import Decimal

import django
from django.apps import apps
from django.utils import timezone

POR_TANDA = 500
PRIMER_MES = date(2025, 1, 1)


def sembrar(n, desde=0):
    """``n`` projects, ``n`` actions with an indicator each, ``n`` measurements, copied from the plan's.

    ``desde`` numbers them, so that a second sowing does not meet the first.
    """
    proyectos = copias("Proyecto", n, desde)
    acciones = copias("Accion", n, desde)
    relacionar("FaseDeProyecto", proyectos, ("fase", "nombre"))
    relacionar("CriterioDeProyecto", proyectos, ("criterio", "nombre"))
    indicadores = crear("Indicador", [_indicador(accion, i) for i, accion in enumerate(acciones, desde)])
    autor = apps.get_model("informacion", "Usuario").objects.get_or_create(
        username="siembra", defaults={"is_active": False, "first_name": "Siembra", "last_name": "de prueba"}
    )[0]
    crear("Medicion", [_medicion(indicador, i, autor) for i, indicador in enumerate(indicadores)])


def copias(nombre, n, desde):
    """``n`` copies of the rows of the plan, numbered from ``desde``."""
    modelo = apps.get_model("comite", nombre)
    campos = [c for c in modelo._meta.concrete_fields if not c.primary_key and not c.generated]
    filas = list(modelo.objects.filter(origen="plan"))
    nuevas = []
    for i in range(desde, desde + n):
        fila = filas[i % len(filas)]
        nueva = modelo(**{c.attname: getattr(fila, c.attname) for c in campos})
        nueva.slug, nueva.orden, nueva.origen = f"siembra-{nombre.lower()}-{i}", 1000 + i, "comite"
        nueva.acta, nueva.demostracion = "Acta de prueba", True
        nuevas.append(nueva)
    return crear(nombre, nuevas)


def relacionar(nombre, proyectos, campos):
    """Phases and criteria of each project, those of a project of the plan."""
    modelo = apps.get_model("comite", nombre)
    modelos_de_fila = list(modelo.objects.filter(proyecto__origen="plan"))
    crear(
        nombre,
        [
            modelo(
                proyecto=proyecto, **{f"{c}_id" if c != "nombre" else c: _valor(fila, c) for c in campos}
            )
            for i, proyecto in enumerate(proyectos)
            for fila in modelos_de_fila[i % len(modelos_de_fila) :][:1]
        ],
    )


def crear(nombre, filas):
    """Write them in batches; gives them back with their keys."""
    return apps.get_model("comite", nombre).objects.bulk_create(filas, batch_size=POR_TANDA)


def _valor(fila, campo):
    return fila.nombre if campo == "nombre" else getattr(fila, f"{campo}_id")


def _indicador(accion, i):
    return apps.get_model("comite", "Indicador")(
        accion=accion,
        slug=f"siembra-indicador-{i}",
        nombre=f"Indicador de prueba {i}",
        unidad="porcentaje",
        frecuencia="mensual",
        exigible_desde=PRIMER_MES,
        fuente="Siembra de prueba",
        demostracion=True,
    )


def _medicion(indicador, i, autor):
    ahora = timezone.now() - timedelta(minutes=i % 500_000)
    return apps.get_model("comite", "Medicion")(
        indicador=indicador,
        periodo_desde=PRIMER_MES,
        periodo_meses=1,
        valor=Decimal(i % 101),
        numerador=Decimal(i % 101),
        denominador=Decimal(100),
        registrada_por=autor,
        registrada_en=ahora,
        demostracion=True,
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quibdo_gel.settings")
    django.setup()
    sembrar(int(sys.argv[1]))
