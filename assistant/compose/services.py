"""Where to get help: what runs before what has ended, near before far, and one next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.context import is_named_in, warn_of_validity
from assistant.compose.draft import Draft, DraftCard, place_of_passage, readable
from assistant.compose.far import tell_far_places
from assistant.compose.select import PROFESSIONALS, is_about_work, select
from assistant.compose.statements import ASKS_HELP
from assistant.compose.step import tell_next_step
from assistant.dialogue import Outcome, QuestionKind
from assistant.domain import Status

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.compose.context import Context
    from assistant.dialogue import Hit
    from assistant.domain import Service

CITIZEN = {"living": 3, "narrow": 2, "ended": 2, "unknown": 1}
COUNSELLOR = {"living": 8, "narrow": 4, "ended": 5, "unknown": 3}
RUNNING = {"living": 2, "narrow": 0, "ended": 0, "unknown": 0}
PLAN_AMONG = 3


def compose_services(context: Context, limits: Mapping[str, int] | None = None) -> Draft:
    """Answer a question for help with the services that fit it.

    Args:
        context: The question and what was found.
        limits: The most services of each shelf; by who asks when ``None``.
    """
    draft = Draft(QuestionKind.SERVICE)
    if context.question.distress:
        limits = RUNNING
    limits = limits or (COUNSELLOR if context.is_counsellor else CITIZEN)
    areas = tuple(context.employment_areas()) if is_about_work(context) else ()
    chosen = select(context, areas)
    living = list(chosen.living[: limits["living"]])
    tell_far_places(context, draft)
    _lead(context, draft, living)
    for rank, hit in enumerate(living):
        _tell_living(context, draft, hit, sentences=2 if rank == 0 or context.is_counsellor else 1)
    told = len(draft.lines)
    _tell_narrow(context, draft, chosen.narrow[: limits["narrow"]])
    for hit in chosen.unknown[: limits["unknown"]]:
        _tell_unknown(context, draft, hit)
    for hit in chosen.ended[: limits["ended"]]:
        _tell_ended(context, draft, hit)
    if not context.question.distress:
        _quote_plan(context, draft)
    if _is_far(context) and not areas:
        # What serves the whole country is told; who helps there, no source tells.
        draft.outcome = Outcome.PARTIAL
    turned_to = tell_next_step(context, draft, chosen, living, areas)
    if turned_to and all(one.card.id != turned_to.id for one in draft.cards):
        _tell_among_living(context, draft, turned_to, told, len(living))
    _follow_up(context, draft, living)
    return draft


def is_fitting(context: Context) -> bool:
    """Whether retrieval found a service worth telling of."""
    return any(hit.service_id for hit in context.found.kept)


def _is_far(context: Context) -> bool:
    """Whether every place that's asked about lies outside the region."""
    question = context.question
    return bool(question.outside) and set(question.municipalities) <= set(question.outside)


def _lead(context: Context, draft: Draft, living: list[Hit]) -> None:
    question, say = context.question, context.messages.say
    if not living:
        draft.frame(say("service-none-living"))
        return
    name = "service-lead-counsellor" if context.is_counsellor else "service-lead"
    if question.help < ASKS_HELP:
        draft.frame(say("service-lead-told"))
        return
    if len(question.municipalities) == 1:
        draft.frame(say(f"{name}-place", **context.place_words(question.municipalities[0])))
    else:
        draft.frame(say(name))


def _tell_living(context: Context, draft: Draft, hit: Hit, sentences: int) -> None:
    service = context.service(hit)
    if hit.status is Status.UPCOMING and service.valid_from:
        text = context.messages.say("upcoming-item", name=service.name, date=service.valid_from)
        draft.tell(text, *context.card_places(service), bullet=True)
        _show(context, draft, hit)
        return
    for number, statement in enumerate(context.best_statements(service, sentences)):
        text = " ".join(statement.text.split())
        if number == 0 and not is_named_in(service, text):
            text = context.messages.say("service-item", name=service.name, text=text)
        places = context.cite(service, statement)
        draft.tell(text, *places, bullet=number == 0, joins=number > 0)
    _show(context, draft, hit)


def _tell_among_living(
    context: Context, draft: Draft, service: Service, line: int, card: int
) -> None:
    """Tell of the service that's turned to in the end, where it's not among those told of yet."""
    apart = Draft(draft.kind)
    statement = service.statements[0]
    text = " ".join(statement.text.split())
    if not is_named_in(service, text):
        text = context.messages.say("service-item", name=service.name, text=text)
    apart.tell(text, *context.cite(service, statement), bullet=True)
    draft.lines[line:line] = apart.lines
    draft.cards.insert(card, DraftCard(context.card(service), context.card_places(service)))


def _tell_narrow(context: Context, draft: Draft, hits: Sequence[Hit]) -> None:
    """Tell of services for some people only, each after the words for whom it is."""
    who = "-counsellor" if context.is_counsellor else ""
    if hits:
        draft.frame(context.messages.say(f"service-lead-narrow{who}"))
    for hit in hits:
        service = context.service(hit)
        statement = service.statements[0]
        text = " ".join(statement.text.split())
        if not is_named_in(service, text):
            text = context.messages.say("service-item", name=service.name, text=text)
        others = [one for one in service.target_groups if one not in PROFESSIONALS]
        groups = ", ".join(others or service.target_groups)
        text = context.messages.say("service-item-narrow", groups=groups, text=text)
        draft.tell(text, *context.cite(service, statement), bullet=True)
        _show(context, draft, hit)


def _tell_unknown(context: Context, draft: Draft, hit: Hit) -> None:
    service = context.service(hit)
    text = context.messages.say("unknown-item", name=service.name)
    draft.tell(text, *context.card_places(service))
    _show(context, draft, hit)


def _tell_ended(context: Context, draft: Draft, hit: Hit) -> None:
    service, say = context.service(hit), context.messages.say
    end, places = context.end(service)
    if end:
        name = "period-ended-item" if service.may_go_on else "ended-item"
        draft.tell(say(name, name=service.name, date=end), *places)
    else:
        draft.tell(say("ended-item-undated", name=service.name), *context.card_places(service))
    _show(context, draft, hit)


def _quote_plan(context: Context, draft: Draft) -> None:
    """Quote what the plan itself says, where it's among the best that was found.

    It's the plan of one region: to people elsewhere it says nothing.
    """
    if context.question.outside:
        return
    best = context.found.kept[:PLAN_AMONG]
    lone = [hit.passages[0] for hit in best if hit.service_id is None]
    for passage in lone[: 2 if context.is_counsellor else 1]:
        quote = readable(passage.text)
        draft.tell(context.messages.say("plan-says", quote=quote), place_of_passage(passage))


def _show(context: Context, draft: Draft, hit: Hit) -> None:
    service = context.service(hit)
    places = context.card_places(service, hit.passages)
    draft.cards.append(DraftCard(context.card(service, hit.why), places))
    warn_of_validity(context, draft, service)


def _follow_up(context: Context, draft: Draft, living: list[Hit]) -> None:
    say = context.messages.say
    if not context.question.municipalities:
        draft.follow_ups.append(say("follow-up-place"))
    for hit in living[:2]:
        name = context.service(hit).name
        draft.follow_ups.append(say("follow-up-for-whom", name=name))
