"""The guard that every answer passes: each quote stands in its source, each marker in the answer.

Nothing is trusted: offsets are looked up again, a line whose quotes don't stand is dropped, and an
answer with no quote left is no answer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from assistant.dialogue import Citation, Notice, Outcome, ServiceCard

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.compose.draft import Draft, Line, Place
    from assistant.corpus import Corpus

MARKER = re.compile(r"\[(\d+)\]")
CITED_OUTCOMES = frozenset({Outcome.ANSWERED, Outcome.PARTIAL})


@dataclass(frozen=True, slots=True)
class Verified:
    """What of a draft stands."""

    outcome: Outcome
    text: str
    citations: tuple[Citation, ...]
    cards: tuple[ServiceCard, ...]
    notices: tuple[Notice, ...]
    dropped: tuple[str, ...] = ()


class _Numbers:
    """Citations numbered in the order in which they're first used."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._by_place: dict[tuple[str, int, int], Citation] = {}

    def of(self, places: Iterable[Place]) -> tuple[int, ...]:
        """The numbers of the places that stand; those that don't are left out."""
        numbers = []
        for place in places:
            citation = self._citation(place)
            if citation is not None:
                numbers.append(citation.n)
        return tuple(dict.fromkeys(numbers))

    def all(self) -> tuple[Citation, ...]:
        return tuple(self._by_place.values())

    def _citation(self, place: Place) -> Citation | None:
        key = (place.source_id, place.start, place.end)
        if key in self._by_place:
            return self._by_place[key]
        source = self._corpus.source_by_id.get(place.source_id)
        if source is None or not 0 <= place.start < place.end <= len(source.text):
            return None
        quote = source.quote(place.start, place.end)
        if not quote.strip():
            return None
        citation = Citation(
            n=len(self._by_place) + 1,
            source_id=source.id,
            title=source.title,
            locator=place.locator,
            quote=quote,
            start=place.start,
            end=place.end,
            sha256=source.sha256,
            url=source.url,
            checked_on=source.checked_on,
            basis=place.basis,
            corpus=source.corpus,
        )
        self._by_place[key] = citation
        return citation


def verify(draft: Draft, corpus: Corpus) -> Verified:
    """Keep of a draft what stands in the sources.

    Args:
        draft: The answer as composed.
        corpus: The sources it may rest on.

    Returns:
        Text with markers, citations numbered from 1 in the order of their first use, and the lines
        that were dropped. An answer without a single citation becomes ``not_found``.
    """
    numbers = _Numbers(corpus)
    dropped: list[str] = []
    kept: list[str] = []
    for line in draft.lines:
        found = numbers.of(line.places)
        if not line.frame and not found:
            dropped.append(line.text)
            continue
        marked = _marked(line, found)
        if line.joins and kept:
            kept[-1] += f" {marked}"
        else:
            kept.append(marked)
    cards = tuple(
        replace(draft_card.card, citations=numbers.of(draft_card.places))
        for draft_card in draft.cards
    )
    notices = tuple(
        Notice(notice.kind, MARKER.sub("", notice.text), numbers.of(notice.places))
        for notice in draft.notices
    )
    citations = numbers.all()
    outcome = draft.outcome
    if outcome in CITED_OUTCOMES and not citations:
        outcome = Outcome.NOT_FOUND
    return Verified(outcome, _text(kept), citations, cards, notices, tuple(dropped))


def _marked(line: Line, numbers: tuple[int, ...]) -> str:
    """A line with its markers; brackets of its own that look like markers are taken out."""
    text = MARKER.sub(lambda match: f"({match[1]})", line.text)
    markers = " ".join(f"[{number}]" for number in numbers)
    marked = f"{text} {markers}" if markers else text
    return f"- {marked}" if line.bullet else marked


def _text(kept: list[str]) -> str:
    """Lines as paragraphs; the points of a list stand together."""
    pieces: list[str] = []
    for line in kept:
        if line.startswith("- ") and pieces and pieces[-1].split("\n")[-1].startswith("- "):
            pieces[-1] += "\n" + line
        else:
            pieces.append(line)
    return "\n\n".join(pieces)
