"""Policies, accessibility statement, reading preferences and reports of barriers.

The two forms carry no CSRF token: a token needs a cookie, and public reads set none. Nothing is done
here with anybody's authority; what comes from another site is refused by ``Sec-Fetch-Site``.
"""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import get_script_prefix, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from fases.enlaces import rastro
from fases.imagenes import TIPOS

from .acciones import DemasiadosReportesError, reportar_barrera
from .forms import BarreraForm, PreferenciasForm
from .models import Entidad, Politica

UN_ANIO = 365 * 24 * 3600
PREFERENCIAS = ("tema", "letra")
POLITICAS = ("Políticas del sitio", "informacion:politicas")


@require_safe
def politicas(request):
    contexto = {"politicas": Politica.objects.all(), "rastro": rastro(POLITICAS)}
    return render(request, "fases/informacion/politicas.html", contexto)


@require_safe
def politica(request, slug):
    """One policy; while nobody adopts it, it says that it is a proposal."""
    hallada = get_object_or_404(Politica, slug=slug)
    contexto = {"politica": hallada, "rastro": rastro(POLITICAS, (hallada.titulo, hallada))}
    return render(request, "fases/informacion/politica.html", contexto)


@require_safe
def accesibilidad(request):
    """The statement, the reading preferences and the way to report a barrier."""
    recibido = request.GET.get("recibido") == "1"
    return _accesibilidad(request, BarreraForm(initial=_pagina_de(request)), recibido=recibido)


@csrf_exempt
def preferencias(request):
    """Keep colours and letter size in two cookies and go back to where the person was."""
    if request.method != "POST":
        return redirect("informacion:accesibilidad")
    _rechazar_de_otro_sitio(request)
    formulario = PreferenciasForm(request.POST)
    formulario.is_valid()
    respuesta = _ver(_destino_propio(request.POST.get("volver", "")))
    for nombre in PREFERENCIAS:
        _guardar(respuesta, nombre, formulario.cleaned_data.get(nombre, ""), request.is_secure())
    # What the browser keeps of the other pages still has the old colours.
    respuesta["Clear-Site-Data"] = '"cache"'
    return respuesta


@csrf_exempt
def barrera(request):
    """Receive a report. A wrong one, or one too many, comes back with all that was written."""
    if request.method != "POST":
        return redirect("informacion:accesibilidad")
    _rechazar_de_otro_sitio(request)
    formulario = BarreraForm(request.POST)
    if not formulario.is_valid():
        return _accesibilidad(request, formulario, status=422)
    try:
        if not formulario.es_trampa():
            datos = {c: formulario.cleaned_data[c] for c in BarreraForm.Meta.fields}
            reportar_barrera(**datos, por=None, ahora=timezone.now())
    except DemasiadosReportesError as error:
        return _accesibilidad(request, formulario, status=429, demasiados=str(error))
    return _ver(f"{reverse('informacion:accesibilidad')}?recibido=1#reportar")


def _accesibilidad(request, formulario, status=200, **contexto):
    actuales = {nombre: request.COOKIES.get(nombre, "") for nombre in PREFERENCIAS}
    contexto |= {
        "rastro": rastro(("Accesibilidad", "informacion:accesibilidad")),
        "formulario": formulario,
        "preferencias": PreferenciasForm(initial=actuales, auto_id="preferencia-%s"),
        "volver": _pagina_de(request).get("pagina", ""),
    }
    return render(request, "fases/informacion/accesibilidad.html", contexto, status=status)


def _pagina_de(request):
    """The page from which the person comes, if the link says so and it is ours."""
    pagina = request.GET.get("desde", "")
    return {"pagina": pagina} if _es_propia(pagina) else {}


def _rechazar_de_otro_sitio(request):
    if request.headers.get("Sec-Fetch-Site", "same-origin") == "cross-site":
        raise PermissionDenied


def _destino_propio(ruta):
    return ruta if _es_propia(ruta) else f"{reverse('informacion:accesibilidad')}#preferencias"


def _es_propia(ruta):
    """Only a path of this site: no host, no scheme, no «//otro.sitio»."""
    return ruta.startswith("/") and url_has_allowed_host_and_scheme(ruta, allowed_hosts=None)


def _ver(url):
    respuesta = HttpResponseRedirect(url)
    respuesta.status_code = 303
    return respuesta


def _guardar(respuesta, nombre, valor, segura):
    if not valor:
        respuesta.delete_cookie(nombre, path=get_script_prefix(), samesite="Lax")
        return
    respuesta.set_cookie(
        nombre,
        valor,
        max_age=UN_ANIO,
        path=get_script_prefix(),
        secure=segura,
        httponly=True,
        samesite="Lax",
    )


@require_safe
def logo(request, nombre):
    """The logo in use, and no other file: the folder of uploads is not served."""
    imagen = Entidad.actual().logo
    if not imagen or imagen.name != f"entidad/{nombre}":
        raise Http404
    try:
        with imagen.open("rb") as archivo:
            contenido = archivo.read()
    except FileNotFoundError:
        raise Http404 from None
    return HttpResponse(contenido, content_type=TIPOS[nombre.rpartition(".")[2]])
