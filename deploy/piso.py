"""The floor of the benchmark: Django with a constant, on the same server. ``/20000`` gives 20,000 bytes."""

import secrets

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path


def constante(request, largo):
    """As little as Django can do."""
    return HttpResponse(b"x" * largo)


urlpatterns = [path("<int:largo>", constante)]
settings.configure(
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY=secrets.token_hex(),
    MIDDLEWARE=[],
    LOGGING_CONFIG=None,
)
application = get_wsgi_application()
