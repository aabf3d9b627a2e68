"""What people may type in the pages of the municipality."""

from django import forms

from .models import ReporteDeBarrera

TEMAS = (("", "Automáticos, como su aparato"), ("claro", "Claros"), ("oscuro", "Oscuros"))
LETRAS = (("", "Normal"), ("2", "Grande (125 %)"), ("3", "Muy grande (150 %)"))


class PreferenciasForm(forms.Form):
    tema = forms.ChoiceField(label="Colores", choices=TEMAS, required=False)
    letra = forms.ChoiceField(label="Tamaño de letra", choices=LETRAS, required=False)


class BarreraForm(forms.ModelForm):
    """``apellido`` is a trap: people do not see it, and programs that fill everything do fill it."""

    apellido = forms.CharField(
        label="Deje este espacio vacío",
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    class Meta:
        model = ReporteDeBarrera
        fields = ["descripcion", "pagina", "nombre", "correo"]
        labels = {
            "descripcion": "¿Qué quería hacer y qué se lo impidió?",
            "pagina": "¿En qué página?",
            "nombre": "Su nombre",
            "correo": "Su correo",
        }
        help_texts = {
            "descripcion": "Con sus palabras. Si usa lector de pantalla u otra ayuda, cuéntenos cuál.",
            "pagina": "La dirección o el título.",
            "correo": "Solo si quiere que le respondamos.",
        }
        error_messages = {
            "descripcion": {"required": "Cuéntenos qué pasó: sin eso no podemos corregirlo."},
            "correo": {"invalid": "Escriba el correo completo, por ejemplo nombre@correo.co."},
        }
        widgets = {
            "descripcion": forms.Textarea(attrs={"rows": 5}),
            "nombre": forms.TextInput(attrs={"autocomplete": "name"}),
            "correo": forms.EmailInput(attrs={"autocomplete": "email"}),
        }

    def es_trampa(self):
        """True when the field that people do not see was filled."""
        return bool(self.data.get("apellido"))
