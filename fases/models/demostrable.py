from django.db import models

from .version import ConVersion


class Demostrable(ConVersion):
    """A row that may be invented for the demonstration, and then says so and can be removed."""

    demostracion = models.BooleanField("dato de demostración", default=False, editable=False)

    class Meta:
        abstract = True
