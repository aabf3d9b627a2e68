import secrets

from django.db import migrations
from django.utils import timezone

UNICA = 1


def poner(apps, schema_editor):
    """A portal that was already serving has a version before its next write."""
    version = apps.get_model("fases", "VersionDelContenido")
    valores = {"marca": secrets.token_hex(8), "avanzada_en": timezone.now()}
    version.objects.get_or_create(pk=UNICA, defaults=valores)


def quitar(apps, schema_editor):
    apps.get_model("fases", "VersionDelContenido").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("fases", "0002_version_del_contenido")]

    operations = [migrations.RunPython(poner, quitar)]
