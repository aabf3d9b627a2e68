"""Images that arrive from outside: checked by content and written again without their metadata.

A photograph of a telephone carries the place where it was taken; a crafted file carries code behind
the picture. Decoding and encoding again leaves the pixels and nothing else.
"""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageOps

from .accion import AccionError

MEGAPIXELES = 25
PARIENTES = {"MPO": "JPEG"}  # what some telephones write: several JPEG pictures in a row
FORMATOS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
TIPOS = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}
CALIDAD = {"JPEG": {"quality": 90}, "WEBP": {"quality": 90}, "PNG": {"optimize": False}}


class ImagenRechazadaError(AccionError):
    """Not an image that we keep; the sentence says why and what to do."""


@dataclass(frozen=True)
class Imagen:
    contenido: bytes
    extension: str
    ancho: int
    alto: int

    @property
    def tipo(self):
        return TIPOS[self.extension]


def limpiar(contenido: bytes) -> Imagen:
    """The same picture (JPEG, PNG or WebP) without metadata. Raises ImagenRechazadaError."""
    formato = _formato_revisado(contenido)
    try:
        with Image.open(BytesIO(contenido), formats=[formato]) as original:
            derecha = ImageOps.exif_transpose(original)
            derecha = _con_modo_que_se_puede_guardar(derecha, formato)
            derecha.info = {}
            salida = BytesIO()
            derecha.save(salida, format=formato, exif=b"", **CALIDAD[formato])
    except Exception:  # a hostile file can make the decoder raise almost anything
        raise _danada() from None
    return Imagen(salida.getvalue(), FORMATOS[formato], *derecha.size)


def _formato_revisado(contenido):
    """Format by content, with the pixels counted in the header before any decoding."""
    try:
        with Image.open(BytesIO(contenido), formats=list(FORMATOS)) as imagen:
            formato = PARIENTES.get(imagen.format, imagen.format)
            ancho, alto = imagen.size
            if ancho * alto <= MEGAPIXELES * 1_000_000:
                imagen.verify()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _enorme() from None
    except Exception:  # a hostile file can make the decoder raise almost anything
        raise _danada() from None
    if ancho * alto > MEGAPIXELES * 1_000_000:
        raise _enorme()
    return formato


def _con_modo_que_se_puede_guardar(imagen, formato):
    if formato == "JPEG" and imagen.mode not in {"RGB", "L"}:
        return imagen.convert("RGB")
    if formato != "JPEG" and imagen.mode not in {"RGB", "RGBA", "L"}:
        return imagen.convert("RGBA")
    return imagen


def _enorme():
    return ImagenRechazadaError(
        f"La imagen tiene más de {MEGAPIXELES} millones de puntos: redúzcala y vuelva a intentar."
    )


def _danada():
    return ImagenRechazadaError(
        "El archivo no es una imagen JPG, PNG o WebP, o está dañado: ábralo, guárdelo otra vez y "
        "vuelva a intentar."
    )
