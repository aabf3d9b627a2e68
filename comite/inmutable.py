"""What is published does not change: triggers in the database itself, on SQLite and PostgreSQL.

The admin, a command, a script or a person at the SQL prompt all meet the same refusal: whoever kept a
copy of a report can trust that the one on the portal is the same.

A migration that alters one of these four tables must call ``quitar`` before and ``poner`` after: SQLite
rebuilds a table to alter it, and the new one has no triggers.
"""

from contextlib import contextmanager

from django.db import connection, transaction

MENSAJE = "Un informe publicado no se puede cambiar ni borrar: corríjalo con una versión nueva."
INFORMES = "comite_informe"
HIJAS = ("comite_archivodeinforme", "comite_observaciondefila", "comite_hallazgo")
TABLAS = (INFORMES, *HIJAS)
FUNCION = "comite_lo_publicado_no_cambia"


def poner(conexion=connection):
    """Create the guards; putting them twice is harmless."""
    quitar(conexion)
    _ejecutar(conexion, SENTENCIAS[conexion.vendor])


def quitar(conexion=connection):
    """Drop the guards, if they are there."""
    _ejecutar(conexion, RETIROS[conexion.vendor])


def faltan(conexion=connection):
    """Names of the guards that should be in the database and are not."""
    with conexion.cursor() as cursor:
        cursor.execute(CONSULTAS[conexion.vendor])
        puestas = {nombre for (nombre,) in cursor.fetchall()}
    return sorted(set(GUARDAS[conexion.vendor]) - puestas)


@contextmanager
def guardas_levantadas(conexion=connection):
    """Lift the guards inside one transaction: for removing the demonstration and for tests, only.

    If anything fails the transaction takes the lifting back with it."""
    with transaction.atomic(using=conexion.alias):
        quitar(conexion)
        yield
        poner(conexion)


def _ejecutar(conexion, sentencias):
    with conexion.cursor() as cursor:
        for sentencia in sentencias:
            cursor.execute(sentencia)


# INSERT OR REPLACE and UPDATE OR REPLACE delete the row they collide with without asking the DELETE
# triggers of SQLite: so every key by which they could collide is asked before.
CHOCA = """EXISTS (
  SELECT 1 FROM comite_informe p WHERE p.estado = 'publicado' AND p.id IS NOT :otro AND (
    p.id = NEW.id OR p.reemplaza_id = NEW.reemplaza_id
    OR (p.vigencia = NEW.vigencia AND p.numero = NEW.numero AND p.version = NEW.version)))"""
DE_PUBLICADO = """EXISTS (
  SELECT 1 FROM comite_informe p WHERE p.estado = 'publicado' AND p.id IN (:informes))"""
DESPLAZADO = "(SELECT h.informe_id FROM :tabla h WHERE h.id = NEW.id)"
CASOS_DEL_INFORME = {
    "INSERT": CHOCA.replace(":otro", "NULL"),
    "UPDATE": "OLD.estado = 'publicado' OR " + CHOCA.replace(":otro", "OLD.id"),
    "DELETE": "OLD.estado = 'publicado'",
}
CASOS_DE_LAS_HIJAS = {
    "INSERT": DE_PUBLICADO.replace(":informes", f"NEW.informe_id, {DESPLAZADO}"),
    "UPDATE": DE_PUBLICADO.replace(":informes", f"OLD.informe_id, NEW.informe_id, {DESPLAZADO}"),
    "DELETE": DE_PUBLICADO.replace(":informes", "OLD.informe_id"),
}
DISPARADOR_SQLITE = """CREATE TRIGGER :nombre BEFORE :momento ON :tabla
WHEN :condicion
BEGIN SELECT RAISE(ABORT, ':mensaje'); END"""


def _guardas_de_sqlite():
    guardas = {}
    for tabla in TABLAS:
        casos = CASOS_DEL_INFORME if tabla == INFORMES else CASOS_DE_LAS_HIJAS
        for momento, condicion in casos.items():
            nombre = f"{tabla}_{momento.lower()}_guardado"
            guardas[nombre] = _llenar(
                DISPARADOR_SQLITE, condicion=condicion, nombre=nombre, momento=momento, tabla=tabla
            )
    return guardas


FUNCION_POSTGRESQL = """CREATE OR REPLACE FUNCTION :funcion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tocados bigint[] := '{}';
  publicado boolean := false;
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    publicado := EXISTS (SELECT 1 FROM comite_informe WHERE estado = 'publicado');
  ELSIF TG_TABLE_NAME = 'comite_informe' THEN
    publicado := OLD.estado = 'publicado';
  ELSE
    IF TG_OP <> 'INSERT' THEN tocados := tocados || OLD.informe_id::bigint; END IF;
    IF TG_OP <> 'DELETE' THEN tocados := tocados || NEW.informe_id::bigint; END IF;
    publicado := EXISTS (
      SELECT 1 FROM comite_informe WHERE id = ANY(tocados) AND estado = 'publicado');
  END IF;
  IF publicado THEN
    RAISE EXCEPTION ':mensaje' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$"""
POR_FILA = "CREATE TRIGGER :nombre BEFORE :momento ON :tabla FOR EACH ROW EXECUTE FUNCTION :funcion()"
POR_VACIADO = (
    "CREATE TRIGGER :nombre BEFORE TRUNCATE ON :tabla FOR EACH STATEMENT EXECUTE FUNCTION :funcion()"
)


def _guardas_de_postgresql():
    guardas = {}
    for tabla in TABLAS:
        momento = "UPDATE OR DELETE" if tabla == INFORMES else "INSERT OR UPDATE OR DELETE"
        for nombre, forma in ((f"{tabla}_guardado", POR_FILA), (f"{tabla}_vaciado", POR_VACIADO)):
            guardas[nombre] = _llenar(forma, nombre=nombre, momento=momento, tabla=tabla)
    return guardas


def _llenar(forma, **valores):
    """The statement with its names: all of them constants of this module."""
    for clave, valor in {**valores, "funcion": FUNCION, "mensaje": MENSAJE}.items():
        forma = forma.replace(f":{clave}", valor)
    return forma


GUARDAS = {"sqlite": _guardas_de_sqlite(), "postgresql": _guardas_de_postgresql()}
SENTENCIAS = {
    "sqlite": [*GUARDAS["sqlite"].values()],
    "postgresql": [_llenar(FUNCION_POSTGRESQL), *GUARDAS["postgresql"].values()],
}
RETIROS = {
    "sqlite": [f"DROP TRIGGER IF EXISTS {nombre}" for nombre in GUARDAS["sqlite"]],
    "postgresql": [f"DROP FUNCTION IF EXISTS {FUNCION}() CASCADE"],
}
CONSULTAS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'",
}
