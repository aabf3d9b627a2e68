from django.apps import AppConfig


class InformacionConfig(AppConfig):
    name = "fases.informacion"
    label = "informacion"
    verbose_name = "1. Fase de información"
