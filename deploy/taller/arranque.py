"""``arrancar``: from a fresh clone to a served portal, and in a few seconds the second time."""

import os
import secrets
import socket
import subprocess

from .decir import Alto, decir
from .entorno import PYTHON, RAIZ, carpeta_var, comprobar_disco, preparar

ANFITRION = "127.0.0.1"


def arrancar(pedido):
    """Install, load the plan and the demonstration, and serve on this machine only."""
    puerto = leer_puerto(pedido.puerto)
    if not pedido.sin_servidor:
        comprobar_puerto(puerto)
    comprobar_disco()
    preparar("base")
    variables = variables_locales(puerto)
    hecho = subprocess.run(
        [str(PYTHON), "-m", "deploy.preparar"], cwd=str(RAIZ), env=variables, check=False
    )
    if hecho.returncode:
        return hecho.returncode if hecho.returncode > 0 else 1
    if pedido.sin_servidor:
        decir("Todo está listo. Para servir el portal: python3 deploy/tareas.py arrancar")
        return 0
    decir("Sirvo el portal con gunicorn en http://%s:%d/" % (ANFITRION, puerto))
    os.chdir(str(RAIZ))
    return servir(orden_de_gunicorn(puerto), variables)


def preparar_produccion(pedido):
    """Install, migrate, load the plan and gather the static files, with the variables of ``.env``."""
    comprobar_disco()
    preparar("base")
    carpeta_var()
    orden = [str(PYTHON), "-m", "deploy.preparar", "--sin-demo"]
    return subprocess.run(orden, cwd=str(RAIZ), env=variables_de_env(), check=False).returncode


def variables_de_env():
    """The environment, completed with the lines «NOMBRE=valor» of ``.env`` as systemd reads them."""
    variables, archivo = dict(os.environ), RAIZ / ".env"
    if archivo.exists():
        for linea in archivo.read_text(encoding="utf-8").splitlines():
            nombre, igual, valor = linea.strip().partition("=")
            if igual and not nombre.startswith("#"):
                variables.setdefault(nombre.strip(), valor.strip().strip("\"'"))
    return variables


def leer_puerto(texto):
    """The port as a number."""
    if not texto.isdigit() or not 1 <= int(texto) <= 65535:
        raise Alto("«%s» no es un puerto (de 1 a 65535). Por ejemplo: PORT=8010 make run." % texto)
    return int(texto)


def comprobar_puerto(puerto):
    """Stop early, with what to do, when somebody else listens there."""
    with socket.socket() as enchufe:
        enchufe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            enchufe.bind((ANFITRION, puerto))
        except PermissionError:
            raise Alto("el puerto %d es del sistema. Use otro: PORT=8010 make run." % puerto) from None
        except OSError:
            raise Alto(
                "el puerto %d está ocupado por otro programa. Ciérrelo o use otro puerto: "
                "PORT=%d make run." % (puerto, puerto + 10 if puerto < 65525 else 8010)
            ) from None


def variables_locales(puerto):
    """The environment of a try-out; what the person has set is kept."""
    variables = dict(os.environ)
    carpeta_var()
    variables["SITIO_LOCAL"] = "1"
    variables["PORT"] = str(puerto)
    variables.setdefault("SECRET_KEY", clave_secreta())
    variables.setdefault("DEBUG", "false")
    variables.setdefault("ALLOWED_HOSTS", "127.0.0.1,localhost")
    variables.setdefault("SITE_URL", "http://%s:%d" % (ANFITRION, puerto))
    return variables


def clave_secreta():
    """One secret per clone, so that sessions outlive a restart."""
    archivo = carpeta_var() / "clave_secreta"
    if not archivo.exists():
        descriptor = os.open(str(archivo), os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w") as salida:
            salida.write(secrets.token_urlsafe(50))
    return archivo.read_text(encoding="ascii").strip()


def orden_de_gunicorn(puerto):
    """The command that serves, also used by the benchmark."""
    conf = str(RAIZ / "deploy" / "gunicorn.conf.py")
    return [str(PYTHON), "-m", "gunicorn", "-c", conf, "-b", "%s:%d" % (ANFITRION, puerto)]


def servir(orden, variables):
    """Become the server, so that Ctrl+C and signals reach it directly."""
    if os.name == "nt":
        raise Alto("gunicorn no corre en Windows. Use WSL («wsl --install») y repita la orden allí.")
    os.execve(orden[0], orden, variables)
