"""Reads the content version at every request, and finds out within 0.4 s that the database is not there.

By a connection of its own, one round trip and no ORM: this is all that a page in memory costs.
"""

import time

from django.db import connections

from fases.version import version_actual

from .lector_postgresql import LectorPostgresql
from .lector_sqlite import LectorSqlite
from .limites import BaseCaidaError

SEGUNDOS_SIN_INSISTIR = 1
LECTORES = {"sqlite": LectorSqlite, "postgresql": LectorPostgresql}


class Vigia:
    """``leer()`` gives the version, or None where there is none yet. Raises BaseCaidaError.

    After a failure nobody insists for a second: while the database is away nobody waits for it twice.
    """

    def __init__(self):
        self._lector = None
        self._base = None
        self._insistir_desde = 0.0

    def leer(self):
        conexion = connections["default"]
        if conexion.in_atomic_block:  # what is not yet committed is seen from here only
            return version_actual()
        if time.monotonic() < self._insistir_desde:
            raise BaseCaidaError
        try:
            return self._lector_de(conexion).leer()
        except BaseCaidaError:
            self._insistir_desde = time.monotonic() + SEGUNDOS_SIN_INSISTIR
            raise

    def cerrar(self):
        """Let the connections go: nobody can remove a database that is being read."""
        if self._lector is not None:
            self._lector.cerrar()
        self._lector, self._base, self._insistir_desde = None, None, 0.0

    def _lector_de(self, conexion):
        base = conexion.settings_dict["NAME"]
        if base != self._base:
            self.cerrar()
            self._lector, self._base = LECTORES[conexion.vendor](conexion), base
        return self._lector


vigia = Vigia()
