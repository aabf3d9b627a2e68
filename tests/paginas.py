"""The public addresses of the contract, those that depend on the data included, and what is in a page."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from urllib.parse import urldefrag, urljoin, urlsplit

import html5lib

from comite.models import Accion, Informe, Proyecto
from fases.informacion.models import Politica
from fases.models import Criterio, Fase

FIJAS = [
    "/",
    "/fases/",
    "/plan/",
    "/plan/matriz/",
    "/plan/acciones/",
    "/comite/",
    "/informes/",
    "/informes/verificar/",
    "/accesibilidad/",
    "/mapa/",
]
LISTAS = {"/", "/fases/", "/plan/", "/plan/matriz/", "/plan/acciones/", "/comite/", "/informes/", "/mapa/"}
LISTAS |= {"/sitemap.xml", "/plan/matriz.csv", "/plan/acciones.json"}
TABLAS = ["/plan/matriz.csv", "/plan/matriz.xlsx", "/plan/matriz.json"]
TABLAS += ["/plan/acciones.csv", "/plan/acciones.xlsx", "/plan/acciones.json"]
FORMATOS_DE_INFORME = ["pdf", "xlsx", "ods", "csv", "json"]
CRITERIOS_POR_FASE = 2
HTML = "{http://www.w3.org/1999/xhtml}"


def publicas():
    """Every public page: the fixed ones and those of each row (of the criteria, a sample)."""
    return [*FIJAS, *(objeto.get_absolute_url() for objeto in _objetos())]


def _objetos():
    yield from Fase.objects.all()
    for fase in Fase.objects.all():
        exigidos = Criterio.objects.filter(fase=fase).order_by("-exigido", "pk").select_related("fase")
        yield from exigidos[:CRITERIOS_POR_FASE]
    yield from Proyecto.objects.all()
    yield from Accion.objects.all()
    yield from Informe.objects.publicados()
    yield from Politica.objects.all()


def una_por_forma():
    """One address for each template: the first of each kind."""
    vistas = {}
    for direccion in publicas():
        vistas.setdefault(re.sub(r"(?<=.)/[^/]+(?=/$)", "/*", direccion), direccion)
    return [*FIJAS, *(d for d in vistas.values() if d not in FIJAS)]


def archivos():
    """What is not a page: tables, report files, and what machines read."""
    informes = [
        f"{informe.get_absolute_url()}informe.{formato}"
        for informe in Informe.objects.publicados()
        for formato in FORMATOS_DE_INFORME
    ]
    return [*TABLAS, *informes, "/sitemap.xml", "/robots.txt", "/salud/"]


def presupuesto_de_consultas(direccion):
    """Database queries allowed: 12 for a list or the home, 8 for a detail."""
    return 12 if direccion in LISTAS else 8


@dataclass
class Pagina:
    """A page as it was answered, and questions about its content."""

    direccion: str
    respuesta: object
    consultas: list = field(default_factory=list)

    @cached_property
    def texto(self):
        return self.respuesta.content.decode()

    @cached_property
    def arbol(self):
        return html5lib.parse(self.texto)

    def elementos(self, *nombres):
        """Elements with one of those names, in order; without names, all."""
        return [e for e in self.arbol.iter() if _nombre(e) and (not nombres or _nombre(e) in nombres)]

    def enlaces(self):
        """Absolute path (with its fragment) of everything of this site that the page points to."""
        for elemento in self.elementos("a", "link", "img", "script", "form", "source", "use"):
            valor = next((elemento.get(a) for a in ("href", "src", "action") if elemento.get(a)), None)
            destino = urljoin("http://testserver" + self.direccion, valor or "")
            if urlsplit(destino).netloc == "testserver" and valor:
                yield destino.removeprefix("http://testserver")

    def identificadores(self):
        return {e.get("id") for e in self.elementos() if e.get("id")}

    def campos_sin_rotulo(self):
        """Fields that a screen reader would call «edit»."""
        rotulos = {e.get("for") for e in self.elementos("label")}
        envueltos = {hijo for rotulo in self.elementos("label") for hijo in rotulo.iter()}
        return [
            campo.get("name")
            for campo in self.elementos("input", "select", "textarea")
            if campo.get("type") not in {"hidden", "submit", "button", "image"}
            and campo.get("id") not in rotulos
            and campo not in envueltos
            and not (campo.get("aria-label") or campo.get("aria-labelledby"))
        ]

    def incrustado(self):
        """Style or script written in the page itself: the CSP admits one style, the sheet."""
        malos = [_nombre(e) for e in self.elementos("style")]
        malos += [_nombre(e) for e in self.elementos("script") if not e.get("src")]
        for elemento in self.elementos():
            malos += [f"{_nombre(elemento)} {a}" for a in elemento.attrib if a == "style" or a[:2] == "on"]
            malos += [
                f"{_nombre(elemento)} javascript:" for v in elemento.attrib.values() if "javascript:" in v
            ]
        return malos

    def ajenos(self):
        """What the browser would fetch from another host by itself."""
        traidos = self.elementos("link", "img", "script", "iframe", "source", "video", "audio", "embed")
        direcciones = [e.get("src") or e.get("href") or "" for e in traidos if e.get("rel") != "canonical"]
        return [d for d in direcciones if urlsplit(d).netloc]


def sin_fragmento(enlace):
    """«/plan/#vision» is («/plan/», «vision»)."""
    return urldefrag(enlace)


def _nombre(elemento):
    return elemento.tag.removeprefix(HTML) if isinstance(elemento.tag, str) else None
