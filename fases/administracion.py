"""What every page of the back office shares: saving through acciones, history, and plain guards."""

from django.contrib import messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from simple_history.admin import SimpleHistoryAdmin

from .accion import AccionError, accion
from .historia import Historia
from .roles import tiene_rol

TEXTO_ADOPTADO = "Es el texto adoptado del plan: se lee, no se cambia."


@accion
def guardar(*, objeto, por):
    """Save a row that has no consequences beyond itself; who did it stays in its history."""
    objeto.save()
    return objeto


def direccion(modelo, pagina, *argumentos):
    """Address of a page of the admin of ``modelo``."""
    opciones = modelo._meta
    return reverse(f"admin:{opciones.app_label}_{opciones.model_name}_{pagina}", args=argumentos)


class FormularioConErrores:
    """Mixin: shows beside its field the sentence with which an accion refused to save."""

    error_de_accion = None

    def full_clean(self):
        super().full_clean()
        if self.error_de_accion is not None and self.is_bound:
            mostrar_error(self, self.error_de_accion)


def mostrar_error(formulario, error):
    """Put the sentence of an AccionError on its field, or on top when the form lacks that field."""
    campo = getattr(error, "campo", None)
    formulario.add_error(campo if campo in formulario.fields else None, str(error))


class AdminBase(SimpleHistoryAdmin):
    """Nothing is deleted, every save is an accion, and no input of a person ends in an error 500."""

    list_per_page = 50
    show_full_result_count = False
    view_on_site = False
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}
    save_as = False
    aviso = ""
    solo = ()  # roles whose task it is to add and change these rows: not even a superuser otherwise

    # Permissions beyond those of the group

    def has_add_permission(self, request):
        return super().has_add_permission(request) and self._le_toca(request)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self._le_toca(request)

    def _le_toca(self, request):
        return not self.solo or tiene_rol(request.user, *self.solo)

    def has_delete_permission(self, request, obj=None):
        return False

    def revert_disabled(self, request, obj=None):
        return True

    # Saving

    def save_model(self, request, obj, form, change):
        self.guardar(request, obj, form, change)

    def guardar(self, request, obj, form, change):
        """Each admin names the accion that saves its rows."""
        guardar(objeto=obj, por=request.user)

    def get_form(self, request, obj=None, change=False, **kwargs):
        formulario = super().get_form(request, obj, change=change, **kwargs)
        atributos = {"error_de_accion": getattr(request, "error_de_accion", None)}
        propio = type(formulario.__name__, (FormularioConErrores, formulario), atributos)
        if getattr(request, "version_antigua", False):
            for campo in propio.base_fields.values():
                campo.disabled = True
        return propio

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        """When an accion refuses, its transaction is undone and the form comes back as typed."""
        contexto = {
            "aviso": self.aviso_para(request, object_id),
            "botones": self.botones_de(request, object_id),
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
            **(extra_context or {}),
        }
        try:
            return super().changeform_view(request, object_id, form_url, contexto)
        except AccionError as error:
            request.error_de_accion = error
            for archivo in request.FILES.values():
                archivo.seek(0)
            return super().changeform_view(request, object_id, form_url, contexto)

    # What the pages say

    def aviso_para(self, request, object_id):
        """A sentence above the form."""
        return self.aviso

    def botones_de(self, request, object_id):
        obj = self.get_object(request, object_id) if object_id else None
        return self.botones(request, obj) if obj is not None else []

    def botones(self, request, obj):
        """(text, address) of what may be done with the row."""
        return []

    # Guards

    def changelist_view(self, request, extra_context=None):
        if not self._seleccion_valida(request):
            self.message_user(request, "La selección no es válida: márquela otra vez.", messages.ERROR)
            return HttpResponseRedirect(request.path)
        return super().changelist_view(request, extra_context)

    def _seleccion_valida(self, request):
        """Stock Django answers 500 to a selection that is not a key."""
        try:
            for valor in request.POST.getlist(ACTION_CHECKBOX_NAME):
                self.model._meta.pk.to_python(valor)
        except ValidationError:
            return False
        return True

    def get_history_queryset(self, request, history_manager, pk_name, object_id):
        """History of what the person may see in the list, and of nothing else."""
        if self.get_object(request, object_id) is None:
            raise Http404
        return super().get_history_queryset(request, history_manager, pk_name, object_id)

    def history_form_view(self, request, object_id, version_id, extra_context=None):
        """An old version is read, never saved over the present one."""
        if request.method != "GET":
            raise PermissionDenied
        if not version_id.isdecimal() or self.get_object(request, object_id) is None:
            raise Http404
        request.version_antigua = True
        return super().history_form_view(request, object_id, version_id, extra_context)

    def get_historical_record_context_helper(self, request, historical_record):
        return Historia(self.model, historical_record)

    def history_view_title(self, request, obj):
        return f"Historia: {obj}"

    def history_form_view_title(self, request, obj):
        return f"Cómo estaba: {obj}"

    # Pages that run one accion

    def pagina_de_accion(self, request, *, formulario, hacer, titulo, boton, exito, **contexto):
        """Show ``formulario``; given valid data run ``hacer`` and go where ``exito`` says.

        ``hacer(datos)`` returns the object made; ``exito(objeto)`` the (message, address) that follow.
        A refused accion leaves its sentence on the form and everything typed in its place.
        """
        if request.method == "POST" and formulario.is_valid():
            try:
                mensaje, destino = exito(hacer(formulario.cleaned_data))
            except AccionError as error:
                mostrar_error(formulario, error)
            else:
                self.message_user(request, mensaje, messages.SUCCESS)
                return HttpResponseRedirect(destino)
        contexto = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": titulo,
            "formulario": formulario,
            "boton": boton,
            "has_view_permission": self.has_view_permission(request),
            **contexto,
        }
        return TemplateResponse(request, "admin/formulario.html", contexto)

    def denegar(self, request):
        """403 for the roles whose task this is not."""
        raise PermissionDenied

    def objeto_o_404(self, request, object_id):
        obj = self.get_object(request, object_id)
        if obj is None:
            raise Http404
        return obj

    def volver_a(self, nombre, *argumentos):
        """Address of a page of this model: «changelist», «change», …"""
        return direccion(self.model, nombre, *argumentos)


class SoloLectura(AdminBase):
    """Rows that the back office only shows: their origin is a file or another form."""

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False


class TextoAdoptado(SoloLectura):
    """Rows of the adopted plan."""

    aviso = TEXTO_ADOPTADO


class EscondidoEnElIndice:
    """Rows that are reached from the row they belong to, and not from the index."""

    def has_module_permission(self, request):
        return False
