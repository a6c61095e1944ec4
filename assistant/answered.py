"""What a short answer to the assistant's own question tells: *Tuirassa* tells where one lives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from assistant.message import Reading
    from assistant.places import PlaceMention
    from assistant.reading import Reader

SHORT = 6
"""Words of a message that answers a question, and doesn't tell a story."""

LIVES = "Asun "
WHERE = frozenset(
    (
        *("missä", "kunta", "paikkakunta", "kotikunta", "asua", "where", "municipality", "var"),
        *("kommun", "где", "живёте", "де"),
    )
)
"""Words of a question that asks where somebody lives."""


def place_answered(new: Reading, said: str, reader: Reader) -> tuple[PlaceMention, ...]:
    """The places that a message names when it's read as an answer to *missä asut*.

    Many districts' names are surnames too, and count as places only where something tells so. The
    question tells it.

    Args:
        new: The message.
        said: What the assistant said before it.
        reader: Finds places.

    Returns:
        The places, at their own characters; none when it wasn't asked where.
    """
    if not said.rstrip().endswith("?") or len(new.content) > SHORT:
        return ()
    asked = reader.analyser.tokens(said)
    words = {form for token in asked for form in (token.text.casefold(), *token.lemmas)}
    if WHERE.isdisjoint(words):
        return ()
    found = reader.places_in(LIVES + new.text)
    return tuple(replace(p, start=p.start - len(LIVES), end=p.end - len(LIVES)) for p in found)
