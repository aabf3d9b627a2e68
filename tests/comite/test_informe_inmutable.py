"""The database itself refuses to touch what is published, on whichever engine the tests run."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from comite import inmutable
from comite.acciones.informes import anotar_hallazgo, nueva_version, observar_fila, publicar_informe
from comite.models import Informe

from .informes import borrador, el

SQLITE, POSTGRESQL = "sqlite", "postgresql"


@pytest.fixture
def informe(ana, conectados, archivos):
    """Published, with an observation and a finding; and a draft of its second version."""
    nuevo = borrador(ana)
    observar_fila(informe=nuevo, fila="indicador:conectados", texto="Bien.", por=ana)
    anotar_hallazgo(informe=nuevo, descripcion="h", accion_de_mejora="m", responsable="r", por=ana)
    publicar_informe(informe=nuevo, por=ana, ahora=el(date(2026, 7, 29)))
    nueva_version(informe=nuevo, motivo="Faltó algo", por=ana, ahora=el(date(2026, 8, 1)))
    return nuevo


def correr(sql, *valores):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, valores)


PROHIBIDAS = (
    "UPDATE comite_informe SET conclusiones = 'otra' WHERE id = %s",
    "UPDATE comite_informe SET estado = 'borrador' WHERE id = %s",
    "DELETE FROM comite_informe WHERE id = %s",
    "UPDATE comite_archivodeinforme SET huella = 'x' WHERE informe_id = %s",
    "DELETE FROM comite_archivodeinforme WHERE informe_id = %s",
    "UPDATE comite_observaciondefila SET texto = 'x' WHERE informe_id = %s",
    "DELETE FROM comite_observaciondefila WHERE informe_id = %s",
    "UPDATE comite_hallazgo SET descripcion = 'x' WHERE informe_id = %s",
    "DELETE FROM comite_hallazgo WHERE informe_id = %s",
    "INSERT INTO comite_observaciondefila (informe_id, fila, texto) VALUES (%s, 'a', 'b')",
    """UPDATE comite_observaciondefila SET informe_id = %s, fila = 'otra'
    WHERE informe_id IN (SELECT id FROM comite_informe WHERE estado = 'borrador')""",
    """INSERT INTO comite_archivodeinforme (informe_id, formato, ruta, tamano, huella, demostracion)
    VALUES (%s, 'zip', 'x', 1, 'x', false)""",
)


@pytest.mark.parametrize("sql", PROHIBIDAS)
def test_sql_written_by_hand_is_refused(informe, sql):
    with pytest.raises(DatabaseError, match="Un informe publicado no se puede cambiar"):
        correr(sql, informe.pk)


REEMPLAZOS = (
    "INSERT OR REPLACE INTO comite_informe SELECT * FROM comite_informe",
    "REPLACE INTO comite_informe (:sin_clave) SELECT :sin_clave FROM comite_informe",
    "UPDATE OR REPLACE comite_informe SET version = 1, reemplaza_id = NULL WHERE version = 2",
    """REPLACE INTO comite_archivodeinforme (id, informe_id, formato, ruta, tamano, huella, demostracion)
    SELECT (SELECT min(id) FROM comite_archivodeinforme), id, 'pdf', 'x', 1, 'x', 0
    FROM comite_informe WHERE version = 2""",
    "REPLACE INTO comite_hallazgo SELECT * FROM comite_hallazgo",
)


@pytest.mark.parametrize("sql", REEMPLAZOS)
def test_replace_is_refused_on_sqlite(informe, sql):
    if connection.vendor != SQLITE:
        return
    columnas = [campo.column for campo in Informe._meta.concrete_fields if not campo.primary_key]
    with pytest.raises(DatabaseError, match="Un informe publicado no se puede cambiar"):
        correr(sql.replace(":sin_clave", ", ".join(columnas)))


def test_truncate_is_refused_on_postgresql(informe):
    if connection.vendor != POSTGRESQL:
        return
    connection.check_constraints()  # PostgreSQL does not truncate what still waits for a check
    for tabla in inmutable.TABLAS:
        with pytest.raises(DatabaseError, match="Un informe publicado no se puede cambiar"):
            correr(f"TRUNCATE {tabla} CASCADE")


def test_the_orm_is_refused_too(informe):
    with pytest.raises(DatabaseError), transaction.atomic():
        Informe.objects.filter(pk=informe.pk).update(conclusiones="otra")
    with pytest.raises(DatabaseError), transaction.atomic():
        informe.archivos.all().delete()


def test_a_draft_changes_freely(informe):
    correr("UPDATE comite_informe SET conclusiones = 'otra' WHERE version = 2")
    correr("DELETE FROM comite_hallazgo WHERE informe_id <> %s", informe.pk)
    correr("DELETE FROM comite_observaciondefila WHERE informe_id <> %s", informe.pk)
    assert Informe.objects.get(version=2).conclusiones == "otra"


def test_the_guards_are_lifted_only_inside_the_block(informe):
    with inmutable.guardas_levantadas():
        correr("UPDATE comite_informe SET conclusiones = 'demo' WHERE id = %s", informe.pk)
    assert inmutable.faltan() == []
    with pytest.raises(DatabaseError):
        correr("UPDATE comite_informe SET conclusiones = 'otra' WHERE id = %s", informe.pk)


def test_a_failure_inside_the_block_brings_the_guards_back(informe):
    with pytest.raises(ZeroDivisionError), inmutable.guardas_levantadas():
        raise ZeroDivisionError
    assert inmutable.faltan() == []


def test_every_migration_leaves_the_guards_in_place(db):
    assert inmutable.faltan() == []


def test_verificar_informes_says_that_all_is_well(informe, capsys):
    call_command("verificar_informes")
    salida = capsys.readouterr().out
    assert "Todo coincide." in salida
    assert salida.count(informe.huella) == 2, "of the content and of the JSON file"


def test_verificar_informes_names_a_file_with_one_changed_byte(informe, archivos):
    pdf = informe.archivos.get(formato="pdf")
    ruta = archivos / pdf.ruta
    datos = bytearray(ruta.read_bytes())
    datos[len(datos) // 2] ^= 1
    ruta.chmod(0o644)
    ruta.write_bytes(datos)
    with pytest.raises(CommandError, match=r"primer semestre de 2026 \(PDF accesible\): cambió") as error:
        call_command("verificar_informes")
    assert error.value.returncode == 1


def test_verificar_informes_names_a_missing_file_and_a_changed_content(informe, archivos):
    (archivos / informe.archivos.get(formato="ods").ruta).unlink()
    with inmutable.guardas_levantadas():
        correr("UPDATE comite_informe SET contenido = 'x' WHERE id = %s", informe.pk)
    with pytest.raises(CommandError) as error:
        call_command("verificar_informes")
    assert "falta o no se puede leer informes/2026-1/v1/" in str(error.value)
    assert "el contenido no da la huella" in str(error.value)


def test_verificar_informes_misses_the_guards(informe):
    inmutable.quitar()
    with pytest.raises(CommandError, match="falta la guarda"):
        call_command("verificar_informes")
    inmutable.poner()
