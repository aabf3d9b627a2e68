"""PostgreSQL as several machines reach it: on the network, a primary and its standby."""

import subprocess

import psycopg

from deploy.taller import postgres

PUERTO = 8489


class Postgres:
    """PostgreSQL on the network, with its binaries run by its own user."""

    def __init__(self, carpeta):
        self._carpeta = carpeta / "pg"
        self._carpeta.mkdir()
        self._programas = postgres.buscar()
        self._como = postgres._dueno(self._carpeta)

    def crear(self, maquina):
        self._correr(maquina, "initdb", "-U", "portal", "-A", "trust", "-E", "UTF8", "--no-sync")
        permisos = self._datos(maquina) / "pg_hba.conf"
        red = maquina.direccion.rpartition(".")[0] + ".0/24"
        with permisos.open("a") as archivo:
            archivo.write(f"host all all {red} trust\nhost replication all {red} trust\n")

    def arrancar(self, maquina):
        ajustes = f"-c listen_addresses={maquina.direccion} -c port={PUERTO} -c fsync=off"
        ajustes += " -c unix_socket_directories='' -c max_connections=60"
        registro = self._carpeta / f"{maquina.nombre}.log"
        self._correr(maquina, "pg_ctl", "-w", "-l", registro, "-o", ajustes, "start")

    def parar(self, maquina):
        """At once, as a machine that fails; nothing when it is not running."""
        if (self._datos(maquina) / "postmaster.pid").exists():
            self._correr(maquina, "pg_ctl", "-w", "-m", "immediate", "stop")

    def replicar(self, de, a):
        origen = ["-h", de.direccion, "-p", PUERTO, "-U", "portal"]
        self._correr(a, "pg_basebackup", *origen, "-R", "-X", "stream", "-c", "fast", "--no-sync")
        self.arrancar(a)

    def ascender(self, maquina):
        self._correr(maquina, "pg_ctl", "-w", "promote")

    def _datos(self, maquina):
        return self._carpeta / maquina.nombre

    def _correr(self, maquina, programa, *partes):
        orden = [*self._como, self._programas / programa, "-D", self._datos(maquina), *partes]
        hecho = subprocess.run(
            maquina.orden(*map(str, orden)),
            cwd="/",
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if hecho.returncode:
            raise RuntimeError(f"{programa} terminó con {hecho.returncode}; vea {self._carpeta}")


def preguntar(anfitrion, consulta):
    """The one value that the server there answers."""
    datos = {"host": anfitrion, "port": PUERTO, "user": "portal", "dbname": "postgres"}
    with psycopg.connect(**datos) as conexion:
        return conexion.execute(consulta).fetchone()[0]
