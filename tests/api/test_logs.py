"""The server's log as JSON."""

from __future__ import annotations

import json
import logging
import sys

from api.logs import JsonFormatter


def line(**more: object) -> dict[str, object]:
    record = logging.LogRecord("tienviitta.api", logging.INFO, "f", 1, "hei %s", ("sinä",), None)
    record.__dict__.update(more)
    return json.loads(JsonFormatter().format(record))


def test_a_line_is_one_object_with_time_level_and_logger():
    told = line(created=0.5)
    assert told == {
        "time": "1970-01-01T00:00:00.500+00:00",
        "level": "INFO",
        "logger": "tienviitta.api",
        "message": "hei sinä",
    }


def test_a_requests_line_tells_its_fields_and_not_a_text_of_them():
    told = line(record={"path": "/v1/chat", "status": 200})
    assert (told["path"], told["status"]) == ("/v1/chat", 200)
    assert "message" not in told


def test_of_an_exception_only_the_type_is_told():
    try:
        raise ValueError("salaisuus")
    except ValueError:
        told = line(exc_info=sys.exc_info())
    assert told["exception"] == "ValueError"
    assert "salaisuus" not in json.dumps(told)


def test_a_line_feed_stays_within_its_line():
    record = logging.LogRecord("x", logging.INFO, "f", 1, "a\nb", (), None)
    assert "\n" not in JsonFormatter().format(record)
