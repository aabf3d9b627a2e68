"""Office documents (XLSX, DOCX, ODS, ODT): they are zip archives, opened in memory and never on disk."""

import stat
import zipfile
from io import BytesIO

from .rechazo import ArchivoRechazadoError

MIEMBROS = 500
MEGAS_ABIERTO = 100
RAZON = 200
PISO_DE_RAZON = 5 * 1024 * 1024
TROZO = 256 * 1024
OOXML = {
    "xlsx": ("xl/workbook.xml", b"spreadsheetml.sheet.main+xml"),
    "docx": ("word/document.xml", b"wordprocessingml.document.main+xml"),
}
ODF = {
    "odt": b"application/vnd.oasis.opendocument.text",
    "ods": b"application/vnd.oasis.opendocument.spreadsheet",
}
CON_MACROS = ("vbaproject", "vbadata", "activex/", "basic/", "scripts/", "macrosheets/")
METODOS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
FIN_DEL_ZIP = b"PK\x05\x06"
LARGO_DEL_FIN = 22


def revisar_zip(extension: str, contenido: bytes):
    """Raise ArchivoRechazadoError unless it is such a document, whole, of sane size and without macros."""
    if contenido.rfind(FIN_DEL_ZIP) != len(contenido) - LARGO_DEL_FIN:
        raise _danado()
    try:
        with zipfile.ZipFile(BytesIO(contenido)) as archivo:
            _revisar_miembros(archivo.infolist())
            _revisar_abierto(archivo, len(contenido))
            _revisar_clase(extension, archivo)
    except ArchivoRechazadoError:
        raise
    except Exception:  # a hostile archive can make the reader raise almost anything
        raise _danado() from None


def _revisar_miembros(miembros):
    nombres = [miembro.filename for miembro in miembros]
    if len(nombres) > MIEMBROS:
        raise ArchivoRechazadoError(f"El documento trae más de {MIEMBROS} partes: simplifíquelo.")
    if len(set(nombres)) != len(nombres) or any(_es_rara(miembro) for miembro in miembros):
        raise _danado()
    if any(parte in nombre.lower() for nombre in nombres for parte in CON_MACROS):
        raise ArchivoRechazadoError(
            "El documento trae macros: guárdelo sin macros (.xlsx, .docx, .ods u .odt) y vuelva a cargarlo."
        )


def _es_rara(miembro):
    """Paths that leave the archive, links, ciphers and methods that no office program writes."""
    nombre = miembro.filename
    return (
        ".." in nombre.split("/")
        or nombre.startswith("/")
        or "\\" in nombre
        or ":" in nombre
        or stat.S_ISLNK(miembro.external_attr >> 16)
        or bool(miembro.flag_bits & 1)
        or miembro.compress_type not in METODOS
    )


def _revisar_abierto(archivo, cerrado):
    """Read every member, counting what really comes out and letting its checksum be verified."""
    total = 0
    tope = MEGAS_ABIERTO * 1024 * 1024
    for miembro in archivo.infolist():
        with archivo.open(miembro) as parte:
            while trozo := parte.read(TROZO):
                total += len(trozo)
                if total > tope or total > max(PISO_DE_RAZON, cerrado * RAZON):
                    raise ArchivoRechazadoError(
                        "El documento es demasiado grande por dentro: quite imágenes u hojas que no use."
                    )


def _revisar_clase(extension, archivo):
    if extension in OOXML:
        parte, clase = OOXML[extension]
        tipos = archivo.read("[Content_Types].xml")
        es = parte in archivo.namelist() and clase in tipos and b"macroEnabled" not in tipos
    else:
        es = archivo.read("mimetype").strip() == ODF[extension]
    if not es:
        raise ArchivoRechazadoError(f"El archivo no es un documento «.{extension}»: guárdelo otra vez.")


def _danado():
    return ArchivoRechazadoError("El documento está dañado o protegido con clave: guárdelo otra vez.")
