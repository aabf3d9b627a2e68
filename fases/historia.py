"""How the history of a row is told: the values before and after, in words of the people who read it."""

from datetime import date, datetime

from simple_history.models import DeletedObject
from simple_history.template_utils import HistoricalRecordContextHelper

NADA = "nada"


class Historia(HistoricalRecordContextHelper):
    max_displayed_delta_change_chars = 3000

    def prepare_delta_change_value(self, change, value):
        if isinstance(value, DeletedObject):
            return NADA if value.pk is None else "algo que ya no existe"
        if isinstance(value, list):
            return super().prepare_delta_change_value(change, value) or NADA
        campo = self.model._meta.get_field(change.field)
        return _en_palabras(dict(campo.flatchoices or []).get(value, value))


def _en_palabras(valor):
    if valor is None or valor == "":
        return NADA
    if isinstance(valor, bool):
        return "sí" if valor else "no"
    if isinstance(valor, date) and not isinstance(valor, datetime):
        return f"{valor:%d/%m/%Y}"
    return valor
