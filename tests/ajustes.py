"""Settings of the tests: the real ones, with a throw-away database and fast passwords."""

from quibdo_gel.settings import *

from . import CARPETA

# A file and not memory: the live server's threads need connections of their own, as in production.
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["TEST"] = {"NAME": CARPETA / "pruebas.sqlite3"}
else:
    # The data of a module wait in an open transaction while Java or Typst work.
    DATABASES["default"]["OPTIONS"]["options"] += " -c idle_in_transaction_session_timeout=0"

STATIC_ROOT = CARPETA / "estaticos"
ESPEJO_ROOT = CARPETA / "espejo"
STATIC_ROOT.mkdir(exist_ok=True)
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LOGGING = {**LOGGING, "root": {"handlers": [], "level": "WARNING"}}
