"""All settings, from the environment. A missing or wrong value stops the start with a sentence.

The values that protect people and data were measured in the reliability study; the tests hold them.
"""

from pathlib import Path

from . import cubo, entorno, hoja

BASE_DIR = Path(__file__).resolve().parent.parent
CARPETA_VAR = BASE_DIR / "var"

# SITIO_LOCAL is the try-out on one's own machine: plain HTTP on loopback, as `make run` serves it.
SITIO_LOCAL = entorno.booleano("SITIO_LOCAL")
DEBUG = SITIO_LOCAL and entorno.booleano("DEBUG")
EN_PRODUCCION = not SITIO_LOCAL

SECRET_KEY = entorno.clave_secreta(exigida=EN_PRODUCCION)
SECRET_KEY_FALLBACKS = entorno.lista("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = entorno.servidores_permitidos(exigidos=EN_PRODUCCION)
CSRF_TRUSTED_ORIGINS = entorno.origenes_confiables()
FORCE_SCRIPT_NAME = entorno.prefijo()
SITE_URL = entorno.direccion_del_sitio()

INSTALLED_APPS = [
    "quibdo_gel.apps.AdministracionConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "csp",
    "django_filters",
    "simple_history",
    "fases",
    "fases.informacion",
    "comite",
    "portal",
]

MIDDLEWARE = [
    "portal.memoria.Memoria",
    "portal.middleware.SoloMetodos",
    "portal.middleware.EntradaHonesta",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.middleware.Cabeceras",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.middleware.BaseDeDatosCaida",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "portal.almacen.AlmacenCaido",
]

CSRF_FAILURE_VIEW = "portal.errores.falla_de_csrf"
ROOT_URLCONF = "quibdo_gel.urls"
WSGI_APPLICATION = "quibdo_gel.wsgi.application"

# The public pages; the back office and the error pages, which must come out whatever fails, are Django's.
HOJA_PUBLICA = hoja.leer(BASE_DIR / "static" / "css" / "ribera.css")
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [BASE_DIR / "jinja2", BASE_DIR / "templates" / "dibujos"],
        "OPTIONS": {
            "environment": "portal.jinja.ambiente",
            "context_processors": ["portal.contexto.sitio"],
        },
    },
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": entorno.base_de_datos(CARPETA_VAR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = entorno.cache()
globals().update(entorno.correo())
DEFAULT_FROM_EMAIL = entorno.texto("CORREO_REMITENTE", "portal@localhost")

AUTH_USER_MODEL = "informacion.Usuario"
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 1800
LOGIN_URL = "admin:login"

LANGUAGE_CODE = "es-co"
TIME_ZONE = "America/Bogota"
USE_I18N = True
USE_TZ = True

# Absolute, prefix included: Django would remember the prefix of whoever asks first.
STATIC_URL = (FORCE_SCRIPT_NAME or "") + "/static/"
STATIC_ROOT = Path(entorno.texto("STATIC_ROOT") or CARPETA_VAR / "estaticos")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = Path(entorno.texto("MEDIA_ROOT") or CARPETA_VAR / "archivos")
MEDIA_URL = (FORCE_SCRIPT_NAME or "") + "/archivos/"
# Copies of the public pages, of this machine alone: what is read while the database does not answer.
ESPEJO_ROOT = Path(entorno.texto("ESPEJO_ROOT") or CARPETA_VAR / "espejo")
STORAGES = {
    "default": cubo.almacen(entorno.texto("MEDIA_S3")),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# An error page must come out even when the static files were never gathered.
WHITENOISE_MANIFEST_STRICT = False

FILE_UPLOAD_PERMISSIONS = 0o640
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 5

SECURE_SSL_REDIRECT = EN_PRODUCCION
SECURE_HSTS_SECONDS = 31_536_000 if EN_PRODUCCION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = EN_PRODUCCION
SECURE_HSTS_PRELOAD = EN_PRODUCCION
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"

SESSION_COOKIE_NAME = "__Host-sesion" if EN_PRODUCCION else "sesion"
SESSION_COOKIE_SECURE = EN_PRODUCCION
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 36_000
CSRF_COOKIE_NAME = "__Host-csrf" if EN_PRODUCCION else "csrf"
CSRF_COOKIE_SECURE = EN_PRODUCCION
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'", hoja.huella(HOJA_PUBLICA)],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
        "manifest-src": ["'self'"],
        "upgrade-insecure-requests": EN_PRODUCCION,
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "portal.registro.FormatoJson"}},
    "handlers": {"consola": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["consola"], "level": "INFO"},
    "loggers": {"django": {"handlers": ["consola"], "level": "INFO", "propagate": False}},
}
