"""The back office: Spanish titles, a home that says what to do today, the manual, the self-check."""

from django.apps import apps
from django.conf import settings
from django.contrib.admin import AdminSite
from django.template.response import TemplateResponse
from django.urls import path
from django.utils import timezone

from comite.pendientes import informes_de, pendientes_de
from fases.roles import roles_de

from .autodiagnostico import secciones

MANUAL = settings.BASE_DIR / "docs" / "manual-del-comite.md"
A_LA_VISTA = 30
ORDEN = [app.label for app in apps.get_app_configs()]


class SitioDeAdministracion(AdminSite):
    site_title = "Portal GEL de Quibdó"
    site_header = "Portal GEL de Quibdó"
    index_title = "Qué debo hacer hoy"
    enable_nav_sidebar = False
    index_template = "admin/index.html"

    def get_urls(self):
        propias = [
            path("manual/", self.admin_view(self.manual), name="manual"),
            path("autodiagnostico/", self.admin_view(self.autodiagnostico), name="autodiagnostico"),
        ]
        return [*propias, *super().get_urls()]

    def index(self, request, extra_context=None):
        """What the person owes first; then the list of everything."""
        hoy = timezone.localdate()
        pendientes = pendientes_de(request.user, hoy)
        borradores, semestres = informes_de(request.user, hoy)
        contexto = {
            "hoy": hoy,
            "roles": sorted(roles_de(request.user)),
            "pendientes": pendientes[:A_LA_VISTA],
            "otros_pendientes": max(len(pendientes) - A_LA_VISTA, 0),
            "vencidos": sum(p.vencido for p in pendientes),
            "borradores": borradores,
            "semestres_sin_informe": semestres,
            **(extra_context or {}),
        }
        return super().index(request, contexto)

    def get_app_list(self, request, app_label=None):
        """The order of the plan: the decree, its phases, and then who watches over them."""
        apartados = super().get_app_list(request, app_label)
        return sorted(apartados, key=lambda apartado: ORDEN.index(apartado["app_label"]))

    def manual(self, request):
        texto = MANUAL.read_text(encoding="utf-8").partition("\n")[2]
        return self._pagina(request, "admin/manual.html", "Manual del comité", texto=texto)

    def autodiagnostico(self, request):
        return self._pagina(request, "admin/autodiagnostico.html", "Autodiagnóstico", secciones=secciones())

    def _pagina(self, request, plantilla, titulo, **contexto):
        contexto = {**self.each_context(request), "title": titulo, **contexto}
        return TemplateResponse(request, plantilla, contexto)
