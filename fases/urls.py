from django.urls import path

from . import views

app_name = "fases"
urlpatterns = [
    path("", views.fases, name="fases"),
    path("<slug:fase>/", views.fase, name="fase"),
    path("<slug:fase>/<slug:criterio>/", views.criterio, name="criterio"),
]
