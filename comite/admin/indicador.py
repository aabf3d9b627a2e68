from django.contrib import admin
from django.utils import timezone

from comite.acciones.mediciones import puede_reportar
from comite.acciones.metas import adoptar_meta
from comite.acciones.programacion import configurar_indicador
from comite.forms.meta import MetaForm
from comite.forms.programacion import IndicadorForm
from comite.models import Indicador, Medicion, MetaAdoptada
from fases.administracion import AdminBase, direccion
from fases.roles import COMITE


@admin.register(Indicador)
class IndicadorAdmin(AdminBase):
    """The committee says who reports it, how often and from what base line; the plan named it."""

    solo = (COMITE,)
    form = IndicadorForm
    list_display = ["nombre", "pertenece_a", "unidad", "frecuencia", "encargada", "exigible_desde"]
    list_filter = ["unidad", "frecuencia", "encargada"]
    list_select_related = ["accion", "proyecto", "encargada"]
    search_fields = ["nombre"]
    fieldsets = [
        ("Qué se mide", {"fields": ["nombre", "accion", "proyecto", "unidad", "sentido", "fuente"]}),
        ("Quién y cuándo", {"fields": ["encargada", "frecuencia", "plazo_dias", "exigible_desde"]}),
        ("Línea base", {"fields": ["linea_base", "linea_base_fuente"]}),
    ]

    @admin.display(description="acción o proyecto")
    def pertenece_a(self, obj):
        return obj.de

    def get_readonly_fields(self, request, obj=None):
        """What is measured does not change under the measurements already made."""
        return ["nombre", "accion", "proyecto", "unidad", "sentido", "fuente"] if obj else ["fuente"]

    def guardar(self, request, obj, form, change):
        configurar_indicador(indicador=obj, por=request.user)

    def botones(self, request, obj):
        botones = []
        if puede_reportar(request.user, obj):
            botones.append(("Registrar medición", f"{direccion(Medicion, 'add')}?indicador={obj.pk}"))
        if self._le_toca(request):
            botones.append(("Adoptar meta", f"{direccion(MetaAdoptada, 'add')}?indicador={obj.pk}"))
        return botones


@admin.register(MetaAdoptada)
class MetaAdoptadaAdmin(AdminBase):
    """Goals are added: a new one follows the earlier, which stays."""

    solo = (COMITE,)
    list_display = ["indicador", "valor", "acta", "adoptada_el", "rige_desde", "registrada_por"]
    list_select_related = ["indicador", "registrada_por"]
    aviso = "Una meta no se cambia: el Comité adopta otra por acta, y las dos quedan."

    def has_change_permission(self, request, obj=None):
        return False

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            return self.denegar(request)
        return self.pagina_de_accion(
            request,
            formulario=MetaForm(request.POST or None, initial=request.GET.dict()),
            hacer=lambda datos: adoptar_meta(**datos, por=request.user, ahora=timezone.now()),
            titulo="Adoptar una meta",
            boton="Adoptar la meta",
            exito=lambda meta: ("La meta quedó adoptada.", self.volver_a("change", meta.pk)),
        )
