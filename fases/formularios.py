"""What a person may type about a phase in the back office."""

from django import forms

from .models import Criterio, Evidencia, Fase


class FechaField(forms.DateField):
    """A date with the browser's own calendar, which works with the keyboard and without scripts."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})

    def __init__(self, **opciones):
        opciones.setdefault("input_formats", ["%Y-%m-%d", "%d/%m/%Y"])
        opciones.setdefault(
            "error_messages", {"invalid": "Escriba la fecha como día/mes/año, por ejemplo 30/11/2026."}
        )
        super().__init__(**opciones)


def texto_largo(filas=4):
    return forms.Textarea(attrs={"rows": filas})


class EvidenciaForm(forms.Form):
    criterio = forms.ModelChoiceField(
        Criterio.objects.select_related("fase"), label="Criterio", empty_label="Escoja el criterio"
    )
    direccion = forms.CharField(
        label="Dirección que lo prueba",
        max_length=500,
        help_text="Una página de este portal, como «/plan/matriz/», o una que empiece con https://",
    )
    descripcion = forms.CharField(label="Qué prueba", max_length=300)
    alcance = forms.ChoiceField(
        label="Alcance", choices=Evidencia.Alcance, widget=forms.RadioSelect, initial="completa"
    )
    falta = forms.CharField(
        label="Qué falta y para cuándo",
        max_length=300,
        required=False,
        help_text="Solo si cumple en parte.",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["criterio"].label_from_instance = lambda c: f"{c.fase.numero}. {c.nombre}"


class MotivoForm(forms.Form):
    motivo = forms.CharField(label="Motivo", max_length=300, widget=texto_largo(3))


class RevisionForm(forms.Form):
    fase = forms.ModelChoiceField(Fase.objects.all(), label="Fase", empty_label="Escoja la fase")
    revisada_el = FechaField(label="Fecha de la revisión")
    observacion = forms.CharField(label="Qué se observó", widget=texto_largo(6))


class CorregirRevisionForm(RevisionForm):
    fase = None
