"""MEDIA_S3: the bucket where the files live when several machines share them."""

from importlib.util import find_spec
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

ESQUEMAS = {"s3": "https", "s3+http": "http"}
ESTILOS = {"path", "virtual"}
FORMA = "«s3://clave:secreto@servidor/cubo?region=us-east-1»"
PAQUETES = ("storages", "boto3")


def almacen(texto):
    """STORAGES["default"] from MEDIA_S3; empty, the folder MEDIA_ROOT of this machine."""
    if not texto:
        return {"BACKEND": "fases.almacen.AlmacenEnDisco"}
    opciones = _leer(texto)
    if any(find_spec(paquete) is None for paquete in PAQUETES):
        raise ImproperlyConfigured(
            "MEDIA_S3 pide guardar los archivos en S3 y faltan sus paquetes: instálelos con "
            "«.venv/bin/python -m pip install --require-hashes -r requirements/s3.txt», o quite MEDIA_S3."
        )
    return {"BACKEND": "fases.almacen_s3.AlmacenEnS3", "OPTIONS": opciones}


def _leer(texto):
    """The options of the storage. The secret may hold any character, written as in an address."""
    try:
        url = urlsplit(texto)
        puerto = f":{url.port}" if url.port else ""
    except ValueError:
        raise ImproperlyConfigured(
            "MEDIA_S3 no se entiende: revise el puerto y escriba «/» como «%2F» en el secreto."
        ) from None
    cubo, _, prefijo = url.path.strip("/").partition("/")
    if url.scheme not in ESQUEMAS or not (url.hostname and url.username and url.password and cubo):
        raise ImproperlyConfigured(
            f"MEDIA_S3 debe ser {FORMA} (o «s3+http://…» dentro de una red propia), con la clave y el "
            "secreto escritos como en una dirección: «/» es «%2F» y «+» es «%2B»."
        )
    return {
        "direccion": f"{ESQUEMAS[url.scheme]}://{url.hostname}{puerto}",
        "cubo": unquote(cubo),
        "prefijo": unquote(prefijo),
        "clave": unquote(url.username),
        "secreto": unquote(url.password),
        **_consulta(url.query),
    }


def _consulta(consulta):
    """Region and style of address, the only things that the query may say."""
    valores = {"region": "us-east-1", "estilo": "path"} | dict(parse_qsl(consulta))
    if desconocidos := sorted(valores.keys() - {"region", "estilo"}):
        raise ImproperlyConfigured(
            f"MEDIA_S3 trae «{desconocidos[0]}», que no se conoce: después de «?» van «region» y «estilo»."
        )
    if valores["estilo"] not in ESTILOS:
        raise ImproperlyConfigured("MEDIA_S3: «estilo» es «path» (el cubo en la ruta) o «virtual».")
    return valores
