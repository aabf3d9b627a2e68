"""Evidence files from outside: accepted by what they are, not by what they say they are."""

from .revision import ArchivoRechazadoError, Revisado, revisar_archivo

__all__ = ["ArchivoRechazadoError", "Revisado", "revisar_archivo"]
