"""A server of the S3 protocol for the tests: a process of its own, on loopback, in memory."""

import socket
import subprocess
import sys
import time

import boto3
import pytest

from quibdo_gel import cubo

CREDENCIAL = "clave:un%2Fsecreto%2Bcualquiera"


def puerto_libre():
    with socket.socket() as enchufe:
        enchufe.bind(("127.0.0.1", 0))
        return enchufe.getsockname()[1]


@pytest.fixture(scope="session")
def servidor_s3():
    """«127.0.0.1:puerto» of a server that answers."""
    direccion = f"127.0.0.1:{puerto_libre()}"
    orden = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", direccion.rpartition(":")[2]]
    proceso = subprocess.Popen(orden, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _esperar(direccion)
        yield direccion
    finally:
        proceso.kill()
        proceso.wait()


@pytest.fixture
def cubo_s3(servidor_s3, settings):
    """The files of the portal in an empty bucket; gives the bucket as its own client sees it."""
    nombre = f"portal-{time.monotonic_ns()}"
    recurso = boto3.resource(
        "s3",
        endpoint_url=f"http://{servidor_s3}",
        region_name="us-east-1",
        aws_access_key_id="clave",
        aws_secret_access_key="un/secreto+cualquiera",
    )
    usar_s3(settings, servidor_s3, nombre)
    return recurso.create_bucket(Bucket=nombre)


def usar_s3(settings, servidor, nombre):
    """Point the portal to a bucket, exactly as MEDIA_S3 would."""
    almacen = cubo.almacen(f"s3+http://{CREDENCIAL}@{servidor}/{nombre}/archivos?region=us-east-1")
    settings.STORAGES = {**settings.STORAGES, "default": almacen}


def _esperar(servidor, segundos=30):
    anfitrion, _, puerto = servidor.rpartition(":")
    limite = time.monotonic() + segundos
    while True:
        try:
            with socket.create_connection((anfitrion, int(puerto)), timeout=2):
                return
        except OSError:
            if time.monotonic() > limite:
                raise
            time.sleep(0.1)
