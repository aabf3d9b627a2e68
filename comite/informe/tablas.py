"""The frozen object as sheets: one description that XLSX, ODS and CSV write down.

A cell is a text, a Decimal, an int, a date or None. Text is disarmed here, once for every format.
"""

from dataclasses import dataclass

from comite.celdas import celda_segura

from . import palabras
from .canonico import canonico, huella

SI_NO = {True: "sí", False: "no"}


@dataclass(frozen=True)
class Hoja:
    """``columnas`` are headings; every row has as many cells."""

    nombre: str
    columnas: tuple[str, ...]
    filas: tuple[tuple, ...]


COLUMNAS_DE_RESULTADOS = (
    ("Clase", lambda f: palabras.CLASES[f.clase]),
    ("Acción o proyecto", lambda f: f.nombre),
    ("Texto en el plan", lambda f: f.texto),
    ("Indicador", lambda f: f.indicador),
    ("Unidad", lambda f: palabras.UNIDADES.get(f.unidad, "")),
    ("Línea base", lambda f: f.linea_base),
    ("Fuente de la línea base", lambda f: f.linea_base_fuente),
    ("Meta en el plan", lambda f: f.meta_del_plan),
    ("Meta adoptada", lambda f: f.meta),
    ("Acta de la meta", lambda f: f.meta_acta),
    ("Programado", palabras.programado),
    ("Logrado", lambda f: f.logrado),
    ("Periodo del logro", lambda f: f.logrado_en),
    ("Avance en porcentaje", lambda f: f.estado.porcentaje),
    ("Estado", lambda f: f.estado.palabra),
    ("Estado en el semestre anterior", lambda f: f.estado_anterior),
    ("Evidencia", lambda f: "\n".join(evidencias(f))),
    ("Responsable", palabras.responsable),
    ("Frecuencia", palabras.frecuencia),
    ("Reportes esperados", lambda f: f.esperados),
    ("Reportes recibidos", lambda f: f.recibidos),
    ("Reportes a tiempo", lambda f: f.a_tiempo),
    ("Observación de Control Interno", lambda f: f.observacion),
    ("Fuente", lambda f: f.fuente),
    ("Dato de demostración", lambda f: SI_NO[f.demostracion]),
)
COLUMNAS_DE_FASES = (
    ("Número", lambda f: f.numero),
    ("Fase", lambda f: f.nombre),
    ("Plazo nacional", lambda f: f.plazo_nacional),
    ("Plazo territorial", lambda f: f.plazo_territorial),
    ("Criterios exigidos", lambda f: f.exigidos),
    ("Con evidencia", lambda f: f.con_evidencia),
    ("En parte", lambda f: f.en_parte),
    ("Estado", lambda f: f.palabra),
    ("Cumplida el", lambda f: f.cumplida_el),
    ("Días frente al plazo territorial", lambda f: f.dias),
    ("Revisada el", lambda f: f.revisada_el),
    ("Observación de Control Interno", lambda f: f.observacion),
    ("Dato de demostración", lambda f: SI_NO[f.demostracion]),
)
COLUMNAS_DE_CAMBIOS = (
    ("Fecha", lambda c: c.fecha),
    ("Cambio", lambda c: c.clase),
    ("De", lambda c: c.de),
    ("Campo", lambda c: c.campo),
    ("Antes", lambda c: c.antes),
    ("Después", lambda c: c.despues),
    ("Acto o motivo", lambda c: c.acto),
    ("Por", lambda c: c.por),
    ("Dato de demostración", lambda c: SI_NO[c.demostracion]),
)
COLUMNAS_DE_HALLAZGOS = (
    ("Hallazgo", lambda h: h.descripcion),
    ("Acción de mejora", lambda h: h.accion_de_mejora),
    ("Responsable", lambda h: h.responsable),
    ("Fecha de compromiso", lambda h: h.compromiso_el),
    ("Estado", lambda h: h.estado),
)
COLUMNAS_DE_MEDICIONES = (
    "Acción o proyecto",
    "Indicador",
    "Periodo",
    "Valor",
    "Numerador",
    "Denominador",
    "Sin movimiento",
    "Nota",
    "Motivo de la corrección",
    "Evidencia",
    "Dirección de la evidencia",
    "Huella SHA-256 de la evidencia",
    "Registrada por",
    "Registrada el",
    "Dato de demostración",
)


