"""All of something, with its count: computed from records and sections, not from likeness."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.asking import Event, is_thing
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.running import span_asked, span_words, status_then
from assistant.compose.select import PROFESSIONALS
from assistant.compose.services import RUNNING, compose_services
from assistant.dialogue import Aspect, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status
from assistant.listing import means_one_project
from assistant.validity import end_dates, started_on

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service

CITIZEN, COUNSELLOR = 15, 60
HAS_ENDED = re.compile(
    r"\b(?:päättyi|loppui|lakkasi|päättyne|loppune|ended|finished)", re.IGNORECASE
)
"""What's said of an end that has come already: *päättyivät vuonna 2026*."""

FITS = 0.6
SEEKS_HELP = 0.5
"""From so much help asked for on, whoever asks for what runs is told of other help too."""
PARTS = frozenset({Aspect.FUNDER, Aspect.WHO})
"""What an organisation that is named may be asked about: what it pays for, what it runs."""

OWN = frozenset({Aspect.PERSON, Aspect.PHONE, Aspect.EMAIL, Aspect.HOURS, Aspect.CONTACT})
"""What an organisation that is named is asked of itself, and not of what it runs."""


def wants_services_listed(context: Context) -> bool:
    """Whether a question asks for all services or projects of some kind, and says of which."""
    question = context.question
    asks = question.lists or question.counts or _asks_of_span(context)
    if question.counts and question.asking.counted and not is_thing(question.asking.counted):
        return False
    if question.organisations and not question.named:
        asks = asks or bool(PARTS.intersection(question.aspects))
    told = bool(question.organisations or question.statuses or question.target_groups)
    told = told or bool(question.topics or question.municipalities or question.theme)
    told = told or _asks_of_span(context)
    named = [context.corpus.service_by_id[one] for one in question.named]
    alone = not named or (
        question.organisations and not any(one.kind == KIND_PROJECT for one in named)
    )
    return bool(asks and alone and told and _wants_projects(context))


def compose_services_listed(context: Context) -> Draft | None:
    """List the services that fit every condition of a question, what runs first.

    Returns:
        ``None`` when none fits: then likeness has to do.
    """
    services = fitting_services(context)
    draft, say = Draft(QuestionKind.LIST), context.messages.say
    if services:
        draft.frame(_lead(context, len(services)))
    elif services := _otherwise_fitting(context):
        draft.frame(say("list-none"))
        if context.question.help >= SEEKS_HELP and Status.ACTIVE in context.question.statuses:
            draft.extend(compose_services(context, RUNNING))
        draft.frame(say("list-otherwise", count=len(services)))
    else:
        return None
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    for service in services[:most]:
        status = context.status_text(service)
        text = say("list-item", name=service.name, status=status)
        draft.tell(text, *context.card_places(service)[:1], bullet=True)
        draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    if len(services) > most:
        draft.frame(say("list-more", count=len(services) - most))
    ended = sum(context.status(service) is Status.ENDED for service in services)
    if ended:
        draft.notice("ended", say("notice-ended-many", count=ended))
    return draft


def _otherwise_fitting(context: Context) -> list[Service]:
    """What would fit if it ran when that is asked for: told with how it stands, not left out."""
    question = context.question
    if not question.statuses:
        return []
    return fitting_services(replace(context, question=replace(question, statuses=())))


def _asks_of_span(context: Context) -> bool:
    """Whether a question asks what began, ended or ran in a time that it names."""
    return bool(context.question.span and context.question.asking.event)


def _lead(context: Context, count: int) -> str:
    """How many fit, said in the tense of the time that's asked about."""
    question, say = context.question, context.messages.say
    values: dict[str, str | int] = {"count": count, "word": context.messages.number(count)}
    span, event = question.span, question.asking.event
    if span and date.min < span[0] and span[1] < date.max:
        words = span_words(context, span)
        past = span[1] < question.as_of
        if event is Event.STARTS and not question.statuses:
            return say("list-started-in-span", span=words, **values)
        if Status.ENDED in question.statuses:
            name = "list-ended-in-span" if past else "list-ends-in-span"
            return say(name, span=words, **values)
    during = span_asked(context)
    if during and Status.ACTIVE in question.statuses:
        tense = "past" if during[1] < question.as_of else "coming"
        return say(f"list-span-{tense}", span=span_words(context, during), **values)
    return say("list-count", **values)


def _wants_projects(context: Context) -> bool:
    question = context.question
    own = question.aspects == (Aspect.DEFINITION,) or bool(OWN.intersection(question.aspects))
    # *Mitä OSAOn vahvuuksia* asks of a part of the plan, and not of what the organisation runs.
    told = bool(set(question.sections) - {PassageKind.PROJECT})
    parts = bool(question.organisations) and not told and not (own and question.named)
    if means_one_project(question.text) and not question.counts:
        return False
    return PassageKind.PROJECT in question.sections or parts


def fitting_services(context: Context) -> list[Service]:
    """The services that every condition of a question holds for, what runs first."""
    question = context.question
    rank = {hit.service_id: number for number, hit in enumerate(context.found.kept)}
    services = [service for service in context.corpus.services if _fits(context, service)]
    told = question.organisations or question.statuses or question.theme
    if question.topics and not told:
        best = context.found.kept[0].score if context.found.kept else 0.0
        near = {hit.service_id for hit in context.found.kept if hit.score >= FITS * best}
        services = [service for service in services if service.id in near]
    order = {Status.ACTIVE: 0, Status.UPCOMING: 1, Status.UNKNOWN: 2, Status.ENDED: 3}
    return sorted(services, key=lambda s: (order[context.status(s)], rank.get(s.id, len(rank))))


def _fits_time(context: Context, service: Service) -> bool:
    """Whether a service has the status asked for, in the time asked about where one is named.

    What ended or began is asked for by the day when it did.
    """
    question = context.question
    starts = question.asking.event is Event.STARTS and not question.statuses
    if question.span and starts:
        start = started_on(service)
        return start is not None and question.span[0] <= start <= question.span[1]
    if not question.statuses:
        return True
    if Status.ENDED in question.statuses and question.span:
        first, last = question.span
        if first <= question.as_of <= last and HAS_ENDED.search(question.text):
            last = question.as_of - timedelta(days=1)
        return any(first <= end <= last for end, _ in end_dates(service))
    during = span_asked(context)
    status = status_then(context, service, during) if during else context.status(service)
    return status in question.statuses


def _fits(context: Context, service: Service) -> bool:
    question = context.question
    if PassageKind.PROJECT in question.sections and not (
        service.kind == KIND_PROJECT or service.entries
    ):
        return False
    if not _fits_time(context, service):
        return False
    if question.theme and question.theme not in {entry.theme for entry in service.entries}:
        return False
    if any(
        service.id not in context.organisations.services_of(organisation)
        for organisation in question.organisations
    ):
        return False
    asked = set(question.municipalities)
    if asked and not asked.intersection(service.municipalities):
        return False
    groups = set(question.target_groups)
    if question.theme and groups <= PROFESSIONALS:
        # *Teema, jossa tehdään yhteistyötä* tells which theme, and not for whom.
        return True
    narrower = {
        term.term
        for term in context.corpus.vocabulary.target_groups.values()
        if term.broader in groups
    }
    return not groups or bool((groups | narrower).intersection(service.target_groups))
