"""Until when a public page stays true although nobody writes anything."""


def cambia_en(request, instante):
    """Say that the page being made changes by itself at ``instante`` (aware): «publicar el lunes a las 8».

    Every page is made anew at midnight without saying so. Of several instants the first one counts.
    """
    anterior = getattr(request, "cambia_en", None)
    request.cambia_en = instante if anterior is None else min(anterior, instante)
