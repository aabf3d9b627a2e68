from django.urls import path

from .urls_informes import patrones
from .views import acciones, comite, plan, proyectos

app_name = "comite"
urlpatterns = [
    path("plan/", plan.plan, name="plan"),
    path("plan/matriz/", proyectos.matriz, name="matriz"),
    path("plan/matriz.<slug:formato>", proyectos.matriz_archivo, name="matriz_archivo"),
    path("plan/proyectos/<slug:slug>/", proyectos.proyecto, name="proyecto"),
    path("plan/acciones/", acciones.acciones, name="acciones"),
    path("plan/acciones.<slug:formato>", acciones.acciones_archivo, name="acciones_archivo"),
    path("plan/acciones/<slug:slug>/", acciones.accion, name="accion"),
    path("plan/soportes/<slug:clave>/", acciones.soporte, name="soporte"),
    path("comite/", comite.comite, name="comite"),
    *patrones,
]
