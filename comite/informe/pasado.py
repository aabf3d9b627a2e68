"""The rows as they stood at a moment, read from their history in one query per model.

An edit made after the cut-off (of a name, of a frequency) never reaches the report. Of a row that was
loaded after it, as the plan itself was years after its adoption, nothing older is known: it is read as is.
"""

from collections import defaultdict
from itertools import pairwise


def campos_escritos(modelo):
    """The fields that people write: neither the key nor what the database derives."""
    return [c for c in modelo._meta.concrete_fields if not c.primary_key and not c.generated]


class Pasado:
    """The history of one model, kept in memory: a few versions of a few hundred rows."""

    def __init__(self, modelo):
        self.campos = campos_escritos(modelo)
        self.versiones = defaultdict(list)
        orden = ("history_date", "history_id")
        for version in modelo.history.select_related("history_user").order_by(*orden):
            self.versiones[version.id].append(version)

    def como_era(self, fila, momento):
        """``fila`` itself, its fields set back in memory to what they were at ``momento``."""
        version = self._version(fila.pk, momento)
        if version:
            for campo in self.campos:
                setattr(fila, campo.attname, getattr(version, campo.attname, None))
        return fila

    def nacio_en(self, fila):
        """When the row was first recorded, or None without history."""
        versiones = self.versiones.get(fila.pk)
        return versiones[0].history_date if versiones else None

    def ediciones(self, desde, hasta):
        """Pairs (before, after) of the edits made from ``desde`` until before ``hasta``, oldest first."""
        pares = [
            (antes, despues)
            for versiones in self.versiones.values()
            for antes, despues in pairwise(versiones)
            if despues.history_type == "~" and desde <= despues.history_date < hasta
        ]
        return sorted(pares, key=lambda par: (par[1].history_date, par[1].history_id))

    def _version(self, pk, momento):
        """The last version known by then, or None."""
        return next((v for v in reversed(self.versiones.get(pk, [])) if v.history_date <= momento), None)
