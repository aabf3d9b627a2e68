from django.contrib.admin.apps import AdminConfig


class AdministracionConfig(AdminConfig):
    """Django's admin with the portal's own site: texts, and a home that shows what is due."""

    default_site = "quibdo_gel.administracion.SitioDeAdministracion"
