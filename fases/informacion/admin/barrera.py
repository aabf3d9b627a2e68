from django.contrib import admin

from fases.administracion import AdminBase
from fases.informacion.models import ReporteDeBarrera


@admin.register(ReporteDeBarrera)
class ReporteDeBarreraAdmin(AdminBase):
    """A person wrote it: the office only answers."""

    list_display = ["recibido_en", "pagina", "atendido_el"]
    list_filter = [("atendido_el", admin.EmptyFieldListFilter)]
    fields = ["recibido_en", "pagina", "descripcion", "nombre", "correo", "atendido_el", "respuesta"]
    readonly_fields = ["recibido_en", "pagina", "descripcion", "nombre", "correo"]

    def has_add_permission(self, request):
        return False
