"""The engine of the public pages: strict, escaping, and with the words that the templates use.

A wrong name is an error and never an empty place. Nothing here depends on who asks.
"""

from django.conf import settings
from django.templatetags.static import static
from django.utils.text import capfirst
from jinja2 import Environment, StrictUndefined

from fases import enlaces, texto


def ambiente(**opciones):
    """What ``TEMPLATES`` names as ``environment``; Django would let a wrong name vanish."""
    opciones |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    del opciones["autoescape"]
    hecho = Environment(autoescape=True, **opciones)
    hecho.filters |= {
        "capfirst": capfirst,
        "direccion_segura": enlaces.direccion_segura,
        "enfasis": texto.enfasis,
        "fecha_iso": texto.fecha_iso,
        "fecha_larga": texto.fecha_larga,
        "mes_corto": texto.mes_corto,
        "numero": texto.numero,
        "parrafos": texto.parrafos,
        "plural": texto.plural,
        "renglones": texto.renglones,
        "sin_enfasis": texto.sin_enfasis,
        "tamano": texto.tamano,
    }
    hecho.globals |= {
        "hoja": texto.propio(settings.HOJA_PUBLICA),
        "static": static,
        "url": enlaces.direccion,
    }
    return hecho
