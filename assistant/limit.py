"""What a question that is limited to some of the corpora may be answered from.

Limits are few and asked for again and again, so what follows from one is remembered.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.domain import Service

    Mask = NDArray[np.bool_]

REMEMBERED = 16


class Limits:
    """Tells which texts and records stand within the corpora that a question is limited to.

    Args:
        corpus: The corpus of a generation.
        ids: By the name of a list its ids: of services and passages.
    """

    def __init__(self, corpus: Corpus, ids: dict[str, Sequence[str]]) -> None:
        self._corpus = corpus
        self._ids = {name: tuple(listed) for name, listed in ids.items()}
        self._remembered = lru_cache(REMEMBERED)(self._made)

    def among(self, name: str, corpora: Sequence[str]) -> Mask | None:
        """Which of a list's ids stand within some corpora, shape (ids,).

        Args:
            name: The list.
            corpora: Ids of corpora.

        Returns:
            ``None`` where all do, because no corpora are named or none is left out.
        """
        wanted = frozenset(corpora)
        if not wanted or wanted.issuperset(self._corpus.corpus_by_id):
            return None
        return self._remembered(name, wanted)

    def _made(self, name: str, corpora: frozenset[str]) -> Mask:
        return np.array([self.holds(one, corpora) for one in self._ids[name]], np.bool_)

    def holds(self, leads_to: str, corpora: frozenset[str]) -> bool:
        """Whether a service or passage stands within some corpora."""
        corpus = self._corpus
        found = corpus.service_by_id.get(leads_to) or corpus.passage_by_id.get(leads_to)
        return found is not None and corpus.is_within(found.source_id, corpora)


class Limited:
    """The corpus as a limited question sees it: without what stands in other corpora.

    Args:
        corpus: The corpus of a generation.
    """

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._remembered = lru_cache(REMEMBERED)(self._made)

    def to(self, corpora: Sequence[str], besides: Sequence[str] = ()) -> Corpus:
        """The corpus within a limit; the whole one where no corpora are named.

        Args:
            corpora: Ids of corpora.
            besides: Ids of services that stay, wherever they stand.
        """
        wanted = frozenset(corpora)
        if not wanted or wanted.issuperset(self._corpus.corpus_by_id):
            return self._corpus
        return self._remembered(wanted, frozenset(besides))

    def _made(self, corpora: frozenset[str], besides: frozenset[str]) -> Corpus:
        whole = self._corpus
        services = [
            service
            for service in whole.services
            if service.id in besides or whole.is_within(service.source_id, corpora)
        ]
        described = {service.source_id for service in services}
        sources = tuple(
            source
            for source in whole.sources
            if source.id in described or whole.is_within(source.id, corpora)
        )
        ids = {source.id for source in sources}
        passages = tuple(passage for passage in whole.passages if passage.source_id in ids)
        kept = {service.id for service in services}
        told = {passage.id for passage in passages}
        return replace(
            whole,
            sources=sources,
            passages=passages,
            services=tuple(_without(service, kept, told) for service in services),
        )


def _without(service: Service, services: set[str], passages: set[str]) -> Service:
    """A service without what leads to other corpora."""
    return replace(
        service,
        next_ids=tuple(one for one in service.next_ids if one in services),
        passage_ids=tuple(one for one in service.passage_ids if one in passages),
        entries=tuple(one for one in service.entries if one.passage_id in passages),
    )
