from django import forms

from comite.numeros import leer_numero


class NumeroField(forms.CharField):
    """A number typed as people write it here; what was typed comes back as it was when it is wrong."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 12})

    def to_python(self, value):
        texto = super().to_python(value)
        if not texto:
            return None
        try:
            return leer_numero(texto)
        except ValueError as error:
            raise forms.ValidationError(str(error)) from None
