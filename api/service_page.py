"""One service as a counsellor reads it: what rests on what, where the sources disagree, what next.

Nothing is settled here for the reader: where sources disagree, each is shown with its place.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from api import wording
from assistant.domain import Status
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.dialogue import ServiceCard
    from assistant.domain import Basis, Entry, Fact, Passage, Service

CONFIDENCE_LABELS = {
    "high": "hyvä",
    "medium": "kohtalainen",
    "low": "heikko: järjestäjän omaa sivua ei ole nähty",
}


@dataclass(frozen=True, slots=True)
class Conflict:
    """In what sources disagree, or what can't be true, with the places that print it."""

    text: str
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """A web page that a description rests on: when it was seen, and what was seen there."""

    url: str
    seen_on: str
    says: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Printed:
    """An entry of the plan: the passage as it stands, and what was read from it."""

    entry: Entry
    passage: Passage
    fields: tuple[tuple[str, Fact], ...]


def conflicts(service: Service) -> tuple[Conflict, ...]:
    """Return in what the sources of a service disagree, or what they print that can't be true."""
    found: list[Conflict] = []
    ends = end_dates(service)
    if len(ends) > 1:
        days = " ja ".join(wording.finnish_date(end) for end in sorted(end for end, _ in ends))
        printed = [p.printed for p in service.periods if p.printed and p.valid_to]
        found.append(Conflict(f"Lähteet kertovat eri päättymispäivät: {days}.", tuple(printed)))
    starts = sorted({p.valid_from for p in service.periods if p.valid_from})
    if len(starts) > 1:
        days = " ja ".join(map(wording.finnish_date, starts))
        printed = [p.printed for p in service.periods if p.printed and p.valid_from]
        found.append(Conflict(f"Lähteet kertovat eri alkamispäivät: {days}.", tuple(printed)))
    for problem, facts in _problems(service).items():
        printed_as = facts[0].value if facts else ""
        text = f"Lähteessä lukee {printed_as}, mutta {problem}. Se näytetään niin kuin se lukee."
        found.append(Conflict(text, facts))
    told = [entry.funders for entry in service.entries if entry.funders]
    if len({frozenset(_bare(fact.value) for fact in facts) for facts in told}) > 1:
        places = tuple(fact for facts in told for fact in facts)
        named = ", ".join(dict.fromkeys(fact.value for fact in places))
        found.append(Conflict(f"Lähteet nimeävät rahoittajat eri tavoin: {named}.", places))
    return tuple(found)


def _bare(text: str) -> str:
    return "".join(text.casefold().split())


def _problems(service: Service) -> dict[str, tuple[Fact, ...]]:
    problems: defaultdict[str, list[Fact]] = defaultdict(list)
    for period in service.periods:
        if period.problem:
            problems[period.problem] += [period.printed] if period.printed else []
    return {problem: tuple(facts) for problem, facts in problems.items()}


def pages(service: Service) -> tuple[Page, ...]:
    """Return the web pages that a description rests on, the one most is told from first."""
    sentences: dict[tuple[str, str, str], int] = defaultdict(int)
    for statement in service.statements:
        for basis in dict.fromkeys(statement.basis):
            if basis.url:
                sentences[basis.url, basis.seen_on or "", basis.quote or ""] += 1
    ordered = sorted(sentences.items(), key=lambda pair: -pair[1])
    return tuple(Page(*page, count) for page, count in ordered)


def printed_entries(service: Service, passage_by_id: Mapping[str, Passage]) -> tuple[Printed, ...]:
    """Return the plan's entries of a service, each with the fields that were read from it."""
    return tuple(
        Printed(entry, passage_by_id[entry.passage_id], tuple(_fields(entry)))
        for entry in service.entries
        if entry.passage_id in passage_by_id
    )


def _fields(entry: Entry) -> Iterable[tuple[str, Fact]]:
    if entry.state:
        yield "Tila", entry.state
    for period in entry.periods:
        if period.printed:
            yield "Aika", period.printed
    for fact in entry.organisers:
        yield "Toteuttajat", fact
    for fact in entry.funders:
        yield "Rahoitus", fact
    if entry.target_group:
        yield "Kenelle", entry.target_group
    if entry.goal:
        yield "Tavoite", entry.goal


def plan_places(service: Service) -> tuple[Basis, ...]:
    """Return the plan's places that sentences rest on and that aren't in the service's entries."""
    places = [
        basis
        for statement in service.statements
        for basis in statement.basis
        if basis.source_id and basis.start is not None
    ]
    return tuple(dict.fromkeys(places))


def living_instead(
    service: Service,
    cards: Mapping[str, ServiceCard],
    services: Mapping[str, Service],
    most: int = 3,
) -> tuple[ServiceCard, ...]:
    """Return where to turn instead of a service: the nearest that run, along their ``next``.

    Args:
        service: The service that isn't to be turned to.
        cards: Every service as it is on the chosen day, by id.
        services: Every record, by id.
        most: How many at the most.
    """
    seen, wave = {service.id}, list(service.next_ids)
    found: list[ServiceCard] = []
    while wave and len(found) < most:
        further: list[str] = []
        for id_ in wave:
            if id_ in seen or id_ not in cards:
                continue
            seen.add(id_)
            if cards[id_].status is Status.ACTIVE:
                found.append(cards[id_])
            else:
                further += services[id_].next_ids
        wave = further
    return tuple(found[:most])
