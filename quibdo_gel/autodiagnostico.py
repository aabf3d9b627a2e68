"""The self-check page: each room says what is missing, and the installation says how it is set up."""

from django.conf import settings

from comite.autodiagnostico import indicadores_incompletos, lineas_sin_programacion
from fases.autodiagnostico import Hecho, fases_sin_revision
from fases.informacion.autodiagnostico import datos_de_la_entidad, politicas_sin_acto

CLAVE_LARGA = 50


def secciones():
    """(title, what it is about, facts) of each part of the page."""
    return [
        (
            "Datos de la entidad",
            "Lo que la entidad aún no ha dado se publica como «por confirmar».",
            datos_de_la_entidad(),
        ),
        (
            "Políticas",
            "Sin el acto que la adopta, una política es solo una propuesta.",
            politicas_sin_acto(),
        ),
        (
            "Indicadores",
            "Sin meta no hay porcentaje de avance; sin dependencia y frecuencia, nadie reporta.",
            indicadores_incompletos(),
        ),
        (
            "Líneas del marco de acción",
            "El plan dejó líneas sin programación; el Comité puede programarlas por acta.",
            lineas_sin_programacion(),
        ),
        (
            "Fases",
            "Hasta que Control Interno la revisa, una fase se lee «Sin evaluar».",
            fases_sin_revision(),
        ),
        ("Instalación", "Lo que debe arreglar quien administra el servidor.", instalacion()),
    ]


def instalacion():
    """How the site is set up, without showing any secret."""
    correo = not settings.EMAIL_BACKEND.endswith("console.EmailBackend")
    return [
        _ajuste("Modo de depuración", not settings.DEBUG, "Apagado", "Encendido: quite DEBUG"),
        _ajuste(
            "Clave secreta",
            settings.EN_PRODUCCION and len(settings.SECRET_KEY) >= CLAVE_LARGA,
            "Puesta",
            "De prueba: ponga SECRET_KEY, de 50 caracteres o más",
        ),
        _ajuste(
            "HTTPS",
            settings.SECURE_SSL_REDIRECT and settings.SESSION_COOKIE_SECURE,
            "Exigido",
            "Sin exigir: esta es una instalación de prueba (SITIO_LOCAL)",
        ),
        _ajuste("Correo", correo, "Configurado", "Sin servidor de correo: ponga EMAIL_URL"),
        _ajuste(
            "Dirección del sitio",
            bool(settings.SITE_URL),
            settings.SITE_URL,
            "Ponga SITE_URL, por ejemplo https://www.quibdo-choco.gov.co",
        ),
    ]


def _ajuste(nombre, bien, si, no):
    return Hecho(nombre=nombre, bien=bien, detalle=si if bien else no)
