"""The entity, its offices and policies, the self-check and the manual."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from fases.informacion.models import Dependencia, Entidad, Politica
from fases.roles import ADMINISTRACION, EDITOR
from tests.comite.test_soportes import imagen


def test_the_logo_is_a_picture_by_its_content_and_loses_its_metadata(
    client, entrar, portal_cargado, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    entrar(ADMINISTRACION)
    entidad = Entidad.actual()
    direccion = reverse("admin:informacion_entidad_change", args=[1])
    datos = {"nombre": entidad.nombre, "nombre_corto": entidad.nombre_corto, "govco": entidad.govco}
    for malo in (b"<svg onload='alert(1)'/>", b"GIF89a", imagen()[:100]):
        respuesta = client.post(direccion, {**datos, "logo": SimpleUploadedFile("logo.png", malo)})
        assert "no es una imagen JPG, PNG o WebP" in respuesta.content.decode()
    client.post(direccion, {**datos, "logo": SimpleUploadedFile("x.svg", imagen("PNG") + b"<script>")})
    entidad.refresh_from_db()
    guardado = (tmp_path / entidad.logo.name).read_bytes()
    assert entidad.logo.name.endswith(".png")
    assert b"<script>" not in guardado


def test_a_policy_is_adopted_with_act_and_date_or_with_neither(client, entrar, portal_cargado):
    entrar(ADMINISTRACION)
    politica = Politica.objects.create(slug="prueba", titulo="Prueba", resumen="r", texto="t")
    direccion = reverse("admin:informacion_politica_change", args=[politica.pk])
    datos = {"titulo": "Prueba", "orden": "1", "resumen": "r", "texto": "t"}
    respuesta = client.post(direccion, {**datos, "acto_de_adopcion": "Decreto 1"})
    assert "tiene acto y fecha" in respuesta.content.decode()
    client.post(direccion, {**datos, "acto_de_adopcion": "Decreto 1", "adoptada_el": "01/02/2026"})
    politica.refresh_from_db()
    assert politica.adoptada


def test_an_office_gets_its_address_once(client, entrar, portal_cargado):
    entrar(ADMINISTRACION)
    client.post("/admin/informacion/dependencia/add/", {"nombre": "Oficina Jurídica", "activa": "on"})
    oficina = Dependencia.objects.get(nombre="Oficina Jurídica")
    assert oficina.slug == "oficina-juridica"
    direccion = reverse("admin:informacion_dependencia_change", args=[oficina.pk])
    client.post(direccion, {"nombre": "Oficina de Asuntos Jurídicos", "activa": "on"})
    oficina.refresh_from_db()
    assert (oficina.nombre, oficina.slug) == ("Oficina de Asuntos Jurídicos", "oficina-juridica")


def test_the_self_check_names_what_is_missing_and_shows_no_secret(client, entrar, indicador, settings):
    entrar(ADMINISTRACION)
    pagina = client.get(reverse("admin:autodiagnostico")).content.decode()
    for texto in (
        "Por confirmar",
        "meta adoptada",
        "Control Interno no la ha revisado",
        "De prueba",
        "anexo 2",
    ):
        assert texto in pagina
    assert settings.SECRET_KEY not in pagina


def test_the_manual_is_read_in_the_back_office(client, entrar, portal_cargado):
    entrar(EDITOR)
    pagina = client.get(reverse("admin:manual")).content.decode()
    assert "<h2>Registrar una medición</h2>" in pagina
    assert "«Registrar medición»" in pagina
