from django.apps import AppConfig


class FasesConfig(AppConfig):
    name = "fases"
    label = "fases"
    verbose_name = "Fases del Decreto 1151 de 2008"
