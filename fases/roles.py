"""The four roles of the back office. Their groups and permissions are made by a migration."""

from .accion import AccionError

ADMINISTRACION = "Administración"
COMITE = "Comité GEL-T"
EDITOR = "Editor de dependencia"
CONTROL = "Control Interno"
ROLES = (ADMINISTRACION, COMITE, EDITOR, CONTROL)

# Control Interno gives independent assurance: it may not run what it audits.
INCOMPATIBLES_CON_CONTROL = frozenset({ADMINISTRACION, COMITE, EDITOR})


class SinPermisoError(AccionError):
    """The person's role does not allow this; the sentence says whose task it is."""


def roles_de(usuario):
    """Names of the person's groups, asked once for each user object; empty for nobody."""
    if usuario is None or not usuario.is_active:
        return frozenset()
    if not hasattr(usuario, "_roles"):
        usuario._roles = frozenset(usuario.groups.values_list("name", flat=True))
    return usuario._roles


def tiene_rol(usuario, *roles):
    """Whether the person holds one of ``roles``. Being a superuser is not a role."""
    return not roles_de(usuario).isdisjoint(roles)


def exigir_rol(usuario, *roles):
    """Raise SinPermisoError unless the person holds one of ``roles``."""
    if not tiene_rol(usuario, *roles):
        raise SinPermisoError(f"Esta tarea le corresponde a: {' o '.join(roles)}.")
