"""Filters of the matrix and of the operational frame: linkable, without JavaScript, hiding nothing.

A wrong value is said and set aside; the others go on filtering. The options are read once, so that
checking them costs no query.
"""

from urllib.parse import urlencode

import django_filters
from django import forms
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from fases.busqueda import palabras, sin_tildes
from fases.models import Criterio, Fase

from . import reportes
from .models import Accion, Eje, Indicador, LineaEstrategica, Proyecto, Responsable
from .models.accion import Frecuencia

LARGO_DE_LA_BUSQUEDA = 100


class OpcionFilter(django_filters.ChoiceFilter):
    """A select whose options are given when the page is made. ``todos``: «Todos los ejes»."""

    def __init__(self, *args, todos, **kwargs):
        kwargs["error_messages"] = {"invalid_choice": "«%(value)s» no está en la lista."}
        super().__init__(*args, empty_label=todos, **kwargs)


class BusquedaFilter(django_filters.CharFilter):
    def __init__(self, **kwargs):
        largo = f"Escriba a lo sumo {LARGO_DE_LA_BUSQUEDA} letras."
        super().__init__(
            label="Palabras",
            max_length=LARGO_DE_LA_BUSQUEDA,
            error_messages={"max_length": largo},
            widget=forms.TextInput(attrs={"type": "search"}),
            **kwargs,
        )


class FiltroEnlazable(django_filters.FilterSet):
    """A FilterSet that can say what is filtered, and give the address without each filter."""

    @property
    def aplicados(self):
        """[(«Eje de acción: Transparencia», address without it)] of the filters that took effect."""
        return [
            (f"{self.filters[nombre].label}: {self._palabra(nombre, valor)}", self._sin(nombre))
            for nombre, valor in self.valores.items()
        ]

    @property
    def valores(self):
        """Name → value of the filters that took effect."""
        if not self.is_bound:
            return {}
        self.form.is_valid()
        limpios = self.form.cleaned_data
        return {nombre: valor for nombre, valor in limpios.items() if valor}

    @property
    def parametros(self):
        """The filters that took effect, encoded for an address, or empty."""
        return urlencode(self.valores)

    @property
    def rechazados(self):
        """[«Eje de acción: «nada» no está en la lista.»]."""
        if not self.is_bound:
            return []
        return [f"{self.filters[n].label}: {' '.join(es)}" for n, es in self.form.errors.items()]

    def _sin(self, nombre):
        resto = {otro: valor for otro, valor in self.valores.items() if otro != nombre}
        return f"{self.request.path}?{urlencode(resto)}" if resto else self.request.path

    def _palabra(self, nombre, valor):
        opciones = dict(getattr(self.form.fields[nombre], "choices", []))
        return opciones.get(valor, f"«{valor}»")

    def _ofrecer(self, **opciones):
        for nombre, pares in opciones.items():
            self.filters[nombre].extra["choices"] = list(pares)


class FiltroDeMatriz(FiltroEnlazable):
    eje = OpcionFilter(field_name="eje__slug", label="Eje de acción", todos="Todos")
    linea = OpcionFilter(field_name="linea__slug", label="Política o línea", todos="Todas")
    fase = OpcionFilter(field_name="fases__fase__slug", label="Fase asociada", todos="Todas")
    criterio = OpcionFilter(
        field_name="criterios__criterio__slug", label="Criterio de la fase", todos="Todos"
    )
    q = BusquedaFilter(method="que_diga")

    class Meta:
        model = Proyecto
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        usados = Criterio.objects.filter(proyectos__isnull=False).order_by("nombre").distinct()
        self._ofrecer(
            eje=Eje.objects.values_list("slug", "nombre"),
            linea=LineaEstrategica.objects.values_list("slug", "nombre"),
            fase=Fase.objects.values_list("slug", "titulo"),
            criterio=usados.values_list("slug", "nombre"),
        )

    def que_diga(self, proyectos, nombre, valor):
        """Each word in the project itself, in its axis or in its line; those two are few rows."""
        for palabra in palabras(valor):
            proyectos = proyectos.filter(
                Q(busqueda__contains=palabra)
                | Q(eje__in=_que_nombran(Eje, palabra))
                | Q(linea__in=_que_nombran(LineaEstrategica, palabra))
            )
        return proyectos


class FiltroDeAcciones(FiltroEnlazable):
    """``estado`` speaks of the reports and goals of the indicators of an action.

    al-dia: reports are expected and none is overdue. vencida: at least one is overdue. sin-exigir: no
    report is expected yet. con-meta: every indicator has a goal adopted by the committee. sin-meta:
    at least one has none.
    """

    ESTADOS = (
        ("al-dia", "Reportes al día"),
        ("vencida", "Con reportes vencidos"),
        ("sin-exigir", "Sin reportes exigidos todavía"),
        ("con-meta", "Con meta adoptada"),
        ("sin-meta", "Sin meta definida"),
    )
    responsable = OpcionFilter(field_name="responsables__slug", label="Responsable", todos="Todos")
    frecuencia = OpcionFilter(label="Frecuencia", todos="Todas")
    estado = OpcionFilter(label="Estado", todos="Todos", method="en_estado")
    q = BusquedaFilter(method="que_diga")

    class Meta:
        model = Accion
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._ofrecer(
            responsable=Responsable.objects.values_list("slug", "nombre"),
            frecuencia=Frecuencia.choices,
            estado=self.ESTADOS,
        )

    def que_diga(self, acciones, nombre, valor):
        for palabra in palabras(valor):
            acciones = acciones.filter(busqueda__contains=palabra)
        return acciones

    def en_estado(self, acciones, nombre, valor):
        return acciones.filter(condicion_de_estado(valor, timezone.localdate()))


def _que_nombran(modelo, palabra):
    return modelo.objects.annotate(plano=sin_tildes("nombre")).filter(plano__contains=palabra).order_by()


def condicion_de_estado(estado, hoy):
    """The condition over actions that each value of ``estado`` stands for."""
    suyos = {"accion": OuterRef("pk")}
    if estado in ("con-meta", "sin-meta"):
        falta = Exists(reportes.sin_meta(hoy).filter(**suyos))
        return falta if estado == "sin-meta" else ~falta & Exists(Indicador.objects.filter(**suyos))
    exige = Exists(reportes.exigibles().filter(**suyos))
    debe = Exists(reportes.vencidos(hoy).filter(**suyos))
    return {"vencida": debe, "al-dia": exige & ~debe, "sin-exigir": ~exige}[estado]
