"""The four groups of the back office and exactly what each may do.

The permissions are created here, before Django would create them by itself, because a group cannot
hold what does not exist yet. What the admin asks beyond these (own office, drafts, published) stands
in the acciones and in the admin classes.
"""

from django.contrib.auth.management import create_permissions
from django.db import migrations

ETIQUETAS = ("fases", "informacion", "comite")
PLAN = [
    "fases.fase",
    "fases.criterio",
    "fases.evidencia",
    "fases.revisiondefase",
    "informacion.dependencia",
    "informacion.entidad",
    "informacion.politica",
    "comite.plan",
    "comite.norma",
    "comite.parrafo",
    "comite.firmante",
    "comite.eje",
    "comite.lineaestrategica",
    "comite.proyecto",
    "comite.fasedeproyecto",
    "comite.criteriodeproyecto",
    "comite.lineadeaccion",
    "comite.responsable",
    "comite.accion",
    "comite.indicador",
    "comite.metaadoptada",
    "comite.integrante",
]
MEDIDAS = ["comite.medicion", "comite.soporte"]
INFORMES = ["comite.informe", "comite.archivodeinforme"]
DE_CONTROL = ["comite.hallazgo", "comite.observaciondefila"]
PERSONAS = ["informacion.usuario", "informacion.reportedebarrera"]

VER = {
    "Administración": PLAN + PERSONAS,
    "Comité GEL-T": PLAN + MEDIDAS + INFORMES,
    "Editor de dependencia": PLAN + MEDIDAS + INFORMES,
    "Control Interno": PLAN + MEDIDAS + INFORMES + DE_CONTROL + PERSONAS,
}
AGREGAR = {
    "Administración": [
        "informacion.usuario",
        "informacion.dependencia",
        "informacion.entidad",
        "informacion.politica",
        "comite.integrante",
    ],
    "Comité GEL-T": [
        "fases.evidencia",
        "comite.proyecto",
        "comite.fasedeproyecto",
        "comite.criteriodeproyecto",
        "comite.responsable",
        "comite.accion",
        "comite.indicador",
        "comite.metaadoptada",
        "comite.integrante",
        "comite.medicion",
        "comite.soporte",
    ],
    "Editor de dependencia": ["comite.medicion", "comite.soporte"],
    "Control Interno": [
        "fases.revisiondefase",
        "comite.informe",
        "comite.hallazgo",
        "comite.observaciondefila",
    ],
}
CAMBIAR = {
    "Administración": [*AGREGAR["Administración"], "informacion.reportedebarrera"],
    "Comité GEL-T": [
        "comite.proyecto",
        "comite.fasedeproyecto",
        "comite.criteriodeproyecto",
        "comite.responsable",
        "comite.accion",
        "comite.indicador",
        "comite.integrante",
    ],
    "Editor de dependencia": [],
    "Control Interno": AGREGAR["Control Interno"],
}
BORRAR = {
    "Comité GEL-T": ["comite.fasedeproyecto", "comite.criteriodeproyecto"],
    "Control Interno": ["comite.hallazgo"],
}
PODERES = (("view", VER), ("add", AGREGAR), ("change", CAMBIAR), ("delete", BORRAR))


def crear_grupos(apps, schema_editor):
    base = schema_editor.connection.alias
    _crear_permisos(apps, base)
    Group = apps.get_model("auth", "Group")
    Permission = apps.get_model("auth", "Permission")
    permisos = {
        (permiso.content_type.app_label, permiso.codename): permiso
        for permiso in Permission.objects.using(base)
        .filter(content_type__app_label__in=ETIQUETAS)
        .select_related("content_type")
    }
    for nombre in VER:
        grupo, _ = Group.objects.using(base).get_or_create(name=nombre)
        grupo.permissions.set(permisos[clave] for clave in _claves(nombre))


def _crear_permisos(apps, base):
    for etiqueta in ETIQUETAS:
        app = apps.get_app_config(etiqueta)
        app.models_module = True
        create_permissions(app, apps=apps, verbosity=0, using=base)
        app.models_module = None


def _claves(grupo):
    for poder, de_cada_grupo in PODERES:
        for modelo in de_cada_grupo.get(grupo, []):
            etiqueta, nombre = modelo.split(".")
            yield etiqueta, f"{poder}_{nombre}"


def borrar_grupos(apps, schema_editor):
    grupos = apps.get_model("auth", "Group").objects.using(schema_editor.connection.alias)
    grupos.filter(name__in=VER).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("fases", "0001_fases_criterios_evidencias"),
        ("informacion", "0001_entidad_dependencias_usuarios_politicas"),
        ("comite", "0002_lo_publicado_no_cambia"),
    ]

    operations = [migrations.RunPython(crear_grupos, borrar_grupos)]
