"""``@accion``: the one way to change something with consequences.

It opens the transaction, demands keyword arguments and an actor, leaves the actor where the history
of each row finds it, so that "who" is never forgotten, and advances the content version, so that no
public page is handed out as it was before.
"""

import functools
import inspect

from django.db import transaction
from simple_history.models import HistoricalRecords

from .models.version import avance_al_final


class AccionError(Exception):
    """A rule was broken; its text tells the person, in Spanish, what to do."""


def accion(funcion=None, *, publica=True):
    """Make ``funcion`` an accion: keyword-only, atomic, with its actor in ``por``.

    ``por`` is a Usuario, or None for the system itself (a command). ``publica=False`` is for what no
    public page shows: strangers may then do it often without every page being made again. Raises
    TypeError at import when the signature breaks the house rule, so that a mistake never reaches
    production.
    """
    if funcion is None:
        return functools.partial(accion, publica=publica)
    parametros = inspect.signature(funcion).parameters.values()
    if any(p.kind is not inspect.Parameter.KEYWORD_ONLY for p in parametros):
        raise TypeError(f"{funcion.__qualname__}: an accion takes keyword arguments only")
    if "por" not in {p.name for p in parametros}:
        raise TypeError(f"{funcion.__qualname__}: an accion names its actor with «por»")

    @functools.wraps(funcion)
    def envoltura(**argumentos):
        contexto = HistoricalRecords.context
        anterior = getattr(contexto, "request", None)
        contexto.request = _Actor(argumentos["por"])
        try:
            with transaction.atomic(), avance_al_final(publica):
                return funcion(**argumentos)
        finally:
            if anterior is None:
                del contexto.request
            else:
                contexto.request = anterior

    return envoltura


class _Actor:
    """What simple_history reads of a request: its user."""

    def __init__(self, usuario):
        self.user = usuario or _Nadie()


class _Nadie:
    is_authenticated = False
