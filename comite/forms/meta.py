from django import forms

from comite.models import Indicador
from fases.formularios import FechaField, texto_largo

from .numero import NumeroField


class MetaForm(forms.Form):
    indicador = forms.ModelChoiceField(
        Indicador.objects.select_related("accion", "proyecto"),
        label="Indicador",
        empty_label="Escoja el indicador",
    )
    valor = NumeroField(label="Meta", help_text="En la unidad del indicador. Por ejemplo 90, o 78,5.")
    acta = forms.CharField(label="Acta", max_length=120, help_text="Por ejemplo «Acta 7 de 2026».")
    adoptada_el = FechaField(label="Fecha del acta")
    rige_desde = FechaField(
        label="Rige desde", help_text="Puede ser desde el 1 de enero del año del acta, o después."
    )
    motivo = forms.CharField(label="Por qué", required=False, max_length=3000, widget=texto_largo(3))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["indicador"].label_from_instance = lambda i: f"{i.nombre} ({i.de})"
