"""Whose print is this? The published content or file that has it."""

from dataclasses import dataclass

from comite.models import ArchivoDeInforme, Informe


@dataclass(frozen=True)
class Hallado:
    informe: Informe
    formato: str


def buscar_huella(suma):
    """The published report and format with that SHA-256, or None. Two queries."""
    archivos = ArchivoDeInforme.objects.filter(huella=suma, informe__estado=Informe.Estado.PUBLICADO)
    archivo = archivos.select_related("informe").defer("informe__contenido").first()
    if archivo:
        return Hallado(archivo.informe, archivo.get_formato_display())
    informe = Informe.objects.publicados().filter(huella=suma).defer("contenido").first()
    return Hallado(informe, "Contenido del informe") if informe else None
