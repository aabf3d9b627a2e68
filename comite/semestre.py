"""The semester as a value: 2026-1 is 1 January to 30 June of 2026."""

import re
from dataclasses import dataclass
from datetime import date

FORMA = re.compile(r"([0-9]{4})-([12])")


@dataclass(frozen=True, order=True)
class Semestre:
    """``vigencia`` is the year (1900 to 2999), ``numero`` 1 or 2. Raises ValueError otherwise."""

    vigencia: int
    numero: int

    def __post_init__(self):
        if not 1900 <= self.vigencia <= 2999 or self.numero not in (1, 2):
            raise ValueError(f"No hay semestre {self.vigencia}-{self.numero}")

    @classmethod
    def de(cls, texto):
        """Read «2026-1». Raises ValueError when the text is anything else."""
        partes = FORMA.fullmatch(texto)
        if not partes:
            raise ValueError(f"Escriba el semestre como 2026-1, no «{texto}»")
        return cls(int(partes[1]), int(partes[2]))

    @classmethod
    def que_contiene(cls, dia):
        return cls(dia.year, 1 if dia.month <= 6 else 2)

    @property
    def desde(self):
        return date(self.vigencia, 1 if self.numero == 1 else 7, 1)

    @property
    def hasta(self):
        return date(self.vigencia, 6, 30) if self.numero == 1 else date(self.vigencia, 12, 31)

    @property
    def anterior(self):
        return Semestre(self.vigencia, 1) if self.numero == 2 else Semestre(self.vigencia - 1, 2)

    @property
    def siguiente(self):
        return Semestre(self.vigencia, 2) if self.numero == 1 else Semestre(self.vigencia + 1, 1)

    @property
    def nombre(self):
        ordinal = "primer" if self.numero == 1 else "segundo"
        return f"{ordinal} semestre de {self.vigencia}"

    def __contains__(self, dia):
        return self.desde <= dia <= self.hasta

    def __str__(self):
        return f"{self.vigencia}-{self.numero}"
