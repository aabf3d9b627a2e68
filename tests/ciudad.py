"""The portal as it runs on many machines: database, its standby, bucket, two hosts and a balancer."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import boto3
import requests

from .base_en_red import PUERTO as PUERTO_BD
from .base_en_red import Postgres, preguntar
from .red import Red

RAIZ = Path(__file__).resolve().parent.parent
NOMBRE = "www.quibdo.example"
CLAVE = "Atrato-2026-lluvia"
PUERTO_S3, PUERTO_WEB, PUERTO_ENTRADA = 8490, 8491, 8492
# The static files are not what is tried here: they are neither gathered nor named by content.
AJUSTES = """
from quibdo_gel.settings import *
STATIC_ROOT = None
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
"""
CARGAR = f"""
from django.core.management import call_command
from django.contrib.auth.models import Group
from fases.informacion.models import Usuario
call_command("migrate", verbosity=0)
call_command("cargar_plan")
administradora = Usuario.objects.create_user("ana", password="{CLAVE}", is_staff=True)
administradora.groups.set(Group.objects.all())
"""


class Ciudad:
    """Everything switched on. ``visitante`` runs functions in the network of those who visit."""

    def __init__(self, red, carpeta):
        self.carpeta = carpeta
        self.bd, self.relevo, self.archivos = map(red.maquina, ("bd", "relevo", "archivos"))
        self.uno, self.dos = map(red.maquina, ("uno", "dos"))
        self.balanceador, casa = map(red.maquina, ("balanceador", "casa"))
        self.visitante = ThreadPoolExecutor(max_workers=24, initializer=casa.entrar)
        self.entrada = f"{self.balanceador.direccion}:{PUERTO_ENTRADA}"
        self._postgres = Postgres(carpeta)
        (carpeta / "ajustes_de_la_ciudad.py").write_text(AJUSTES)

    def encender(self):
        self._postgres.crear(self.bd)
        self._postgres.arrancar(self.bd)
        self._encender_cubo()
        orden = self.uno.orden(sys.executable, "manage.py", "shell", "-c", CARGAR)
        subprocess.run(orden, cwd=RAIZ, env=self._variables(), check=True, capture_output=True)
        for anfitrion in (self.uno, self.dos):
            self.servir(anfitrion)
        self._encender_balanceador()
        for anfitrion in (self.uno, self.dos):
            self.esperar(anfitrion, PUERTO_WEB)

    def servir(self, anfitrion):
        """gunicorn, with the configuration that ships."""
        orden = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
        orden += ["-b", f"{anfitrion.direccion}:{PUERTO_WEB}"]
        variables = self._variables() | {"ESPEJO_ROOT": str(self.carpeta / f"espejo-{anfitrion.nombre}")}
        registro = self.carpeta / f"{anfitrion.nombre}.log"
        anfitrion.lanzar(*orden, registro=registro, cwd=RAIZ, env=variables)

    def esperar(self, maquina, puerto, segundos=20):
        """Until somebody listens there."""
        self.desde_casa(_esperar, maquina.direccion, puerto, segundos)

    def desde_casa(self, hacer, *argumentos):
        """What ``hacer`` gives, done by a visitor."""
        return self.visitante.submit(hacer, *argumentos).result()

    def pagina(self, anfitrion, ruta="/"):
        """A page as one host gives it, asked without the balancer."""
        return self.desde_casa(requests.get, self.direccion(anfitrion, ruta))

    def direccion(self, anfitrion, ruta="/"):
        return f"http://{anfitrion.direccion}:{PUERTO_WEB}{ruta}"

    def detener_base(self):
        self._postgres.parar(self.bd)

    def arrancar_base(self):
        self._postgres.arrancar(self.bd)

    def copiar_base(self):
        """A standby that follows the primary."""
        self._postgres.replicar(self.bd, self.relevo)

    def esperar_en_relevo(self, consulta, valor, segundos=10):
        """Until the standby has ``valor`` too: it follows a moment behind."""
        limite = time.monotonic() + segundos
        while self.desde_casa(preguntar, self.relevo.direccion, consulta) != valor:
            assert time.monotonic() < limite, "el relevo no sigue a la base principal"
            time.sleep(0.1)

    def ascender_relevo(self):
        self._postgres.ascender(self.relevo)

    def apagar(self):
        self.visitante.shutdown()
        for maquina in (self.bd, self.relevo):
            self._postgres.parar(maquina)

    def _variables(self):
        ajenas = ("MEDIA_ROOT", "DJANGO_ALLOW_ASYNC_UNSAFE")
        propias = {clave: valor for clave, valor in os.environ.items() if clave not in ajenas}
        bases = ",".join(f"{m.direccion}:{PUERTO_BD}" for m in (self.bd, self.relevo))
        todas = [m.direccion for m in (self.uno, self.dos, self.balanceador)]
        return propias | {
            "DJANGO_SETTINGS_MODULE": "ajustes_de_la_ciudad",
            "PYTHONPATH": str(self.carpeta),
            "SITIO_LOCAL": "1",
            "DATABASE_URL": f"postgresql://portal@{bases}/postgres",
            "MEDIA_S3": f"s3+http://clave:secreto@{self.archivos.direccion}:{PUERTO_S3}/portal",
            "ALLOWED_HOSTS": ",".join([NOMBRE, *todas]),
            "TRUSTED_PROXIES": self.balanceador.direccion,
            "WEB_CONCURRENCY": "1",
        }

    def _encender_cubo(self):
        donde = ["-H", self.archivos.direccion, "-p", PUERTO_S3]
        registro = self.carpeta / "s3.log"
        self.archivos.lanzar(sys.executable, "-m", "moto.server", *donde, registro=registro)
        self.esperar(self.archivos, PUERTO_S3)
        self.desde_casa(_hacer_cubo, f"http://{self.archivos.direccion}:{PUERTO_S3}")

    def _encender_balanceador(self):
        conf = self.carpeta / "nginx.conf"
        conf.write_text(configuracion_de_nginx(self))
        registro = self.carpeta / "nginx.log"
        self.balanceador.lanzar(shutil.which("nginx"), "-c", conf, "-e", registro, registro=registro)
        self.esperar(self.balanceador, PUERTO_ENTRADA)


def configuracion_de_nginx(ciudad):
    """The balancer that ships, with the addresses of these machines, without TLS."""
    enviada = (RAIZ / "deploy/nginx/balanceador.conf").read_text()
    (reparto,) = re.findall(r"^upstream portal \{.*?^\}", enviada, re.S | re.M)
    for ejemplo, anfitrion in (("10.0.0.11", ciudad.uno), ("10.0.0.12", ciudad.dos)):
        assert f"{ejemplo}:8000" in reparto
        reparto = reparto.replace(f"{ejemplo}:8000", f"{anfitrion.direccion}:{PUERTO_WEB}")
    temporales = "\n".join(
        f"  {de}_temp_path {ciudad.carpeta}/{de};"
        for de in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return f"""
