"""The five phases as stops of the river (``jinja2/componentes/rio.html``)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parada:
    titulo: str
    url: str
    plazo: str
    marca: str
    estado: str
    palabra: str
    texto: str
    demostracion: bool


def paradas(resumen):
    """``resumen``: what ``resumir_fases`` returns."""
    return [
        Parada(
            titulo=hecha.fase.titulo,
            url=hecha.fase.get_absolute_url(),
            plazo=hecha.fase.plazo_territorial_texto,
            marca=hecha.estado.estado.marca,
            estado=hecha.estado.estado.value,
            palabra=hecha.estado.palabra,
            texto=hecha.conteo,
            demostracion=hecha.demostracion,
        )
        for hecha in resumen
    ]
