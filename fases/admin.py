from django.contrib import admin
from django.urls import path, reverse
from django.utils import timezone

from .acciones import corregir_revision, registrar_evidencia, retirar_evidencia, revisar_fase
from .administracion import AdminBase, EscondidoEnElIndice, SoloLectura, TextoAdoptado
from .formularios import CorregirRevisionForm, EvidenciaForm, MotivoForm, RevisionForm
from .models import Criterio, Evidencia, Fase, RevisionDeFase, VersionDelContenido
from .roles import COMITE, CONTROL, tiene_rol


@admin.register(Fase)
class FaseAdmin(TextoAdoptado):
    list_display = ["numero", "titulo", "plazo_nacional", "plazo_territorial"]
    list_display_links = ["titulo"]


@admin.register(Criterio)
class CriterioAdmin(TextoAdoptado):
    aviso = "Los criterios vienen de su fuente: se leen, no se cambian. Lo que se agrega es la evidencia."
    list_display = ["nombre", "fase", "grupo", "exigido", "base"]
    list_filter = ["fase", "exigido", "base"]
    list_select_related = ["fase"]
    search_fields = ["nombre", "descripcion", "codigo"]

    def botones(self, request, obj):
        if not tiene_rol(request.user, COMITE):
            return []
        return [("Registrar evidencia", f"{reverse('admin:fases_evidencia_add')}?criterio={obj.pk}")]


@admin.register(Evidencia)
class EvidenciaAdmin(AdminBase):
    """Evidence is added and withdrawn; what was said of it is never rewritten."""

    solo = (COMITE,)
    list_display = ["descripcion", "criterio", "direccion", "alcance", "registrada_el", "vigente"]
    list_filter = ["criterio__fase", "alcance"]
    list_select_related = ["criterio"]
    search_fields = ["descripcion", "direccion", "criterio__nombre"]
    aviso = "La evidencia no se reescribe: si ya no sirve, retírela con su motivo y registre otra."

    @admin.display(description="registrada el", ordering="registrada_en")
    def registrada_el(self, obj):
        return timezone.localdate(obj.registrada_en)

    @admin.display(description="vigente", boolean=True)
    def vigente(self, obj):
        return obj.retirada_en is None

    def has_change_permission(self, request, obj=None):
        return False

    def puede_retirar(self, request, obj):
        return self.has_add_permission(request) and obj.retirada_en is None

    def botones(self, request, obj):
        if not self.puede_retirar(request, obj):
            return []
        return [("Retirar", self.volver_a("retirar", obj.pk))]

    def get_urls(self):
        retirar = path(
            "<path:object_id>/retirar/",
            self.admin_site.admin_view(self.retirar_view),
            name="fases_evidencia_retirar",
        )
        return [retirar, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            return self.denegar(request)
        return self.pagina_de_accion(
            request,
            formulario=EvidenciaForm(request.POST or None, initial=request.GET.dict()),
            hacer=lambda datos: registrar_evidencia(**datos, por=request.user, ahora=timezone.now()),
            titulo="Registrar evidencia",
            boton="Registrar evidencia",
            exito=lambda hecha: ("La evidencia quedó registrada.", self.volver_a("change", hecha.pk)),
        )

    def retirar_view(self, request, object_id):
        evidencia = self.objeto_o_404(request, object_id)
        if not self.puede_retirar(request, evidencia):
            return self.denegar(request)
        return self.pagina_de_accion(
            request,
            formulario=MotivoForm(request.POST or None),
            hacer=lambda datos: retirar_evidencia(
                evidencia=evidencia, motivo=datos["motivo"], por=request.user, ahora=timezone.now()
            ),
            titulo="Retirar evidencia",
            boton="Retirar evidencia",
            exito=lambda hecha: ("La evidencia quedó retirada.", self.volver_a("change", hecha.pk)),
            original=evidencia,
            datos=[("Criterio", evidencia.criterio), ("Dirección", evidencia.direccion)],
        )


@admin.register(RevisionDeFase)
class RevisionDeFaseAdmin(AdminBase):
    """Only Control Interno reviews a phase."""

    solo = (CONTROL,)
    list_display = ["fase", "revisada_el", "revisada_por"]
    list_select_related = ["fase", "revisada_por"]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            return self.denegar(request)
        inicial = {"revisada_el": timezone.localdate(), **request.GET.dict()}
        return self.pagina_de_accion(
            request,
            formulario=RevisionForm(request.POST or None, initial=inicial),
            hacer=lambda datos: revisar_fase(**datos, por=request.user, ahora=timezone.now()),
            titulo="Revisar una fase",
            boton="Guardar la revisión",
            exito=lambda hecha: ("La revisión quedó guardada.", self.volver_a("changelist")),
        )

    def change_view(self, request, object_id, form_url="", extra_context=None):
        revision = self.get_object(request, object_id)
        if revision is None or not self.has_change_permission(request, revision):
            return super().change_view(request, object_id, form_url, extra_context)
        inicial = {"revisada_el": revision.revisada_el, "observacion": revision.observacion}
        return self.pagina_de_accion(
            request,
            formulario=CorregirRevisionForm(request.POST or None, initial=inicial),
            hacer=lambda datos: corregir_revision(
                **datos, revision=revision, por=request.user, ahora=timezone.now()
            ),
            titulo=f"Corregir la revisión de {revision.fase}",
            boton="Guardar la revisión",
            exito=lambda hecha: ("La revisión quedó corregida.", self.volver_a("changelist")),
            original=revision,
        )


@admin.register(VersionDelContenido)
class VersionDelContenidoAdmin(EscondidoEnElIndice, SoloLectura):
    aviso = "Cambia sola con cada escritura: así saben las páginas públicas que deben hacerse de nuevo."
    list_display = ["marca", "avanzada_en"]
