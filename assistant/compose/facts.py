"""A fact of something named: first exactly what was asked, then the rest in short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard, Place, place_of_fact, readable
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import KIND_PROJECT, PassageKind, Status
from assistant.messages import day
from assistant.validity import end_dates

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Fact, Service

REST = (Aspect.DEFINITION, Aspect.WHEN, Aspect.WHO, Aspect.FOR_WHOM)
MOST_SERVICES = 2
NEAR = 0.6
"""Share of the best score that a project needs to be what's asked of."""

LEAD = re.compile(r"^(?:Kohderyhm\w+\s+(?:ovat\s+)?|(?:Hankkeen )?[Tt]avoitteena\s+(?:on\s+)?)")
"""What the source's own sentence begins with, which the answer's label says already."""

OF_PROJECTS = frozenset({Aspect.FUNDER, Aspect.WHEN})


def compose_facts(context: Context) -> Draft:
    """Answer a question about services that it names."""
    draft = Draft(QuestionKind.FACT)
    question = context.question
    ids = _ids(context)
    missing = 0
    aspects = question.aspects or REST
    for service_id in ids:
        service = context.corpus.service_by_id[service_id]
        for aspect in aspects:
            missing += not _tell(context, draft, service, aspect)
        if question.aspects and context.is_counsellor:
            for aspect in REST:
                if aspect not in question.aspects:
                    _tell(context, draft, service, aspect, quiet=True)
        passages = [context.corpus.passage_by_id[i] for i in service.passage_ids]
        places = context.card_places(service, passages)
        draft.cards.append(DraftCard(context.card(service), places))
        warn_of_validity(context, draft, service)
        _turn_to(context, draft, service)
    if missing and question.aspects:
        draft.outcome = Outcome.PARTIAL if missing < len(ids) * len(aspects) else Outcome.NOT_FOUND
    _follow_ups(context, draft, ids)
    return draft


def _ids(context: Context) -> tuple[str, ...]:
    """The services that are asked of: those named, else the best found."""
    question = context.question
    if question.named and not _asks_of_a_part(context):
        return question.named[:MOST_SERVICES]
    return tuple(service.id for service in _found(context)[:1])


def _asks_of_a_part(context: Context) -> bool:
    """Whether an organisation is named for a project of its, and not for itself."""
    question = context.question
    own = {question.named[0]} if len(question.named) == 1 else set()
    return bool(own and question.organisations and _found(context)) and bool(
        OF_PROJECTS.intersection(question.aspects)
    )


def _found(context: Context) -> list[Service]:
    """The services found: projects first where a project or an organisation's part is asked of."""
    question = context.question
    hits = [hit for hit in context.found.kept if hit.service_id]
    services = [context.service(hit) for hit in hits]
    parts = [context.organisations.services_of(name) for name in question.organisations]
    projects = [
        service
        for service, hit in zip(services, hits, strict=True)
        if service.kind == KIND_PROJECT
        and hit.score >= NEAR * hits[0].score
        and all(service.id in part for part in parts)
    ]
    if question.organisations and question.named:
        return projects
    return projects if projects and PassageKind.PROJECT in question.sections else services


def _tell(
    context: Context, draft: Draft, service: Service, aspect: Aspect, *, quiet: bool = False
) -> bool:
    """Tell one aspect of a service; says whether the sources know it."""
    before = sum(not line.frame for line in draft.lines)
    if aspect is Aspect.WHEN:
        _when(context, draft, service)
    elif aspect is Aspect.DEFINITION:
        _definition(context, draft, service)
    else:
        _field(context, draft, service, aspect)
    told = sum(not line.frame for line in draft.lines) > before
    if not told and not quiet and context.question.aspects:
        draft.frame(context.messages.say(f"fact-missing-{_message(aspect)}", name=service.name))
    return told


def _message(aspect: Aspect) -> str:
    return "goal" if aspect is Aspect.DEFINITION else str(aspect)


