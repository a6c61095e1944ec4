"""Hits in the order of the answer, where records or sections tell all of what's asked for.

Likeness alone finds what speaks of a list; what stands on the list comes first here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.compare import compose_compared, wants_compared
from assistant.compose.conflicts import compose_errors
from assistant.compose.leftover import leftover
from assistant.compose.lists import compose_services_listed, wants_services_listed
from assistant.compose.sections import points_of, wants_section_listed
from assistant.compose.tally import compose_tallied
from assistant.dialogue import Hit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft
    from assistant.domain import Passage, Service

WHICH = frozenset({"mikä", "millainen", "minkälainen", "which", "what"})
"""After these stands the word for what's asked for."""


def listed_first(context: Context) -> tuple[Hit, ...]:
    """The hits of a question, those that stand on the list it asks for first.

    What stands there and wasn't found by likeness is put there too. All other questions keep the
    order in which their hits were found.
    """
    hits = context.found.kept
    listed = _listed(context)
    if not listed:
        return hits
    best = hits[0].score if hits else 0.0
    found = {_key(hit): hit for hit in hits}
    first = [_raised(found.get(_key(one), one), one, best) for one in listed]
    keys = {_key(one) for one in first}
    return (*first, *(hit for hit in hits if _key(hit) not in keys))


def _listed(context: Context) -> list[Hit]:
    """What stands on the list that's asked for, each with the passages that tell of it."""
    question = context.question
    if question.distress or question.misuse:
        return []
    if told := compose_errors(context) or compose_tallied(context):
        return _of_cards(context, told)
    if wants_compared(context) and (compared := compose_compared(context)):
        return _of_cards(context, compared)
    if wants_services_listed(context) and (listed := compose_services_listed(context)):
        return _likest_first(_of_cards(context, listed), context.found.kept)
    if wants_section_listed(context):
        points = [Hit((passage,), 0.0) for passage in points_of(context)]
        narrower = not (context.question.lists or context.question.counts) and leftover(context)
        if narrower:
            points = _likest_first(points, context.found.kept)
        return _named_first(context, points)
    return []


def _of_cards(context: Context, draft: Draft) -> list[Hit]:
    services = [context.corpus.service_by_id[one.card.id] for one in draft.cards]
    return [_of_service(context, service) for service in services]


def _likest_first(listed: list[Hit], hits: Sequence[Hit]) -> list[Hit]:
    """What stands on a list in the order in which it was found, then what wasn't found at all."""
    rank = {_key(hit): number for number, hit in enumerate(hits)}
    return sorted(listed, key=lambda one: rank.get(_key(one), len(rank)))


def _named_first(context: Context, points: list[Hit]) -> list[Hit]:
    """Points in the order of the source, those first that hold the word for what's asked for.

    *Mitkä verkostot ovat hyviä käytäntöjä* asks of all good practices for the networks.
    """
    tokens = context.tokens(context.question.text)
    asked = [n + 1 for n, token in enumerate(tokens[:-1]) if WHICH & {*token.lemmas}]
    wanted = {*tokens[asked[0]].lemmas} if asked else set()

    def holds(point: Hit) -> bool:
        held = context.tokens(point.passages[0].text)
        return any(not wanted.isdisjoint((*one.lemmas, *one.parts[-1:])) for one in held)

    return sorted(points, key=lambda point: not holds(point)) if wanted else points


def _of_service(context: Context, service: Service) -> Hit:
    """A service with its entries in the plan first, before all those of the theme asked."""
    entries = sorted(service.entries, key=lambda entry: entry.theme != context.question.theme)
    ids = dict.fromkeys((*(entry.passage_id for entry in entries), *service.passage_ids))
    passages = tuple(context.corpus.passage_by_id[one] for one in ids)
    return Hit(passages, 0.0, service.id, context.status(service))


def _raised(hit: Hit, listed: Hit, best: float) -> Hit:
    """A hit with what the list tells of it first, and never scored below one that's not listed."""
    passages = _once((*listed.passages, *hit.passages))
    return replace(hit, passages=passages, score=max(best, hit.score))


def _once(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple({passage.id: passage for passage in passages}.values())


def _key(hit: Hit) -> str:
    return hit.service_id or hit.passages[0].id
