"""The commands of the house stop with a sentence that says what to do, and never with a traceback."""

import os
import socket
import stat
import subprocess
import sys
from collections import namedtuple

import pytest

from deploy import preparar
from deploy.taller import arranque, entorno, postgres, pruebas, reglas
from deploy.taller.decir import Alto

from .arquitectura import RAIZ

Disco = namedtuple("Disco", "total used free")


def correr(*argumentos, **variables):
    """The script itself, as a person calls it."""
    return subprocess.run(
        [sys.executable, "deploy/tareas.py", *argumentos],
        cwd=RAIZ,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_taken_port_is_told_with_another_to_use():
    with socket.socket() as ajeno:
        ajeno.bind(("127.0.0.1", 0))
        ajeno.listen()
        puerto = ajeno.getsockname()[1]
        hecho = correr("arrancar", PORT=str(puerto))
    assert hecho.returncode == 1
    assert f"el puerto {puerto} está ocupado" in hecho.stderr
    assert f"PORT={puerto + 10}" in hecho.stderr
    assert "Traceback" not in hecho.stderr


@pytest.mark.parametrize("puerto", ["abc", "0", "70000", "-1"])
def test_a_port_that_is_none_is_told(puerto):
    hecho = correr("arrancar", f"--puerto={puerto}")
    assert hecho.returncode == 1
    assert "no es un puerto" in hecho.stderr


def test_an_old_python_is_told_to_its_face(monkeypatch, capsys):
    monkeypatch.syspath_prepend(str(RAIZ / "deploy"))
    hecho = subprocess.run(
        [sys.executable, "-c", VIEJO], cwd=RAIZ / "deploy", capture_output=True, text=True, check=False
    )
    assert hecho.stdout.startswith("Este portal necesita Python 3.11 o más nuevo y este es 3.8.10.")
    assert hecho.returncode == 1


VIEJO = """
import sys, tareas
sys.version_info = (3, 8, 10)
sys.exit(tareas.principal(["arrancar"]))
"""


def test_a_full_disk_is_told_before_anything_is_installed(monkeypatch):
    monkeypatch.setattr(entorno.shutil, "disk_usage", lambda ruta: Disco(10**9, 10**9, 50 * 2**20))
    with pytest.raises(Alto, match="quedan 50 MB libres"):
        entorno.comprobar_disco()


@pytest.fixture
def otro_venv(monkeypatch, tmp_path):
    """The workshop, aimed at an empty folder."""
    monkeypatch.setattr(entorno, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(entorno, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    return tmp_path / ".venv"


def test_without_venv_and_without_pip_the_package_to_install_is_named(monkeypatch, otro_venv):
    monkeypatch.setattr(entorno, "_corre", lambda orden: False)
    with pytest.raises(Alto, match="apt install python3-venv"):
        entorno._crear_venv()


def test_without_ensurepip_the_pip_of_the_system_serves(monkeypatch, otro_venv):
    corridas = []

    def corre(orden):
        corridas.append(orden)
        return "--without-pip" in orden or orden[:3] == [sys.executable, "-m", "pip"]

    monkeypatch.setattr(entorno, "_corre", corre)
    entorno._crear_venv()
    assert entorno._pip() == [sys.executable, "-m", "pip", "--python", str(entorno.PYTHON)]


def test_the_secret_of_a_try_out_is_kept_for_its_owner_only(monkeypatch, tmp_path):
    monkeypatch.setattr(entorno, "VAR", tmp_path / "var")
    clave = arranque.clave_secreta()
    archivo = tmp_path / "var" / "clave_secreta"
    assert arranque.clave_secreta() == clave == archivo.read_text()
    assert len(clave) >= 50
    assert stat.S_IMODE(archivo.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "var").stat().st_mode) == 0o700


def test_what_the_person_has_set_is_kept(monkeypatch, tmp_path):
    monkeypatch.setattr(entorno, "VAR", tmp_path / "var")
    monkeypatch.setenv("SITE_URL", "http://mi-equipo:8000")
    assert arranque.variables_locales(8000)["SITE_URL"] == "http://mi-equipo:8000"


def test_the_file_env_completes_the_environment(monkeypatch, tmp_path):
    monkeypatch.setattr(arranque, "RAIZ", tmp_path)
    (tmp_path / ".env").write_text("# nota\nDATABASE_URL='sqlite:////a/b'\n\nEMAIL_URL=consola://\n")
    monkeypatch.setenv("EMAIL_URL", "smtp://correo")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    variables = arranque.variables_de_env()
    assert variables["DATABASE_URL"] == "sqlite:////a/b"
    assert variables["EMAIL_URL"] == "smtp://correo"


def test_a_step_that_breaks_ends_in_a_sentence_and_a_file(monkeypatch, tmp_path, capsys):
    def romperse(con_demo):
        raise ZeroDivisionError("algo raro")

    monkeypatch.setattr(entorno, "VAR", tmp_path / "var")
    monkeypatch.setattr(preparar, "preparar", romperse)
    assert preparar.principal([]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert "ZeroDivisionError" in (tmp_path / "var" / "arranque.log").read_text()


def test_in_ci_nothing_may_be_left_out():
    faltas = pruebas.Faltas(exigente=True)
    with pytest.raises(Alto, match="no se omite nada"):
        faltas.anotar("las pruebas en navegador.")


def test_the_counts_of_both_runs_are_added(tmp_path):
    informe = tmp_path / "informe.xml"
    informe.write_text(
        '<testsuites><testsuite tests="10" failures="1" errors="1" skipped="2"/></testsuites>'
    )
    cuentas = [5, 0, 0]
    pruebas.contar(informe, cuentas, 1)
    assert cuentas == [11, 2, 2]
    pruebas.contar(tmp_path / "no-hay.xml", cuentas, 4)
    assert cuentas == [11, 3, 2]


def test_postgresql_of_the_tests_needs_its_user_when_root(monkeypatch, tmp_path):
    def no_hay(nombre):
        raise KeyError(nombre)

    monkeypatch.setattr(postgres.os, "geteuid", lambda: 0)
    monkeypatch.setattr(postgres.pwd, "getpwnam", no_hay)
    with pytest.raises(Alto, match="apt install postgresql"):
        postgres._dueno(tmp_path)


@pytest.mark.parametrize(
    ("ruta", "renglon"),
    [
        ("templates/x.html", '<p style="color:red">'),
        ("templates/x.html", "<style>"),
        ("templates/x.html", "<script>alert(1)</script>"),
        ("templates/x.html", '<a onclick="x()">'),
        ("templates/x.html", "{{ texto|safe }}"),
        ("jinja2/x.html", "<style>"),
        ("jinja2/x.html", "{% autoescape false %}"),
        ("portal/x.py", "return Markup(texto)"),
        ("comite/x.py", "return mark_safe(texto)"),
        ("comite/x.py", "@receiver(post_save)"),
        ("README.md", "files.python" + "hosted.example"),
        ("comite/x.py", "import x  # no" + "qa"),
    ],
)
def test_a_planted_breach_of_the_house_rules_is_found(monkeypatch, tmp_path, ruta, renglon):
    monkeypatch.setattr(reglas, "RAIZ", tmp_path)
    (tmp_path / ruta).parent.mkdir(exist_ok=True)
    (tmp_path / ruta).write_text(renglon + "\n")
    assert reglas.objeciones([ruta])


def test_every_variable_of_the_settings_is_in_the_example():
    ejemplo = (RAIZ / ".env.ejemplo").read_text()
    leidas = set()
    for archivo in ("settings.py", "entorno.py"):
        codigo = (RAIZ / "quibdo_gel" / archivo).read_text()
        leidas |= set(reglas.re.findall(r'(?:texto|booleano|lista)\("([A-Z_]+)"', codigo))
    leidas |= {"TRUSTED_PROXIES", "SCRIPT_NAME", "MEDIA_ROOT", "DATABASE_URL", "CACHE_URL", "EMAIL_URL"}
    assert [v for v in sorted(leidas) if f"{v}=" not in ejemplo and f"{v} " not in ejemplo] == []


def test_the_makefile_only_shortens_the_script():
    ordenes = reglas.re.findall(r"tareas\.py (\w+)", (RAIZ / "Makefile").read_text())
    assert ordenes == ["arrancar", "probar", "revisar", "ordenar", "medir", "bloquear"]
