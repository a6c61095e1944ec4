"""A source's own errors: shown as it has them, each where it's printed, and never corrected."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard, place_of_fact, readable
from assistant.compose.running import state
from assistant.dialogue import QuestionKind
from assistant.domain import PassageKind
from assistant.time_words import YEARS
from assistant.validity import end_dates

if TYPE_CHECKING:
    from collections.abc import Iterable

    from assistant.compose.context import Context
    from assistant.compose.draft import Place
    from assistant.domain import Entry, Fact, Service

TWICE = re.compile(
    r"\b(?:kaksi eri|kaht[ae] eri|kahteen kertaan|kahdesti|kaksi kertaa|kaht\w* koh\w+|kahdessa \w+"
    r"|kaksi \w*(?:päivä|nime)\w*|toisessa (?:kohda|paika|luettelo|lista)\w+|toisaalla"
    r"|eri (?:kohd|paik|pape|tied|lähte)\w+|ristirii\w+|riitele\w*|täsmä\w*|molem\w+"
    r"|epäselv\w+|two different|twice|conflict\w*|contradict\w*|två olika|motsäg\w*|дважды"
    r"|противореч\w*)",
    re.IGNORECASE,
)
"""What's said by somebody who has seen a source tell the same thing in two ways."""

NAMED = re.compile(
    r"\b(?:nime\w*|nimi|kirjoite\w*|kirjoitta\w*|kirjoitus\w*|lukeeko|spel[lt]\w*|stavas|heter)\b",
    re.IGNORECASE,
)
ERRORS = re.compile(
    r"\b(?:virhe(?!elli\w+ pä)\w*|virheelli\w*|painovirhe\w*|kirjoitusvirhe\w*|ristirii\w+"
    r"|epäjohdonmu\w+|epäselvy\w+|errors?|mistakes?|contradiction\w*|misprint\w*|tryckfel|motsäg\w*"
    r"|ошибк\w*|противореч\w*)",
    re.IGNORECASE,
)
OF_PLAN = re.compile(
    r"\b(?:suunnitel\w+|hankke\w+|hanke\w*|projekt\w+|lähte\w+|asiakirj\w+|paper\w+|päivämäär\w+"
    r"|plan\w*|project\w*|source\w*|dates?)\b",
    re.IGNORECASE,
)
DIGITS = re.compile(r"(?<!\d)\d{4,}(?!\d)")


def compose_errors(context: Context) -> Draft | None:
    """List the errors of the sources that the records know of, where those are asked for.

    Returns:
        ``None`` when they aren't, or none is known of what is named.
    """
    question = context.question
    text = question.text
    if not (ERRORS.search(text) and OF_PLAN.search(text)):
        return None
    known = context.corpus.services
    if question.named:
        named = [context.corpus.service_by_id[one] for one in question.named]
        known = tuple(one for one in named if _has_unclear_time(one) or _names(one))
        if not known:
            return None
    draft = Draft(QuestionKind.LIST)
    draft.frame(context.messages.say("conflict-lead"))
    services = sorted(known, key=lambda one: not _has_unclear_time(one))
    for service in services:
        told = state(context, service, service.name) if _has_unclear_time(service) else None
        lines = [told] if told else []
        if names := _names(service):
            lines.append(_said_names(context, names))
        for line, places in lines:
            item = context.messages.say("service-item", name=service.name, text=line)
            draft.tell(item, *places, bullet=True)
        if lines:
            draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
            warn_of_validity(context, draft, service)
    return draft if draft.cards else None


def _has_unclear_time(service: Service) -> bool:
    """Whether a running time is printed that can't be, or two that disagree."""
    return any(period.problem for period in service.periods) or len(end_dates(service)) > 1


def misprinted(context: Context) -> Service | None:
    """The service whose running time prints a year of a question that can't be one."""
    question = context.question
    odd = [one for one in DIGITS.findall(question.text) if int(one) not in YEARS]
    if question.named or not odd:
        return None
    return next(
        (
            service
            for service in context.corpus.services
            for period in service.periods
            if period.printed and any(one in period.printed.value for one in odd)
        ),
        None,
    )


def tell_as_printed(context: Context, draft: Draft, service: Service) -> None:
    """Tell each entry of a service as it's printed, where a question says that they differ."""
    text = context.question.text
    entries = service.entries
    if len(context.question.named) > 1 or len(entries) < len(("one", "other")):
        return
    say = context.messages.say
    names = _names(service)
    if names and (NAMED.search(text) or _says_both(text, names)):
        line, places = _said_names(context, names)
        draft.tell(line, *places)
    if not TWICE.search(text):
        return
    told: set[str] = set()
    for entry in entries:
        facts = _facts(entry)
        value = "; ".join(readable(fact.value) for fact in facts)
        period = next((p.printed for p in entry.periods if p.printed), None)
        value = value if period else f"{value}; {say('conflict-no-period')}"
        if value in told:
            continue
        told.add(value)
        section = context.corpus.passage_by_id[entry.passage_id].heading_path[-2]
        line = say("conflict-printed", section=section, name=entry.name.value, value=value)
        draft.tell(line, *(place_of_fact(fact) for fact in (entry.name, *facts)), bullet=True)


def _facts(entry: Entry) -> list[Fact]:
    """What an entry prints of when, who and by whose money."""
    periods = [period.printed for period in entry.periods if period.printed]
    return [*periods, *entry.organisers, *entry.funders]


def _names(service: Service) -> list[Fact]:
    """The names of a service as entries print them, when they differ in more than their marks."""
    seen: dict[str, Fact] = {}
    for entry in service.entries:
        words = re.findall(r"\w+", entry.name.value.casefold())
        seen.setdefault(words[0] if words else "", entry.name)
    whole: dict[str, Fact] = {}
    for entry in service.entries:
        whole.setdefault(_letters(entry.name.value), entry.name)
    return list(seen.values()) if len(seen) > 1 else (list(whole.values()) if _alike(whole) else [])


def _alike(names: Iterable[str]) -> bool:
    """Whether names are equally many words of which one or two differ: a slip of the pen."""
    words = [name.split() for name in names]
    if len(words) < 2 or len({len(one) for one in words}) > 1:
        return False
    first, *others = words
    return all(0 < sum(a != b for a, b in zip(first, one, strict=True)) <= 2 for one in others)


def _letters(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _says_both(text: str, names: Iterable[Fact]) -> bool:
    """Whether a question says the first words of two of the names."""
    plain = text.casefold()
    first = {re.findall(r"\w+", fact.value.casefold())[0][:-1] for fact in names}
    return sum(one in plain for one in first) > 1


def _said_names(context: Context, names: list[Fact]) -> tuple[str, tuple[Place, ...]]:
    quoted = "; ".join(f"”{readable(fact.value)}”" for fact in names)
    text = context.messages.say("conflict-names", names=quoted)
    return text, tuple(place_of_fact(fact) for fact in names)


def about(context: Context, service: Service) -> Context:
    """The same question, asked of a service that it doesn't name itself."""
    question = context.question
    sections = tuple(one for one in question.sections if one is not PassageKind.PROJECT)
    return replace(context, question=replace(question, named=(service.id,), sections=sections))
