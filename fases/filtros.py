"""The filter of a phase by state: links with totals, no form."""

from dataclasses import dataclass

from .estado import Estado

TITULOS = {
    None: "Todos",
    Estado.CUMPLE: "Cumplen",
    Estado.AVANCE: "En avance",
    Estado.INCUMPLE: "No cumplen",
    Estado.SIN_EVALUAR: "Sin evaluar",
}


@dataclass(frozen=True)
class Chip:
    titulo: str
    url: str
    total: int
    actual: bool


def estado_pedido(valor):
    """(state or None, error or empty) from the address. A wrong value hides nothing."""
    if not valor:
        return None, ""
    try:
        return Estado(valor), ""
    except ValueError:
        return None, "No hay criterios en el estado que pide la dirección: se muestran todos."


def chips_de_estado(criterios, actual, ruta):
    """One link per state that has criteria, and one for all of them."""
    chips = []
    for estado, titulo in TITULOS.items():
        total = sum(estado in (None, hecho.estado) for hecho in criterios)
        if total or estado is actual:
            url = f"{ruta}?estado={estado.value}" if estado else ruta
            chips.append(Chip(titulo, url, total, estado is actual))
    return chips
