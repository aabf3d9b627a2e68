"""Filters for the templates: each is a function of ``fases.texto`` or ``fases.enlaces``."""

from django import template

from fases import enlaces, texto

register = template.Library()
register.filter("enfasis", texto.enfasis)
register.filter("parrafos", texto.parrafos)
register.filter("sin_enfasis", texto.sin_enfasis)
register.filter("renglones", texto.renglones)
register.filter("fecha_larga", texto.fecha_larga)
register.filter("numero", texto.numero)
register.filter("tamano", texto.tamano)
register.filter("direccion_segura", enlaces.direccion_segura)
