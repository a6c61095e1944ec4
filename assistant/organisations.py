"""Organisations recognised in a question, and the services that each has a part in."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.phrases import Phrases, longest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from assistant.domain import Service
    from assistant.finnish import Token

FORM = re.compile(r"\s+(?:ry|sr|oy|oyj|säätiö|säätiön)\.?$", re.IGNORECASE)
SHORT = re.compile(r"\(([^)]+)\)")
SEVERAL = re.compile(r",|\b(?:ja|sekä)\b")
LONGEST = 6
ACRONYM = 3
POLYTECHNIC = "AMK"
"""What many names end in short, so that it's the name of none."""


class Organisations:
    """Who organises and funds what.

    Args:
        services: All services.
        analyse: The Finnish analysis.
    """

    def __init__(
        self, services: Iterable[Service], analyse: Callable[[str], Sequence[Token]]
    ) -> None:
        self._phrases: Phrases[str] = Phrases(analyse)
        services = tuple(services)
        for name in sorted({name for service in services for name in _named(service)}):
            self._phrases.add(name, _key(name))
        self._organised: dict[str, set[str]] = defaultdict(set)
        self._funded: dict[str, set[str]] = defaultdict(set)
        for service in services:
            for parts, texts in (
                (self._organised, _organisers(service)),
                (self._funded, _funders(service)),
            ):
                for text in texts:
                    for found in self._phrases.find(analyse(text)):
                        parts[found.value].add(service.id)
        texts = {text for s in services for text in (*s.providers, *s.funders)}
        short = [(_key(SHORT.sub("", t).strip()), one) for t in texts for one in SHORT.findall(t)]
        self._bodies = _bodies((*self._organised, *self._funded), short)

    def find(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The organisations that a question names, the longest where one name holds another."""
        return tuple(dict.fromkeys(found.value for found in longest(self._phrases.find(tokens))))

    def services_of(self, organisation: str) -> frozenset[str]:
        """The ids of the services that an organisation, by any of its names, organises or funds."""
        return self.organised_by(organisation) | self.funded_by(organisation)

    def organised_by(self, organisation: str) -> frozenset[str]:
        """The ids of the services that an organisation, by any of its names, has a part in."""
        return self._of(self._organised, organisation)

    def funded_by(self, organisation: str) -> frozenset[str]:
        """The ids of the services that an organisation, by any of its names, funds."""
        return self._of(self._funded, organisation)

    def names_of(self, organisation: str) -> tuple[str, ...]:
        """All names of an organisation that the records tell, the longest first."""
        return self._bodies.get(organisation, (organisation,))

    def _of(self, parts: Mapping[str, set[str]], organisation: str) -> frozenset[str]:
        names = self.names_of(organisation)
        return frozenset(one for name in names for one in parts.get(name, ()))


def _bodies(names: Iterable[str], short: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """By each name of an organisation: all names that it's called by.

    Args:
        names: The names that records print.
        short: Names with what stands after them in brackets. One is short for another too when
            it's the other's last word in capitals; *AMK* is short for many, and so for none.
    """
    known = set(names)
    bodies: dict[str, set[str]] = {name: {name} for name in known}

    def join(one: str, other: str) -> None:
        both = bodies[one] | bodies[other]
        for name in both:
            bodies[name] = both

    for whole, acronym in short:
        if whole in known and acronym in known:
            join(whole, acronym)
    for name in known:
        last = name.split()[-1]
        if last != name and last in known and last.isupper() and last != POLYTECHNIC:
            join(name, last)
        whole = re.sub(rf"\b{POLYTECHNIC}\b", "ammattikorkeakoulu", name)
        if whole != name and whole in known:
            join(name, whole)
    return {
        name: tuple(sorted(all_names, key=lambda one: (-len(one), one)))
        for name, all_names in bodies.items()
    }


def _named(service: Service) -> Iterable[str]:
    """The names by which an organisation of a service may be asked for."""
    for text in (*service.providers, *service.funders):
        short = SHORT.findall(text)
        yield from short
        bare = SHORT.sub("", text).strip()
        for name in (bare, FORM.sub("", bare), *bare.split(" / ")):
            if _is_name(name):
                yield name
        yield from (word for word in bare.split() if word.isupper() and len(word) >= ACRONYM)
    for entry in service.entries:
        for fact in entry.organisers:
            alone = SHORT.sub("", fact.value).strip()
            if not SEVERAL.search(alone) and _is_name(alone):
                yield alone


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= LONGEST and any(letter.isupper() for letter in text)


def _organisers(service: Service) -> Iterable[str]:
    yield from service.providers
    for entry in service.entries:
        yield from (fact.value for fact in entry.organisers)


def _funders(service: Service) -> Iterable[str]:
    yield from service.funders
    for entry in service.entries:
        yield from (fact.value for fact in entry.funders)


def _key(name: str) -> str:
    return FORM.sub("", name)
