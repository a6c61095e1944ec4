"""Which services rest on which passages of a document, and what its themes are called."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from assistant.corpus import Corpus
    from assistant.domain import Passage, Service, Source

_THEME = re.compile(r"(\d)\) (.+?) –kokonaisuu")


class Resting:
    """Looks up who rests on what in one document.

    Args:
        corpus: The corpus of a generation.
        source_id: The document.
    """

    def __init__(self, corpus: Corpus, source_id: str) -> None:
        found = [p for p in corpus.passages if p.source_id == source_id]
        self.passages: tuple[Passage, ...] = tuple(sorted(found, key=lambda p: p.start))
        """The document's passages in its order; they don't overlap."""
        self._ends = [passage.end for passage in self.passages]
        services = defaultdict(dict)  # type: defaultdict[str, dict[str, None]]
        for service in corpus.services:
            for passage in self._passages_of(service, source_id):
                services[passage.id][service.id] = None
        self._services: Mapping[str, Iterable[str]] = services

    def services_of(self, passage: Passage) -> tuple[str, ...]:
        """Return the ids of the services that rest on a passage, in the corpus's order."""
        return tuple(self._services.get(passage.id, ()))

    def within(self, start: int, end: int) -> Iterator[Passage]:
        """Return the passages that a place touches, in their order."""
        for passage in self.passages[bisect_right(self._ends, start) :]:
            if passage.start >= end:
                return
            yield passage

    def _passages_of(self, service: Service, source_id: str) -> Iterator[Passage]:
        own = set(service.passage_ids)
        yield from (passage for passage in self.passages if passage.id in own)
        for statement in service.statements:
            for basis in statement.basis:
                if basis.source_id == source_id and basis.start is not None and basis.end:
                    yield from self.within(basis.start, basis.end)


def document_of(corpus: Corpus) -> Source | None:
    """Return the plan: the first source that is a document of its own and no description."""
    own = {service.source_id for service in corpus.services}
    return next((source for source in corpus.sources if source.id not in own), None)


def theme_names(passages: Iterable[Passage]) -> dict[int, str]:
    """Return the names of the plan's themes as its headings first print them, in their order."""
    names: dict[int, str] = {}
    for passage in passages:
        for heading in passage.heading_path:
            if match := _THEME.match(heading):
                names.setdefault(int(match[1]), match[2])
    return dict(sorted(names.items()))
