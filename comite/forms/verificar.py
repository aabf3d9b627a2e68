import hashlib
import re

from django import forms

LARGO_MAXIMO = 25 * 1024 * 1024
SHA256 = re.compile(r"[0-9a-f]{64}")
BLANCOS = re.compile(r"[\s:]+")


class VerificarForm(forms.Form):
    """A file or its print. ``cleaned_data["suma"]``: the SHA-256 to look for."""

    huella = forms.CharField(
        label="Huella de su archivo",
        required=False,
        max_length=200,
        help_text="64 letras y números. En un computador se obtiene con: sha256sum archivo.pdf",
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    archivo = forms.FileField(
        label="Su archivo",
        required=False,
        allow_empty_file=True,
        help_text="Hasta 25 MB. No lo guardamos: solo calculamos su huella.",
    )

    def clean_huella(self):
        huella = BLANCOS.sub("", self.cleaned_data["huella"]).lower()
        if huella and not SHA256.fullmatch(huella):
            raise forms.ValidationError(
                "La huella tiene 64 letras (de la a a la f) y números. "
                f"La que escribió tiene {len(huella)} caracteres: cópiela completa."
            )
        return huella

    def clean_archivo(self):
        archivo = self.cleaned_data["archivo"]
        if archivo and archivo.size > LARGO_MAXIMO:
            raise forms.ValidationError(
                "El archivo pesa más de 25 MB y ninguno de los nuestros pesa tanto. "
                "Si lo tiene en un computador, pegue su huella."
            )
        return archivo

    def clean(self):
        datos = super().clean()
        if self.errors:
            return datos
        archivo, huella = datos.get("archivo"), datos.get("huella")
        if archivo and huella and _sumar(archivo) != huella:
            raise forms.ValidationError(
                "La huella que escribió no es la del archivo: deje solo uno de los dos."
            )
        if not archivo and not huella:
            raise forms.ValidationError("Escoja un archivo o pegue su huella.")
        return {**datos, "suma": _sumar(archivo) if archivo else huella}


def _sumar(archivo):
    """SHA-256 read by pieces: the whole file is never in memory."""
    suma = hashlib.sha256()
    for trozo in archivo.chunks():
        suma.update(trozo)
    return suma.hexdigest()
