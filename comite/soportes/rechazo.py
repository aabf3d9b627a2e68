from fases.accion import AccionError


class ArchivoRechazadoError(AccionError):
    """The file is not kept; the sentence says why and what to do."""

    campo = "archivo"
