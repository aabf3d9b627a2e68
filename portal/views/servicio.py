"""Pages for machines and for those who build the portal: map, crawlers, health, gallery."""

from django.conf import settings
from django.contrib.admin.views.decorators import staff_member_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from fases.enlaces import rastro
from portal.estilo import ejemplos
from portal.mapa import direcciones, paginas
from portal.salud import BIEN, revisar


@require_safe
def mapa(request):
    """Everything there is, on one page."""
    contexto = {"paginas": paginas(), "rastro": rastro(("Mapa del sitio", "portal:mapa"))}
    return render(request, "portal/mapa.html", contexto)


@require_safe
def sitemap(request):
    urls = [_absoluta(request, url) for url in direcciones()]
    return render(request, "portal/sitemap.xml", {"urls": urls}, content_type="application/xml")


@require_safe
def robots(request):
    """Everything may be read; the back office and the health check are nobody's reading."""
    renglones = [
        "User-agent: *",
        f"Disallow: {reverse('admin:index')}",
        f"Disallow: {reverse('portal:salud')}",
        f"Sitemap: {_absoluta(request, reverse('portal:sitemap'))}",
    ]
    return HttpResponse("\n".join(renglones) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@never_cache
def salud(request):
    """200 while database and files answer; 503 naming the part that does not."""
    partes = revisar(base_caida=getattr(request, "base_caida", False))
    bien = all(estado == BIEN for estado in partes.values())
    return JsonResponse({"estado": BIEN if bien else "falla", **partes}, status=200 if bien else 503)


@require_safe
@staff_member_required
def estilo(request):
    """Every component in every state."""
    return render(request, "portal/estilo.html", ejemplos())


def _absoluta(request, url):
    """Crawlers ask for whole addresses: those of SITE_URL, or of the host that was asked."""
    return f"{settings.SITE_URL}{url}" if settings.SITE_URL else request.build_absolute_uri(url)
