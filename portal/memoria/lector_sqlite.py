"""The version from a SQLite file."""

import sqlite3
import threading
from pathlib import Path

from .limites import CONSULTA, SEGUNDOS, BaseCaidaError

SIN_TABLA = "no such table"


class LectorSqlite:
    """One connection per thread, opened again when the file is another one (a restored copy)."""

    def __init__(self, conexion):
        self._ruta = Path(conexion.settings_dict["NAME"])
        self._propio = threading.local()

    def leer(self):
        try:
            fila = self._conexion().execute(CONSULTA).fetchone()
        except (OSError, sqlite3.Error) as error:
            self._soltar()
            if SIN_TABLA in str(error):
                return None
            raise BaseCaidaError from error
        return fila and fila[0]

    def cerrar(self):
        self._soltar()
        self._propio = threading.local()

    def _conexion(self):
        hay = self._ruta.stat()
        archivo = (hay.st_dev, hay.st_ino)
        if getattr(self._propio, "archivo", None) != archivo:
            self._soltar()
            # «rw» and not «rwc»: a file that is gone is a failure, never a new empty database.
            uri = f"{self._ruta.absolute().as_uri()}?mode=rw"
            self._propio.conexion = sqlite3.connect(uri, uri=True, timeout=SEGUNDOS, isolation_level=None)
            self._propio.archivo = archivo
        return self._propio.conexion

    def _soltar(self):
        conexion = getattr(self._propio, "conexion", None)
        self._propio.archivo = self._propio.conexion = None
        if conexion is not None:
            conexion.close()
