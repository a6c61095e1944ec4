"""Logging of the server: lines to read, or a JSON object a line for what collects them."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

TEXT = "%(levelname)s %(name)s %(message)s"


class JsonFormatter(logging.Formatter):
    """A JSON object a line: time, level and logger, and what a request's own line tells.

    Of an exception only its type is told: its message could hold what a person wrote.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
        }
        told = getattr(record, "record", None)
        line |= told if isinstance(told, dict) else {"message": record.getMessage()}
        if record.exc_info and record.exc_info[0]:
            line["exception"] = record.exc_info[0].__name__
        return json.dumps(line, ensure_ascii=False, default=str)


def set_up(form: str) -> None:
    """Log to standard error.

    Args:
        form: ``text`` or ``json``.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(JsonFormatter() if form == "json" else logging.Formatter(TEXT))
    logging.basicConfig(level=logging.INFO, handlers=[handler])
    # The protocol's own log repeats what tools were called with.
    logging.getLogger("mcp").setLevel(logging.WARNING)
