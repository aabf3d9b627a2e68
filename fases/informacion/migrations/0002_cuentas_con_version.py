from django.db import migrations


class Migration(migrations.Migration):
    """No change in the database: accounts are written through a manager that advances the version."""

    dependencies = [
        ("informacion", "0001_entidad_dependencias_usuarios_politicas"),
    ]

    operations = [
        migrations.AlterModelManagers(
            name="usuario",
            managers=[],
        ),
    ]
