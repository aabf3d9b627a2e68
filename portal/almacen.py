"""A file that cannot be reached now is a 503, not a 500: whoever asks may ask again."""

import logging

from fases.almacen import AlmacenCaidoError

from .errores import pagina_de_error

SEGUNDOS = 30
registro = logging.getLogger("portal")


class AlmacenCaido:
    """503 with Retry-After while the disk or the bucket of the files does not answer."""

    def __init__(self, siguiente):
        self.siguiente = siguiente

    def __call__(self, request):
        return self.siguiente(request)

    def process_exception(self, request, exception):
        if not isinstance(exception, AlmacenCaidoError):
            return None
        registro.error("No se llega a los archivos en %s: %s", request.path, exception.__cause__)
        respuesta = pagina_de_error(request, 503)
        respuesta["Retry-After"] = str(SEGUNDOS)
        return respuesta
