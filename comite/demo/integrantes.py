from datetime import date

from comite.models import Integrante


def designar(personas, oficinas):
    """Three invented members of the committee."""
    roles = (
        ("comite", "comite", Integrante.Rol.LIDER, "Convocar y presidir las sesiones"),
        ("sistemas", "sistemas", Integrante.Rol.SECRETARIA, "Llevar las actas y los acuerdos"),
        ("control", "control", Integrante.Rol.INVITADO, "Seguir y evaluar el plan, con voz y sin voto"),
    )
    for persona, oficina, rol, funciones in roles:
        usuario = personas[persona]
        Integrante.objects.get_or_create(
            persona=usuario.nombre_publico,
            demostracion=True,
            defaults={
                "usuario": usuario,
                "dependencia": oficinas[oficina],
                "cargo": usuario.cargo,
                "rol": rol,
                "funciones": funciones,
                "desde": date(2025, 1, 15),
                "acto": "Resolución de demostración",
            },
        )
