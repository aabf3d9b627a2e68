"""The published reports: the list, one of them, its files, and whether a copy is authentic."""

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from comite.forms.verificar import VerificarForm
from comite.informe.archivos import TIPOS, ArchivoAlteradoError, leer_intacto
from comite.informe.canonico import leer
from comite.informe.diferencia import comparar
from comite.informe.lectura import leer_en_palabras
from comite.informe.verificacion import buscar_huella
from comite.models import ArchivoDeInforme, Informe
from comite.semestre import Semestre
from fases.enlaces import rastro

SIN_CONTENIDO = ("contenido",)
INFORMES = ("Informes", "comite:informes")
VERIFICAR = ("Verificar", "comite:verificar")
CABIDA_DE_LA_LISTA = 60


@dataclass(frozen=True)
class Entrega:
    """One file to download, as ``componentes/entregas.html`` shows it."""

    titulo: str
    url: str
    tamano: int


@require_safe
def informes(request):
    """The last version of each semester, the newest first."""
    publicados = Informe.objects.publicados().defer(*SIN_CONTENIDO).select_related("firmado_por")
    vigentes = publicados.exclude(reemplazo__estado=Informe.Estado.PUBLICADO)
    lista = list(vigentes.order_by("-vigencia", "-numero")[:CABIDA_DE_LA_LISTA])
    ultimo = max(lista, key=lambda i: i.publicado_en, default=None)
    contexto = {"informes": lista, "ultimo": ultimo, "rastro": rastro(INFORMES)}
    return render(request, "comite/informes.html", contexto)


@require_safe
def informe(request, semestre):
    """One report as it was published; «?version=1» shows one that was replaced, and says why."""
    elegido, versiones = _version(request, semestre)
    congelado = leer(elegido.contenido)
    archivos = list(elegido.archivos.all())
    contexto = {
        "publicado": elegido,
        "informe": leer_en_palabras(congelado),
        "archivos": archivos,
        "pdf": next((a for a in archivos if a.formato == "pdf"), None),
        "entregas": _entregas(elegido, archivos),
        "versiones": [v for v in versiones if v.pk != elegido.pk],
        "reemplazo": next((v for v in versiones if v.reemplaza_id == elegido.pk), None),
        "diferencia": _diferencia_con_el_anterior(congelado),
        "correccion": _diferencia_con_el_reemplazado(elegido, congelado),
        "responsable": _firma(congelado.encabezado),
        "nota": f"Versión {elegido.version}",
        "rastro": rastro(INFORMES, (str(elegido.semestre), elegido)),
    }
    return render(request, "comite/informe.html", contexto)


@require_safe
def archivo(request, semestre, formato):
    """A file, only if its bytes are still those that were published."""
    elegido, _ = _version(request, semestre)
    hallado = get_object_or_404(ArchivoDeInforme, informe=elegido, formato=formato)
    try:
        datos = leer_intacto(hallado)
    except ArchivoAlteradoError:
        contexto = {"publicado": elegido, "archivo": hallado}
        return render(request, "comite/archivo_alterado.html", contexto, status=503)
    nombre = f"informe-{elegido.semestre}-v{elegido.version}.{formato}"
    return HttpResponse(
        datos,
        content_type=TIPOS[formato],
        headers={
            "Content-Disposition": f'attachment; filename="{nombre}"',
            "X-Content-Type-Options": "nosniff",
            "ETag": f'"{hallado.huella}"',
        },
    )


# Nothing is stored and no session is read: a forged request could only answer a public question.
# Without the token the page needs no cookie, and anyone in between may keep it.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def verificar(request):
    """Is this copy the published one? A file or its SHA-256 print, given by form or by address."""
    formulario = VerificarForm(*_pregunta(request))
    contexto = {"formulario": formulario, "rastro": rastro(INFORMES, VERIFICAR)}
    if formulario.is_bound and formulario.is_valid():
        suma = formulario.cleaned_data["suma"]
        contexto |= {"preguntado": True, "suma": suma, "hallado": buscar_huella(suma)}
    return render(request, "comite/verificar.html", contexto)


def _pregunta(request):
    """What the form is bound to: a POST, an address with «huella», or nothing yet."""
    if request.method == "POST":
        return request.POST, request.FILES
    return (request.GET,) if "huella" in request.GET else ()


def _version(request, texto):
    """The version asked for (the last one, if none) and all those of its semester. 404 if there is none."""
    try:
        semestre = Semestre.de(texto)
    except ValueError as error:
        raise Http404 from error
    publicados = Informe.objects.publicados().del_semestre(semestre).defer(*SIN_CONTENIDO)
    versiones = list(publicados.select_related("firmado_por").order_by("-version"))
    pedida = request.GET.get("version")
    for version in versiones:
        if pedida is None or pedida == str(version.version):
            return version, versiones
    raise Http404


def _firma(encabezado):
    """Who signed it, as it was frozen: a person may change of post later."""
    partes = ("Oficina de Control Interno", encabezado.firmado_por)
    return ", ".join(parte for parte in partes if parte)


def _entregas(informe, archivos):
    base = reverse("comite:informe", args=[str(informe.semestre)])
    return [
        Entrega(
            archivo.get_formato_display(),
            f"{base}informe.{archivo.formato}?version={informe.version}",
            archivo.tamano,
        )
        for archivo in archivos
    ]


def _diferencia_con_el_anterior(congelado):
    """With the very version that the report says it was compared with."""
    if congelado.anterior is None:
        return None
    anterior = Informe.objects.publicados().get(huella=congelado.anterior.huella)
    return comparar(leer(anterior.contenido), congelado)


def _diferencia_con_el_reemplazado(informe, congelado):
    if informe.reemplaza is None:
        return None
    return comparar(leer(informe.reemplaza.contenido), congelado, con_textos=True)
