"""The back office of the committee and of Control Interno, one module per noun."""

from . import indicador, informe, integrante, medicion, plan, programacion

__all__ = ["indicador", "informe", "integrante", "medicion", "plan", "programacion"]