def hojas(congelado):
    """All the sheets of the report, in reading order."""
    return (
        Hoja("Informe", ("Dato", "Valor"), _seguras(_portada(congelado))),
        _resumen(congelado),
        resultados(congelado),
        _de("Fases", COLUMNAS_DE_FASES, congelado.fases),
        Hoja("Mediciones", COLUMNAS_DE_MEDICIONES, _seguras(_mediciones(congelado))),
        _de("Cambios del plan", COLUMNAS_DE_CAMBIOS, congelado.cambios),
        _de("Hallazgos", COLUMNAS_DE_HALLAZGOS, congelado.hallazgos),
    )


def resultados(congelado):
    """One row for each indicator: also the whole of the CSV."""
    return _de("Resultados", COLUMNAS_DE_RESULTADOS, congelado.filas)


def evidencias(fila):
    """Addresses of the evidence, or the names of the files, without repeating."""
    direcciones = (m.evidencia_direccion or m.evidencia for m in fila.mediciones)
    return list(dict.fromkeys(direccion for direccion in direcciones if direccion))


def portada(congelado):
    """The header as pairs (label, text): the same words in PDF, page and sheets."""
    e = congelado.encabezado
    reemplaza = f"Versión {e.reemplaza}, de huella {e.reemplaza_huella}" if e.reemplaza else ""
    pares = (
        ("Código", e.codigo),
        ("Versión", str(e.version)),
        ("Entidad", e.entidad),
        ("NIT", e.nit or palabras.SIN_DATO),
        ("Periodo evaluado", f"Del {palabras.fecha(e.desde)} al {palabras.fecha(e.hasta)}"),
        ("Fecha de corte", palabras.fecha(e.corte_el)),
        ("Elaborado por", f"{e.elaborado_por}, el {palabras.fecha(e.elaborado_el)}"),
        ("Firmado por", _firma(e)),
        ("Publicado", palabras.instante(e.publicado_en) if e.publicado_en else "Sin publicar"),
        ("Reemplaza a", reemplaza),
        ("Motivo de la nueva versión", e.motivo),
        ("Datos", "Contiene datos de demostración" if e.demostracion else ""),
    )
    return [(termino, valor) for termino, valor in pares if valor]


def textos(congelado):
    """The written parts as pairs (title, text)."""
    t = congelado.textos
    pares = (
        ("Introducción", t.introduccion),
        ("Objetivo", t.objetivo),
        ("Alcance", t.alcance),
        ("Metodología", t.metodologia),
        ("Conclusiones", t.conclusiones),
        ("Recomendaciones", "\n".join(t.recomendaciones)),
    )
    return [(titulo, texto) for titulo, texto in pares if texto]


def _portada(congelado):
    normas = [f"{n.nombre}. {n.nota}" if n.nota else n.nombre for n in congelado.marco_legal]
    return (
        *portada(congelado),
        *textos(congelado),
        ("Marco legal", "\n".join(normas)),
        ("Lo que ordena el plan", congelado.clausula),
        *(("Cómo se juzga", regla) for regla in congelado.reglas),
        ("Huella SHA-256 del informe", huella(canonico(congelado))),
    )


def _firma(encabezado):
    partes = (encabezado.firmado_por, encabezado.firmado_cargo)
    return ", ".join(parte for parte in partes if parte) or "Sin firmar"


def _resumen(congelado):
    anterior = congelado.anterior
    antes = (
        f"Semestre {anterior.semestre}, versión {anterior.version}" if anterior else "Sin informe anterior"
    )
    pares = palabras.pares_de_conteo(congelado.conteo, anterior.conteo if anterior else None)
    return Hoja("Resumen", ("Conteo", f"Semestre {congelado.encabezado.semestre}", antes), tuple(pares))


def _mediciones(congelado):
    return (
        (
            fila.nombre,
            fila.indicador,
            m.periodo,
            m.valor,
            m.numerador,
            m.denominador,
            SI_NO[m.sin_movimiento],
            m.nota,
            m.motivo_de_la_correccion,
            m.evidencia,
            m.evidencia_direccion,
            m.evidencia_huella,
            m.registrada_por,
            m.registrada_en.date(),
            SI_NO[m.demostracion],
        )
        for fila in congelado.filas
        for m in fila.mediciones
    )


def _de(nombre, columnas, objetos):
    """A sheet from pairs (heading, how to read it from the object)."""
    filas = ((leer(objeto) for _, leer in columnas) for objeto in objetos)
    return Hoja(nombre, tuple(titulo for titulo, _ in columnas), _seguras(filas))


def _seguras(filas):
    return tuple(tuple(celda_segura(valor) for valor in fila) for fila in filas)
