"""The fields of a service as an answer tells them: as the plan prints them, else as described."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from assistant.compose.draft import place_of_fact, readable
from assistant.compose.values import CONTACT_WAYS
from assistant.dialogue import Aspect

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft, Place
    from assistant.domain import Fact, Service

LEAD = re.compile(r"^(?:Kohderyhm\w+\s+(?:ovat\s+)?|(?:Hankkeen )?[Tt]avoitteena\s+(?:on\s+)?)")
"""What the source's own sentence begins with, which the answer's label says already."""

ROLE = re.compile(
    r"^(?:Hanke?tt?a\s+|Hankkeen\s+)?(?P<role>koordinoi|hallinnoi|päätoteuttaja)\s+(?P<who>[^,;]+)",
    re.IGNORECASE,
)
AS_ORGANISER = re.compile(r"^(?:osa)?toteuttaji?na\s+|^(?=Mukana myös)", re.IGNORECASE)
CHANGED = re.compile(r"\b(?:tilalle|lopett\w+|lakka\w+|siirty\w+)\b", re.IGNORECASE)
"""What a sentence tells that an organisation is no more, or isn't who it was."""

ALIKE = 95
"""How like two prints of the same value are, from 0 to 100, that it's told only once."""


def field(context: Context, service: Service, aspect: Aspect) -> tuple[str, tuple[Place, ...]]:
    """A field in words, with where it's told; both are empty where the sources don't know it."""
    facts = _facts(service, aspect)
    if facts:
        values = _once(_plain(fact.value, aspect) for fact in facts)
        if aspect is Aspect.WHO:
            values.sort(key=lambda value: "(" not in value)
        text = _said(context, service, aspect, "; ".join(values))
        return text, tuple(place_of_fact(fact) for fact in facts)
    value = _own_field(service, aspect)
    if aspect is Aspect.LANGUAGE:
        value = ", ".join(map(context.messages.language_name, service.languages)) or None
    if value is None:
        return "", ()
    if aspect is Aspect.WHERE and context.question.counts and service.municipalities:
        count = context.messages.number(len(service.municipalities))
        value = ", ".join(service.municipalities)
        value = context.messages.say("fact-where-count", value=value, count=count)
    return _said(context, service, aspect, value), _stating(context, service, value)


def ask_directly(context: Context, draft: Draft, service: Service) -> None:
    """Name a way to ask a service itself, else those who run it."""
    contact = next(iter(service.channels.values()), None)
    if contact:
        text = context.messages.say("ask-directly", name=service.name, contact=contact)
        draft.tell(text, *_stating(context, service, contact))
    elif service.providers:
        names = ", ".join(service.providers)
        text = context.messages.say("ask-organiser", names=names)
        draft.tell(text, *_stating(context, service, names))
        tell_successors(context, draft, service)


def tell_successors(context: Context, draft: Draft, service: Service) -> None:
    """Tell what a description says of an organiser that has been replaced: its door is closed."""
    told = {line.text for line in draft.lines}
    kinds = [name.split()[-1][:-1] for name in service.providers if name[:1].isupper()]
    for statement in service.statements:
        changed = CHANGED.search(statement.text) and any(kind in statement.text for kind in kinds)
        if changed and statement.text not in told:
            draft.tell(statement.text, *context.cite(service, statement))


def _plain(value: str, aspect: Aspect) -> str:
    """A printed value without what its label says already; a role stands after its bearer."""
    text = LEAD.sub("", readable(value)).rstrip(" .")
    if aspect is not Aspect.WHO:
        return text
    text = ROLE.sub(lambda match: f"{match['who'].rstrip()} ({match['role'].casefold()})", text)
    text = AS_ORGANISER.sub("", text)
    return f"mukana myös{text[11:]}" if text.startswith("Mukana myös") else text


def _once(values: Iterable[str]) -> list[str]:
    """The values without those that only repeat one before, misprints and all."""
    kept: list[str] = []
    for value in values:
        if all(fuzz.ratio(value, other) < ALIKE for other in kept):
            kept.append(value)
    return kept


def _said(context: Context, service: Service, aspect: Aspect, value: str) -> str:
    """A value in words, and whose it is where several services are asked about."""
    say = context.messages.say
    closed = f"{value}." if aspect in {Aspect.FOR_WHOM, Aspect.GOAL} else value
    text = say(f"fact-{_dashed(aspect)}", value=closed)
    several = len(context.question.named) > 1
    return say("service-item", name=service.name, text=text) if several else text


def _dashed(aspect: Aspect) -> str:
    return str(aspect).replace("_", "-")


def _facts(service: Service, aspect: Aspect) -> list[Fact]:
    if aspect is Aspect.WHO:
        return [fact for entry in service.entries for fact in entry.organisers]
    if aspect is Aspect.FUNDER:
        return [fact for entry in service.entries for fact in entry.funders]
    if aspect is Aspect.FOR_WHOM:
        return [entry.target_group for entry in service.entries if entry.target_group]
    if aspect is Aspect.GOAL:
        return [entry.goal for entry in service.entries if entry.goal]
    return []


def _own_field(service: Service, aspect: Aspect) -> str | None:
    """What a description's own fields tell of an aspect."""
    ways = tuple(service.channels.values())
    way = CONTACT_WAYS.get(aspect)
    if way:
        return ", ".join(one for one in ways if way.search(one)) or None
    values: dict[Aspect, tuple[str, ...]] = {
        Aspect.WHO: service.providers,
        Aspect.FUNDER: service.funders,
        Aspect.FOR_WHOM: service.target_groups,
        Aspect.WHERE: _where(service),
        Aspect.COST: (service.cost,) if service.cost else (),
        Aspect.CONTACT: ways,
    }
    return ", ".join(values.get(aspect, ())) or None


def _where(service: Service) -> tuple[str, ...]:
    """The address that is told, and the municipalities that don't stand in it."""
    visit = service.channels.get("visit", "")
    towns = (name for name in service.municipalities if name not in visit)
    return (*((visit,) if visit else ()), *towns)


def _stating(context: Context, service: Service, value: str) -> tuple[Place, ...]:
    """Where a field is told: the sentences that share most with it, else the whole description."""
    wanted = {token.lemmas[0] for token in context.tokens(value)}

    def shared(text: str) -> int:
        return len(wanted & {token.lemmas[0] for token in context.tokens(text)})

    telling = [s for s in service.statements if shared(s.text)]
    if telling:
        best = max(telling, key=lambda statement: shared(statement.text))
        return context.cite(service, best)
    return context.card_places(service)
