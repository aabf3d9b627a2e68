"""The frozen object in words: what page, preview and PDF show is written here, once."""

from dataclasses import dataclass

from fases.enlaces import direccion_segura

from . import palabras, tablas
from .canonico import canonico, huella
from .objeto import InformeCongelado, Textos


@dataclass(frozen=True)
class EvidenciaLeida:
    texto: str
    direccion: str

    @property
    def url(self):
        """The address for a page, also under the prefix of a proxy."""
        return direccion_segura(self.direccion)


@dataclass(frozen=True)
class FilaLeida:
    clave: str
    clase: str
    nombre: str
    direccion: str
    indicador: str
    linea_base: str
    meta_del_plan: str
    meta: str
    hay_meta: bool
    programado: str
    logrado: str
    porcentaje: str
    estado: str
    palabra: str
    antes: str
    evidencias: tuple[EvidenciaLeida, ...]
    responsable: str
    frecuencia: str
    ciclos: str
    observacion: str
    fuente: str
    demostracion: bool

    @property
    def url(self):
        return direccion_segura(self.direccion)

    @property
    def pares(self):
        """Label and value of everything that is not in the table of results."""
        pares = (
            ("Línea base", self.linea_base),
            ("Meta en el plan", self.meta_del_plan),
            ("Meta", self.meta),
            ("Programado", self.programado),
            ("Avance frente a la meta", self.porcentaje),
            ("Estado en el semestre anterior", self.antes),
            ("Responsable", self.responsable),
            ("Frecuencia", self.frecuencia),
            ("Ciclos cumplidos", self.ciclos),
            ("Fuente", self.fuente),
        )
        return [(termino, valor) for termino, valor in pares if valor]


@dataclass(frozen=True)
class FaseLeida:
    titulo: str
    direccion: str
    nacional: str
    territorial: str
    criterios: str
    en_parte: str
    estado: str
    palabra: str
    cumplida: str
    revisada: str
    observacion: str
    demostracion: bool

    @property
    def url(self):
        return direccion_segura(self.direccion)


@dataclass(frozen=True)
class CambioLeido:
    fecha: str
    que: str
    antes: str
    despues: str
    acto: str
    demostracion: bool


@dataclass(frozen=True)
class Lectura:
    """Everything that a person reads of a report, in order."""

    titulo: str
    codigo: str
    version: int
    entidad: str
    demostracion: bool
    huella: str
    portada: tuple[tuple[str, str], ...]
    textos: Textos
    clausula: str
    marco: tuple[str, ...]
    reglas: tuple[str, ...]
    anterior: str
    conteo: tuple[tuple[str, str, str], ...]
    filas: tuple[FilaLeida, ...]
    fases: tuple[FaseLeida, ...]
    cambios: tuple[CambioLeido, ...]
    hallazgos: tuple[tuple[str, ...], ...]


def leer_en_palabras(congelado: InformeCongelado) -> Lectura:
    e = congelado.encabezado
    return Lectura(
        titulo=f"Informe de seguimiento, {e.periodo}",
        codigo=e.codigo,
        version=e.version,
        entidad=e.entidad,
        demostracion=e.demostracion,
        huella=huella(canonico(congelado)),
        portada=tuple(tablas.portada(congelado)),
        textos=congelado.textos,
        clausula=congelado.clausula,
        marco=tuple(f"{n.nombre}. {n.nota}" if n.nota else n.nombre for n in congelado.marco_legal),
        reglas=congelado.reglas,
        anterior=f"Semestre {congelado.anterior.semestre}" if congelado.anterior else "",
        conteo=_conteo(congelado),
        filas=tuple(_fila(fila) for fila in congelado.filas),
        fases=tuple(_fase(fase) for fase in congelado.fases),
        cambios=tuple(_cambio(cambio) for cambio in congelado.cambios),
        hallazgos=tuple(_hallazgo(hallazgo) for hallazgo in congelado.hallazgos),
    )


def _conteo(congelado):
    antes = congelado.anterior.conteo if congelado.anterior else None
    return tuple(
        (titulo, palabras.cifra(ahora), palabras.cifra(previo))
        for titulo, ahora, previo in palabras.pares_de_conteo(congelado.conteo, antes)
    )


def _fila(fila):
    carpeta = "acciones" if fila.clase == "accion" else "proyectos"
    return FilaLeida(
        clave=fila.clave,
        clase=palabras.CLASES[fila.clase],
        nombre=fila.nombre,
        direccion=f"/plan/{carpeta}/{fila.slug}/",
        indicador=fila.indicador,
        linea_base=palabras.linea_base(fila),
        meta_del_plan="" if fila.meta_del_plan == "-" else fila.meta_del_plan,
        meta=palabras.meta(fila),
        hay_meta=fila.meta is not None,
        programado=palabras.programado(fila),
        logrado=palabras.logrado(fila),
        porcentaje=palabras.porcentaje(fila.estado),
        estado=fila.estado.codigo,
        palabra=fila.estado.palabra,
        antes=fila.estado_anterior,
        evidencias=tuple(_evidencia(m) for m in fila.mediciones if m.evidencia_direccion),
        responsable=palabras.responsable(fila),
        frecuencia=palabras.frecuencia(fila),
        ciclos=palabras.ciclos(fila),
        observacion=fila.observacion,
        fuente=fila.fuente,
        demostracion=fila.demostracion,
    )


def _evidencia(medicion):
    nombre = medicion.evidencia or medicion.evidencia_direccion
    return EvidenciaLeida(f"{medicion.periodo_nombre}: {nombre}", medicion.evidencia_direccion)


def _fase(fase):
    cumplida = palabras.fecha(fase.cumplida_el) if fase.cumplida_el else "Sin cumplir"
    return FaseLeida(
        titulo=f"{fase.numero}. {fase.nombre}",
        direccion=f"/fases/{fase.slug}/",
        nacional=fase.plazo_nacional_texto,
        territorial=fase.plazo_territorial_texto,
        criterios=f"{fase.con_evidencia} de {fase.exigidos} con evidencia completa",
        en_parte=str(fase.en_parte),
        estado=fase.estado,
        palabra=fase.palabra,
        cumplida=f"{cumplida}, {fase.puntualidad}" if fase.puntualidad else cumplida,
        revisada=palabras.fecha(fase.revisada_el) if fase.revisada_el else "Sin revisar",
        observacion=fase.observacion,
        demostracion=fase.demostracion,
    )


def _cambio(cambio):
    return CambioLeido(
        fecha=palabras.fecha(cambio.fecha),
        que=" · ".join(parte for parte in (cambio.clase, cambio.de, cambio.campo) if parte),
        antes=cambio.antes or "—",
        despues=cambio.despues,
        acto=". ".join(parte for parte in (cambio.acto, cambio.por) if parte),
        demostracion=cambio.demostracion,
    )


def _hallazgo(h):
    return h.descripcion, h.accion_de_mejora, h.responsable, palabras.fecha(h.compromiso_el), h.estado
