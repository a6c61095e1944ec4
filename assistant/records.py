"""What is ranked: each service with all that tells of it, and each passage that belongs to none."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from assistant.domain import KIND_EMPLOYMENT_AREA, KIND_PROJECT, AreaLevel, Status
from assistant.reach import reach
from assistant.validity import status_on

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from datetime import date

    from numpy.typing import NDArray

    from assistant.corpus import Corpus
    from assistant.domain import Passage, PassageKind, Service
    from assistant.places import Places

    Rows = Sequence[int]
    Column = NDArray[np.float32]

REMEMBERED = 100_000
EVERYONE = "kaikki"
OPEN = frozenset(
    {EVERYONE, "aikuiset", "työttömät", "pitkäaikaistyöttömät", "työssä olevat", "alanvaihtajat"}
)
"""Groups that whoever asks for help may belong to without saying so."""

WIDE = OPEN | {"nuoret", "ikääntyvät"}
"""The same with those that an age tells."""


class Records:
    """The records of a corpus, and what their facets say of a question.

    Methods that return a column take the rows of the records to judge and give a value for each,
    shape (rows,).

    Attributes:
        ids: Ids of services, and of passages that belong to none.
        services: The service of each record; ``None`` for a passage that belongs to none.
        row_of: The row of each id.
        priority: That of the corpus that each record stands in, shape (records,).
        for_everyone: Whether each record is for anyone at all, shape (records,).
    """

    def __init__(self, corpus: Corpus, places: Places) -> None:
        self._places = places
        self._terms = corpus.vocabulary.target_groups
        self._passage_by_id = corpus.passage_by_id
        lone = [passage for passage in corpus.passages if passage.service_id is None]
        self.services: tuple[Service | None, ...] = (*corpus.services, *(None for _ in lone))
        self.ids = (*(one.id for one in corpus.services), *(one.id for one in lone))
        self.row_of = {record: row for row, record in enumerate(self.ids)}
        self._topics = self._marked(corpus.vocabulary.topics, lambda service: service.topics)
        self._groups = self._marked(self._terms, self._fitting)
        self._passages = tuple(self._passages_of(row) for row in range(len(self.ids)))
        self.priority = self._priorities(corpus)
        self.lone = np.array([service is None for service in self.services], np.float32)
        self.projects = self._of_kind(KIND_PROJECT)
        self.areas = self._of_kind(KIND_EMPLOYMENT_AREA)
        self.for_everyone = self._groups[EVERYONE] if EVERYONE in self._terms else self.lone * 0
        self._narrow = self._with_groups(lambda groups: not WIDE.intersection(groups))
        self.status = lru_cache(REMEMBERED)(self._status)
        self.level = lru_cache(REMEMBERED)(self._level)
        self.excludes = lru_cache(REMEMBERED)(self._excludes)

    def passages(self, row: int) -> tuple[Passage, ...]:
        """All passages of a record."""
        return self._passages[row]

    def _passages_of(self, row: int) -> tuple[Passage, ...]:
        service = self.services[row]
        ids = service.passage_ids if service else (self.ids[row],)
        return tuple(self._passage_by_id[one] for one in ids)

    def topics(self, rows: Rows, asked: Sequence[str]) -> Column:
        """The share of the asked topics that each record is about."""
        return _share(self._topics, rows, asked)

    def groups(self, rows: Rows, asked: Sequence[str]) -> Column:
        """The share of the asked target groups that each record is for."""
        return _share(self._groups, rows, asked)

    def for_others(self, rows: Rows, asked: Sequence[str]) -> Column:
        """Whether each record is for groups that people name, none of which is asked."""
        chosen = list(rows)
        others: Column = self._narrow[chosen] * (self.groups(chosen, asked) == 0)
        return others

    def fits(self, row: int, group: str) -> bool:
        """Whether a record is for a group: itself, a wider one, or a narrower one."""
        return bool(self._groups[group][row])

    def in_theme(self, rows: Rows, theme: int) -> Column:
        """Whether any passage of each record stands in a theme of the plan."""
        return self._any(rows, lambda passage: passage.theme == theme)

    def in_sections(self, rows: Rows, kinds: Sequence[PassageKind]) -> Column:
        """Whether any passage of each record stands in such sections."""
        return self._any(rows, lambda passage: passage.kind in kinds)

    def _any(self, rows: Rows, holds: Callable[[Passage], bool]) -> Column:
        return np.array([any(map(holds, self.passages(row))) for row in rows], np.float32)

    def _priorities(self, corpus: Corpus) -> Column:
        told: list[Service | Passage] = [
            service or self._passage_by_id[record]
            for service, record in zip(self.services, self.ids, strict=True)
        ]
        infos = [corpus.corpus_of(one.source_id) for one in told]
        return np.array([info.priority if info else 0 for info in infos], np.float32)

    def _of_kind(self, kind: str) -> Column:
        return np.array([s is not None and s.kind == kind for s in self.services], np.float32)

    def _with_groups(self, holds: Callable[[Sequence[str]], bool]) -> Column:
        told = [service.target_groups if service else () for service in self.services]
        return np.array([bool(groups) and holds(groups) for groups in told], np.float32)

    def _marked(
        self, terms: Iterable[str], of: Callable[[Service], Iterable[str]]
    ) -> dict[str, Column]:
        """For each term of a closed list the records that bear it, shape (records,)."""
        marked = {term: np.zeros(len(self.ids), np.float32) for term in terms}
        for row, service in enumerate(self.services):
            for term in of(service) if service else ():
                marked[term][row] = 1.0
        return marked

    def _fitting(self, service: Service) -> Iterable[str]:
        own = set(service.target_groups)
        for name, term in self._terms.items():
            if name in own or term.broader in own:
                yield name
            if name in own and term.broader:
                yield term.broader

    def _status(self, row: int, day: date) -> Status | None:
        service = self.services[row]
        return status_on(service, day) if service else None

    def _level(self, row: int, asked: tuple[str, ...]) -> AreaLevel | None:
        service = self.services[row]
        return reach(self._places, service, asked) if service else None

    def _excludes(self, row: int, age: int) -> bool:
        """Whether a service is for people of certain ages, none of which fits.

        Groups without ages beside them narrow it further: unemployed young people. Only what is
        for everyone, as an employment area is, names ages for those whom it helps besides.
        """
        service = self.services[row]
        if service is None or self.areas[row] or EVERYONE in service.target_groups:
            return False
        ages = [self._terms[group].ages for group in service.target_groups]
        bounds = [bound for bound in ages if bound is not None]
        return bool(bounds) and not any(low <= age <= high for low, high in bounds)


def _share(marked: dict[str, Column], rows: Rows, asked: Sequence[str]) -> Column:
    known = [marked[term] for term in asked if term in marked]
    if not known:
        return np.zeros(len(rows), np.float32)
    shared: Column = np.stack(known)[:, list(rows)].sum(axis=0) / np.float32(len(asked))
    return shared
