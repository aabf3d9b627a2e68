from django.db import migrations, models


class Migration(migrations.Migration):
    """The row by which public pages know that something changed. The first write makes it."""

    dependencies = [("fases", "0001_fases_criterios_evidencias")]

    operations = [
        migrations.CreateModel(
            name="VersionDelContenido",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("marca", models.CharField(editable=False, max_length=16, verbose_name="marca")),
                ("avanzada_en", models.DateTimeField(editable=False, verbose_name="avanzada en")),
            ],
            options={
                "verbose_name": "versión del contenido",
                "verbose_name_plural": "versión del contenido",
            },
        ),
    ]
