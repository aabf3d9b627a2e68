from django.db import migrations

from comite import inmutable


def poner(apps, schema_editor):
    inmutable.poner(schema_editor.connection)


def quitar(apps, schema_editor):
    inmutable.quitar(schema_editor.connection)


class Migration(migrations.Migration):
    """The database itself refuses to change or delete what is published."""

    dependencies = [("comite", "0001_plan_mediciones_informes")]

    operations = [migrations.RunPython(poner, quitar)]
