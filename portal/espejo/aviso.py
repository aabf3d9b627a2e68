"""What a copy says of itself, and the preferences of whoever reads it."""

from django.utils import timezone
from django.utils.html import format_html

from fases.texto import fecha_larga

ANTES_DE = b'<main id="contenido"'
RAIZ = b'<html lang="es-CO"'
ADMITIDAS = {"tema": {"claro", "oscuro"}, "letra": {"2", "3"}}
AVISO = (
    '<div class="contenedor"><div class="aviso" role="status"><p><b>Está leyendo una copia guardada el {} '
    "a las {}</b>: el portal está en mantenimiento. Puede leer, pero los formularios no funcionan por "
    "ahora.</p></div></div>\n"
)


def con_aviso(pagina, momento):
    """The HTML (bytes) with its notice before the content. ``momento``: aware, when the copy was made."""
    local = timezone.localtime(momento)
    aviso = format_html(AVISO, fecha_larga(local.date()), hora(local)).encode()
    return pagina.replace(ANTES_DE, aviso + ANTES_DE, 1)


def hora(momento):
    """«3:05 p. m.»."""
    mitad = "a. m." if momento.hour < 12 else "p. m."
    return f"{momento.hour % 12 or 12}:{momento:%M} {mitad}"


def con_preferencias(pagina, galletas):
    """The colours and the letters that the person chose: a copy is made without anybody's."""
    elegidas = "".join(
        f' data-{nombre}="{galletas[nombre]}"'
        for nombre, valores in ADMITIDAS.items()
        if galletas.get(nombre) in valores
    )
    return pagina.replace(RAIZ, RAIZ + elegidas.encode(), 1) if elegidas else pagina
