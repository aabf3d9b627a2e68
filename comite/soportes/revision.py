"""The check of one evidence file: name, size, then the check of its own format."""

import hashlib
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

from fases import imagenes

from .hoja import revisar_csv
from .pdf import revisar_pdf
from .rechazo import ArchivoRechazadoError
from .zip import revisar_zip

MEGAS = 10
LARGO_DE_NOMBRE = 200
SEPARADORES = str.maketrans("\\\t\r\n", "/   ")
TIPOS = {
    "pdf": "application/pdf",
    **imagenes.TIPOS,
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv",
}
ACEPTADOS = "PDF, JPG, PNG, WebP, XLSX, DOCX, ODT, ODS o CSV"
FIRMAS = (
    (b"%PDF-", {"pdf"}),
    (b"\xff\xd8\xff", {"jpg"}),
    (b"\x89PNG\r\n\x1a\n", {"png"}),
    (b"RIFF", {"webp"}),
    (b"PK\x03\x04", {"xlsx", "docx", "odt", "ods"}),
)


@dataclass(frozen=True)
class Revisado:
    """What is kept: for images, the picture written again, so size and print are those of it."""

    nombre: str
    extension: str
    tipo: str
    contenido: bytes

    @property
    def huella(self):
        return hashlib.sha256(self.contenido).hexdigest()


def revisar_archivo(archivo) -> Revisado:
    """Check a Django File (``name``, ``size``, readable). Raises ArchivoRechazadoError."""
    nombre = limpiar_nombre(archivo.name)
    extension = _extension(nombre)
    if archivo.size > MEGAS * 1024 * 1024:
        raise ArchivoRechazadoError(
            f"El archivo pesa más de {MEGAS} MB: redúzcalo, o publíquelo en otro sitio y escriba el enlace."
        )
    archivo.seek(0)
    contenido = archivo.read()
    if not contenido:
        raise ArchivoRechazadoError("El archivo está vacío: escoja otro.")
    _exigir_firma(extension, contenido)
    contenido = _revisar_contenido(extension, contenido)
    return Revisado(nombre, extension, TIPOS[extension], contenido)


def limpiar_nombre(crudo):
    """The last part of the name, without control or direction characters, 200 at most."""
    normal = unicodedata.normalize("NFC", crudo or "").translate(SEPARADORES)
    letras = (c for c in normal.rsplit("/", 1)[-1] if unicodedata.category(c)[0] != "C")
    nombre = " ".join("".join(letras).split())
    ruta = PurePosixPath(nombre or "sin nombre")
    return ruta.stem[: LARGO_DE_NOMBRE - len(ruta.suffix)] + ruta.suffix[:LARGO_DE_NOMBRE]


def _extension(nombre):
    extension = PurePosixPath(nombre).suffix.lower().lstrip(".")
    extension = "jpg" if extension == "jpeg" else extension
    if extension not in TIPOS:
        raise ArchivoRechazadoError(f"No se aceptan archivos de ese tipo. Puede cargar: {ACEPTADOS}.")
    return extension


def _exigir_firma(extension, contenido):
    """The first bytes must be those of the format that the name announces."""
    es = next((formatos for firma, formatos in FIRMAS if contenido.startswith(firma)), {"csv"})
    if extension not in es:
        raise ArchivoRechazadoError(
            f"El contenido no corresponde a un archivo «.{extension}»: ábralo en su programa y guárdelo "
            "otra vez en ese formato."
        )


def _revisar_contenido(extension, contenido):
    if extension in imagenes.TIPOS:
        return _imagen(extension, contenido)
    if extension == "pdf":
        revisar_pdf(contenido)
    elif extension == "csv":
        revisar_csv(contenido)
    else:
        revisar_zip(extension, contenido)
    return contenido


def _imagen(extension, contenido):
    try:
        imagen = imagenes.limpiar(contenido)
    except imagenes.ImagenRechazadaError as error:
        raise ArchivoRechazadoError(str(error)) from None
    if imagen.extension != extension:
        raise ArchivoRechazadoError(f"La imagen es «.{imagen.extension}»: cámbiele el nombre y cárguela.")
    return imagen.contenido
