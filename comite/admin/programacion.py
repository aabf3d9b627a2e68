from django.contrib import admin

from comite.acciones.programacion import nombrar_fases_y_criterios, nombrar_responsable, programar
from comite.forms.programacion import AccionForm, CriterioDeProyectoForm, FaseDeProyectoForm
from comite.models import (
    Accion,
    CriterioDeProyecto,
    FaseDeProyecto,
    Indicador,
    Proyecto,
    Responsable,
)
from fases.administracion import (
    TEXTO_ADOPTADO,
    AdminBase,
    EscondidoEnElIndice,
    TextoAdoptado,
    direccion,
)
from fases.roles import COMITE


class DelProyecto(admin.StackedInline):
    """Rows of a project: as closed as the project they belong to."""

    extra = 1

    def has_add_permission(self, request, obj=None):
        return self._abierto(obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return self._abierto(obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return self._abierto(obj) and super().has_delete_permission(request, obj)

    @staticmethod
    def _abierto(obj):
        return obj is None or not obj.es_del_plan


class FasesDelProyecto(DelProyecto):
    model = FaseDeProyecto
    form = FaseDeProyectoForm


class CriteriosDelProyecto(DelProyecto):
    model = CriterioDeProyecto
    form = CriterioDeProyectoForm


class ProgramableAdmin(AdminBase):
    """What the plan wrote is read; what the committee programmes is written here, with its minute."""

    solo = (COMITE,)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.es_del_plan)

    def aviso_para(self, request, object_id):
        obj = self.get_object(request, object_id) if object_id else None
        return TEXTO_ADOPTADO if obj and obj.es_del_plan else ""

    def guardar(self, request, obj, form, change):
        programar(fila=obj, por=request.user)


@admin.register(Accion)
class AccionAdmin(ProgramableAdmin):
    form = AccionForm
    list_display = ["titulo", "linea", "frecuencia", "origen"]
    list_filter = ["origen", "frecuencia"]
    list_select_related = ["linea"]
    search_fields = ["titulo", "texto"]
    readonly_fields = ["origen", "fuente"]
    fields = [
        "linea",
        "titulo",
        "texto",
        "beneficio",
        "indicador_texto",
        "metas",
        "actividades",
        "responsables_texto",
        "responsables",
        "recursos",
        "frecuencia_texto",
        "frecuencia",
        "acta",
        "acta_el",
        "origen",
        "fuente",
    ]

    def botones(self, request, obj):
        if not self._le_toca(request):
            return []
        return [("Agregar un indicador", f"{direccion(Indicador, 'add')}?accion={obj.pk}")]


@admin.register(Proyecto)
class ProyectoAdmin(ProgramableAdmin):
    list_display = ["nombre", "eje", "linea", "origen"]
    list_filter = ["origen", "eje"]
    list_select_related = ["eje", "linea"]
    search_fields = ["nombre", "meta"]
    readonly_fields = ["fases_texto", "criterios_texto", "origen", "fuente"]
    fields = [
        "nombre",
        "eje",
        "linea",
        "meta",
        "indicadores_texto",
        "fases_texto",
        "criterios_texto",
        "acta",
        "acta_el",
        "origen",
        "fuente",
    ]
    inlines = [FasesDelProyecto, CriteriosDelProyecto]

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        nombrar_fases_y_criterios(proyecto=form.instance, por=request.user)

    def botones(self, request, obj):
        if not self._le_toca(request):
            return []
        return [("Agregar un indicador", f"{direccion(Indicador, 'add')}?proyecto={obj.pk}")]


@admin.register(Responsable)
class ResponsableAdmin(AdminBase):
    """The plan's name stays; which office it is today is the committee's to say."""

    solo = (COMITE,)
    list_display = ["nombre", "dependencia"]
    list_select_related = ["dependencia"]
    fields = ["nombre", "dependencia"]

    def get_readonly_fields(self, request, obj=None):
        return ["nombre"] if obj else []

    def guardar(self, request, obj, form, change):
        nombrar_responsable(responsable=obj, por=request.user)


@admin.register(FaseDeProyecto, CriterioDeProyecto)
class FilaDeProyectoAdmin(EscondidoEnElIndice, TextoAdoptado):
    aviso = "Se cambia en el proyecto al que pertenece."
