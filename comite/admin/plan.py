from django.contrib import admin

from comite.models import Accion, Eje, Firmante, LineaDeAccion, LineaEstrategica, Norma, Parrafo, Plan
from fases.administracion import TextoAdoptado, direccion
from fases.roles import COMITE, tiene_rol


@admin.register(Plan)
class PlanAdmin(TextoAdoptado):
    list_display = ["titulo", "cargado_en"]


@admin.register(Parrafo)
class ParrafoAdmin(TextoAdoptado):
    list_display = ["fuente", "apartado_titulo", "clase"]
    list_filter = ["apartado_titulo"]
    search_fields = ["texto", "fuente"]


@admin.register(Norma)
class NormaAdmin(TextoAdoptado):
    list_display = ["nombre", "tipo", "anio"]


@admin.register(Firmante)
class FirmanteAdmin(TextoAdoptado):
    list_display = ["nombre", "cargo"]


@admin.register(Eje)
class EjeAdmin(TextoAdoptado):
    list_display = ["nombre"]


@admin.register(LineaEstrategica)
class LineaEstrategicaAdmin(TextoAdoptado):
    list_display = ["nombre"]


@admin.register(LineaDeAccion)
class LineaDeAccionAdmin(TextoAdoptado):
    list_display = ["texto", "programada"]

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("acciones")

    @admin.display(description="programada", boolean=True)
    def programada(self, obj):
        return bool(obj.acciones.all())

    def botones(self, request, obj):
        """The committee programmes the lines that the plan left without action."""
        if not tiene_rol(request.user, COMITE):
            return []
        return [("Programar una acción", f"{direccion(Accion, 'add')}?linea={obj.pk}")]
