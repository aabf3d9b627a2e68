"""The words of a chart: what it shows, said for who does not see it, gaps included."""

from decimal import Decimal

from fases.texto import numero

REGISTRADA, FALTANTE, SIN_MOVIMIENTO = "registrada", "faltante", "sin movimiento"
NOMBRADOS = 6  # periods named one by one before saying how many more there are


def numero_de_eje(valor: Decimal, unidad: str) -> str:
    """Short, for the narrow margin: «150 mil», «1,5 M»."""
    if abs(valor) >= 1_000_000:
        return f"{numero(valor / 1_000_000)}\u00a0M"
    if abs(valor) >= 10_000:
        return f"{numero(valor / 1000)}\u00a0mil"
    return numero(valor, unidad)


def resumir(puntos, estados, unidad: str) -> str:
    """One sentence to be read under the chart: the tendency, and how many periods are missing."""
    faltan = estados.count(FALTANTE)
    if not faltan:
        return _tendencia(puntos, estados, unidad)
    cuantos = f"Falta el dato de {faltan} de {len(puntos)} periodos."
    return f"{_tendencia(puntos, estados, unidad)} {cuantos}"


def describir(puntos, estados, meta: Decimal | None, unidad: str) -> str:
    """Everything that the drawing says, as text."""
    frases = ["Una barra por periodo.", _tendencia(puntos, estados, unidad)]
    for estado, rotulo in ((FALTANTE, "Sin dato"), (SIN_MOVIMIENTO, "Sin movimiento declarado")):
        nombres = [p.etiqueta for p, suyo in zip(puntos, estados, strict=True) if suyo == estado]
        if nombres:
            frases.append(f"{rotulo}: {_enumerar(nombres)}.")
    if meta is not None:
        frases.append(f"La línea punteada marca la meta, {numero(meta, unidad)}.")
    return " ".join(frases)


def _tendencia(puntos, estados, unidad: str) -> str:
    medidos = [p for p, estado in zip(puntos, estados, strict=True) if estado == REGISTRADA]
    if not medidos:
        return "No hay ningún dato registrado."
    primero, ultimo = medidos[0], medidos[-1]
    final = f"{numero(ultimo.valor, unidad)} en {ultimo.etiqueta}"
    if len(medidos) == 1:
        return f"Hay un solo dato: {final}."
    inicio = f"{numero(primero.valor, unidad)} en {primero.etiqueta}"
    if primero.valor == ultimo.valor:
        return f"Empieza y termina igual: {inicio}, {final}."
    verbo = "Sube" if ultimo.valor > primero.valor else "Baja"
    return f"{verbo} de {inicio} a {final}."


def _enumerar(nombres) -> str:
    if len(nombres) > NOMBRADOS:
        return f"{', '.join(nombres[:NOMBRADOS])} y {len(nombres) - NOMBRADOS} más"
    *anteriores, ultimo = nombres
    return f"{', '.join(anteriores)} y {ultimo}" if anteriores else ultimo
