"""The version from PostgreSQL, with a limit of time that the server cannot exceed.

``statement_timeout`` is kept by the server, and a server that is frozen or unreachable keeps nothing:
here the waiting is done on the socket, on this side.
"""

import select
import time
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TardaError

import psycopg
from psycopg import pq

from .limites import CONSULTA, SEGUNDOS, BaseCaidaError

PREGUNTA = CONSULTA.encode()
SIN_TABLA = b"42P01"


class LectorPostgresql:
    """Idle connections wait in a queue; a new one is made in another thread and awaited a bounded time."""

    def __init__(self, conexion):
        self._datos = {**conexion.get_connection_params(), "autocommit": True}
        self._libres = deque()
        self._obrero = ThreadPoolExecutor(max_workers=4, thread_name_prefix="version")
        self._cerrado = False

    def leer(self):
        limite = time.monotonic() + SEGUNDOS
        while self._libres:
            try:
                conexion = self._libres.pop()
            except IndexError:  # another thread was faster
                break
            marca = self._probar(conexion, limite)
            if marca is not False:
                return marca
        return self._por_una_nueva(limite)

    def cerrar(self):
        self._cerrado = True
        self._obrero.shutdown(wait=False, cancel_futures=True)
        while self._libres:
            self._libres.pop().close()

    def _probar(self, conexion, limite):
        """The version; False when this connection was broken (a restarted server breaks all of them)."""
        try:
            marca = preguntar(conexion.pgconn, limite)
        except psycopg.Error:
            conexion.close()
            return False
        except BaseCaidaError:
            conexion.close()
            raise
        self._libres.append(conexion)
        return marca

    def _por_una_nueva(self, limite):
        """A connection that comes too late for this request is there for the next one."""
        intento = self._obrero.submit(self._conectar)
        try:
            intento.result(max(0.0, limite - time.monotonic()))
            conexion = self._libres.pop()
        except (TardaError, IndexError, psycopg.Error) as error:
            intento.cancel()
            raise BaseCaidaError from error
        marca = self._probar(conexion, limite)
        if marca is False:
            raise BaseCaidaError
        return marca

    def _conectar(self):
        conexion = psycopg.connect(**self._datos)
        if self._cerrado:
            conexion.close()
        else:
            self._libres.append(conexion)


def preguntar(pgconn, limite):
    """One question on a raw connection. Raises BaseCaidaError at ``limite`` (monotonic seconds)."""
    pgconn.send_query(PREGUNTA)
    espera = select.poll()
    espera.register(pgconn.socket, select.POLLIN)
    while True:
        if not espera.poll(max(0.0, limite - time.monotonic()) * 1000):
            raise BaseCaidaError
        pgconn.consume_input()
        if not pgconn.is_busy():
            break
    respuesta = pgconn.get_result()
    while pgconn.get_result() is not None:  # the connection is free only after the last result
        pass
    return _marca_de(respuesta)


def _marca_de(respuesta):
    if respuesta.status == pq.ExecStatus.TUPLES_OK:
        valor = respuesta.get_value(0, 0) if respuesta.ntuples else None
        return valor and valor.decode()
    if respuesta.error_field(pq.DiagnosticField.SQLSTATE) == SIN_TABLA:
        return None
    raise psycopg.OperationalError(respuesta.error_message.decode(errors="replace"))
