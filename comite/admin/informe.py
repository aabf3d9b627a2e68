from django.contrib import admin
from django.db import transaction
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from comite.acciones.informes import (
    abrir_informe,
    guardar_hallazgos,
    guardar_textos,
    nueva_version,
    observar_fila,
    publicar_informe,
)
from comite.forms.informe import (
    TEXTOS,
    AbrirInformeForm,
    HallazgoForm,
    NuevaVersionForm,
    ObservacionesForm,
    PublicarForm,
    TextosForm,
    semestres_por_abrir,
)
from comite.informe.ensamble import ensamblar
from comite.informe.lectura import leer_en_palabras
from comite.models import ArchivoDeInforme, Hallazgo, Informe, ObservacionDeFila
from fases.administracion import AdminBase, EscondidoEnElIndice, SoloLectura
from fases.roles import CONTROL, tiene_rol
from fases.texto import fecha_larga

PAGINAS = ("observaciones", "vista_previa", "firmar", "nueva_version")


class HallazgosDelInforme(admin.StackedInline):
    """Findings are written while the report is a draft, by Control Interno."""

    model = Hallazgo
    form = HallazgoForm
    extra = 1

    def has_add_permission(self, request, obj=None):
        return _abierto(request, obj) and super().has_add_permission(request, obj)

    def has_change_permission(self, request, obj=None):
        return _abierto(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request, obj=None):
        return _abierto(request, obj) and super().has_delete_permission(request, obj)

    def has_view_permission(self, request, obj=None):
        return True  # whoever may open the report reads its findings


def _abierto(request, informe):
    return tiene_rol(request.user, CONTROL) and (informe is None or not informe.publicado)


