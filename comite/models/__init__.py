"""Who watches over the house: the plan, its projects and actions, measurements and reports."""

from .accion import Accion, LineaDeAccion, Responsable
from .indicador import Indicador, MetaAdoptada
from .informe import ArchivoDeInforme, Hallazgo, Informe, ObservacionDeFila
from .integrante import Integrante
from .medicion import Medicion, Soporte
from .plan import Firmante, Norma, Parrafo, Plan
from .proyecto import CriterioDeProyecto, Eje, FaseDeProyecto, LineaEstrategica, Proyecto

__all__ = [
    "Accion",
    "ArchivoDeInforme",
    "CriterioDeProyecto",
    "Eje",
    "FaseDeProyecto",
    "Firmante",
    "Hallazgo",
    "Indicador",
    "Informe",
    "Integrante",
    "LineaDeAccion",
    "LineaEstrategica",
    "Medicion",
    "MetaAdoptada",
    "Norma",
    "ObservacionDeFila",
    "Parrafo",
    "Plan",
    "Proyecto",
    "Responsable",
    "Soporte",
]
