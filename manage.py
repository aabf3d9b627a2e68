#!/usr/bin/env python
"""Entry point of the management commands."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.management import execute_from_command_line


def main():
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quibdo_gel.settings")
    try:
        execute_from_command_line(sys.argv)
    except ImproperlyConfigured as error:
        # Whoever installs the portal needs the sentence, not a traceback.
        sys.exit(f"La configuración no está completa. {error}")


if __name__ == "__main__":
    main()
