"""All of something, with its count: computed from records and sections, not from likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, DraftCard, place_of_passage, readable
from assistant.dialogue import Aspect, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status
from assistant.validity import end_dates

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Passage, Service

CITIZEN, COUNSELLOR = 15, 60
FITS = 0.6
PARTS = frozenset({Aspect.FUNDER, Aspect.WHO})
"""What an organisation that is named may be asked about: what it pays for, what it runs."""


def wants_services_listed(context: Context) -> bool:
    """Whether a question asks for all services or projects of some kind, and says of which."""
    question = context.question
    asks = question.lists or question.counts
    if question.organisations and not question.named:
        asks = asks or bool(PARTS.intersection(question.aspects))
    told = question.organisations or question.statuses or question.target_groups
    told = told or question.topics or question.municipalities
    alone = not question.named or question.organisations
    return bool(asks and alone and told and _wants_projects(context))


def wants_section_listed(context: Context) -> bool:
    """Whether a question asks for all points of a section of the plan."""
    question = context.question
    sections = [kind for kind in question.sections if kind is not PassageKind.PROJECT]
    asks = question.lists or question.counts
    return bool(asks and not question.named and sections and _section(context))


def compose_services_listed(context: Context) -> Draft | None:
    """List the services that fit every condition of a question, what runs first.

    Returns:
        ``None`` when none fits: then likeness has to do.
    """
    services = _fitting(context)
    if not services:
        return None
    draft, say = Draft(QuestionKind.LIST), context.messages.say
    say_number = context.messages.number
    draft.frame(say("list-count", count=len(services), word=say_number(len(services))))
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


def compose_section_listed(context: Context) -> Draft:
    """List the points of the section asked about, all of them and none from elsewhere."""
    draft, say = Draft(QuestionKind.LIST), context.messages.say
    say_number = context.messages.number
    passages = _section(context)
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    draft.frame(say("list-points", count=len(passages), word=say_number(len(passages))))
    for passage in passages[:most]:
        text = say("passage-quote", quote=readable(passage.text))
        draft.tell(text, place_of_passage(passage), bullet=True)
    if len(passages) > most:
        draft.frame(say("list-more", count=len(passages) - most))
    draft.frame(say("passage-plan-age"))
    return draft


def _wants_projects(context: Context) -> bool:
    question = context.question
    return PassageKind.PROJECT in question.sections or bool(question.organisations)


def _section(context: Context) -> list[Passage]:
    """The passages of the section, in the order of the source; all themes' when none is named."""
    question = context.question
    kinds = {kind for kind in question.sections if kind is not PassageKind.PROJECT}
    small = {PassageKind.STRATEGY, PassageKind.PHENOMENON}
    if question.theme is None and not kinds <= small:
        return []
    return [
        passage
        for passage in context.corpus.passages
        if passage.kind in kinds and question.theme in {None, passage.theme}
    ]


def _fitting(context: Context) -> list[Service]:
    question = context.question
    rank = {hit.service_id: number for number, hit in enumerate(context.found.kept)}
    services = [service for service in context.corpus.services if _fits(context, service)]
    if question.topics and not (question.organisations or question.statuses):
        best = context.found.kept[0].score if context.found.kept else 0.0
        near = {hit.service_id for hit in context.found.kept if hit.score >= FITS * best}
        services = [service for service in services if service.id in near]
    order = {Status.ACTIVE: 0, Status.UPCOMING: 1, Status.UNKNOWN: 2, Status.ENDED: 3}
    return sorted(services, key=lambda s: (order[context.status(s)], rank.get(s.id, len(rank))))


def _fits_time(context: Context, service: Service) -> bool:
    """Whether a service has the status asked for; what ended is asked for by when it ended."""
    question = context.question
    if not question.statuses:
        return True
    if Status.ENDED in question.statuses and question.span:
        first, last = question.span
        return any(first <= end <= last for end, _ in end_dates(service))
    return context.status(service) in question.statuses


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
    narrower = {
        term.term
        for term in context.corpus.vocabulary.target_groups.values()
        if term.broader in groups
    }
    return not groups or bool((groups | narrower).intersection(service.target_groups))
