from django.utils.text import slugify

LARGO = 70


def slug_libre(modelo, nombre):
    """A readable address, made from ``nombre``, that no other row of ``modelo`` has."""
    base = slugify(nombre)[:LARGO].strip("-") or "sin-nombre"
    usados = set(modelo.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    slug, numero = base, 2
    while slug in usados:
        slug, numero = f"{base}-{numero}", numero + 1
    return slug
