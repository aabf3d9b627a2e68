from django.contrib import admin
from django.db import transaction
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone

from comite.acciones.mediciones import corregir_medicion, puede_reportar, registrar_medicion
from comite.acciones.soportes import cargar_soporte, sin_huerfanos
from comite.forms.medicion import CorregirMedicionForm, RegistrarMedicionForm
from comite.models import Indicador, Medicion, Soporte
from comite.pendientes import periodos_por_reportar
from fases.administracion import AdminBase, SoloLectura
from fases.roles import COMITE, EDITOR
from fases.texto import numero


@admin.register(Medicion)
class MedicionAdmin(AdminBase):
    """Recorded in one short form and corrected by another row: never changed, never deleted."""

    solo = (COMITE, EDITOR)
    list_display = [
        "nombre_del_periodo",
        "lo_medido",
        "indicador",
        "vigente",
        "registrada_por",
        "registrada_en",
    ]
    list_filter = ["sin_movimiento", "indicador"]
    list_select_related = ["indicador", "registrada_por", "correccion"]
    search_fields = ["indicador__nombre", "nota"]
    date_hierarchy = "periodo_desde"
    fields = [
        "indicador",
        "nombre_del_periodo",
        "lo_medido",
        "numerador",
        "denominador",
        "nota",
        "soporte",
        "enlace",
        "corrige",
        "motivo",
        "registrada_por",
        "registrada_en",
    ]
    readonly_fields = ["nombre_del_periodo", "lo_medido"]
    aviso = "Una medición no se cambia: si hay un error, use «Corregir»; las dos quedan a la vista."

    @admin.display(description="periodo", ordering="periodo_desde")
    def nombre_del_periodo(self, obj):
        return obj.periodo.nombre

    @admin.display(description="valor", ordering="valor")
    def lo_medido(self, obj):
        return "Sin movimiento" if obj.sin_movimiento else numero(obj.valor, obj.indicador.unidad)

    @admin.display(description="vigente", boolean=True)
    def vigente(self, obj):
        return not hasattr(obj, "correccion")

    def has_change_permission(self, request, obj=None):
        return False

    def puede_corregir(self, request, medicion):
        return puede_reportar(request.user, medicion.indicador) and self.vigente(medicion)

    def botones(self, request, obj):
        return (
            [("Corregir", self.volver_a("corregir", obj.pk))] if self.puede_corregir(request, obj) else []
        )

    def get_urls(self):
        corregir = path(
            "<path:object_id>/corregir/",
            self.admin_site.admin_view(self.corregir_view),
            name="comite_medicion_corregir",
        )
        return [corregir, *super().get_urls()]

    def add_view(self, request, form_url="", extra_context=None):
        """Without ``?indicador=``, choose one of those that the person may report."""
        if not self.has_add_permission(request):
            return self.denegar(request)
        if "indicador" not in request.GET:
            return self._escoger_indicador(request)
        indicador = self._indicador(request)
        periodos = periodos_por_reportar(indicador, timezone.localdate())
        formulario = RegistrarMedicionForm(
            request.POST or None,
            request.FILES or None,
            indicador=indicador,
            periodos=periodos,
            initial={"periodo": request.GET.get("periodo", _ultimo_terminado(periodos))},
        )
        return self.pagina_de_accion(
            request,
            formulario=formulario,
            hacer=lambda datos: self._con_soporte(
                request, datos, lambda **todo: registrar_medicion(indicador=indicador, **todo)
            ),
            titulo="Registrar una medición",
            boton="Registrar medición",
            exito=lambda hecha: ("La medición quedó registrada.", self.volver_a("change", hecha.pk)),
            subtitulo=indicador.nombre,
            datos=_ficha(indicador, request.user),
            sin_periodos=not periodos,
        )

    def corregir_view(self, request, object_id):
        medicion = self.objeto_o_404(request, object_id)
        if not self.puede_corregir(request, medicion):
            return self.denegar(request)
        return self.pagina_de_accion(
            request,
            formulario=CorregirMedicionForm(request.POST or None, request.FILES or None, medicion=medicion),
            hacer=lambda datos: self._con_soporte(
                request,
                datos,
                lambda **todo: corregir_medicion(medicion=medicion, **todo),
                None if datos.pop("quitar_soporte", False) else medicion.soporte,
            ),
            titulo=f"Corregir la medición de {medicion.periodo.nombre}",
            boton="Guardar la corrección",
            exito=lambda hecha: ("La corrección quedó registrada.", self.volver_a("change", hecha.pk)),
            subtitulo=medicion.indicador.nombre,
            datos=_ficha(medicion.indicador, request.user),
            original=medicion,
        )

    def _escoger_indicador(self, request):
        todos = Indicador.objects.select_related("accion", "proyecto", "encargada")
        suyos = [i for i in todos if puede_reportar(request.user, i)]
        contexto = {
            **self.admin_site.each_context(request),
            "opts": self.model._meta,
            "title": "¿Qué indicador va a reportar?",
            "indicadores": suyos,
            "has_view_permission": True,
        }
        return TemplateResponse(request, "comite/admin/escoger_indicador.html", contexto)

    def _indicador(self, request):
        clave = request.GET["indicador"]
        filas = Indicador.objects.select_related("accion", "proyecto", "encargada")
        indicador = filas.filter(pk=clave).first() if clave.isascii() and clave.isdecimal() else None
        if indicador is None:
            raise Http404
        if not puede_reportar(request.user, indicador):
            return self.denegar(request)
        return indicador

    @staticmethod
    def _con_soporte(request, datos, hacer, anterior=None):
        """Keep the file and record in one transaction; when it fails, no file stays behind."""
        archivo = datos.pop("archivo", None)
        comunes = {"por": request.user, "ahora": timezone.now()}
        with transaction.atomic():
            nuevo = cargar_soporte(archivo=archivo, **comunes) if archivo else None
            with sin_huerfanos(nuevo):
                return hacer(**datos, soporte=nuevo or anterior, **comunes)


def _ultimo_terminado(periodos):
    """What most people come to report: the last period that is over."""
    hoy = timezone.localdate()
    terminados = [p for p in periodos if p.hasta < hoy]
    return terminados[0].desde.isoformat() if terminados else ""


def _ficha(indicador, usuario):
    """What is filled in already: nobody types the unit or the person who answers."""
    return [
        ("Acción o proyecto", indicador.de),
        ("Unidad", indicador.get_unidad_display()),
        ("Frecuencia", indicador.get_frecuencia_display() or "Por confirmar"),
        ("Dependencia que reporta", indicador.encargada or "Por confirmar"),
        ("Registra", usuario.nombre_publico),
    ]


@admin.register(Soporte)
class SoporteAdmin(SoloLectura):
    """Evidence files come in with their measurement."""

    list_display = ["nombre", "extension", "tamano", "cargado_por", "cargado_en"]
    list_select_related = ["cargado_por"]
    search_fields = ["nombre", "huella"]
    fields = ["nombre", "tipo", "tamano", "huella", "cargado_por", "cargado_en"]
    aviso = "El archivo llega con su medición y no se reemplaza."

    def botones(self, request, obj):
        return [("Abrir el archivo", reverse("comite:soporte", args=[obj.clave]))]
