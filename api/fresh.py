"""Answers that a client may keep: an entity tag for what one generation says on one day."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from fastapi import Response

if TYPE_CHECKING:
    from datetime import date

    from fastapi import Request

CACHE = "public, max-age=0, must-revalidate"


def entity_tag(request: Request, generation: str, day: date | None = None) -> str:
    """Return the tag of what an address says: the same as long as nothing that it rests on changes.

    Args:
        request: Its address with the query, and the kind of answer that it accepts.
        generation: The generation of the index.
        day: The day on which validity is judged, where it's judged.
    """
    parts = (
        generation,
        request.url.path,
        str(request.query_params),
        request.headers.get("accept", ""),
        day.isoformat() if day else "",
        request.app.version,
    )
    digest = hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    # Weak: a proxy may compress what the tag names.
    return f'W/"{digest}"'


def unchanged(request: Request, tag: str) -> Response | None:
    """Return an empty 304 when the client has what the tag names, else ``None``."""
    known = [part.strip() for part in request.headers.get("if-none-match", "").split(",")]
    if "*" not in known and tag.removeprefix("W/") not in {k.removeprefix("W/") for k in known}:
        return None
    return Response(status_code=304, headers=headers(tag))


def headers(tag: str) -> dict[str, str]:
    """Return the headers of what may be kept."""
    return {"ETag": tag, "Cache-Control": CACHE, "Vary": "Accept"}
