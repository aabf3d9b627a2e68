"""Addresses of the semester reports. «verificar» goes first: it is not a semester."""

from django.urls import path

from .views import informes

patrones = [
    path("informes/", informes.informes, name="informes"),
    path("informes/verificar/", informes.verificar, name="verificar"),
    path("informes/<slug:semestre>/", informes.informe, name="informe"),
    path("informes/<slug:semestre>/informe.<slug:formato>", informes.archivo, name="informe_archivo"),
]
