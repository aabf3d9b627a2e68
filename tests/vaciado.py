"""Emptying the database after the tests that really write."""

from django.core.management import call_command
from django.db import connection, connections

from comite.inmutable import guardas_levantadas

INICIO = {}


def recordar():
    """Keep what the migrations wrote (groups, content types); only a database of the tests gets here."""
    INICIO["contenido"] = connection.creation.serialize_db_to_string()


def vaciar():
    """Empty every table and put back what the migrations had written.

    While Playwright runs, Django gives this same thread another connection: it is closed here, or the
    database of the tests could not be removed.
    """
    contenido = INICIO["contenido"]
    with guardas_levantadas():
        call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
    connection.creation.deserialize_db_from_string(contenido)
    connections.close_all()
