from django.contrib import admin

from comite.models import Integrante
from fases.administracion import AdminBase


@admin.register(Integrante)
class IntegranteAdmin(AdminBase):
    list_display = ["persona", "dependencia", "cargo", "rol", "desde", "hasta"]
    list_filter = ["rol"]
    list_select_related = ["dependencia"]
    search_fields = ["persona"]
    fields = [
        "persona",
        "usuario",
        "dependencia",
        "cargo",
        "rol",
        "funciones",
        "desde",
        "hasta",
        "acto",
    ]
    aviso = "Quien deja el comité no se borra: escriba en «hasta» el último día de su periodo."
