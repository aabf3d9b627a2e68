from django.urls import path

from . import views

app_name = "informacion"
urlpatterns = [
    path("politicas/", views.politicas, name="politicas"),
    path("politicas/<slug:slug>/", views.politica, name="politica"),
    path("archivos/entidad/<str:nombre>", views.logo, name="logo"),
    path("accesibilidad/", views.accesibilidad, name="accesibilidad"),
    path("accesibilidad/preferencias/", views.preferencias, name="preferencias"),
    path("accesibilidad/barrera/", views.barrera, name="barrera"),
]
