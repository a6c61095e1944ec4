"""All of something, with its count: computed from records and sections, not from likeness."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from assistant.abstain import is_answerable
from assistant.asking import Event, is_thing
from assistant.compose.bodies import fits_bodies, kinds_asked, left_out
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.fields import field
from assistant.compose.leftover import leftover
from assistant.compose.pointed import heads_of, is_kin
from assistant.compose.running import span_asked, span_words, status_then
from assistant.compose.select import PROFESSIONALS
from assistant.compose.services import RUNNING, compose_services
from assistant.dialogue import Aspect, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status
from assistant.listing import means_one_project
from assistant.validity import end_dates, started_on

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.domain import Service

CITIZEN, COUNSELLOR = 40, 60
HAS_ENDED = re.compile(
    r"\b(?:päättyi|loppui|lakkasi|päättyne|loppune|ended|finished)", re.IGNORECASE
)
"""What's said of an end that has come already: *päättyivät vuonna 2026*."""

FITS = 0.6
MOST_ALIKE = 6
"""So many projects are told at most where only likeness tells which ones are meant."""

NO_LONGER = re.compile(
    r"\b(?:mutt|ett|vaikk|joll)?(?:ei|eivät|eikä|eivätkä)\b[^.?!]*\benää\b|\bno longer\b"
    r"|\bnot any\s?more\b|\binte längre\b",
    re.IGNORECASE,
)
"""What's said of what ran then and doesn't now."""

ABOUT = re.compile(
    r"\b(?:liitty|koske|käsittele|keskitty|edist|kehitt|tähtä|jotka|jois|joihin|joiden|concern|about"
    r"|related|handlar|gäller)\w*",
    re.IGNORECASE,
)
"""What's said before what projects are about, besides the conditions that they fit."""

OPENS = re.compile(r"(?:^|[.?!:\n])\W*$")
"""What stands before the first word of a sentence."""

WHICH_PROJECT = re.compile(
    r"^\W*(?:mikä|which|what|vilket|какой)\s+(?:\w+\s+)?(?:hanke|projekti|project|projekt|проект)\b",
    re.IGNORECASE,
)
"""Whoever asks *mikä hanke päättyi keväällä* means all that did."""

WHICH = re.compile(r"^\W*(?:mi(?:kä|tkä|tä|ssä)|what|which|vad|vilka|что|какие)\b", re.IGNORECASE)
SEEKS_HELP = 0.5
"""From so much help asked for on, whoever asks for what runs is told of other help too."""
PARTS = frozenset({Aspect.FUNDER, Aspect.WHO})
"""What an organisation that is named may be asked about: what it pays for, what it runs."""

OWN = frozenset({Aspect.PERSON, Aspect.PHONE, Aspect.EMAIL, Aspect.HOURS, Aspect.CONTACT})
"""What an organisation that is named is asked of itself, and not of what it runs."""


def wants_services_listed(context: Context) -> bool:
    """Whether a question asks for all services or projects of some kind, and says of which."""
    question = context.question
    counted = question.asking.counted
    asks = question.lists or question.counts or bool(counted) or _asks_of_span(context)
    if counted and not is_thing(counted):
        return False
    asks = asks or any(kind.funds for kind in kinds_asked(context))
    if question.organisations and not question.named:
        asks = asks or bool(PARTS.intersection(question.aspects))
    if not (asks and _is_alone(context) and _wants_projects(context)):
        return False
    return _tells_which(context) or _are_alike(context)


def is_sure(context: Context) -> bool:
    """Whether conditions tell in full which projects are asked for: nothing else is said."""
    return _tells_which(context) and not leftover(context)


def _is_alone(context: Context) -> bool:
    """Whether nothing is named, or only an organisation whose projects are asked for."""
    question = context.question
    named = [context.corpus.service_by_id[one] for one in question.named]
    projects = any(one.kind == KIND_PROJECT for one in named)
    told = question.organisations or left_out(context)
    return not named or bool(told and not projects)


