"""Sources cut into passages that carry their heading path."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import TYPE_CHECKING

from assistant.domain import Passage, PassageKind
from assistant.finnish import sentences
from ingest.entries import STATE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.domain import Source
    from ingest.plan import Item
    from ingest.services import Description

LONGEST = 1400
"""Characters of a passage: what the default model's 512 tokens hold of Finnish with headings."""


class Ids:
    """Passage ids that follow from what a passage says, not from where it stands."""

    def __init__(self) -> None:
        self._seen: Counter[str] = Counter()

    def make(self, source_id: str, heading_path: tuple[str, ...], text: str) -> str:
        """The id of a passage; the same text under the same headings again gets a number."""
        said = "\0".join((source_id, *heading_path, text))
        digest = sha256(said.encode()).hexdigest()[:12]
        self._seen[digest] += 1
        again = self._seen[digest]
        return f"{source_id}:{digest}" + (f".{again}" if again > 1 else "")


def split_plan(source: Source, items: Iterable[Item]) -> tuple[tuple[Item, Passage], ...]:
    """Make the passages of a plan.

    Args:
        source: The plan.
        items: Its items. Lists of contents (kind ``text``) are left out: they repeat headings.

    Returns:
        Each passage with the item that it was cut from. An item that is too long is cut between
        sentences.
    """
    ids = Ids()
    made: list[tuple[Item, Passage]] = []
    for item in items:
        if item.kind is PassageKind.TEXT:
            continue
        path = item.heading_path
        if item.bold:
            name = STATE.sub("", source.quote(*item.bold)).strip(" .,:")
            path = (*path, name)
        for start, end in pieces(source.text, item.start, item.end):
            text = source.quote(start, end)
            passage = Passage(
                id=ids.make(source.id, path, text),
                source_id=source.id,
                kind=item.kind,
                heading_path=path,
                start=start,
                end=end,
                text=text,
                theme=item.theme,
                context=" ".join(item.parents),
            )
            made.append((item, passage))
    return tuple(made)


def split_description(description: Description) -> tuple[Passage, ...]:
    """Make the passages of a service description: its body, cut between sentences if too long."""
    source, ids = description.source, Ids()
    path = (description.form.name,)
    return tuple(
        Passage(
            id=ids.make(source.id, path, source.quote(start, end)),
            source_id=source.id,
            kind=PassageKind.SERVICE,
            heading_path=path,
            start=start,
            end=end,
            text=source.quote(start, end),
            service_id=description.form.id,
        )
        for start, end in pieces(source.text, *description.body)
    )


def pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a place that is too long for one passage between its sentences."""
    if end - start <= LONGEST:
        return [(start, end)]
    cut: list[tuple[int, int]] = []
    first: int | None = None
    last = start
    for begin, stop in sentences(text[start:end]):
        if first is not None and start + stop - first > LONGEST:
            cut.append((first, last))
            first = None
        first = start + begin if first is None else first
        last = start + stop
    if first is not None:
        cut.append((first, last))
    return cut
