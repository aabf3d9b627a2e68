"""Numbers as people in Colombia write them: «78,5», «1.234,5», «78 %»."""

import re
from decimal import Decimal

LARGO = 30
CON_MILES = re.compile(r"-?[1-9][0-9]{0,2}([. ][0-9]{3})+(,[0-9]+)?")
CON_COMA = re.compile(r"-?[0-9]+(,[0-9]+)?")
CON_PUNTO = re.compile(r"-?[0-9]+\.[0-9]+")
ESPACIOS = re.compile(r"[\u00a0\u2007\u2009\u202f]")


def leer_numero(texto):
    """The Decimal written in ``texto``. Raises ValueError with a Spanish sentence.

    A dot before exactly three digits separates thousands («1.234» is one thousand two hundred and
    thirty-four); any other single dot is read as the decimal comma, because keyboards offer it.
    """
    limpio = ESPACIOS.sub(" ", texto).strip().removesuffix("%").strip()
    if len(limpio) > LARGO:
        raise ValueError("El número es demasiado largo: revise cuántas cifras tiene.")
    if CON_MILES.fullmatch(limpio):
        limpio = limpio.replace(".", "").replace(" ", "")
    elif not CON_COMA.fullmatch(limpio) and not CON_PUNTO.fullmatch(limpio):
        raise ValueError("Escriba solo un número, por ejemplo 78,5.")
    return Decimal(limpio.replace(",", "."))
