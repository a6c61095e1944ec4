"""An answer as server-sent events."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from fastapi.sse import format_sse_event

if TYPE_CHECKING:
    from collections.abc import Iterator

    from api.schemas import AnswerOut

MEDIA_TYPE = "text/event-stream"
HEADERS = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
WORDS_IN_CHUNK = 4
_CHUNK = re.compile(rf"\s*(?:\S+\s*){{1,{WORDS_IN_CHUNK}}}|\s+")


def event(name: str, data: dict[str, Any]) -> bytes:
    """Return one event; its data is one line of JSON."""
    return format_sse_event(event=name, data_str=json.dumps(data, ensure_ascii=False))


def chunks(text: str) -> list[str]:
    """Cut a text into pieces of a few words; joined they are the text again."""
    return _CHUNK.findall(text)


def answer_events(answer: AnswerOut) -> Iterator[bytes]:
    """Tell one answer: ``meta``, the ``text`` in pieces, the whole ``answer``, and ``done``."""
    whole = answer.model_dump(mode="json")
    yield event("meta", {k: whole[k] for k in ("id", "outcome", "language", "question")})
    for piece in chunks(answer.text):
        yield event("text", {"delta": piece})
    yield event("answer", whole)
    yield event("done", {"id": answer.id})
