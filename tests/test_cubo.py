"""MEDIA_S3: what it may say, and the sentence for each mistake."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from quibdo_gel import cubo

from .test_ajustes import BUENAS, manage


def test_without_it_the_files_stay_in_the_folder():
    assert cubo.almacen("") == {"BACKEND": "fases.almacen.AlmacenEnDisco"}


def test_an_address_with_odd_characters_is_read():
    almacen = cubo.almacen(
        "s3://AK%2B:un%2Fsecreto@minio.red:9000/portal/quibdo?region=sa-1&estilo=virtual"
    )
    assert almacen["OPTIONS"] == {
        "direccion": "https://minio.red:9000",
        "cubo": "portal",
        "prefijo": "quibdo",
        "clave": "AK+",
        "secreto": "un/secreto",
        "region": "sa-1",
        "estilo": "virtual",
    }


def test_without_encryption_only_when_it_is_said():
    assert cubo.almacen("s3://a:b@h/c")["OPTIONS"]["direccion"] == "https://h"
    assert cubo.almacen("s3+http://a:b@h/c")["OPTIONS"]["direccion"] == "http://h"


@pytest.mark.parametrize(
    ("texto", "frase"),
    [
        ("https://a:b@h/cubo", "debe ser «s3://"),
        ("s3://h/cubo", "debe ser «s3://"),
        ("s3://a:b@h", "debe ser «s3://"),
        ("s3://a:b@h:puerto/cubo", "puerto"),
        ("s3://a:b/c@h/cubo", "%2F"),
        ("s3://a:b@h/cubo?regio=x", "«regio», que no se conoce"),
        ("s3://a:b@h/cubo?estilo=otro", "«estilo» es «path»"),
    ],
)
def test_each_mistake_is_a_sentence_that_hides_the_secret(texto, frase):
    with pytest.raises(ImproperlyConfigured) as dicho:
        cubo.almacen(texto)
    assert frase in str(dicho.value)
    assert "a:b" not in str(dicho.value)


def test_a_missing_package_is_told_with_the_order_that_installs_it(monkeypatch):
    monkeypatch.setattr(cubo, "find_spec", lambda nombre: None)
    with pytest.raises(ImproperlyConfigured, match=r"-r requirements/s3\.txt"):
        cubo.almacen("s3://a:b@h/c")


def test_a_wrong_one_stops_the_start_with_its_sentence():
    salida = manage("check", **BUENAS, MEDIA_S3="s3://a:b@h")
    assert salida.returncode != 0
    assert "MEDIA_S3 debe ser" in salida.stderr
    assert "Traceback" not in salida.stderr
