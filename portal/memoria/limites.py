"""What the readers of the version share."""

SEGUNDOS = 0.4  # a slow link to the database (300 ms) passes; a person has not yet lost patience
CONSULTA = "SELECT marca FROM fases_versiondelcontenido WHERE id = 1"


class BaseCaidaError(Exception):
    """The database did not answer in time."""
