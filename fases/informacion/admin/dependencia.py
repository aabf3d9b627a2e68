from django.contrib import admin

from fases.administracion import AdminBase
from fases.informacion.models import Dependencia
from fases.slugs import slug_libre


@admin.register(Dependencia)
class DependenciaAdmin(AdminBase):
    list_display = ["nombre", "superior", "correo", "telefono", "activa"]
    list_filter = ["activa"]
    list_select_related = ["superior"]
    search_fields = ["nombre"]
    fields = ["nombre", "superior", "correo", "telefono", "fuente", "activa"]
    aviso = "Una dependencia que ya no existe no se borra: quítele la marca «activa»."

    def guardar(self, request, obj, form, change):
        """The address of an office is made once, and does not change with its name."""
        obj.slug = obj.slug or slug_libre(Dependencia, obj.nombre)
        super().guardar(request, obj, form, change)
