from django import forms

from comite.models import Accion, CriterioDeProyecto, FaseDeProyecto, Indicador

from .numero import NumeroField


class AccionForm(forms.ModelForm):
    """A new action names, as those of the plan do, its eight columns."""

    class Meta:
        model = Accion
        fields = ["metas"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "metas" in self.fields:
            self.fields["metas"].help_text = "Escriba «-» si aún no hay meta: se adopta después, por acta."


class IndicadorForm(forms.ModelForm):
    linea_base = NumeroField(label="Línea base", required=False, help_text="Por ejemplo 42,5.")

    class Meta:
        model = Indicador
        fields = ["linea_base", "linea_base_fuente"]

    def clean_linea_base(self):
        valor = self.cleaned_data["linea_base"]
        if valor is not None and not 0 <= valor < 10**12:
            raise forms.ValidationError(
                "La línea base va de cero en adelante: revise cuántas cifras tiene."
            )
        return valor

    def clean(self):
        datos = super().clean()
        if {"accion", "proyecto"} <= set(self.fields) and bool(datos.get("accion")) == bool(
            datos.get("proyecto")
        ):
            self.add_error("accion", "Escoja una acción o un proyecto: uno de los dos, no ambos.")
        if datos.get("linea_base") is not None and not datos.get("linea_base_fuente"):
            self.add_error("linea_base_fuente", "Escriba de dónde sale la línea base.")
        return datos


class ConNombreDelPlan(forms.ModelForm):
    """The name given in the project defaults to that of the phase or criterion chosen."""

    nombrado = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "nombre" in self.fields:
            self.fields["nombre"].required = False

    def clean(self):
        datos = super().clean()
        elegido = datos.get(self.nombrado)
        if elegido and not datos.get("nombre"):
            datos["nombre"] = str(elegido)[:300]
        return datos


class FaseDeProyectoForm(ConNombreDelPlan):
    nombrado = "fase"

    class Meta:
        model = FaseDeProyecto
        fields = ["fase", "nombre"]


class CriterioDeProyectoForm(ConNombreDelPlan):
    nombrado = "criterio"

    class Meta:
        model = CriterioDeProyecto
        fields = ["criterio", "nombre"]
