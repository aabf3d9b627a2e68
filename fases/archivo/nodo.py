"""One JSON object of a file, with the path that leads to it.

The methods take a key, check its value and return it. A wrong value is noted in the ``Registro`` and
a harmless filler returned, so that one reading finds all the errors; the fillers never get out,
because ``leer_archivo`` raises when anything was noted.
"""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from .json_legible import Objeto, describir
from .registro import Registro, corto

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

T = TypeVar("T")

SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
FECHA = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What neither PostgreSQL nor XML can hold: controls but tab and line feed, lone surrogates, non-characters.
IMPOSIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
MAX_SLUG = 80
MAX_NOMBRE = 300
MAX_TEXTO = 20_000
MAX_LISTA = 20_000


class Nodo:
    def __init__(self, valor: Any, ruta: str, registro: Registro) -> None:
        self.ruta = ruta
        self.registro = registro
        self._es_objeto = isinstance(valor, Objeto)
        self._valores = valor if isinstance(valor, Objeto) else Objeto([])
        self._pedidas: list[str] = []
        if not self._es_objeto:
            registro.error(ruta, f"se encontró {describir(valor)}; va un objeto entre llaves.")

    def en(self, clave: str) -> str:
        return f"{self.ruta}.{clave}" if self.ruta else clave

    def texto(
        self, clave: str, *, maximo: int = MAX_TEXTO, opcional: bool = False, unico_en: str = ""
    ) -> str:
        """A text that is not blank and fits its column; an optional one may be absent or empty."""
        valor = self._pedir(clave, str, "un texto entre comillas", opcional)
        if valor is None or (opcional and valor == ""):
            return ""
        if not self._se_puede_guardar(valor, self.en(clave), maximo):
            return ""
        if unico_en:
            self.registro.definir(unico_en, valor, self.en(clave))
        return str(valor)

    def slug(self, clave: str, *, maximo: int = MAX_SLUG, unico_en: str = "", existe_en: str = "") -> str:
        """An identifier: the only one of its name in a scope, a reference to one of a scope, or both."""
        valor = self.texto(clave, maximo=maximo)
        ruta = self.en(clave)
        if valor and not SLUG.fullmatch(valor):
            formato = "minúsculas sin tilde, cifras y guiones, como «marco-legal»"
            self.registro.error(ruta, f"se encontró «{corto(valor)}»; van {formato}.")
            return ""
        if valor and unico_en:
            self.registro.definir(unico_en, valor, ruta)
        if valor and existe_en:
            self.registro.referir(existe_en, valor, ruta)
        return valor

    def fecha(self, clave: str) -> date:
        valor = self._pedir(clave, str, "una fecha entre comillas, AAAA-MM-DD")
        if valor is None:
            return date.min
        try:
            return date.fromisoformat(valor if FECHA.fullmatch(valor) else "")
        except ValueError:
            mensaje = f"se encontró «{corto(valor)}»; va una fecha que exista, AAAA-MM-DD."
            self.registro.error(self.en(clave), mensaje)
            return date.min

    def entero(self, clave: str, minimo: int, maximo: int, *, unico_en: str = "") -> int:
        valor = self.entero_opcional(clave, minimo, maximo, opcional=False)
        if valor is not None and unico_en:
            self.registro.definir(unico_en, valor, self.en(clave))
        return minimo if valor is None else valor

    def entero_opcional(self, clave: str, minimo: int, maximo: int, *, opcional: bool = True) -> int | None:
        esperado = f"un número entero de {minimo} a {maximo}" if minimo < maximo else f"el número {minimo}"
        valor: int | None = self._pedir(clave, int, esperado, opcional)
        if valor is None or minimo <= valor <= maximo:
            return valor
        self.registro.error(self.en(clave), f"se encontró el número {corto(valor)}; va {esperado}.")
        return None

    def si_o_no(self, clave: str) -> bool:
        return bool(self._pedir(clave, bool, "true o false, sin comillas"))

    def opcion(self, clave: str, admitidas: Sequence[str], *, si_falta: str = "") -> str:
        """One of a closed list; ``si_falta`` makes the key optional."""
        esperado = f"una de estas palabras: {', '.join(admitidas)}"
        valor = self._pedir(clave, str, esperado, opcional=bool(si_falta))
        if valor is None:
            return si_falta
        if valor not in admitidas:
            self.registro.error(self.en(clave), f"se encontró «{corto(valor)}»; va {esperado}.")
        return str(valor)

    def lista(
        self,
        clave: str,
        leer: Callable[[Nodo], T],
        *,
        minimo: int = 0,
        maximo: int = MAX_LISTA,
        opcional: bool = False,
    ) -> tuple[T, ...]:
        """A list of objects, each read by ``leer`` and then searched for keys that nobody knows."""
        elementos = self._elementos(clave, minimo, maximo, opcional)
        return tuple(leer_objeto(valor, ruta, self.registro, leer) for ruta, valor in elementos)

    def textos(
        self,
        clave: str,
        *,
        minimo: int = 0,
        maximo: int = MAX_LISTA,
        largo: int = MAX_NOMBRE,
        opcional: bool = False,
        existen_en: str = "",
    ) -> tuple[str, ...]:
        """A list of texts. With ``existen_en`` they are references, and none may come twice."""
        textos = []
        for ruta, valor in self._elementos(clave, minimo, maximo, opcional):
            if not isinstance(valor, str):
                self.registro.error(ruta, f"se encontró {describir(valor)}; va un texto entre comillas.")
            elif self._se_puede_guardar(valor, ruta, largo):
                textos.append(valor)
                if existen_en:
                    self.registro.definir(self.en(clave), valor, ruta)
                    self.registro.referir(existen_en, valor, ruta)
        return tuple(textos)

    def cerrar(self) -> None:
        """Report keys repeated or never asked for: a misspelt one must not be lost in silence."""
        for clave in self._valores.repetidas:
            self.registro.error(self.ruta, f"la clave «{corto(clave)}» está dos veces.")
        for clave in self._valores:
            if clave not in self._pedidas:
                parecidas = difflib.get_close_matches(clave, self._pedidas, 1)
                sugerencia = f" ¿Quiso escribir «{parecidas[0]}»?" if parecidas else ""
                self.registro.error(self.ruta, f"no se conoce la clave «{corto(clave)}».{sugerencia}")

    def _pedir(self, clave: str, tipo: type, esperado: str, opcional: bool = False) -> Any:
        """The value of the key if it has that type; otherwise None, with the error noted."""
        self._pedidas.append(clave)
        valor = self._valores.get(clave)
        if opcional and valor is None:
            return None
        if clave not in self._valores:
            if self._es_objeto:
                self.registro.error(self.ruta, f"falta la clave «{clave}»: va {esperado}.")
            return None
        # In Python true is also the number 1; in a file it is a mistake.
        if isinstance(valor, tipo) and isinstance(valor, bool) == (tipo is bool):
            return valor
        self.registro.error(self.en(clave), f"se encontró {describir(valor)}; va {esperado}.")
        return None

    def _elementos(self, clave: str, minimo: int, maximo: int, opcional: bool) -> Iterator[tuple[str, Any]]:
        valor = self._pedir(clave, list, "una lista entre corchetes", opcional)
        if valor is None:
            return iter(())
        if not minimo <= len(valor) <= maximo:
            cuantos = f"{minimo}" if minimo == maximo else f"de {minimo} a {maximo}"
            self.registro.error(self.en(clave), f"hay {len(valor)} elementos en la lista; van {cuantos}.")
        return ((f"{self.en(clave)}[{i}]", elemento) for i, elemento in enumerate(valor[:maximo]))

    def _se_puede_guardar(self, texto: str, ruta: str, maximo: int) -> bool:
        imposible = IMPOSIBLE.search(texto)
        if imposible:
            self.registro.error(
                ruta, f"el texto trae el carácter U+{ord(imposible[0]):04X}, que no se admite."
            )
        elif not texto.strip():
            self.registro.error(ruta, "el texto está vacío; escriba algo o quite la clave si es opcional.")
        elif len(texto) > maximo:
            self.registro.error(ruta, f"el texto tiene {len(texto)} caracteres; caben {maximo}.")
        else:
            return True
        return False


def leer_objeto(valor: Any, ruta: str, registro: Registro, leer: Callable[[Nodo], T]) -> T:
    """Read one object with ``leer`` and report the keys it did not ask for."""
    nodo = Nodo(valor, ruta, registro)
    resultado = leer(nodo)
    nodo.cerrar()
    return resultado
