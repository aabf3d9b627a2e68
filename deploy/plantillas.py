"""Compile every template of the house, so that a typing mistake never waits for a visitor."""

import os
import sys

import django
from django.conf import settings
from django.template import TemplateSyntaxError
from django.template.loader import get_template


def nombres():
    """Every file of the template folders, as ``get_template`` wants it."""
    carpetas = {carpeta for motor in settings.TEMPLATES for carpeta in motor["DIRS"]}
    for carpeta in sorted(carpetas):
        for archivo in sorted(carpeta.rglob("*")):
            if archivo.suffix in {".html", ".xml", ".txt", ".svg"}:
                yield archivo.relative_to(carpeta).as_posix()


def principal():
    """1 when one does not compile, after naming them all."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quibdo_gel.settings")
    django.setup()
    malas = 0
    for nombre in nombres():
        try:
            get_template(nombre)
        except TemplateSyntaxError as error:
            malas += 1
            print(f"  {nombre}: {error}")
    return 1 if malas else 0


if __name__ == "__main__":
    sys.exit(principal())