daemon off; worker_processes 1; pid {ciudad.carpeta}/nginx.pid; user root;
events {{ worker_connections 256; }}
http {{
{temporales}
  access_log off;
  add_header X-Atendio $upstream_addr always;
  {reparto}
  server {{
    listen {ciudad.entrada};
    include {RAIZ}/deploy/nginx/portal/visitas.conf;
  }}
}}
"""


def _hacer_cubo(direccion):
    recurso = boto3.resource(
        "s3",
        endpoint_url=direccion,
        region_name="us-east-1",
        aws_access_key_id="clave",
        aws_secret_access_key="secreto",
    )
    recurso.create_bucket(Bucket="portal")


def _esperar(anfitrion, puerto, segundos):
    limite = time.monotonic() + segundos
    while True:
        try:
            socket.create_connection((anfitrion, puerto), timeout=1).close()
            return
        except OSError:
            if time.monotonic() > limite:
                raise
            time.sleep(0.05)


@contextmanager
def encendida(con_espacios):
    """The whole city, and nothing of it afterwards."""
    with TemporaryDirectory(prefix="ciudad-") as carpeta, Red(con_espacios) as red:
        Path(carpeta).chmod(0o755)  # PostgreSQL runs as another user
        ciudad = Ciudad(red, Path(carpeta))
        try:
            ciudad.encender()
            yield ciudad
        finally:
            ciudad.apagar()
