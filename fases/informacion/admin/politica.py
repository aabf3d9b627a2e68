from django import forms
from django.contrib import admin

from fases.administracion import AdminBase
from fases.informacion.models import Politica


class PoliticaForm(forms.ModelForm):
    def clean(self):
        datos = super().clean()
        if bool(datos.get("acto_de_adopcion")) != bool(datos.get("adoptada_el")):
            falta = "adoptada_el" if datos.get("acto_de_adopcion") else "acto_de_adopcion"
            self.add_error(falta, "Una política adoptada tiene acto y fecha: escriba los dos, o ninguno.")
        return datos


@admin.register(Politica)
class PoliticaAdmin(AdminBase):
    form = PoliticaForm
    list_display = ["titulo", "acto_de_adopcion", "adoptada_el"]
    list_filter = [("adoptada_el", admin.EmptyFieldListFilter)]
    fields = [
        "titulo",
        "slug",
        "orden",
        "nombre_en_el_plan",
        "resumen",
        "texto",
        "exigida_por",
        "fuente",
        "acto_de_adopcion",
        "adoptada_el",
    ]

    def get_readonly_fields(self, request, obj=None):
        return ["slug", "nombre_en_el_plan"] if obj else []
