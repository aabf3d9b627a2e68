"""A private PostgreSQL that lives as long as the tests: own folder and socket, no network, no password."""

import os
import pwd
import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

from .decir import Alto

DEBIAN = Path("/usr/lib/postgresql")
AJUSTES = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c listen_addresses='' "
    "-c max_connections=60 -c unix_socket_directories=%s"
)


def buscar():
    """Folder of ``initdb`` and ``pg_ctl``: the newest of Debian's, or that of the PATH, or None."""
    if DEBIAN.is_dir():
        for carpeta in sorted(DEBIAN.glob("[0-9]*"), key=lambda c: float(c.name), reverse=True):
            if (carpeta / "bin" / "initdb").exists():
                return carpeta / "bin"
    en_ruta = shutil.which("initdb")
    return Path(en_ruta).resolve().parent if en_ruta else None


@contextmanager
def encendido(programas):
    """Give the address of a fresh cluster, and leave nothing behind."""
    carpeta = Path(tempfile.mkdtemp(prefix="pg-"))
    como = _dueno(carpeta)
    datos = str(carpeta / "datos")
    try:
        crear = [str(programas / "initdb"), "-D", datos, "-U", "portal", "-A", "trust"]
        _correr(como + crear + ["-E", "UTF8", "--locale=C.UTF-8", "--no-sync"])
        pg_ctl = como + [str(programas / "pg_ctl"), "-D", datos, "-w"]
        _correr(pg_ctl + ["-l", str(carpeta / "registro"), "-o", AJUSTES % carpeta, "start"])
        try:
            yield "postgresql://portal@/postgres?host=%s" % carpeta
        finally:
            if os.path.exists(datos + "/postmaster.pid"):  # a test may have killed it
                _correr(pg_ctl + ["-m", "immediate", "stop"])
    finally:
        shutil.rmtree(str(carpeta), ignore_errors=True)


def _dueno(carpeta):
    """PostgreSQL refuses to run as root: give the folder to its own user, and run as that user."""
    if os.geteuid() != 0:
        return []
    try:
        quien = pwd.getpwnam("postgres")
    except KeyError:
        raise Alto(
            "falta el usuario «postgres» para encender PostgreSQL («apt install postgresql»)."
        ) from None
    os.chown(str(carpeta), quien.pw_uid, quien.pw_gid)
    return ["runuser", "-u", "postgres", "--"]


def _correr(orden):
    """pg_ctl keeps its pipes open in the server: discard them, and read the failure from its log."""
    hecho = subprocess.run(
        orden, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", check=False
    )
    if hecho.returncode:
        raise Alto("PostgreSQL no encendió (%s). Revise su instalación." % " ".join(orden[-6:]))