def _tells_which(context: Context) -> bool:
    question = context.question
    told = bool(question.organisations or question.statuses or question.target_groups)
    told = told or bool(question.topics or question.municipalities or question.theme)
    return told or _asks_of_span(context) or bool(kinds_asked(context))


def _are_alike(context: Context) -> bool:
    """Whether a question tells only by its words which projects it asks for."""
    question = context.question
    plural = question.lists and PassageKind.PROJECT in question.sections
    return plural and bool(leftover(context)) and is_answerable(question, context.found)


def compose_services_listed(context: Context) -> Draft | None:
    """List the services that fit every condition of a question, what runs first.

    Returns:
        ``None`` when none fits: then likeness has to do.
    """
    services = fitting_services(context)
    draft, say = Draft(QuestionKind.LIST), context.messages.say
    if services and not _tells_which(context):
        draft.frame(say("list-near"))
    elif services:
        draft.frame(_lead(context, len(services)))
    elif services := _otherwise_fitting(context):
        draft.frame(say("list-none"))
        if _seeks_help(context):
            draft.extend(compose_services(context, RUNNING))
        draft.frame(say("list-otherwise", count=len(services)))
    else:
        return None
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    _tell_items(context, draft, services[:most])
    if len(services) > most:
        draft.frame(say("list-more", count=len(services) - most))
    if unsure := [one for one in _perhaps_running(context) if one not in services]:
        draft.frame(say("list-unsure"))
        _tell_items(context, draft, unsure)
    ended = sum(context.status(service) is Status.ENDED for service in services)
    if ended:
        draft.notice("ended", say("notice-ended-many", count=ended))
    return draft


def _seeks_help(context: Context) -> bool:
    """Whether whoever asks what runs looks for help, and doesn't count or tell of organisations."""
    question = context.question
    plain = not (question.counts or question.organisations or kinds_asked(context))
    return plain and question.help >= SEEKS_HELP and Status.ACTIVE in question.statuses


def _tell_items(context: Context, draft: Draft, services: Sequence[Service]) -> None:
    """Tell each service with its status, and with who runs or funds it where that's asked."""
    question, say = context.question, context.messages.say
    kinds = kinds_asked(context)
    funds = Aspect.FUNDER in question.aspects or any(kind.funds for kind in kinds)
    asked = bool(PARTS.intersection(question.aspects) or kinds) and not (
        question.organisations and not left_out(context)
    )
    for service in services:
        text = say("list-item", name=service.name, status=context.status_text(service))
        places = context.card_places(service)[:1]
        if asked:
            value, told = field(context, service, Aspect.FUNDER if funds else Aspect.WHO)
            text, places = (f"{text}. {value}", (*places, *told)) if value else (text, places)
        draft.tell(text, *places, bullet=True)
        draft.cards.append(DraftCard(context.card(service), context.card_places(service)))


def _perhaps_running(context: Context) -> list[Service]:
    """What may run when that's asked for: sources tell different ends, one of them to come."""
    question = context.question
    if question.statuses != (Status.ACTIVE,) or span_asked(context):
        return []
    every = replace(context, question=replace(question, statuses=(Status.UNKNOWN,)))
    return [
        service
        for service in fitting_services(every)
        if len(end_dates(service)) > 1
        and max(end for end, _ in end_dates(service)) >= question.as_of
    ]


def _otherwise_fitting(context: Context) -> list[Service]:
    """What would fit if it ran when that is asked for: told with how it stands, not left out."""
    question = context.question
    if not question.statuses:
        return []
    return fitting_services(replace(context, question=replace(question, statuses=())))


def _asks_of_span(context: Context) -> bool:
    """Whether a question asks what began, ended or ran in a time that it names."""
    return bool(context.question.span and context.question.asking.event)


