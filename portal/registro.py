"""Log lines as JSON, so that no input can forge a second line."""

import json
import logging
from datetime import UTC, datetime


class FormatoJson(logging.Formatter):
    """One JSON object per record: instant (UTC), level, logger, message, traceback if any."""

    def format(self, record):
        linea = {
            "en": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "nivel": record.levelname,
            "origen": record.name,
            "mensaje": record.getMessage(),
        }
        if record.exc_info:
            linea["falla"] = self.formatException(record.exc_info)
        return json.dumps(linea, ensure_ascii=True)
