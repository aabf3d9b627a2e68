"""One person of each role, and what the demonstration lacks."""

import pytest
from django.core.files.base import ContentFile

from comite.acciones.informes import abrir_informe, anotar_hallazgo
from comite.acciones.soportes import cargar_soporte
from comite.models import Medicion
from comite.semestre import Semestre
from fases.informacion.models import ReporteDeBarrera, Usuario
from fases.roles import ADMINISTRACION, COMITE, CONTROL, EDITOR
from tests.fabricas import dependencia, instante, persona


@pytest.fixture
def gente(portal_demo):
    """One person of each role, an editor of another office, and somebody who is not of the staff."""
    oficina = Medicion.objects.order_by("pk").first().indicador.encargada
    return {
        "administracion": persona("a", ADMINISTRACION),
        "comite": persona("c", COMITE),
        "editor": persona("e", EDITOR, oficina),
        "otro_editor": persona("o", EDITOR, dependencia()),
        "control": persona("ci", CONTROL, cargo="Jefe de oficina"),
        "superusuario": Usuario.objects.create_superuser("s", password="x" * 20),
        "extrano": persona("x"),
    }


@pytest.fixture
def borrador(gente):
    """What the demonstration lacks: a draft with a finding, an evidence file and a report of a barrier."""
    ReporteDeBarrera.objects.create(descripcion="No se lee", recibido_en=instante())
    informe = abrir_informe(semestre=Semestre(2026, 2), por=gente["control"], ahora=instante())
    anotar_hallazgo(
        informe=informe,
        descripcion="Falta",
        accion_de_mejora="Hacer",
        responsable="Comité",
        por=gente["control"],
    )
    archivo = ContentFile(b"mes,valor\n1,2\n", name="datos.csv")
    cargar_soporte(archivo=archivo, por=gente["comite"], ahora=instante())
    return informe
