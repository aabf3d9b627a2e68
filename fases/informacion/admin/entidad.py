import secrets

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminFileWidget
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponseRedirect

from fases.administracion import AdminBase
from fases.imagenes import ImagenRechazadaError, limpiar
from fases.informacion.models import Entidad

MEGAS = 2


class EntidadForm(forms.ModelForm):
    """The logo is a picture by its content, and is written again: an SVG could carry a script."""

    logo = forms.FileField(
        label="Logo o escudo oficial",
        required=False,
        widget=AdminFileWidget,
        help_text=f"PNG, JPG o WebP de {MEGAS} MB o menos. No cargue el logo de un gobierno de turno.",
    )

    def clean_logo(self):
        logo = self.cleaned_data.get("logo")
        if not isinstance(logo, UploadedFile):
            return logo
        if logo.size > MEGAS * 1024 * 1024:
            raise forms.ValidationError(f"El logo pesa más de {MEGAS} MB: redúzcalo.")
        try:
            imagen = limpiar(logo.read())
        except ImagenRechazadaError as error:
            raise forms.ValidationError(str(error)) from None
        return ContentFile(imagen.contenido, name=f"logo-{secrets.token_hex(8)}.{imagen.extension}")


@admin.register(Entidad)
class EntidadAdmin(AdminBase):
    form = EntidadForm
    list_display = ["nombre", "nit", "telefono", "correo"]
    fieldsets = [
        (None, {"fields": ["nombre", "nombre_corto", "departamento", "membrete", "logo"]}),
        (
            "Identificación y sede",
            {"fields": ["nit", "codigo_dane", "direccion", "codigo_postal", "horario"]},
        ),
        (
            "Teléfonos y correos",
            {
                "fields": [
                    "telefono",
                    "linea_gratuita",
                    "linea_anticorrupcion",
                    "correo",
                    "correo_judicial",
                ]
            },
        ),
        ("En internet", {"fields": ["sitio", "govco", "facebook", "instagram", "x"]}),
        ("Fuentes", {"fields": ["fuentes"]}),
    ]

    def has_add_permission(self, request):
        return super().has_add_permission(request) and not Entidad.objects.exists()

    def changelist_view(self, request, extra_context=None):
        """There is one entity: its list is itself."""
        if Entidad.objects.exists() and self.has_view_or_change_permission(request):
            return HttpResponseRedirect(self.volver_a("change", Entidad.UNICA))
        return super().changelist_view(request, extra_context)

    def aviso_para(self, request, object_id):
        faltan = Entidad.actual().por_confirmar()
        return f"Por confirmar: {', '.join(faltan)}." if faltan else ""
