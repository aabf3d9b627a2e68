"""Zip containers that are the same, byte by byte, whenever they hold the same."""

import io
import zipfile

ORIGEN = (1980, 1, 1, 0, 0, 0)


def empacar(partes, sin_comprimir=()):
    """``partes``: pairs (name, bytes) in order. Fixed times and permissions."""
    destino = io.BytesIO()
    with zipfile.ZipFile(destino, "w") as archivo:
        for nombre, datos in partes:
            entrada = zipfile.ZipInfo(nombre, ORIGEN)
            entrada.create_system = 3
            entrada.external_attr = 0o644 << 16
            entrada.compress_type = zipfile.ZIP_STORED if nombre in sin_comprimir else zipfile.ZIP_DEFLATED
            archivo.writestr(entrada, datos)
    return destino.getvalue()


def reempacar(datos):
    """The same container without the moment in which a library wrote it."""
    with zipfile.ZipFile(io.BytesIO(datos)) as archivo:
        return empacar([(nombre, archivo.read(nombre)) for nombre in archivo.namelist()])
