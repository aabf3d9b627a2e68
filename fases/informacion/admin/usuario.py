from django import forms
from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm, UserChangeForm
from django.contrib.auth.models import Group

from fases.administracion import AdminBase
from fases.informacion.models import Usuario
from fases.roles import CONTROL, INCOMPATIBLES_CON_CONTROL

# The groups are made by a migration, and what each may do is read in the manual: they are not edited.
admin.site.unregister(Group)


class ConGrupos:
    """Mixin: who audits does not run what is audited."""

    def clean_groups(self):
        grupos = self.cleaned_data.get("groups") or []
        nombres = {grupo.name for grupo in grupos}
        if CONTROL in nombres and nombres & INCOMPATIBLES_CON_CONTROL:
            raise forms.ValidationError(
                "Control Interno evalúa con independencia: esa cuenta no puede tener otro grupo."
            )
        return grupos


class UsuarioForm(ConGrupos, UserChangeForm):
    pass


class UsuarioNuevoForm(ConGrupos, AdminUserCreationForm):
    pass


@admin.register(Usuario)
class UsuarioAdmin(AdminBase, UserAdmin):
    form = UsuarioForm
    add_form = UsuarioNuevoForm
    list_display = ["username", "nombre_publico", "dependencia", "cargo", "is_active"]
    list_filter = ["groups", "is_active", "dependencia"]
    list_select_related = ["dependencia"]
    filter_horizontal = []
    aviso = "Una persona que ya no trabaja aquí no se borra: quítele la marca «activo»."
    fieldsets = [
        (None, {"fields": ["username", "password"]}),
        ("Persona", {"fields": ["first_name", "last_name", "email", "cargo", "dependencia"]}),
        ("Qué puede hacer", {"fields": ["is_active", "is_staff", "groups"]}),
        ("Fechas", {"fields": ["last_login", "date_joined"]}),
    ]
    add_fieldsets = [
        (None, {"fields": ["username", "usable_password", "password1", "password2"]}),
        ("Persona", {"fields": ["first_name", "last_name", "email", "cargo", "dependencia"]}),
        ("Qué puede hacer", {"fields": ["is_staff", "groups"]}),
    ]

    def has_change_permission(self, request, obj=None):
        """An administrator of the portal does not change the account of a superuser."""
        ajena = obj is not None and obj.is_superuser and not request.user.is_superuser
        return super().has_change_permission(request, obj) and not ajena

    def get_readonly_fields(self, request, obj=None):
        """Nobody gives a role, or takes one, from oneself."""
        fijos = ["last_login", "date_joined"]
        return [*fijos, "is_active", "is_staff", "groups"] if obj == request.user else fijos

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        campo = super().formfield_for_manytomany(db_field, request, **kwargs)
        if db_field.name == "groups":
            campo.widget = forms.CheckboxSelectMultiple(choices=campo.choices)
            campo.help_text = "Qué puede hacer cada grupo está en el manual del comité."
        return campo
