"""gunicorn, the same on a first try and in production. Every value has its reason beside it."""

import os
import subprocess
import sys
from pathlib import Path

# gunicorn would read SCRIPT_NAME by itself and refuse every path that lacks it, but a proxy may or may
# not strip the prefix: the settings handle both (quibdo_gel/wsgi.py).
if "SCRIPT_NAME" in os.environ:
    os.environ.setdefault("FORCE_SCRIPT_NAME", os.environ.pop("SCRIPT_NAME"))

EN_PRUEBA_LOCAL = os.environ.get("SITIO_LOCAL", "").lower() in {"1", "true", "si", "sí"}

wsgi_app = "quibdo_gel.wsgi:application"
bind = f"127.0.0.1:{os.environ.get('PORT', '8000')}"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))  # one per core is enough: threads wait for the disk
threads = 4
timeout = 30  # a report of 200 actions takes 10 s; what passes 30 is stuck
# A reload lets started requests end: nobody is cut off. At home Ctrl+C should not make one wait, and a
# worker that was still being born when the signal came never hears it.
graceful_timeout = 5 if EN_PRUEBA_LOCAL else 30
keepalive = 5
max_requests = 2000  # a slow leak never grows old
max_requests_jitter = 200
limit_request_line = 4094
preload_app = False  # each worker loads the code itself, so that HUP brings a new version without a stop

# Only the proxy on this machine, or those named, may say "the visitor came by HTTPS".
forwarded_allow_ips = os.environ.get("TRUSTED_PROXIES", "").strip() or "127.0.0.1,::1"
secure_scheme_headers = {"X-FORWARDED-PROTO": "https"}
forwarder_headers = ""  # no proxy header may rewrite SCRIPT_NAME or PATH_INFO

# The heartbeat file in memory: on a slow disk a busy worker would be taken for dead.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None
control_socket_disable = True  # signals are enough; one door less

errorlog = "-"
loglevel = "warning" if EN_PRUEBA_LOCAL else "info"


CON_COPIAS = os.environ.get("ESPEJO", "1") != "0"
RAIZ = Path(__file__).resolve().parent.parent
copista = []


def empezar_copias():
    """A process beside the workers keeps the copies on disk up to date; it ends when this one ends."""
    if CON_COPIAS:
        orden = [sys.executable, "manage.py", "espejo", "--continuo"]
        copista.append(subprocess.Popen(orden, cwd=RAIZ))


def terminar_copias():
    while copista:
        copista.pop().terminate()


def on_reload(server):
    """A new version of the code makes its copies with the new code."""
    terminar_copias()
    empezar_copias()


def on_exit(server):
    terminar_copias()


def when_ready(server):
    """Begin the copies, and tell whoever tries the portal at home where it is."""
    empezar_copias()
    if EN_PRUEBA_LOCAL:
        anfitrion, puerto = server.LISTENERS[0].getsockname()[:2]
        print(f"Listo: el portal está en http://{anfitrion}:{puerto}/  (Ctrl+C lo termina)", flush=True)
