"""With the files in a bucket that machines share, the portal publishes, reads and verifies the same."""

from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from comite.acciones.demo import borrar_demo
from comite.acciones.informes import publicar_informe
from comite.acciones.soportes import cargar_soporte
from comite.informe.canonico import huella
from comite.informe.reglas import ArchivosNoGuardadosError
from comite.models import ArchivoDeInforme, Informe, Medicion, Soporte
from fases.informacion.models import Entidad
from fases.roles import ADMINISTRACION, COMITE, EDITOR
from tests.fabricas import CLAVE, cargar_demo, instante, persona
from tests.s3 import puerto_libre, usar_s3

from .informes import PUBLICADO, borrador, el, publicado
from .test_soportes import PDF, archivo, imagen


def objetos(cubo):
    """{name: bytes} of what the bucket holds, under the folder that MEDIA_S3 names."""
    return {o.key.removeprefix("archivos/"): o.get()["Body"].read() for o in cubo.objects.all()}


def entrar(client, rol, oficina=None):
    persona("quien", rol, oficina)
    assert client.login(username="quien", password=CLAVE)


def medicion_con_soporte(indicador):
    datos = {"periodo": "2026-08-01", "valor": "50", "nota": "Lo que ya escribí"}
    direccion = f"{reverse('admin:comite_medicion_add')}?indicador={indicador.pk}"
    return direccion, {**datos, "archivo": SimpleUploadedFile("conteo.pdf", PDF)}


@pytest.fixture
def sin_servidor(settings):
    """Call it, and the server of the files is gone."""
    return lambda: usar_s3(settings, f"127.0.0.1:{puerto_libre()}", "portal")


def test_a_report_is_published_read_and_verified(ana, conectados, cubo_s3, client):
    informe = publicado(ana)
    guardados = {a.ruta: a.huella for a in informe.archivos.all()}
    assert {nombre: huella(datos) for nombre, datos in objetos(cubo_s3).items()} == guardados
    assert all(suma in nombre for nombre, suma in guardados.items())
    for formato in ("pdf", "xlsx", "ods", "csv", "json"):
        respuesta = client.get(f"{informe.get_absolute_url()}informe.{formato}")
        assert respuesta.status_code == 200
        assert huella(respuesta.content) == informe.archivos.get(formato=formato).huella
        assert "attachment" in respuesta["Content-Disposition"]
    salida = StringIO()
    call_command("verificar_informes", stdout=salida)
    assert "Todo coincide." in salida.getvalue()


def test_what_somebody_changed_or_took_from_the_bucket_is_found_and_not_handed_out(
    ana, conectados, cubo_s3, client
):
    informe = publicado(ana)
    pdf = informe.archivos.get(formato="pdf")
    cubo_s3.put_object(Key=f"archivos/{pdf.ruta}", Body=b"otro")
    respuesta = client.get(f"{informe.get_absolute_url()}informe.pdf")
    assert respuesta.status_code == 503
    assert "La huella no coincide" in respuesta.content.decode()
    with pytest.raises(CommandError, match="cambió"):
        call_command("verificar_informes", stdout=StringIO())
    cubo_s3.Object(f"archivos/{pdf.ruta}").delete()
    with pytest.raises(CommandError, match="falta o no se puede leer"):
        call_command("verificar_informes", stdout=StringIO())


def test_without_the_server_nothing_is_published_and_later_it_is(
    ana, conectados, cubo_s3, settings, sin_servidor
):
    informe, bueno = borrador(ana), settings.STORAGES
    sin_servidor()
    with pytest.raises(ArchivosNoGuardadosError, match="no se publicó nada"):
        publicar_informe(informe=informe, por=ana, ahora=el(PUBLICADO))
    assert not Informe.objects.publicados().exists()
    assert not ArchivoDeInforme.objects.exists()
    settings.STORAGES = bueno
    assert objetos(cubo_s3) == {}
    publicar_informe(informe=informe, por=ana, ahora=el(PUBLICADO))
    assert len(objetos(cubo_s3)) == 5


