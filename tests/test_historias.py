"""The three stories of the portal, told in a real browser without JavaScript."""

import csv
import io
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from comite.demo.cuentas import clave_de
from comite.models import ArchivoDeInforme, Indicador, Informe, Medicion
from comite.periodos import periodo_de
from comite.semestre import Semestre
from fases.texto import numero

pytestmark = [pytest.mark.navegador]

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def entrar(visita, usuario):
    visita.ir("/admin/")
    visita.pagina.get_by_label("Nombre de usuario").fill(usuario)
    visita.pagina.get_by_label("Contraseña").fill(clave_de(usuario))
    visita.pagina.keyboard.press("Enter")
    visita.pagina.get_by_role("heading", name="Qué debo hacer hoy").wait_for()


def pulsar(control):
    """Press it and wait for the page that it brings."""
    with control.page.expect_navigation():
        control.click()


def descargar(visita, enlace):
    with visita.pagina.expect_download() as descarga:
        enlace.click()
    return Path(descarga.value.path()).read_bytes()


def test_a_citizen_reads_how_the_first_action_goes_and_downloads_the_filtered_matrix(navegador):
    pagina = navegador.pagina
    navegador.ir("/")
    pulsar(pagina.get_by_role("link", name="Saber cómo va una acción"))
    pulsar(pagina.get_by_role("link", name="Conectividad", exact=True).first)
    ultima = Medicion.objects.vigentes().filter(indicador__accion__slug="conectividad", valor__isnull=False)
    cuerpo = pagina.locator("main").inner_text()
    assert numero(ultima.first().valor, "porcentaje") in cuerpo
    assert "Comité Gel-t- Alcalde Municipal - Secretarios" in cuerpo
    navegador.ir("/plan/matriz/")
    pagina.get_by_label("Eje de acción").select_option(label="Transparencia")
    pulsar(pagina.get_by_role("button", name="Filtrar"))
    assert pagina.get_by_role("status").first.inner_text().startswith("1 proyecto")
    crudo = descargar(navegador, pagina.get_by_role("link", name="CSV"))
    filas = list(csv.reader(io.StringIO(crudo.decode("utf-8-sig"))))
    assert len(filas) == 2
    assert "Comunicación Pública" in filas[1]


def test_a_member_records_the_running_month_with_its_evidence(navegador):
    pagina = navegador.pagina
    entrar(navegador, "editor.demo")
    indicador = Indicador.objects.get(accion__slug="conectividad")
    mes = periodo_de("mensual", timezone.localdate())
    navegador.ir(f"/admin/comite/medicion/add/?indicador={indicador.pk}")
    pagina.get_by_label("Periodo", exact=True).select_option(label=mes.nombre.capitalize())
    pagina.get_by_label("Numerador").fill("181")
    pagina.get_by_label("Denominador").fill("180")
    pulsar(pagina.get_by_role("button", name="Registrar medición"))
    assert pagina.get_by_role("alert").is_visible()
    assert pagina.get_by_label("Denominador").input_value() == "180"
    pagina.get_by_label("Numerador").fill("162")
    soporte = {"name": "acta de conteo.pdf", "mimeType": "application/pdf", "buffer": PDF}
    pagina.get_by_label("Archivo de soporte").set_input_files(soporte)
    pulsar(pagina.get_by_role("button", name="Registrar medición"))
    assert "La medición quedó registrada" in pagina.locator("body").inner_text()
    medicion = Medicion.objects.vigentes().get(indicador=indicador, periodo_desde=mes.desde)
    assert medicion.valor == Decimal(90)
    assert medicion.registrada_por.username == "editor.demo"
    assert not medicion.demostracion
    navegador.ir("/plan/acciones/conectividad/")
    cuerpo = pagina.locator("main").inner_text().replace("\xa0", " ")
    assert f"90 %, {mes.nombre}" in cuerpo
    pagina.locator("main summary").first.click()
    assert descargar(navegador, pagina.get_by_role("link", name="acta de conteo.pdf").first) == PDF


def test_control_interno_publishes_2026_1_and_one_changed_byte_is_detected(navegador):
    pagina = navegador.pagina
    entrar(navegador, "control.demo")
    anterior = Informe.objects.del_semestre(Semestre(2026, 1)).get()
    navegador.ir(f"/admin/comite/informe/{anterior.pk}/nueva-version/")
    pagina.get_by_label("Por qué hace falta una nueva versión").fill("Faltaba un hallazgo.")
    pulsar(pagina.get_by_role("button", name="Abrir la nueva versión"))
    informe = Informe.objects.del_semestre(Semestre(2026, 1)).get(version=2)
    navegador.ir(f"/admin/comite/informe/{informe.pk}/change/")
    pagina.get_by_label("Conclusiones").fill("La conectividad mejora; faltan tres meses por explicar.")
    pulsar(pagina.locator("[name=_save]"))
    navegador.ir(f"/admin/comite/informe/{informe.pk}/observaciones/")
    pagina.get_by_label("Computadores con Conectividad").fill("Se verificaron veinte equipos.")
    pulsar(pagina.get_by_role("button", name="Guardar las observaciones"))
    navegador.ir(f"/admin/comite/informe/{informe.pk}/vista-previa/")
    vista = pagina.locator("main").text_content()
    assert "Se verificaron veinte equipos." in vista
    assert "La conectividad mejora" in vista
    navegador.ir(f"/admin/comite/informe/{informe.pk}/firmar/")
    pagina.get_by_label("Revisé la vista previa").check()
    pagina.get_by_label("Su contraseña").fill(clave_de("control.demo"))
    pulsar(pagina.get_by_role("button", name="Firmar y publicar"))
    assert "El informe quedó publicado" in pagina.locator("body").inner_text()
    navegador.ir("/informes/2026-1/")
    assert "Se verificaron veinte equipos." in pagina.locator("main").text_content()
    pdf = descargar(navegador, pagina.get_by_role("link", name="PDF accesible"))
    assert verificar(navegador, pdf).startswith("Coincide")
    alterado = bytearray(pdf)
    alterado[len(alterado) // 2] ^= 1
    assert verificar(navegador, bytes(alterado)).startswith("No coincide")
    navegador.ir("/informes/2026-1/?version=1")
    assert "Faltaba un hallazgo." in pagina.locator("main").inner_text()
    alterar_en_el_disco(informe)


def verificar(visita, contenido):
    visita.ir("/informes/verificar/")
    archivo = {"name": "informe.pdf", "mimeType": "application/pdf", "buffer": contenido}
    visita.pagina.locator("#id_archivo").set_input_files(archivo)
    pulsar(visita.pagina.get_by_role("button", name="Comparar"))
    return visita.pagina.locator("main .aviso").first.inner_text()


def alterar_en_el_disco(informe):
    call_command("verificar_informes")
    guardado = ArchivoDeInforme.objects.get(informe=informe, formato="pdf")
    ruta = Path(settings.MEDIA_ROOT) / guardado.ruta
    original = ruta.read_bytes()
    ruta.chmod(0o640)
    ruta.write_bytes(original[:-20] + b"x" + original[-19:])
    try:
        with pytest.raises(CommandError, match="No coincide"):
            call_command("verificar_informes")
    finally:
        ruta.write_bytes(original)
    call_command("verificar_informes")
