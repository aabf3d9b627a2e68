from django.urls import path

from .views import inicio, servicio

app_name = "portal"
urlpatterns = [
    path("", inicio.inicio, name="inicio"),
    path("mapa/", servicio.mapa, name="mapa"),
    path("sitemap.xml", servicio.sitemap, name="sitemap"),
    path("robots.txt", servicio.robots, name="robots"),
    path("salud/", servicio.salud, name="salud"),
    path("estilo/", servicio.estilo, name="estilo"),
]