def test_without_the_server_a_file_is_asked_for_later_and_is_not_called_altered(
    ana, conectados, cubo_s3, client, sin_servidor
):
    informe = publicado(ana)
    sin_servidor()
    respuesta = client.get(f"{informe.get_absolute_url()}informe.pdf")
    assert respuesta.status_code == 503
    assert respuesta["Retry-After"] == "30"
    assert "no coincide" not in respuesta.content.decode()
    assert client.get(informe.get_absolute_url()).status_code == 200
    with pytest.raises(CommandError, match="no podemos llegar a los archivos"):
        call_command("verificar_informes", stdout=StringIO())


def test_an_evidence_file_goes_to_the_bucket_and_comes_back_from_the_portal(
    indicador, oficina, cubo_s3, client
):
    entrar(client, EDITOR, oficina)
    client.post(*medicion_con_soporte(indicador))
    soporte = Medicion.objects.get().soporte
    assert objetos(cubo_s3) == {soporte.archivo.name: PDF}
    respuesta = client.get(reverse("comite:soporte", args=[soporte.clave]))
    assert b"".join(respuesta.streaming_content) == PDF
    assert respuesta["Content-Length"] == str(len(PDF))
    assert respuesta["Content-Security-Policy"] == "sandbox; default-src 'none'"


def test_without_the_server_the_form_says_so_and_keeps_what_was_typed(
    indicador, oficina, cubo_s3, client, sin_servidor
):
    entrar(client, EDITOR, oficina)
    sin_servidor()
    texto = client.post(*medicion_con_soporte(indicador)).content.decode()
    assert "no se guardó nada" in texto
    assert "Lo que ya escribí" in texto
    assert not Medicion.objects.exists()
    assert not Soporte.objects.exists()


def test_a_refused_measurement_leaves_no_file_in_the_bucket(indicador, oficina, cubo_s3, client):
    entrar(client, EDITOR, oficina)
    direccion, datos = medicion_con_soporte(indicador)
    client.post(direccion, {**datos, "valor": "140"})
    assert objetos(cubo_s3) == {}


def test_without_the_server_an_evidence_file_is_asked_for_later(
    indicador, oficina, cubo_s3, client, sin_servidor
):
    entrar(client, EDITOR, oficina)
    client.post(*medicion_con_soporte(indicador))
    sin_servidor()
    respuesta = client.get(reverse("comite:soporte", args=[Soporte.objects.get().clave]))
    assert (respuesta.status_code, respuesta["Retry-After"]) == (503, "30")


def test_the_logo_goes_to_the_bucket_and_comes_back_from_the_portal(
    portal_cargado, cubo_s3, client, sin_servidor
):
    entrar(client, ADMINISTRACION)
    entidad = Entidad.actual()
    datos = {"nombre": entidad.nombre, "nombre_corto": entidad.nombre_corto, "govco": entidad.govco}
    logo = {"logo": SimpleUploadedFile("logo.png", imagen("PNG"))}
    client.post(reverse("admin:informacion_entidad_change", args=[1]), {**datos, **logo})
    entidad.refresh_from_db()
    direccion = reverse("informacion:logo", args=[entidad.logo.name.rpartition("/")[2]])
    assert client.get(direccion).content == objetos(cubo_s3)[entidad.logo.name]
    sin_servidor()
    assert client.get(direccion).status_code == 503


def test_the_demonstration_takes_its_files_away_and_no_other(portal_cargado, cubo_s3):
    real = cargar_soporte(archivo=archivo("acta.pdf", PDF), por=persona("c", COMITE), ahora=instante())
    cargar_demo()
    assert len(objetos(cubo_s3)) > 1
    borrar_demo(por=None)
    assert list(objetos(cubo_s3)) == [real.archivo.name]