@admin.register(Informe)
class InformeAdmin(AdminBase):
    """Control Interno writes it; published, nobody changes it, and everybody else reads only that."""

    solo = (CONTROL,)
    form = TextosForm
    list_display = ["__str__", "estado", "corte_el", "firmado_por", "publicado_en"]
    list_filter = ["estado", "vigencia"]
    list_select_related = ["firmado_por"]
    readonly_fields = ["semestre_y_version", "estado", "motivo"]
    fieldsets = [
        ("Informe", {"fields": ["semestre_y_version", "estado", "corte_el", "motivo"]}),
        ("Textos", {"fields": TEXTOS}),
    ]
    inlines = [HallazgosDelInforme]

    @admin.display(description="semestre")
    def semestre_y_version(self, obj):
        return f"{obj.semestre}, versión {obj.version}"

    def get_queryset(self, request):
        """A draft is Control Interno's until it is published."""
        informes = super().get_queryset(request).select_related("firmado_por", "elaborado_por")
        de_la_casa = tiene_rol(request.user, CONTROL) or request.user.is_superuser
        return informes if de_la_casa else informes.publicados()

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not (obj and obj.publicado)

    def aviso_para(self, request, object_id):
        obj = self.get_object(request, object_id) if object_id else None
        if obj is None or not obj.publicado:
            return ""
        return "Está publicado: no se cambia. Un error se corrige con una nueva versión."

    def guardar(self, request, obj, form, change):
        textos = {campo: form.cleaned_data[campo] for campo in TEXTOS if campo in form.cleaned_data}
        corte_el = form.cleaned_data.get("corte_el")
        guardar_textos(informe=obj, textos=textos, corte_el=corte_el, por=request.user)

    def save_formset(self, request, form, formset, change):
        formset.save(commit=False)
        escritos = [*formset.new_objects, *(hallazgo for hallazgo, _ in formset.changed_objects)]
        guardar_hallazgos(
            informe=form.instance, hallazgos=escritos, quitados=formset.deleted_objects, por=request.user
        )

    def botones(self, request, obj):
        if not tiene_rol(request.user, CONTROL):
            return []
        if not obj.publicado:
            paginas = ["observaciones", "vista_previa", "firmar"]
        else:
            paginas = [] if hasattr(obj, "reemplazo") else ["nueva_version"]
        return [(TITULOS[pagina], self.volver_a(pagina, obj.pk)) for pagina in paginas]

    def get_urls(self):
        propias = [
            path(
                f"<path:object_id>/{pagina.replace('_', '-')}/",
                self.admin_site.admin_view(getattr(self, f"{pagina}_view")),
                name=f"comite_informe_{pagina}",
            )
            for pagina in PAGINAS
        ]
        return [*propias, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            return self.denegar(request)
        semestres = semestres_por_abrir(timezone.localdate())
        return self.pagina_de_accion(
            request,
            formulario=AbrirInformeForm(
                request.POST or None, semestres=semestres, initial=request.GET.dict()
            ),
            hacer=lambda datos: abrir_informe(**datos, por=request.user, ahora=timezone.now()),
            titulo="Abrir el informe de un semestre",
            boton="Abrir el informe",
            exito=lambda hecho: ("El borrador quedó abierto.", self.volver_a("change", hecho.pk)),
        )

    def observaciones_view(self, request, object_id):
        informe = self._borrador(request, object_id)
        dichas = dict(informe.observaciones.values_list("fila", "texto"))
        filas = _filas(ensamblar(informe), dichas)
        return self.pagina_de_accion(
            request,
            formulario=ObservacionesForm(request.POST or None, filas=filas, dichas=dichas),
            hacer=lambda datos: self._observar(request, informe, datos, dichas),
            titulo="Observaciones por fila",
            boton="Guardar las observaciones",
            exito=lambda hecho: (
                "Las observaciones quedaron guardadas.",
                self.volver_a("change", informe.pk),
            ),
            subtitulo=str(informe),
            original=informe,
        )

    @staticmethod
    def _observar(request, informe, datos, dichas):
        with transaction.atomic():
            for fila, texto in datos.items():
                if texto.strip() != dichas.get(fila, "").strip():
                    observar_fila(informe=informe, fila=fila, texto=texto, por=request.user)

    def vista_previa_view(self, request, object_id):
        informe = self._borrador(request, object_id)
        contexto = {
            "informe": leer_en_palabras(_como_se_firmara(informe, request.user)),
            "responsable": request.user.nombre_publico,
            "nota": f"Versión {informe.version}",
            "editar": self.volver_a("change", informe.pk),
            "firmar": self.volver_a("firmar", informe.pk),
        }
        return TemplateResponse(request, "comite/admin/vista_previa.html", contexto)

    def firmar_view(self, request, object_id):
        informe = self._borrador(request, object_id)
        return self.pagina_de_accion(
            request,
            formulario=PublicarForm(request.POST or None, firmante=request.user),
            hacer=lambda datos: publicar_informe(informe=informe, por=request.user, ahora=timezone.now()),
            titulo="Firmar y publicar",
            boton="Firmar y publicar",
            exito=lambda hecho: ("El informe quedó publicado.", self.volver_a("change", informe.pk)),
            subtitulo=str(informe),
            original=informe,
            datos=[
                ("Firma", request.user.nombre_publico),
                ("Cargo", request.user.cargo or "Por confirmar: escríbalo en su cuenta antes de firmar"),
                ("Fecha de corte", fecha_larga(informe.corte_el)),
            ],
        )

    def nueva_version_view(self, request, object_id):
        informe = self.objeto_o_404(request, object_id)
        if not self.has_add_permission(request) or not informe.publicado:
            return self.denegar(request)
        return self.pagina_de_accion(
            request,
            formulario=NuevaVersionForm(request.POST or None),
            hacer=lambda datos: nueva_version(
                informe=informe, motivo=datos["motivo"], por=request.user, ahora=timezone.now()
            ),
            titulo="Nueva versión del informe",
            boton="Abrir la nueva versión",
            exito=lambda hecho: ("La nueva versión quedó en borrador.", self.volver_a("change", hecho.pk)),
            subtitulo=str(informe),
            original=informe,
        )

    def _borrador(self, request, object_id):
        informe = self.objeto_o_404(request, object_id)
        if not self.has_change_permission(request, informe):
            self.denegar(request)
        return informe


TITULOS = {
    "observaciones": "Observaciones por fila",
    "vista_previa": "Vista previa",
    "firmar": "Firmar y publicar",
    "nueva_version": "Nueva versión",
}


def _filas(congelado, dichas):
    """(key, name) of each row of the report, and of what was said of a whole action or project."""
    filas = {f.clave: f"{f.nombre}: {f.indicador}" if f.indicador else f.nombre for f in congelado.filas}
    de_todo = {clave: f"{clave} (toda la acción o el proyecto)" for clave in dichas if clave not in filas}
    return [*filas.items(), *de_todo.items()]


def _como_se_firmara(informe, firmante):
    """The report with the signature of who is looking; nothing is written."""
    informe.firmado_por = firmante
    return ensamblar(informe)


@admin.register(ArchivoDeInforme, Hallazgo, ObservacionDeFila)
class DelInformeAdmin(EscondidoEnElIndice, SoloLectura):
    """Written in the report they belong to."""

    aviso = "Pertenece a un informe: se escribe allí, mientras es borrador."

    def get_queryset(self, request):
        filas = super().get_queryset(request)
        de_la_casa = tiene_rol(request.user, CONTROL) or request.user.is_superuser
        return filas if de_la_casa else filas.filter(informe__estado=Informe.Estado.PUBLICADO)
