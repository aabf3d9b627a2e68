"""First data of the municipality: created once, and from then on only edited in the admin."""

import json
from pathlib import Path

from fases.accion import accion

from .models import Entidad, Politica

POLITICAS = Path(__file__).parent / "datos" / "politicas.json"


@accion
def iniciar_entidad(*, membrete, por):
    """Create the entity from the letterhead of the plan; an existing one keeps what people wrote.

    ``membrete``: country, department, entity and NIT, one line each, as the plan prints them.
    """
    nombre = membrete[2] if len(membrete) > 2 else "Alcaldía Municipal"
    departamento = membrete[1].removeprefix("Departamento del ").removeprefix("Departamento de ")
    nit = membrete[3].removeprefix("NIT.").strip() if len(membrete) > 3 else ""
    valores = {
        "nombre": nombre,
        "nombre_corto": nombre.rpartition(" de ")[2],
        "departamento": departamento,
        "membrete": "\n".join(membrete),
        "nit": nit,
        "fuentes": "Nombre, departamento y NIT: membrete del Plan de Acción",
    }
    return Entidad.objects.get_or_create(pk=Entidad.UNICA, defaults=valores)[0]


@accion
def cargar_politicas(*, nombradas, por):
    """Create the proposed texts that do not exist yet. ``nombradas``: slug → words of the plan.

    An existing policy keeps its text: it may have been adopted. Only what the plan calls it follows.
    """
    politicas = []
    for orden, dato in enumerate(json.loads(POLITICAS.read_text("utf-8")), start=1):
        nombre = nombradas.get(dato["slug"], "")
        politica, _ = Politica.objects.get_or_create(
            slug=dato["slug"],
            defaults={
                "orden": orden,
                "titulo": dato["titulo"],
                "resumen": dato["resumen"],
                "texto": dato["texto"],
                "nombre_en_el_plan": nombre,
                "exigida_por": dato["exigida_por"],
                "fuente": dato["fuente"],
            },
        )
        if politica.nombre_en_el_plan != nombre:
            politica.nombre_en_el_plan = nombre
            politica.save()
        politicas.append(politica)
    return politicas
