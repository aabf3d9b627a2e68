"""Made-up data for the gallery of components: every one in every state, nothing from the database."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms
from django.core.paginator import Paginator

from comite.grafica import barras
from comite.grafica_texto import FALTANTE, REGISTRADA, SIN_MOVIMIENTO
from comite.periodos import ABREVIADOS
from fases.enlaces import rastro
from fases.texto import MESES

HUELLA = "9f2b6c1e04d87a35b1c0e6f4a9d2738855e17c0b4f6a2d91c3b8e07f5a64d210"


@dataclass(frozen=True)
class PuntoDeMuestra:
    etiqueta: str
    etiqueta_corta: str
    inicial: str
    valor: Decimal | None
    estado: str


class FormularioDeMuestra(forms.Form):
    """One field of each kind; bound to wrong data it shows its errors."""

    valor = forms.DecimalField(
        label="Valor del periodo",
        help_text="Con coma decimal: 78,5",
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
    )
    nota = forms.CharField(label="Nota", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    eje = forms.ChoiceField(
        label="Eje de acción",
        choices=[("", "Todos"), ("t", "Transparencia"), ("e", "Eficiencia del Estado")],
    )
    letra = forms.ChoiceField(
        label="Tamaño de letra", choices=[("", "Normal"), ("2", "Grande")], widget=forms.RadioSelect
    )
    soporte = forms.FileField(label="Soporte", help_text="PDF o foto, hasta 5 MB.", required=False)
    acepto = forms.BooleanField(label="El archivo no contiene datos personales")


def ejemplos():
    """Context of ``portal/estilo.html``."""
    return {
        "rastro": rastro(("Componentes", "portal:estilo")),
        "hoy": date(2026, 11, 23),
        "senales": SENALES,
        "paradas": PARADAS,
        "criterios": CRITERIOS,
        "pares": PARES,
        "avisos": AVISOS,
        "documentos": DOCUMENTOS,
        "entregas": ENTREGAS,
        "opciones": OPCIONES,
        "filtros": [("Eje: Transparencia", "#filtros"), ("Fase: Interacción", "#filtros")],
        "eventos": EVENTOS,
        "graficas": graficas(),
        "formulario": FormularioDeMuestra(auto_id="limpio_%s"),
        "formulario_con_errores": FormularioDeMuestra({"valor": "mucho", "nota": "Texto que no se pierde"}),
        "huella": HUELLA,
        **_paginas(),
    }


def graficas():
    """Charts: id, what they measure, unit and result, from a full year to nothing at all."""
    return [
        ("completa", "Computadores con conectividad", _anio(ANIO, Decimal(90), "porcentaje")),
        ("huecos", "Con periodos sin dato y sin movimiento", _anio(CON_HUECOS, Decimal(80), "porcentaje")),
        ("larga", "Veinticuatro meses", _anio(CON_HUECOS + ANIO, None, "porcentaje")),
        ("numero", "Funcionarios capacitados", _anio(["3", "0", None, "12", "45"], Decimal(40), "numero")),
        ("tasa", "Tasa con valores grandes", _anio(["15000", "18250.5", "17900"], None, "tasa")),
        ("vacia", "Sin mediciones", _anio([], None, "porcentaje")),
    ]


def _anio(valores, meta, unidad):
    return barras([_punto(i, valor) for i, valor in enumerate(valores)], meta, unidad)


def _punto(i, valor):
    mes, vigencia = i % 12, 2025 + i // 12
    estado = FALTANTE if valor is None else SIN_MOVIMIENTO if valor == "-" else REGISTRADA
    return PuntoDeMuestra(
        etiqueta=f"{MESES[mes]} de {vigencia}",
        etiqueta_corta=ABREVIADOS[mes],
        inicial=MESES[mes][0].upper(),
        valor=Decimal(valor) if estado == REGISTRADA else None,
        estado=estado,
    )


def _paginas():
    paginador = Paginator(range(200), 10)
    pagina = paginador.page(7)
    return {"pagina": pagina, "rango": list(paginador.get_elided_page_range(7, on_each_side=1, on_ends=1))}


ANIO = ["52", "55", "55", "58", "61", "60", "64", "68", "71", "70", "74", "78"]
CON_HUECOS = ["52", "55", None, "58", "-", "60", None, None, "84.5", "70", "74", "78"]

SENALES = [
    ("cumple", "Cumple"),
    ("avance", "En avance"),
    ("incumple", "No cumple"),
    ("sin-evaluar", "Sin evaluar"),
]
PARADAS = [
    {"titulo": titulo, "url": "#rio", "plazo": plazo, "marca": marca, "estado": estado, "palabra": palabra}
    for titulo, plazo, marca, estado, palabra in (
        ("Información", "1° de noviembre de 2008", "medio", "avance", "En avance, 22 de 24"),
        ("Interacción", "1° de diciembre de 2009", "hecho", "cumple", "Cumple, 15 de 15"),
        ("Transacción", "1° de diciembre de 2010", "medio", "avance", "En avance, 8 de 12"),
        ("Transformación", "1° de diciembre de 2011", "", "incumple", "No cumple, 2 de 9"),
        ("Democracia", "1° de diciembre de 2012", "pendiente", "sin-evaluar", "Sin evaluar"),
    )
]
CRITERIOS = [
    {
        "titulo": "Nuestros Programas",
        "estado": "cumple",
        "palabra": "Cumple",
        "evidencias": [{"titulo": "Matriz de proyectos", "url": "#criterio"}],
        "nota": "Comprobado hoy, 6:00 a. m.: responde y se actualizó hace 12 días.",
        "fuente": "Plan de Acción, matriz de proyectos, proyecto 1",
    },
    {
        "titulo": "ODM",
        "estado": "incumple",
        "palabra": "No cumple",
        "evidencias": [],
        "nota": "",
        "fuente": "",
    },
]
PARES = [
    ("Beneficios para los ciudadanos", "Sostenibilidad de la Estrategia en el Municipio"),
    ("Recursos", "Equipos"),
    ("Frecuencia", "Mensualmente"),
    ("Código postal", ""),
]
AVISOS = [
    ("", "Guardado.", "La medición quedó registrada."),
    ("atencion", "Atención:", "este informe fue reemplazado por una versión nueva."),
    ("error", "No se pudo enviar.", "El archivo pesa más de 5 MB."),
    ("", "Aquí no hay documentos todavía.", "El primero se publica el 30 de enero."),
]
DOCUMENTOS = [
    {
        "titulo": "Acta 7 del Comité GEL-T",
        "url": "#documentos",
        "formato": "PDF",
        "tamano": 90_112,
        "fecha": date(2025, 11, 21),
        "responsable": "Comité GEL-T",
        "demostracion": True,
    },
    {"titulo": "Plan de Acción", "url": "#documentos", "formato": "PDF", "tamano": 296_960},
]
ENTREGAS = [
    {"titulo": "PDF accesible", "url": "#entregas", "tamano": 421_888},
    {"titulo": "Excel (XLSX)", "url": "#entregas", "tamano": 36_864},
    {"titulo": "Datos (CSV)", "url": "#entregas", "nota": "se hace al pedirlo"},
]
OPCIONES = [
    {"titulo": "Todos", "url": "#filtros", "total": 24, "actual": True},
    {"titulo": "Cumplen", "url": "#filtros", "total": 22},
    {"titulo": "No cumplen", "url": "#filtros", "total": 2},
]
EVENTOS = [
    {
        "fecha": date(2026, 11, 27),
        "titulo": "Sesión del Comité GEL-T",
        "detalle": "2:00 p. m., sala de juntas",
        "demostracion": True,
    },
    {"fecha": date(2026, 12, 5), "titulo": "Vence el reporte de noviembre", "detalle": "Conectividad"},
]