def _when(context: Context, draft: Draft, service: Service) -> None:
    say, status = context.messages.say, context.status(service)
    printed = {p.printed.value: p for p in reversed(service.periods) if p.printed}
    for period in printed.values():
        if period.problem and period.printed:
            text = say("fact-when-misprint", period=period.printed.value, problem=period.problem)
            if period.valid_to and status is Status.ENDED:
                text += " " + say("fact-when-misprint-ended", date=period.valid_to)
            draft.tell(text, place_of_fact(period.printed))
            return
    ends = end_dates(service)
    if len(ends) > 1 and all(period and period.printed for _, period in ends):
        facts = [period.printed for _, period in ends if period and period.printed]
        first, second = (fact.value for fact in facts[:2])
        text = say("fact-when-conflict", first=first, second=second)
        draft.tell(text, *(place_of_fact(fact) for fact in facts))
        return
    name = {
        Status.ENDED: "fact-when-ended",
        Status.ACTIVE: "fact-when-active",
        Status.UPCOMING: "fact-when-upcoming",
        Status.UNKNOWN: "fact-when",
    }[status]
    end, places = context.end(service)
    if status is Status.ENDED and service.may_go_on and end:
        draft.tell(say("period-ended-item", name=service.name, date=end), *places)
        return
    if printed:
        facts = [p.printed for p in service.periods if p.printed]
        text = say(name, name=service.name, period=facts[0].value)
        draft.tell(text, *(place_of_fact(fact) for fact in facts))
        return
    if end and places:
        start = day(service.valid_from) if service.valid_from else ""
        draft.tell(say(name, name=service.name, period=f"{start}–{day(end)}"), *places)
    elif service.state:
        places = tuple(place_of_fact(e.state) for e in service.entries if e.state)
        draft.tell(say("fact-when-state", state=service.state), *places)
    elif status is Status.ACTIVE and service.statements:
        places = context.cite(service, service.statements[0])
        draft.tell(say("fact-when-runs", name=service.name), *places)


def _definition(context: Context, draft: Draft, service: Service) -> None:
    names = {name.casefold() for name in service.names}
    for term in context.corpus.glossary:
        basis = term.basis
        if term.meaning and basis and basis.source_id and term.term.casefold() in names:
            text = context.messages.say("definition", term=term.term, meaning=term.meaning)
            draft.tell(text, *context.cite_basis(basis))
    for statement in context.best_statements(service, 3 if context.is_counsellor else 2):
        draft.tell(" ".join(statement.text.split()), *context.cite(service, statement))


def _field(context: Context, draft: Draft, service: Service, aspect: Aspect) -> None:
    facts = _facts(service, aspect)
    if facts:
        values = dict.fromkeys(LEAD.sub("", readable(fact.value)).rstrip(" .") for fact in facts)
        places = tuple(place_of_fact(fact) for fact in facts)
        draft.tell(_said(context, service, aspect, "; ".join(values)), *places)
        return
    value = _own_field(service, aspect)
    if value is None:
        return
    if aspect is Aspect.WHERE and context.question.counts:
        count = context.messages.number(len(service.municipalities))
        value = context.messages.say("fact-where-count", value=value, count=count)
    places = _stating(context, service, value)
    draft.tell(_said(context, service, aspect, value), *places)


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
    values: dict[Aspect, tuple[str, ...]] = {
        Aspect.WHO: service.providers,
        Aspect.FUNDER: service.funders,
        Aspect.FOR_WHOM: service.target_groups,
        Aspect.WHERE: (
            *(value for key, value in service.channels.items() if key == "visit"),
            *service.municipalities,
        ),
        Aspect.COST: (service.cost,) if service.cost else (),
        Aspect.CONTACT: tuple(service.channels.values()),
    }
    return ", ".join(values.get(aspect, ())) or None


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


def _turn_to(context: Context, draft: Draft, service: Service) -> None:
    """After what has ended, name what runs now."""
    if context.status(service) is not Status.ENDED:
        return
    living = [
        context.corpus.service_by_id[next_id]
        for next_id in service.next_ids
        if context.status(context.corpus.service_by_id[next_id]) is Status.ACTIVE
    ]
    if living:
        names = ", ".join(one.name for one in living[:3])
        places = [p for one in living[:3] for p in context.card_places(one)]
        draft.tell(context.messages.say("turn-to", names=names), *places)


def _follow_ups(context: Context, draft: Draft, ids: tuple[str, ...]) -> None:
    say = context.messages.say
    for service_id in ids[:1]:
        name = context.corpus.service_by_id[service_id].name
        if Aspect.WHEN not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-when", name=name))
        if Aspect.WHO not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-who", name=name))
        if Aspect.FOR_WHOM not in context.question.aspects:
            draft.follow_ups.append(say("follow-up-for-whom", name=name))
