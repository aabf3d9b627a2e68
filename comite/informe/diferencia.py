"""The difference between two frozen reports, in sentences: with the semester before, or the version."""

from dataclasses import dataclass

from .objeto import InformeCongelado
from .palabras import CAMPOS_DE_CONTEO, cifra, logrado, meta

TEXTOS = (
    ("introduccion", "la introducción"),
    ("objetivo", "el objetivo"),
    ("alcance", "el alcance"),
    ("metodologia", "la metodología"),
    ("conclusiones", "las conclusiones"),
    ("recomendaciones", "las recomendaciones"),
)


@dataclass(frozen=True)
class Diferencia:
    """What a person reads: the counts that moved, and one sentence for each row that changed."""

    conteos: tuple[str, ...]
    filas: tuple[str, ...]
    textos: tuple[str, ...]

    def __bool__(self):
        return bool(self.conteos or self.filas or self.textos)


def comparar(antes: InformeCongelado, ahora: InformeCongelado, con_textos=False):
    """``con_textos`` tells also which texts were rewritten: it matters between versions."""
    return Diferencia(
        conteos=tuple(_conteos(antes.conteo, ahora.conteo)),
        filas=tuple(_filas(antes.filas, ahora.filas)),
        textos=tuple(_textos(antes.textos, ahora.textos)) if con_textos else (),
    )


def _conteos(antes, ahora):
    for campo, titulo in CAMPOS_DE_CONTEO:
        viejo, nuevo = getattr(antes, campo), getattr(ahora, campo)
        if viejo != nuevo:
            yield f"{titulo}: de {cifra(viejo)} a {cifra(nuevo)}."


def _filas(antes, ahora):
    viejas = {fila.clave: fila for fila in antes}
    nuevas = {fila.clave for fila in ahora}
    for fila in ahora:
        if fila.clave not in viejas:
            yield f"{_nombre(fila)}: no estaba antes; ahora «{fila.estado.palabra}»."
        elif cambios := list(_cambios(viejas[fila.clave], fila)):
            yield f"{_nombre(fila)}: {'; '.join(cambios)}."
    for fila in antes:
        if fila.clave not in nuevas:
            yield f"{_nombre(fila)}: ya no está."


def _cambios(vieja, nueva):
    pares = (
        ("estado", vieja.estado.palabra, nueva.estado.palabra),
        ("meta", meta(vieja), meta(nueva)),
        ("logrado", logrado(vieja), logrado(nueva)),
        ("observación", vieja.observacion, nueva.observacion),
    )
    for titulo, viejo, nuevo in pares:
        if viejo != nuevo:
            yield f"{titulo}, de «{viejo or 'vacío'}» a «{nuevo or 'vacío'}»"


def _textos(antes, ahora):
    for campo, titulo in TEXTOS:
        if getattr(antes, campo) != getattr(ahora, campo):
            yield f"Cambió el texto de {titulo}."


def _nombre(fila):
    return f"{fila.nombre}, {fila.indicador}"
