"""Readers of the environment: each returns a value or says, in a sentence, what to set.

Every error is ``ImproperlyConfigured``: ``manage.py`` and ``wsgi.py`` print its sentence and stop.
"""

import os
import secrets
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

VERDADERO = {"1", "true", "si", "sí", "yes", "on"}
FALSO = {"", "0", "false", "no", "off"}
LARGO_DE_CLAVE = 50


def texto(nombre, por_defecto=""):
    """The variable without surrounding blanks."""
    return os.environ.get(nombre, por_defecto).strip()


def booleano(nombre, por_defecto=False):
    """True or False from the usual words in Spanish or English."""
    valor = texto(nombre, "1" if por_defecto else "0").lower()
    if valor in VERDADERO:
        return True
    if valor in FALSO:
        return False
    raise ImproperlyConfigured(f"{nombre} vale «{valor}»: escriba 1 (sí) o 0 (no).")


def lista(nombre):
    """The items of a comma-separated variable."""
    return [parte.strip() for parte in texto(nombre).split(",") if parte.strip()]


def clave_secreta(exigida):
    """SECRET_KEY; without it only a try-out starts, with a key that ends with the process."""
    valor = texto("SECRET_KEY")
    if not valor and not exigida:
        return secrets.token_urlsafe(LARGO_DE_CLAVE)
    if len(valor) < LARGO_DE_CLAVE:
        raise ImproperlyConfigured(
            f"Falta SECRET_KEY o es corta: ponga {LARGO_DE_CLAVE} caracteres al azar o más. "
            'Puede crearla con: python3 -c "import secrets; print(secrets.token_urlsafe(50))"'
        )
    return valor


def servidores_permitidos(exigidos):
    """ALLOWED_HOSTS, never «*»: a forged Host header would otherwise enter the pages."""
    valor = lista("ALLOWED_HOSTS")
    if not valor and not exigidos:
        return ["127.0.0.1", "localhost", "[::1]"]
    if not valor or "*" in valor:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS debe decir los nombres del sitio separados por comas, por ejemplo "
            "«www.quibdo-choco.gov.co» (no se admite «*»)."
        )
    return valor


def origenes_confiables():
    """CSRF_TRUSTED_ORIGINS: full origins, for a proxy that masks the site under another host."""
    valor = lista("CSRF_TRUSTED_ORIGINS")
    for origen in valor:
        if not origen.startswith(("https://", "http://")):
            raise ImproperlyConfigured(
                f"CSRF_TRUSTED_ORIGINS tiene «{origen}»: escriba el origen completo, "
                "por ejemplo «https://www.gov.co»."
            )
    return valor


def prefijo():
    """Path prefix under which a proxy shows the site: «/quibdo», or nothing."""
    valor = texto("FORCE_SCRIPT_NAME") or texto("SCRIPT_NAME")
    if not valor or valor == "/":
        return None
    if not valor.startswith("/"):
        raise ImproperlyConfigured(f"SCRIPT_NAME vale «{valor}»: debe empezar con «/».")
    return valor.rstrip("/")


def direccion_del_sitio():
    """SITE_URL without the last slash; used only where an absolute address is unavoidable."""
    valor = texto("SITE_URL")
    if valor and not valor.startswith(("https://", "http://")):
        raise ImproperlyConfigured(f"SITE_URL vale «{valor}»: debe empezar con https://")
    return valor.rstrip("/")


def correo():
    """Django's EMAIL_* settings from EMAIL_URL (``smtp://``, ``smtps://`` or ``consola://``)."""
    url = urlsplit(texto("EMAIL_URL", "consola://"))
    if url.scheme == "consola":
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    if url.scheme not in {"smtp", "smtps"} or not url.hostname:
        raise ImproperlyConfigured(
            "EMAIL_URL debe ser «smtp://usuario:clave@servidor:587», «smtps://…:465» o «consola://»."
        )
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": url.hostname,
        "EMAIL_PORT": url.port or (465 if url.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(url.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(url.password or ""),
        "EMAIL_USE_SSL": url.scheme == "smtps",
        "EMAIL_USE_TLS": url.scheme == "smtp" and bool(url.username),
        "EMAIL_TIMEOUT": 10,
    }


def cache():
    """Django's CACHES from CACHE_URL: absent, a small cache in the memory of each process."""
    url = texto("CACHE_URL")
    if not url:
        return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured("CACHE_URL debe ser «redis://servidor:6379/0», o quitarse.")
    return {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}}


def base_de_datos(carpeta):
    """DATABASES["default"] from DATABASE_URL; absent, SQLite in ``carpeta``.

    The SQLite options were measured: with IMMEDIATE transactions, WAL and ``synchronous=FULL``
    concurrent writers wait instead of failing and nothing acknowledged is lost in a power cut.
    """
    crudo = texto("DATABASE_URL") or f"sqlite:///{Path(carpeta) / 'portal.sqlite3'}"
    try:
        url = urlsplit(crudo)
        servidores = _servidores(url)
    except ValueError:
        raise ImproperlyConfigured("DATABASE_URL no se entiende: revise el puerto.") from None
    if url.scheme == "sqlite":
        return _sqlite(url)
    if url.scheme in {"postgres", "postgresql"}:
        return _postgresql(url, *servidores)
    raise ImproperlyConfigured(
        "DATABASE_URL debe empezar con «sqlite:///» o «postgresql://usuario:clave@servidor/base»."
    )


def _sqlite(url):
    ruta = unquote(url.path)[1:]
    if not ruta:
        raise ImproperlyConfigured("DATABASE_URL de SQLite sin archivo: «sqlite:////ruta/portal.sqlite3».")
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": ruta,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (
                "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
                "PRAGMA journal_size_limit=67108864;"
            ),
        },
    }


def _servidores(url):
    """(names, ports) as libpq takes them: «principal,relevo» and «5432,5432», or one of each."""
    partes = [urlsplit(f"//{parte}") for parte in url.netloc.rpartition("@")[2].split(",")]
    puertos = [str(parte.port or "") for parte in partes]
    return ",".join(unquote(parte.hostname or "") for parte in partes), ",".join(puertos).strip(",")


def _postgresql(url, nombres, puertos):
    """With several servers, the one that accepts writing: after a failover the portal finds it alone."""
    consulta = dict(parse_qsl(url.query))
    if "," in nombres:
        consulta.setdefault("target_session_attrs", "read-write")
    nombre = unquote(url.path.lstrip("/"))
    if not nombre:
        raise ImproperlyConfigured("DATABASE_URL de PostgreSQL sin nombre de base al final.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": nombre,
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": consulta.pop("host", "") or nombres,
        "PORT": puertos or consulta.pop("port", ""),
        # One kept by each thread and looked at before it serves. A pool was measured: after a restart of
        # the database it refuses one request per idle connection, or with its own check one waits 5 s.
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "connect_timeout": 3,
            "options": (
                "-c lock_timeout=5000 -c statement_timeout=8000 "
                "-c idle_in_transaction_session_timeout=15000"
            ),
            **consulta,
        },
    }
