"""Search that ignores accents and capitals, alike on SQLite and PostgreSQL.

The database itself keeps the plain form of what is searched (a generated column), so that no write can
forget it; the words that a person types take the same plain form here.
"""

from functools import reduce

from django.db.models import Func, TextField, Value
from django.db.models.functions import Lower, Replace

SIN_TILDE = dict(zip("áéíóúüñÁÉÍÓÚÜÑ", "aeiouunaeiouun", strict=True))
PALABRAS_A_LO_MAS = 8


def normalizar(texto):
    """«Línea» → «linea», the way ``sin_tildes`` does it in the database."""
    return "".join(SIN_TILDE.get(letra, letra) for letra in texto).lower()


def sin_tildes(expresion):
    """Database expression: the plain form of ``expresion``. It is immutable, as generated columns ask."""

    def cambiar(hecho, par):
        return Replace(hecho, Value(par[0]), Value(par[1]), output_field=TextField())

    return Lower(reduce(cambiar, SIN_TILDE.items(), expresion), output_field=TextField())


def unidos(*campos):
    """Database expression: those columns (never null), one after the other, in their plain form.

    One flat «||» chain: Django's Concat nests, and SQLite's parser gives up on so many levels.
    """
    junto = Func(*campos, template="(%(expressions)s)", arg_joiner=" || ' ' || ", output_field=TextField())
    return sin_tildes(junto)


def palabras(consulta):
    """What to look for, in its plain form: a row is found when it holds every one of them."""
    return normalizar(consulta).split()[:PALABRAS_A_LO_MAS]
