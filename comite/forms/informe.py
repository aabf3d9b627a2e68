from django import forms

from comite.models import Hallazgo, Informe
from comite.semestre import Semestre
from fases.formularios import FechaField, texto_largo

CUANTOS_ATRAS = 6
TEXTOS = [
    "introduccion",
    "objetivo",
    "alcance",
    "metodologia",
    "conclusiones",
    "recomendaciones",
]


def semestres_por_abrir(hoy):
    """The running semester and the six before it that have no report yet, newest first."""
    con_informe = {informe.semestre for informe in Informe.objects.only("vigencia", "numero")}
    semestre, libres = Semestre.que_contiene(hoy), []
    for _ in range(CUANTOS_ATRAS + 1):
        if semestre not in con_informe:
            libres.append(semestre)
        semestre = semestre.anterior
    return libres


class AbrirInformeForm(forms.Form):
    semestre = forms.ChoiceField(
        label="Semestre",
        help_text="El informe se puede preparar antes, y se publica cuando el semestre termina.",
    )
    corte_el = FechaField(
        label="Fecha de corte",
        required=False,
        help_text="Entra lo registrado hasta el final de ese día. Vacía: el último día del semestre. Los "
        "reportes del último mes suelen registrarse después: si deben entrar, escoja una fecha posterior.",
    )

    def __init__(self, *args, semestres, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["semestre"].choices = [(str(s), f"{s}: {s.nombre}") for s in semestres]

    def clean_semestre(self):
        return Semestre.de(self.cleaned_data["semestre"])


class TextosForm(forms.ModelForm):
    """The texts of a draft. What the report cannot go without is asked when it is published."""

    class Meta:
        model = Informe
        fields = ["corte_el", *TEXTOS]
        widgets = {campo: texto_largo(5) for campo in TEXTOS}


class HallazgoForm(forms.ModelForm):
    class Meta:
        model = Hallazgo
        fields = ["orden", "descripcion", "accion_de_mejora", "responsable", "compromiso_el", "estado"]
        widgets = {"descripcion": texto_largo(3), "accion_de_mejora": texto_largo(3)}


class ObservacionesForm(forms.Form):
    """One text for each row of the report, named as the row names itself."""

    def __init__(self, *args, filas, dichas, **kwargs):
        super().__init__(*args, **kwargs)
        for clave, nombre in filas:
            self.fields[clave] = forms.CharField(
                label=nombre,
                required=False,
                max_length=3000,
                widget=texto_largo(2),
                initial=dichas.get(clave),
            )


class NuevaVersionForm(forms.Form):
    motivo = forms.CharField(
        label="Por qué hace falta una nueva versión",
        max_length=2000,
        widget=texto_largo(4),
        help_text="Se publica con el informe. La versión anterior queda a la vista.",
    )


class PublicarForm(forms.Form):
    """To sign is deliberate: the person says so and gives the password again."""

    confirmo = forms.BooleanField(
        label="Revisé la vista previa. Entiendo que lo publicado no se puede cambiar.",
        error_messages={"required": "Para publicar, marque que revisó la vista previa."},
    )
    clave = forms.CharField(
        label="Su contraseña", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )

    def __init__(self, *args, firmante, **kwargs):
        super().__init__(*args, **kwargs)
        self.firmante = firmante

    def clean_clave(self):
        if not self.firmante.check_password(self.cleaned_data["clave"]):
            raise forms.ValidationError("La contraseña no es la de su cuenta.")
        return self.cleaned_data["clave"]
