"""The one next step of an answer: the place that fits the need, the person and where they live."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.need import contact_of, special_need, ways_to
from assistant.compose.select import is_about_work
from assistant.dialogue import Outcome
from assistant.domain import KIND_EMPLOYMENT_AREA

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft
    from assistant.compose.select import Selection
    from assistant.dialogue import Hit
    from assistant.domain import Service

JOB_PORTAL = "tyomarkkinatori"
ENTREPRENEURSHIP = "yrittäjyys"
SCHOOL_TOPICS = frozenset({"opinto-ohjaus", "opiskeluhuolto"})
PUPILS = frozenset({"opiskelijat", "oppivelvolliset"})


def tell_next_step(
    context: Context,
    draft: Draft,
    chosen: Selection,
    living: Sequence[Hit],
    areas: Sequence[Service],
) -> Service | None:
    """Tell where to turn to next.

    Args:
        context: The question and what was found.
        draft: The answer, its services told.
        chosen: The services chosen.
        living: Those of them that run and are told.
        areas: The person's own employment areas, where work is what's asked for.

    Returns:
        The service that's turned to by its own contact, when it's one.
    """
    say, turned_to = context.messages.say, None
    if chosen.lead in living and chosen.lead is not None:
        turned_to = _tell_service(context, draft, context.service(chosen.lead))
    elif elsewhere := _elsewhere(context):
        draft.frame(say(elsewhere))
    elif areas:
        _tell_areas(context, draft, "next-step-area", areas)
    elif living and not is_about_work(context):
        turned_to = _tell_service(context, draft, context.service(living[0]))
    else:
        _tell_portal(context, draft)
    if not draft.cards:
        draft.outcome = Outcome.NOT_FOUND
    return turned_to


def _elsewhere(context: Context) -> str | None:
    """The message for a need that's met where no source tells of: the own school or municipality.

    Returns:
        ``None`` for every other need.
    """
    need = special_need(context)
    if SCHOOL_TOPICS & need and PUPILS.intersection(context.question.target_groups):
        return "next-step-school"
    home = context.question.municipalities and not context.question.outside
    return "next-step-business" if ENTREPRENEURSHIP in need and home else None


def _tell_service(context: Context, draft: Draft, service: Service) -> Service | None:
    """Tell how a service is reached: itself, or through the own employment area that it names.

    Returns:
        The service whose own contact is told.
    """
    say = context.messages.say
    if contact := contact_of(context, service):
        text = say("next-step-service", name=service.name, contact=contact)
        draft.tell(text, *context.card_places(service))
        return service
    ways = ways_to(context, service)
    if ways and ways[0].kind == KIND_EMPLOYMENT_AREA:
        _tell_areas(context, draft, "next-step-through-area", ways, service)
    elif ways:
        return _tell_service(context, draft, ways[0])
    else:
        draft.tell(say("next-step-named", name=service.name), *context.card_places(service))
    return None


def _tell_areas(
    context: Context,
    draft: Draft,
    message: str,
    areas: Sequence[Service],
    service: Service | None = None,
) -> None:
    names = ", ".join(area.name for area in areas)
    places = [p for area in areas for p in context.cite(area, area.statements[0])]
    values = {"name": service.name} if service else {}
    draft.tell(context.messages.say(message, area=names, **values), *places)


def _tell_portal(context: Context, draft: Draft) -> None:
    portal = context.corpus.service_by_id.get(JOB_PORTAL)
    if portal and portal.statements:
        statement = next(
            (s for s in portal.statements if "yhteysti" in s.text), portal.statements[0]
        )
        draft.tell(context.messages.say("next-step-area-unknown"), *context.cite(portal, statement))
