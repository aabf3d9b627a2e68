"""One demonstration account for each role, in one demonstration office each."""

import hashlib
import hmac

from django.conf import settings
from django.contrib.auth.models import Group

from fases.informacion.models import Dependencia, Usuario

CUENTAS = (
    (
        "admin.demo",
        "Persona de Demostración",
        "Uno",
        "Administración",
        "Administradora del portal",
        "sistemas",
    ),
    ("comite.demo", "Persona de Demostración", "Dos", "Comité GEL-T", "Secretaria técnica", "comite"),
    ("editor.demo", "Persona de Demostración", "Tres", "Editor de dependencia", "Auxiliar", "sistemas"),
    ("control.demo", "Persona de Demostración", "Cuatro", "Control Interno", "Jefe de oficina", "control"),
)
DEPENDENCIAS = (
    ("comite", "Comité GEL-T (demostración)"),
    ("sistemas", "Oficina de Sistemas (demostración)"),
    ("control", "Oficina de Control Interno (demostración)"),
)


def clave_de(usuario):
    """Password of a demonstration account: the same at every run, different in every installation."""
    secreto = settings.SECRET_KEY.encode()
    firma = hmac.new(secreto, f"demo:{usuario}".encode(), hashlib.sha256).hexdigest()
    return f"{firma[:4]}-{firma[4:8]}-{firma[8:12]}-{firma[12:16]}"


def crear():
    """Create or refresh offices and accounts; return the accounts by the key of their group."""
    oficinas = {}
    for clave, nombre in DEPENDENCIAS:
        oficinas[clave], _ = Dependencia.objects.get_or_create(
            slug=f"{clave}-demostracion", defaults={"nombre": nombre, "demostracion": True}
        )
    personas = {}
    for usuario, nombre, apellido, grupo, cargo, oficina in CUENTAS:
        persona, _ = Usuario.objects.get_or_create(
            username=usuario,
            defaults={
                "first_name": nombre,
                "last_name": apellido,
                "cargo": cargo,
                "dependencia": oficinas[oficina],
                "is_staff": True,
                "demostracion": True,
            },
        )
        if not persona.check_password(clave_de(usuario)):
            persona.set_password(clave_de(usuario))
            persona.is_active = True
            persona.save()
        persona.groups.set([Group.objects.get(name=grupo)])
        personas[oficina if grupo != "Editor de dependencia" else "editor"] = persona
    return personas, oficinas


def instrucciones():
    """Lines that tell how to sign in."""
    lineas = ["Cuentas de demostración (entre por /admin/):"]
    for usuario, _, _, grupo, _, _ in CUENTAS:
        lineas.append(f"  {grupo:22} usuario {usuario:12} clave {clave_de(usuario)}")
    return lineas
