"""WSGI entry point, with the path prefix of a proxy honoured whether the proxy strips it or not."""

import os
import sys

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

# Exit status by which gunicorn's master stops instead of starting the worker again for ever.
FALLA_DE_CARGA = 4


def quitar_prefijo(aplicacion, prefijo):
    """Wrap ``aplicacion`` so that «/quibdo/fases/» and «/fases/» are the same page."""

    def envoltura(entorno_wsgi, responder):
        ruta = entorno_wsgi.get("PATH_INFO", "")
        if ruta == prefijo or ruta.startswith(prefijo + "/"):
            entorno_wsgi["PATH_INFO"] = ruta[len(prefijo) :] or "/"
        return aplicacion(entorno_wsgi, responder)

    return envoltura


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quibdo_gel.settings")
try:
    application = get_wsgi_application()
    if settings.FORCE_SCRIPT_NAME:
        application = quitar_prefijo(application, settings.FORCE_SCRIPT_NAME)
except ImproperlyConfigured as error:
    print(f"La configuración no está completa. {error}", file=sys.stderr, flush=True)
    sys.exit(FALLA_DE_CARGA)
