"""Search as it's typed: what the assistant's own retrieval finds, and names half written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from assistant.dialogue import Ask, Audience, Message

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from api.protocol import Assistant
    from assistant.domain import Service

SHARE = 0.35
"""A hit counts when its score is this share of the best one's."""
MISSPELT = 85
"""How alike a name is to a misspelt one, of 100."""
_SHORTEST_MISSPELT = 5
_NAMED = 100.0
_MENTIONED = 0.5
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Match:
    """How well a service fits what was searched for, and what of it fits."""

    score: float
    why: tuple[str, ...] = ()


def search(assistant: Assistant, query: str, day: date) -> dict[str, Match]:
    """Find services for words that may be half written.

    A service fits when a name of it holds every word's beginning, when its other texts do, or when
    retrieval ranks it near its best hit. Where no word of the query is known to any text, retrieval
    only guesses, so it isn't asked.

    Args:
        assistant: The assistant.
        query: What has been typed, not empty.
        day: The day on which validity is judged.

    Returns:
        The matches by the service's id.
    """
    matches = _mentioned(assistant.corpus.services, query)
    if not _WORD.search(query):
        return matches
    ask = Ask((Message("user", query),), audience=Audience.COUNSELLOR, as_of=day)
    _, found = assistant.evidence(ask)
    if not found.signals.get("known"):
        return matches
    hits = [hit for hit in found.kept if hit.service_id is not None]
    best = max((hit.score for hit in hits), default=0.0)
    for hit in hits:
        if hit.service_id is None:
            continue
        literal = matches.get(hit.service_id)
        if literal or hit.score >= SHARE * best > 0:
            score = hit.score + (literal.score if literal else 0.0)
            matches[hit.service_id] = Match(score, hit.why)
    return matches


def _mentioned(services: Iterable[Service], query: str) -> dict[str, Match]:
    wanted = _words(query)
    matches: dict[str, Match] = {}
    for service in services:
        names = _words(" ".join(service.names or (service.name,)))
        if wanted and _begin(wanted, names):
            matches[service.id] = Match(_NAMED)
        elif wanted and _begin(wanted, names | _words(_texts(service))):
            matches[service.id] = Match(_MENTIONED)
        elif _is_misspelt(query, service):
            matches[service.id] = Match(_NAMED / 2)
    return matches


def _texts(service: Service) -> str:
    told = (statement.text for statement in service.statements)
    return " ".join((*told, *service.providers, *service.funders, *service.target_groups))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _begin(wanted: frozenset[str], words: frozenset[str]) -> bool:
    return all(any(word.startswith(start) for word in words) for start in wanted)


def _is_misspelt(query: str, service: Service) -> bool:
    text = query.casefold()
    if len(text) < _SHORTEST_MISSPELT:
        return False
    return any(fuzz.ratio(text, name.casefold(), score_cutoff=MISSPELT) for name in service.names)
