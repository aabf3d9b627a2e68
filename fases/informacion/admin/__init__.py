"""Offices, people, the entity's own data, policies and reports of barriers."""

from . import barrera, dependencia, entidad, politica, usuario

__all__ = ["barrera", "dependencia", "entidad", "politica", "usuario"]
