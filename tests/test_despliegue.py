"""What ships in deploy/ is read by the programs it is for, and the copies answer when gunicorn does not."""

import gzip
import os
import re
import shutil
import subprocess
import time

import pytest
import requests

from .arquitectura import RAIZ
from .maquina import exigir
from .s3 import puerto_libre

NGINX = RAIZ / "deploy/nginx"
UNIDADES = RAIZ / "deploy/systemd"
ENTERA = "{quien} events {{}} daemon off; pid {carpeta}/pid; http {{ {temporales} {sitio} }}"


def configuracion(carpeta, sitio):
    """A whole configuration around ``sitio``, which writes only in ``carpeta``."""
    temporales = "access_log off;" + "".join(
        f"{de}_temp_path {carpeta}/{de};" for de in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    archivo = carpeta / "nginx.conf"
    quien = "user root;" if os.geteuid() == 0 else ""  # the folder of a test is of whoever runs it
    archivo.write_text(ENTERA.format(quien=quien, carpeta=carpeta, temporales=temporales, sitio=sitio))
    return ["nginx", "-c", archivo, "-e", carpeta / "error.log"]


@pytest.mark.parametrize("nombre", ["portal-gel.conf", "balanceador.conf"])
def test_nginx_reads_what_ships(tmp_path, nombre):
    exigir("nginx")
    sitio = (NGINX / nombre).read_text().replace("/etc/nginx/portal", str(NGINX / "portal"))
    sitio = re.sub(r"ssl_certificate(_key)? .*;", "", sitio)
    sitio = re.sub(r"listen (?:\[::\]:)?(\d+).*;", rf"listen unix:{tmp_path}/\1.sock;", sitio)
    sitio = re.sub(r"(listen unix:\S+;)\s+\1", r"\1", sitio)
    hecho = subprocess.run(
        [*configuracion(tmp_path, sitio), "-t"], capture_output=True, text=True, check=False
    )
    assert hecho.returncode == 0, hecho.stderr


@pytest.fixture
def sin_gunicorn(tmp_path):
    """nginx as on one server, with copies on disk and nobody behind."""
    exigir("nginx")
    copias = tmp_path / "espejo/sitio"
    (copias / "fases").mkdir(parents=True)
    for carpeta, texto in ((copias, "<h1>Inicio</h1>"), (copias / "fases", "<h1>Fases</h1>")):
        (carpeta / "index.html").write_text(texto)
        (carpeta / "index.html.gz").write_bytes(gzip.compress(texto.encode()))
    (copias / "robots.txt").write_text("User-agent: *")
    visitas = (NGINX / "portal/visitas.conf").read_text()
    visitas = visitas.replace("/srv/portal/espejo", str(tmp_path / "espejo"))
    puerto = puerto_libre()
    sitio = f"""
        include /etc/nginx/mime.types;
        upstream portal {{ server 127.0.0.1:{puerto_libre()}; }}
        server {{ listen 127.0.0.1:{puerto}; {visitas} {_estaticos(tmp_path / "estaticos")} }}
    """
    proceso = subprocess.Popen(configuracion(tmp_path, sitio))
    try:
        yield f"http://127.0.0.1:{puerto}", _cuando_responda(f"http://127.0.0.1:{puerto}/")
    finally:
        proceso.terminate()
        proceso.wait()


def _estaticos(carpeta):
    """The part of the shipped site that hands out static files, with one of them."""
    carpeta.mkdir()
    (carpeta / "ribera.abc.css").write_text("a{}")
    (carpeta / "ribera.abc.css.gz").write_bytes(gzip.compress(b"a{}"))
    enviada = (NGINX / "portal-gel.conf").read_text().replace("/srv/portal/estaticos", str(carpeta))
    return "".join(re.findall(r"^    location .*?^    \}", enviada, re.S | re.M))


def _cuando_responda(direccion, segundos=10):
    limite = time.monotonic() + segundos
    while True:
        try:
            return requests.get(direccion, timeout=2)
        except requests.ConnectionError:
            if time.monotonic() > limite:
                raise
            time.sleep(0.05)


def test_without_gunicorn_the_copies_are_read_and_nothing_is_taken_in(sin_gunicorn):
    base, inicio = sin_gunicorn
    assert (inicio.status_code, inicio.text) == (200, "<h1>Inicio</h1>")
    assert inicio.headers["Content-Encoding"] == "gzip"
    assert inicio.headers["X-Copia"] == "1"
    assert inicio.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "default-src 'none'" in inicio.headers["Content-Security-Policy"]
    assert requests.get(f"{base}/fases/?q=1", timeout=5).text == "<h1>Fases</h1>"
    assert requests.get(f"{base}/robots.txt", timeout=5).text == "User-agent: *"
    estilo = requests.get(f"{base}/static/ribera.abc.css", timeout=5)
    assert (estilo.text, estilo.headers["Content-Encoding"]) == ("a{}", "gzip")
    assert "immutable" in estilo.headers["Cache-Control"]
    assert requests.get(f"{base}/static/otro.css", timeout=5).status_code == 503
    for respuesta in (requests.post(f"{base}/fases/", timeout=5), requests.get(f"{base}/otra/", timeout=5)):
        assert respuesta.status_code == 503
        assert respuesta.headers["Retry-After"] == "30"
        assert "vuelva a intentarlo" in respuesta.text


@pytest.mark.parametrize("nombre", sorted(ruta.name for ruta in UNIDADES.iterdir()))
def test_systemd_reads_what_ships(tmp_path, nombre):
    exigir("systemd-analyze")
    for unidad in UNIDADES.iterdir():
        texto = unidad.read_text().replace("/srv/portal/codigo/.venv/bin/python", shutil.which("true"))
        (tmp_path / unidad.name).write_text(texto)
    hecho = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / nombre], capture_output=True, text=True, check=False
    )
    assert (hecho.returncode, hecho.stderr) == (0, "")
