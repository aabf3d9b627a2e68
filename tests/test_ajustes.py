"""A wrong environment stops the start with a sentence that says what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from quibdo_gel import entorno

RAIZ = Path(__file__).parent.parent
BUENAS = {"SECRET_KEY": "k" * 60, "ALLOWED_HOSTS": "www.quibdo.example"}
AJENAS = ("SITIO_LOCAL", "DEBUG", "DATABASE_URL", "SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL")
AJENAS += ("DJANGO_SETTINGS_MODULE", "MEDIA_ROOT", "CSRF_TRUSTED_ORIGINS", "SCRIPT_NAME")


def manage(*orden, **variables):
    ambiente = {k: v for k, v in os.environ.items() if k not in AJENAS} | variables
    return subprocess.run(
        [sys.executable, "manage.py", *orden], cwd=RAIZ, env=ambiente, capture_output=True, text=True
    )


@pytest.mark.parametrize(
    ("variables", "frase"),
    [
        ({}, "SECRET_KEY"),
        ({**BUENAS, "SECRET_KEY": "corta"}, "SECRET_KEY"),
        ({**BUENAS, "ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS"),
        ({**BUENAS, "ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({**BUENAS, "DATABASE_URL": "mysql://x/y"}, "DATABASE_URL"),
        ({**BUENAS, "DATABASE_URL": "postgresql://x:puerto/y"}, "DATABASE_URL"),
        ({**BUENAS, "SITE_URL": "quibdo.gov.co"}, "SITE_URL"),
        ({**BUENAS, "EMAIL_URL": "http://x"}, "EMAIL_URL"),
        ({**BUENAS, "SITIO_LOCAL": "quizás"}, "SITIO_LOCAL"),
        ({**BUENAS, "CSRF_TRUSTED_ORIGINS": "www.gov.co"}, "CSRF_TRUSTED_ORIGINS"),
    ],
)
def test_a_wrong_environment_is_a_sentence_and_not_a_traceback(variables, frase):
    salida = manage("check", **variables)
    assert salida.returncode != 0
    assert frase in salida.stderr
    assert "Traceback" not in salida.stderr


def test_debug_cannot_be_turned_on_in_production():
    orden = "from django.conf import settings; print(settings.DEBUG)"
    salida = manage("shell", "-c", orden, **BUENAS, DEBUG="1")
    assert salida.stdout.strip().endswith("False")


def test_the_sqlite_options_are_those_that_were_measured(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////datos/portal.sqlite3")
    base = entorno.base_de_datos("/otra")
    assert base["NAME"] == "/datos/portal.sqlite3"
    assert base["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "synchronous=FULL" in base["OPTIONS"]["init_command"]


def test_a_postgresql_address_with_odd_characters_is_read(monkeypatch):
    monkeypatch.setenv(
        "DATABASE_URL", "postgresql://usu%40rio:cl%2Fave@servidor:5433/portal?sslmode=require"
    )
    base = entorno.base_de_datos("/x")
    assert (base["USER"], base["PASSWORD"], base["PORT"]) == ("usu@rio", "cl/ave", "5433")
    assert base["OPTIONS"]["sslmode"] == "require"
    assert base["CONN_MAX_AGE"] > 0
    assert base["CONN_HEALTH_CHECKS"]


def test_a_prefix_must_begin_with_a_slash(monkeypatch):
    monkeypatch.setenv("SCRIPT_NAME", "quibdo")
    monkeypatch.delenv("FORCE_SCRIPT_NAME", raising=False)
    with pytest.raises(ImproperlyConfigured):
        entorno.prefijo()


@pytest.mark.parametrize(
    ("servidores", "nombres", "puertos"),
    [
        ("principal:5433,relevo:5434", "principal,relevo", "5433,5434"),
        ("principal,relevo", "principal,relevo", ""),
        ("[fd00::1]:5433,relevo:5432", "fd00::1,relevo", "5433,5432"),
    ],
)
def test_of_several_postgresql_servers_the_one_that_accepts_writing_is_used(
    monkeypatch, servidores, nombres, puertos
):
    monkeypatch.setenv("DATABASE_URL", f"postgresql://portal:clave@{servidores}/portal")
    base = entorno.base_de_datos("/x")
    assert (base["HOST"], base["PORT"]) == (nombres, puertos)
    assert base["OPTIONS"]["target_session_attrs"] == "read-write"
