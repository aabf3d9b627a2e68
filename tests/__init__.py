"""Tests. Importing this package prepares the environment that the settings read (see ``ajustes``).

Every test process gets a folder of its own, in memory where the system has one: runs never meet.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

EN_MEMORIA = Path("/dev/shm")
CARPETA = Path(
    tempfile.mkdtemp(prefix="portal-pruebas-", dir=EN_MEMORIA if os.access(EN_MEMORIA, os.W_OK) else None)
)
atexit.register(shutil.rmtree, CARPETA, ignore_errors=True)

for variable in (
    "SCRIPT_NAME",
    "FORCE_SCRIPT_NAME",
    "CSRF_TRUSTED_ORIGINS",
    "EMAIL_URL",
    "CACHE_URL",
    "SITE_URL",
    "MEDIA_S3",
):
    os.environ.pop(variable, None)
os.environ.update(
    SITIO_LOCAL="1",
    DEBUG="0",
    SECRET_KEY="clave de las pruebas, que no protege nada y que pasa de cincuenta caracteres",
    ALLOWED_HOSTS="127.0.0.1,localhost,testserver,www.gov.co",
    MEDIA_ROOT=str(CARPETA / "archivos"),
    # Playwright keeps an event loop in the thread of the test, and Django would refuse to query there.
    DJANGO_ALLOW_ASYNC_UNSAFE="1",
)
