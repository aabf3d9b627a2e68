"""What some tests borrow from the machine: said when it is missing, and in CI a failure."""

import os
import shutil

import pytest


def exigir(*programas, tambien=()):
    """Skip, or fail with CI=true, unless each program is there and each of ``tambien`` is true."""
    faltan = [programa for programa in programas if not shutil.which(programa)]
    faltan += [nombre for nombre, cumple in tambien if not cumple]
    if faltan and os.environ.get("CI", "").lower() in {"1", "true"}:
        pytest.fail(f"con CI=true no se omite nada, y falta: {', '.join(faltan)}")
    if faltan:
        pytest.skip(f"falta {', '.join(faltan)}")
