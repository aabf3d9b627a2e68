from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("fases/", include("fases.urls")),
    path("", include("fases.informacion.urls")),
    path("", include("comite.urls")),
    path("", include("portal.urls")),
]

handler400 = "portal.errores.error_400"
handler403 = "portal.errores.error_403"
handler404 = "portal.errores.error_404"
handler500 = "portal.sin_base.error_500"
