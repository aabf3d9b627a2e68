"""The bounded table of the memory, and what is negotiated with each browser."""

import pytest
from django.utils import timezone

from portal.memoria.tabla import Entrada, Tabla
from portal.negociacion import codificacion_de, ya_lo_tiene


def entrada(cuerpo=b"x" * 100, marca="v1"):
    return Entrada(
        marca=marca, dia=timezone.localdate(), cambia_en=None, etag='W/"e"', cabeceras={}, cuerpo=cuerpo
    )


def test_the_table_is_bounded_by_number():
    chica = Tabla(entradas=3)
    for n in range(10):
        chica.guardar(n, entrada())
        chica.buscar(0, "v1", timezone.localdate(), 0.0)
    assert len(chica) == 3
    assert chica.buscar(0, "v1", timezone.localdate(), 0.0)  # the one in use stays
    assert chica.buscar(5, "v1", timezone.localdate(), 0.0) is None


def test_the_table_is_bounded_by_bytes_also_when_encodings_are_added():
    chica = Tabla(cabida=3_000)
    for n in range(20):
        fila = entrada(cuerpo=bytes(range(256)) * 4)
        chica.guardar(n, fila)
        chica.cuerpo(n, fila, "identity")
        chica.guardar(f"{n}-otra", entrada())
        assert chica.bytes <= 3_000 + 1_024
    assert chica.bytes == sum(fila.bytes for fila in chica._filas.values())


@pytest.mark.parametrize(
    ("aceptadas", "codificacion"),
    [
        ("gzip, deflate, br", "br"),
        ("br;q=0, gzip", "gzip"),
        ("gzip;q=0", "identity"),
        ("*", "br"),
        ("*;q=0", "identity"),
        ("GZIP", "gzip"),
        ("br;q=nada, gzip;q=1", "gzip"),
        ("", "identity"),
        ("zstd", "identity"),
    ],
)
def test_the_encoding_is_one_that_the_browser_reads(aceptadas, codificacion):
    assert codificacion_de(aceptadas) == codificacion


@pytest.mark.parametrize(
    ("pedido", "lo_tiene"),
    [('W/"a"', True), ('"a"', True), ('"b", W/"a"', True), ("*", True), ('"b"', False), ("basura", False)],
)
def test_validators_are_compared_weakly(pedido, lo_tiene):
    assert ya_lo_tiene('W/"a"', pedido) is lo_tiene
