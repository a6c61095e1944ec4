"""The counsellor's desk: every service as a row, narrowed by facets and put in order."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from api import wording
from api.desk_filters import FACETS, Filters
from api.resting import Resting, document_of, theme_names
from assistant.domain import AreaLevel
from assistant.facets import funder_names, themes_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from api.desk_search import Match
    from assistant.corpus import Corpus
    from assistant.dialogue import ServiceCard
    from assistant.domain import Service

PAGE = 150
"""How many rows stand on a page."""
_STATUS_ORDER = ("active", "upcoming", "unknown", "ended")
_LAST_DAY = date.max
AREA_LABELS = {
    "municipality": "Kunta",
    "subregion": "Seutu tai työllisyysalue",
    "region": "Koko maakunta",
    "national": "Koko Suomi",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A service on the desk.

    Attributes:
        card: What's told of it on the chosen day.
        service: Its whole record.
        terms: The terms that it has of each facet.
        why: What of the search it fits.
        score: How well it fits the search.
    """

    card: ServiceCard
    service: Service
    terms: Mapping[str, frozenset[str]]
    why: tuple[str, ...] = ()
    score: float = 0.0

    def fits(self, filters: Filters, besides: str = "") -> bool:
        """Say whether it has a picked term of every facet, one facet left aside."""
        return all(
            name == besides or not picked or not self.terms[name].isdisjoint(picked)
            for name, picked in filters.picked.items()
        )


@dataclass(frozen=True, slots=True)
class Option:
    """A term of a facet, with how many services it would leave."""

    term: str
    label: str
    count: int
    picked: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with its terms."""

    name: str
    label: str
    options: tuple[Option, ...]

    @property
    def picked(self) -> tuple[Option, ...]:
        """The terms that are picked."""
        return tuple(option for option in self.options if option.picked)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the desk shows: all rows that fit, in order, and the facets."""

    rows: tuple[Row, ...]
    facets: tuple[Facet, ...]

    def page(self, number: int) -> tuple[Row, ...]:
        """Return the rows of a page, from 1."""
        return self.rows[(number - 1) * PAGE : number * PAGE]

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-len(self.rows) // PAGE))


class Shelf:
    """The terms of every facet and which of them each service has.

    Args:
        corpus: The corpus of a generation.
    """

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        document = document_of(corpus)
        self.resting = Resting(corpus, document.id if document else "")
        self._funders = funder_names(corpus.services)
        rows = [row for row in corpus.places["municipalities"] if isinstance(row, dict)]
        self._subregions = {row["fi"]: row["subregion"] for row in rows}
        region = corpus.places["home_region"]
        self._home = frozenset(row["fi"] for row in rows if row["region"] == region)
        self._all = self._home.union(*(service.municipalities for service in corpus.services))
        self._themes = theme_names(self.resting.passages)
        self.labels: dict[str, Mapping[str, str]] = {
            "tila": {status: wording.STATUS_LABELS[status] for status in _STATUS_ORDER},
            "kunta": self._municipalities(),
            "seutu": self._in_order(self._subregions[m] for m in self._all),
            "laajuus": AREA_LABELS,
            "ryhma": self._in_order(g for s in corpus.services for g in s.target_groups),
            "aihe": self._in_order(t for s in corpus.services for t in s.topics),
            "teema": {str(n): f"{n} {name}" for n, name in self._themes.items()},
            "rahoittaja": self._in_order(self._funders.values()),
            "laji": {kind: wording.KIND_LABELS.get(kind, kind) for kind in corpus.vocabulary.kinds},
        }

    def terms(self) -> dict[str, tuple[str, ...]]:
        """Return the terms that there are, by facet."""
        return {name: tuple(labels) for name, labels in self.labels.items()}

    def rows(self, cards: Iterable[ServiceCard]) -> list[Row]:
        """Return the services of cards as rows."""
        by_id = self.corpus.service_by_id
        return [Row(card, by_id[card.id], self._terms(by_id[card.id], card)) for card in cards]

    def served(self, service: Service) -> frozenset[str]:
        """Return the municipalities of the desk that a service serves, alone or among others."""
        if service.municipalities:
            return frozenset(service.municipalities)
        return self._all if service.area in {AreaLevel.NATIONAL, None} else self._home

    def _terms(self, service: Service, card: ServiceCard) -> dict[str, frozenset[str]]:
        served = self.served(service)
        return {
            "tila": frozenset({card.status.value}),
            "kunta": served,
            "seutu": frozenset(self._subregions[name] for name in served),
            "laajuus": frozenset({service.area.value} if service.area else ()),
            "ryhma": frozenset(service.target_groups),
            "aihe": frozenset(service.topics),
            "teema": frozenset(str(n) for n in themes_of(self.corpus, service)),
            "rahoittaja": frozenset(self._funders[name] for name in service.funders),
            "laji": frozenset({service.kind}),
        }

    def _municipalities(self) -> dict[str, str]:
        """The region's own municipalities first."""
        names = sorted(self._all, key=lambda name: (name not in self._home, finnish_order(name)))
        return {name: name for name in names}

    @staticmethod
    def _in_order(terms: Iterable[str]) -> dict[str, str]:
        return {term: term for term in sorted(set(terms), key=finnish_order)}


def show(
    rows: Sequence[Row],
    labels: Mapping[str, Mapping[str, str]],
    filters: Filters,
    matches: Mapping[str, Match] | None = None,
) -> Shown:
    """Narrow the rows by filters, count the terms of each facet, and put the rest in order.

    Args:
        rows: Every service.
        labels: The terms of each facet with what is shown for them, in the order of showing.
        filters: What is picked.
        matches: What was found for the words searched for, or ``None`` when nothing was.
    """
    if matches is not None:
        rows = [
            replace(row, why=matches[row.card.id].why, score=matches[row.card.id].score)
            for row in rows
            if row.card.id in matches
        ]
    facets = []
    for name, label in FACETS.items():
        picked = filters.picked.get(name, ())
        near = [row for row in rows if row.fits(filters, besides=name)]
        options = (
            Option(term, shown, sum(term in row.terms[name] for row in near), term in picked)
            for term, shown in labels[name].items()
        )
        facets.append(Facet(name, label, tuple(o for o in options if o.count or o.picked)))
    kept = [row for row in rows if row.fits(filters)]
    kept.sort(key=lambda row: finnish_order(row.card.name))
    kept.sort(key=_ORDERS[filters.order], reverse=filters.descending)
    return Shown(tuple(kept), tuple(facets))


def finnish_order(text: str) -> str:
    """Return a key of the Finnish alphabet, where å, ä and ö are the last letters."""
    return text.casefold().translate(str.maketrans("åäö", "{|}"))


_ORDERS: Mapping[str, Callable[[Row], int | float | str | date]] = {
    "osuvuus": lambda row: -row.score,
    "nimi": lambda row: finnish_order(row.card.name),
    "tila": lambda row: _STATUS_ORDER.index(row.card.status.value),
    "paattyy": lambda row: row.card.valid_to or _LAST_DAY,
    "missa": lambda row: finnish_order(wording.where(row.card.municipalities, row.card.area)),
    "jarjestaja": lambda row: finnish_order(" ".join(row.card.providers) or "\uffff"),
}
