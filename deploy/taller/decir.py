"""How the workshop speaks: one line per step, and one sentence when it must stop."""

import sys


class Alto(Exception):
    """The work cannot go on; the text says, in Spanish, what the person can do."""


def decir(texto):
    """One step, at once visible also when the output goes to a file."""
    print("→ " + texto, flush=True)


def decir_alto(alto):
    """Print the reason on the error output and give the exit code."""
    sys.stdout.flush()
    print("Alto: %s" % alto, file=sys.stderr, flush=True)
    return 1
