"""The bucket of S3-compatible storage. Imported only where MEDIA_S3 asks for it (requirements/s3.txt)."""

from contextlib import contextmanager

from boto3.exceptions import Boto3Error
from boto3.s3.transfer import TransferConfig
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings
from django.core.files.base import ContentFile
from django.utils.encoding import filepath_to_uri
from storages.backends.s3 import S3Storage

from .almacen import AlmacenCaidoError

# Every file of the portal is smaller than this: one request each, so that none is ever half there.
DE_UNA_VEZ = 64 * 2**20
SEGUNDOS_PARA_CONECTAR, SEGUNDOS_PARA_LEER = 3, 10
NO_ESTA = {"404", "NoSuchKey", "NotFound"}


class AlmacenEnS3(S3Storage):
    """A private bucket: only the portal reads it, and hands the files out itself."""

    def __init__(self, *, direccion, cubo, region, clave, secreto, prefijo="", estilo="path"):
        super().__init__(
            endpoint_url=direccion,
            bucket_name=cubo,
            region_name=region,
            access_key=clave,
            secret_key=secreto,
            location=prefijo,
            file_overwrite=False,
            default_acl=None,
            client_config=_ajustes(estilo),
            transfer_config=TransferConfig(multipart_threshold=DE_UNA_VEZ, use_threads=False),
        )

    def _open(self, name, mode="rb"):
        """All of it now: a bucket that stops answering halfway must not cut a download."""
        with _o_caido(name):
            cliente = self.connection.meta.client
            hallado = cliente.get_object(Bucket=self.bucket_name, Key=self._normalize_name(name))
            return ContentFile(hallado["Body"].read(), name)

    def _save(self, name, content):
        with _o_caido(name):
            return super()._save(name, content)

    def delete(self, name):
        with _o_caido(name):
            super().delete(name)

    def exists(self, name):
        with _o_caido(name):
            return super().exists(name)

    def listdir(self, name):
        with _o_caido(name):
            return super().listdir(name)

    def url(self, name, *argumentos, **opciones):
        """The portal's own address: one signed by the bucket would open it to whoever reads the page."""
        return settings.MEDIA_URL + filepath_to_uri(name)

    def comprobar(self):
        """Ask for the bucket and write nothing: each health check would otherwise cost money."""
        with _o_caido(self.bucket_name):
            self.connection.meta.client.head_bucket(Bucket=self.bucket_name)


def _ajustes(estilo):
    """Short waits, and the print of each body inside its signature: what arrives altered is refused.

    The checksums that new clients add by themselves are not known to every compatible server."""
    return Config(
        signature_version="s3v4",
        s3={"addressing_style": estilo, "payload_signing_enabled": True},
        connect_timeout=SEGUNDOS_PARA_CONECTAR,
        read_timeout=SEGUNDOS_PARA_LEER,
        retries={"mode": "standard", "total_max_attempts": 2},
        request_checksum_calculation="when_required",
        response_checksum_validation="when_required",
    )


@contextmanager
def _o_caido(nombre):
    """The errors of the client become those of a disk."""
    try:
        yield
    except ClientError as error:
        if error.response.get("Error", {}).get("Code") in NO_ESTA:
            raise FileNotFoundError(nombre) from error
        raise AlmacenCaidoError(error) from error
    except (BotoCoreError, Boto3Error) as error:
        raise AlmacenCaidoError(error) from error
