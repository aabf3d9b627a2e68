from django import forms

from comite.models import Indicador
from comite.soportes.revision import ACEPTADOS, MEGAS
from fases.formularios import texto_largo
from fases.texto import numero

from .numero import NumeroField


class MedicionForm(forms.Form):
    """What a measurement says. Numerator and denominator are asked only for a percentage."""

    valor = NumeroField(label="Valor", required=False)
    numerador = NumeroField(
        label="Numerador",
        required=False,
        help_text="Cuántos cumplen. Por ejemplo: computadores conectados.",
    )
    denominador = NumeroField(
        label="Denominador",
        required=False,
        help_text="Cuántos hay en total. El porcentaje se calcula solo.",
    )
    sin_movimiento = forms.BooleanField(
        label="Sin movimiento en el periodo",
        required=False,
        help_text="Márquelo si no hubo nada que medir, y diga por qué en la nota.",
    )
    archivo = forms.FileField(
        label="Archivo de soporte",
        required=False,
        help_text=f"{ACEPTADOS}, de {MEGAS} MB o menos. Si algo falla, vuelva a escogerlo.",
    )
    enlace = forms.CharField(
        label="Enlace de la evidencia", required=False, max_length=500, help_text="Empieza con https://"
    )
    nota = forms.CharField(label="Nota", required=False, max_length=3000, widget=texto_largo(3))

    def __init__(self, *args, indicador, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["valor"].help_text = AYUDA_DEL_VALOR[indicador.unidad]
        if indicador.unidad != Indicador.Unidad.PORCENTAJE:
            del self.fields["numerador"], self.fields["denominador"]


AYUDA_DEL_VALOR = {
    Indicador.Unidad.PORCENTAJE: "De 0 a 100, por ejemplo 78,5. Déjelo vacío si escribe las dos cifras.",
    Indicador.Unidad.NUMERO: "Un número entero, por ejemplo 24.",
    Indicador.Unidad.TASA: "Cero o más, con coma para los decimales, por ejemplo 3,25.",
}


class RegistrarMedicionForm(MedicionForm):
    periodo = forms.ChoiceField(
        label="Periodo", error_messages={"invalid_choice": "Escoja un periodo de la lista."}
    )
    field_order = ["periodo"]

    def __init__(self, *args, indicador, periodos, **kwargs):
        self.periodos = {p.desde.isoformat(): p for p in periodos}
        super().__init__(*args, indicador=indicador, **kwargs)
        self.fields["periodo"].choices = [
            (clave, p.nombre.capitalize()) for clave, p in self.periodos.items()
        ]

    def clean_periodo(self):
        return self.periodos[self.cleaned_data["periodo"]]


class CorregirMedicionForm(MedicionForm):
    motivo = forms.CharField(label="Por qué se corrige", max_length=1000, widget=texto_largo(2))
    quitar_soporte = forms.BooleanField(label="Quitar el soporte anterior", required=False)
    field_order = ["motivo"]

    def __init__(self, *args, medicion, **kwargs):
        kwargs["initial"] = _lo_que_dice(medicion)
        super().__init__(*args, indicador=medicion.indicador, **kwargs)
        if medicion.soporte is None:
            del self.fields["quitar_soporte"]
        else:
            self.fields["archivo"].help_text += f" Hoy tiene «{medicion.soporte.nombre}», que se conserva."


def _lo_que_dice(medicion):
    con_cifras = medicion.denominador is not None
    return {
        "valor": "" if con_cifras else numero(medicion.valor),
        "numerador": numero(medicion.numerador),
        "denominador": numero(medicion.denominador),
        "sin_movimiento": medicion.sin_movimiento,
        "enlace": medicion.enlace,
        "nota": medicion.nota,
    }
