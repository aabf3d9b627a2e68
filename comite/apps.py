from django.apps import AppConfig


class ComiteConfig(AppConfig):
    name = "comite"
    label = "comite"
    verbose_name = "Comité GEL-T"
