"""Test data, built through the same acciones that build the real data."""

from datetime import date, datetime, time

from django.contrib.auth.models import Group
from django.utils import timezone

from comite.acciones.demo import sembrar_demo
from comite.acciones.plan import PLAN_DE_QUIBDO
from comite.acciones.plan import cargar_plan as _cargar_plan
from fases.informacion.models import Dependencia, Usuario

HOY = date(2026, 11, 23)
CLAVE = "Atrato-2026-lluvia"


def instante(dia=HOY, hora=10):
    """An aware instant of that day in Bogotá."""
    return timezone.make_aware(datetime.combine(dia, time(hora)))


def cargar_plan(archivo=PLAN_DE_QUIBDO):
    return _cargar_plan(archivo=archivo, por=None, ahora=instante())


def cargar_demo(hoy=HOY):
    cargar_plan()
    sembrar_demo(hoy=hoy, por=None)


def dependencia(nombre="Secretaría de prueba", slug="secretaria-de-prueba"):
    return Dependencia.objects.get_or_create(slug=slug, defaults={"nombre": nombre})[0]


def persona(usuario, grupo=None, oficina=None, **campos):
    """A user with the password ``CLAVE``; with a group, a member of the staff."""
    nuevo = Usuario(username=usuario, is_staff=bool(grupo), dependencia=oficina, **campos)
    nuevo.set_password(CLAVE)
    nuevo.save()
    if grupo:
        nuevo.groups.add(Group.objects.get(name=grupo))
    return nuevo
