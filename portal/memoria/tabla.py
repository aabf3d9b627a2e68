"""The bounded table of ready answers of one process."""

import gzip
import threading
from collections import OrderedDict

import brotli

ENTRADAS = 2_000
BYTES = 16 * 1024 * 1024
POR_ENTRADA = 512 * 1024
CALIDAD_PRIMERA, CALIDAD_FINAL = 5, 11  # 11 costs 40 ms: only for what is really read again and again
LECTURAS_QUE_LA_MERECEN = 8
CODIFICACIONES = ("br", "gzip", "identity")


class Entrada:
    """One answer: its version, its day, its headers, and its body in each encoding that was asked for."""

    __slots__ = ("bytes", "cabeceras", "cambia_en", "cuerpos", "dia", "etag", "lecturas", "marca")

    def __init__(self, *, marca, dia, cambia_en, etag, cabeceras, cuerpo):
        self.marca, self.dia, self.cambia_en = marca, dia, cambia_en
        self.etag, self.cabeceras = etag, cabeceras
        self.lecturas = 0
        self.cuerpos = {"br": brotli.compress(cuerpo, quality=CALIDAD_PRIMERA)}
        self.bytes = len(self.cuerpos["br"])

    def vale(self, marca, dia, ahora):
        return (
            self.marca == marca and self.dia == dia and (self.cambia_en is None or ahora < self.cambia_en)
        )


class Tabla:
    """Least recently used out first, by number and by bytes."""

    def __init__(self, entradas=ENTRADAS, cabida=BYTES):
        self._entradas, self._cabida = entradas, cabida
        self._filas = OrderedDict()
        self._cerrojo = threading.Lock()
        self.bytes = 0

    def __len__(self):
        return len(self._filas)

    def buscar(self, clave, marca, dia, ahora):
        with self._cerrojo:
            entrada = self._filas.get(clave)
            if entrada is None:
                return None
            if not entrada.vale(marca, dia, ahora):
                return None
            self._filas.move_to_end(clave)
            entrada.lecturas += 1
            return entrada

    def guardar(self, clave, entrada):
        with self._cerrojo:
            self._sacar(clave)
            self._filas[clave] = entrada
            self.bytes += entrada.bytes
            while len(self._filas) > self._entradas or self.bytes > self._cabida:
                self._sacar(next(iter(self._filas)))

    def cuerpo(self, clave, entrada, codificacion):
        """The body in an encoding, made the first time that somebody asks for it."""
        cuerpo = entrada.cuerpos.get(codificacion)
        merece = codificacion == "br" and entrada.lecturas == LECTURAS_QUE_LA_MERECEN
        if cuerpo is None or merece:
            cuerpo = _codificar(brotli.decompress(entrada.cuerpos["br"]), codificacion)
            self._anotar(clave, entrada, codificacion, cuerpo)
        return cuerpo

    def vaciar(self):
        with self._cerrojo:
            self._filas.clear()
            self.bytes = 0

    def _anotar(self, clave, entrada, codificacion, cuerpo):
        with self._cerrojo:
            entrada.lecturas += 1
            aumento = len(cuerpo) - len(entrada.cuerpos.get(codificacion, b""))
            entrada.cuerpos[codificacion] = cuerpo
            entrada.bytes += aumento
            if self._filas.get(clave) is entrada:
                self.bytes += aumento

    def _sacar(self, clave):
        vieja = self._filas.pop(clave, None)
        if vieja is not None:
            self.bytes -= vieja.bytes


def _codificar(cuerpo, codificacion):
    if codificacion == "br":
        return brotli.compress(cuerpo, quality=CALIDAD_FINAL)
    return gzip.compress(cuerpo, 6, mtime=0) if codificacion == "gzip" else cuerpo
