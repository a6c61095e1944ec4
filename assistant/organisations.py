"""Organisations recognised in a question, and the services that each has a part in."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from assistant.phrases import Phrases, longest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from assistant.domain import Service
    from assistant.finnish import Token

FORM = re.compile(r"\s+(?:ry|sr|oy|oyj|säätiö|säätiön)\.?$", re.IGNORECASE)
SHORT = re.compile(r"\(([^)]+)\)")
SEVERAL = re.compile(r",|\b(?:ja|sekä)\b")
LONGEST = 6
ACRONYM = 3


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
        self._services: dict[str, set[str]] = defaultdict(set)
        for service in services:
            for text in _printed(service):
                for found in self._phrases.find(analyse(text)):
                    self._services[found.value].add(service.id)

    def find(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """The organisations that a question names, the longest where one name holds another."""
        return tuple(dict.fromkeys(found.value for found in longest(self._phrases.find(tokens))))

    def services_of(self, organisation: str) -> frozenset[str]:
        """The ids of the services that an organisation organises or funds."""
        return frozenset(self._services.get(organisation, ()))


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


def _printed(service: Service) -> Iterable[str]:
    yield from service.providers
    yield from service.funders
    for entry in service.entries:
        yield from (fact.value for fact in (*entry.organisers, *entry.funders))


def _key(name: str) -> str:
    return FORM.sub("", name)
