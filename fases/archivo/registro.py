"""What one reading notes: its errors, the names it met and the references it must still resolve."""

from collections.abc import Sequence
from dataclasses import dataclass, field

MOSTRADOS = 20
CABEN = 60


class ArchivoError(ValueError):
    """A data file is wrong. ``errores`` has them all; the message shows the first twenty."""

    archivo = "El archivo"

    def __init__(self, errores: Sequence[str]) -> None:
        self.errores = tuple(errores)
        super().__init__(self._mensaje())

    def _mensaje(self) -> str:
        if len(self.errores) == 1:
            return f"{self.archivo} tiene un error. {self.errores[0]}"
        lineas = [f"{self.archivo} tiene {len(self.errores)} errores (las posiciones se cuentan desde 0):"]
        lineas += [f"- {error}" for error in self.errores[:MOSTRADOS]]
        if len(self.errores) > MOSTRADOS:
            lineas.append(f"- … y {len(self.errores) - MOSTRADOS} más.")
        return "\n".join(lineas)


@dataclass
class Registro:
    """Shared by all the nodes of one reading."""

    errores: list[str] = field(default_factory=list)
    definidos: dict[str, dict[object, str]] = field(default_factory=dict)
    referencias: list[tuple[str, str, str]] = field(default_factory=list)

    def error(self, ruta: str, mensaje: str) -> None:
        self.errores.append(f"{ruta or 'primer nivel'}: {mensaje}")

    def definir(self, ambito: str, valor: object, ruta: str) -> None:
        """Note that ``valor`` names something; twice in the same scope is an error."""
        antes = self.definidos.setdefault(ambito, {}).setdefault(valor, ruta)
        if antes != ruta:
            self.error(ruta, f"«{corto(valor)}» está repetido: ya se usó en {antes}.")

    def referir(self, ambito: str, valor: str, ruta: str) -> None:
        self.referencias.append((ruta, ambito, valor))

    def resolver(self) -> None:
        """Check the references, once all has been read: the order of the file does not matter."""
        for ruta, ambito, valor in self.referencias:
            existentes = self.definidos.get(ambito, {})
            if valor not in existentes:
                hay = ", ".join(str(nombre) for nombre in list(existentes)[:MOSTRADOS]) or "no hay ninguno"
                self.error(ruta, f"«{corto(valor)}» no está entre los de {ambito} ({hay}).")


def corto(valor: object) -> str:
    """A value as it may be shown in a message."""
    texto = str(valor)
    visible = "".join(
        letra if letra.isprintable() else "\N{REPLACEMENT CHARACTER}" for letra in texto[:CABEN]
    )
    return visible if len(texto) <= CABEN else f"{visible}…"