def _asks_only_of_time(context: Context) -> bool:
    """Whether a question says only when: *mitkä loppuivat kesällä 2026* asks of projects."""
    question = context.question
    if not _asks_of_span(context) or question.named or set(question.aspects) - {Aspect.WHEN}:
        return False
    which = question.lists or question.counts or bool(WHICH.match(question.text))
    return which and not question.target_groups and not leftover(context)


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
    whichever = _asks_of_span(context) and WHICH_PROJECT.match(question.text)
    counts = question.counts or question.asking.counted
    if means_one_project(question.text) and not (counts or whichever):
        return False
    projects = PassageKind.PROJECT in question.sections or parts or _asks_only_of_time(context)
    return projects or any(kind.funds for kind in kinds_asked(context))


def fitting_services(context: Context) -> list[Service]:
    """The services that every condition of a question holds for, what runs first."""
    question = context.question
    rank = {hit.service_id: number for number, hit in enumerate(context.found.kept)}
    services = [service for service in context.corpus.services if _fits(context, service)]
    told = bool(question.organisations or question.statuses or question.theme)
    told = told or bool(kinds_asked(context) or _asks_of_span(context))
    rest = leftover(context)
    if names := _names(context, rest):
        services = _holding(context, services, names)
    if not _tells_which(context) or (question.topics and not told):
        services = _near(context, services)
    elif rest and ABOUT.search(question.text):
        services = _holding(context, services, rest) or services
    order = {Status.ACTIVE: 0, Status.UPCOMING: 1, Status.UNKNOWN: 2, Status.ENDED: 3}
    return sorted(services, key=lambda s: (order[context.status(s)], rank.get(s.id, len(rank))))


def _near(context: Context, services: Sequence[Service]) -> list[Service]:
    """Of some services those that fit nearly as well as the best of all, or of them."""
    fitting = {service.id for service in services}
    hits = [hit for hit in context.found.kept if hit.service_id in fitting]
    among = context.found.kept if _tells_which(context) else hits
    best = among[0].score if among else 0.0
    near = [hit.service_id for hit in hits if hit.score >= FITS * best]
    near = near if _tells_which(context) else near[:MOST_ALIKE]
    return [service for service in services if service.id in near]


def _holding(
    context: Context, services: list[Service], words: Sequence[tuple[str, ...]]
) -> list[Service]:
    """Of some services those whose texts hold all of some words."""
    asked = [heads_of(token) for word in words for token in context.tokens(word[-1])]

    def holds(service: Service) -> bool:
        texts = [*service.names, *(statement.text for statement in service.statements)]
        texts += [entry.goal.value for entry in service.entries if entry.goal]
        texts += [entry.target_group.value for entry in service.entries if entry.target_group]
        forms = {form for text in texts for t in context.tokens(text) for form in heads_of(t)}
        return all(is_kin(heads, forms) for heads in asked)

    return [service for service in services if holds(service)]


def _names(context: Context, words: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Of some words of a question those that it writes as names: with a capital in its middle."""
    text = context.question.text
    written = {
        token.text.casefold()
        for token in context.tokens(text)
        if token.text[:1].isupper() and not OPENS.search(text[: token.start])
    }
    return [word for word in words if word[-1] in written]


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
    if during and during[1] < question.as_of and NO_LONGER.search(question.text):
        ran = status_then(context, service, during) is Status.ACTIVE
        return ran and context.status(service) is Status.ENDED
    status = status_then(context, service, during) if during else context.status(service)
    return status in question.statuses


def _homes(context: Context) -> frozenset[str]:
    """The municipalities asked about, without those that only belong to an organisation's name."""
    question = context.question
    named = " ".join(question.organisations)
    within = {name for place in context.places.find(named) for name in place.municipalities}
    return frozenset(question.municipalities) - within


def _fits(context: Context, service: Service) -> bool:
    return fits_conditions(context, service) and fits_bodies(context, service)


def fits_conditions(context: Context, service: Service) -> bool:
    """Whether the time, theme, place and people of a question are those of a service."""
    question = context.question
    projects = PassageKind.PROJECT in question.sections or _asks_of_span(context)
    if (projects or kinds_asked(context)) and not (service.kind == KIND_PROJECT or service.entries):
        return False
    if not _fits_time(context, service):
        return False
    if question.theme and question.theme not in {entry.theme for entry in service.entries}:
        return False
    asked = _homes(context)
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
