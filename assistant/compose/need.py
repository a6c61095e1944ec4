"""What a question needs besides work, who asks, and which service answers that best."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.crisis import EMERGENCY
from assistant.domain import KIND_EMPLOYMENT_AREA, Status
from assistant.persons import asks_for_child
from assistant.reach import reach

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.compose.context import Context
    from assistant.dialogue import Hit
    from assistant.domain import Service

GENERAL_TOPICS = frozenset({"neuvonta"})
WORK_TOPICS = frozenset(
    {"työnhaku", "työllisyyspalvelut", "työhönvalmennus", "uraohjaus", "rekrytointi"}
)
ABROAD = frozenset({"maahanmuuttajat", "kv-osaajat"})
ABROAD_TOPICS = frozenset({"kotoutuminen", "suomen kieli", "asettautuminen"})
EVERYONE = "kaikki"
ADULTS = "aikuiset"
CHILDREN = frozenset({"nuoret", "oppivelvolliset"})
HOME_LANGUAGES = frozenset({"fi", "sv"})
"""Languages of which nobody can tell that who asks in them has come from another country."""

NOT_CONTACTED = frozenset({"model", "network"})
"""Kinds that tell how professionals work together: nobody can turn to them for help."""

REACHED = (("phone", "url"), ("visit", "other"))
"""How a service is reached: the first of each that it has, the directest first."""

DIRECT = frozenset({"phone", "url", "visit"})
AMONG, NEWCOMERS = 6, 4
"""Of so many of the best services, how many have to be for newcomers to let one think of them."""

STUDENTS = "opiskelijat"
STUDY_TOPICS = frozenset(
    {"koulutukseen hakeutuminen", "ammatillinen koulutus", "lukiokoulutus", "korkeakoulutus"}
)
STANDING_OUT = 1.25
"""How many times the next best score makes a service the answer when no need is told."""


def special_need(context: Context) -> frozenset[str]:
    """The topics that are needed besides work.

    What's asked for in so many words decides: somebody who's partly fit for work and asks for a
    job needs a job. The topics of who somebody is count only when nothing is asked for, and so do
    what a student studies and how somebody came here beside another need.
    """
    question = context.question
    topics = set(question.topics) - GENERAL_TOPICS
    asked = set(question.asked_topics) - GENERAL_TOPICS
    around = ABROAD_TOPICS | (STUDY_TOPICS if STUDENTS in question.target_groups else frozenset())
    asked = asked - around or asked
    if asked:
        return frozenset(asked - WORK_TOPICS)
    return frozenset() if WORK_TOPICS & topics else frozenset(topics)


def leading(context: Context, living: Sequence[Hit]) -> Hit | None:
    """The service that a need besides work is for: told first, and the next step.

    Args:
        context: The question and what was found.
        living: What runs and fits, the best first.

    Returns:
        ``None`` when work is what's needed, or nothing that runs answers the need.
    """
    named = [hit for hit in living if is_named(hit)]
    contacted = [hit for hit in named or living if _is_contacted(context, hit)]
    need = special_need(context)
    if need:
        return next((hit for hit in contacted if answers(context, hit, need)), None)
    if set(context.question.topics) - GENERAL_TOPICS:
        return None
    scores = sorted((hit.score for hit in context.found.kept if hit.service_id), reverse=True)
    best = max(contacted, key=lambda hit: hit.score, default=None)
    if best is None or WORK_TOPICS.intersection(context.service(best).topics):
        return None
    next_best = scores[1] if len(scores) > 1 else 0.0
    return best if best.score >= max(scores[0], STANDING_OUT * next_best) else None


def answers(context: Context, hit: Hit, need: Collection[str]) -> bool:
    """Whether a service is about a need."""
    return bool(set(need).intersection(context.service(hit).topics))


def _is_contacted(context: Context, hit: Hit) -> bool:
    service = context.service(hit)
    reached = contact_of(context, service) or ways_to(context, service)
    return bool(hit.status is Status.ACTIVE and service.kind not in NOT_CONTACTED and reached)


def is_named(hit: Hit) -> bool:
    """Whether the question names the service, or nearly."""
    return "named" in hit.evidence or "nearly_named" in hit.evidence


def contact_of(context: Context, service: Service) -> str | None:
    """How a service is reached by itself, in one line.

    Returns:
        ``None`` where no source tells but whom to call in an emergency, and where it's reached
        through the employment area that's the person's own.
    """
    through = any(area.id in service.next_ids for area in context.employment_areas())
    if through and not DIRECT.intersection(service.channels):
        return None
    emergency = context.whole.service_by_id.get(EMERGENCY)
    number = emergency.channels.get("phone") if emergency else None
    told = {
        way: value
        for way, value in service.channels.items()
        if service.id == EMERGENCY or not number or number not in value.split()
    }
    reached = [next((told[way] for way in ways if way in told), None) for ways in REACHED]
    return ", ".join(one for one in reached if one) or None


def ways_to(context: Context, service: Service) -> tuple[Service, ...]:
    """The services through which one is reached that can't be reached by itself.

    The person's own employment areas where the description names them, else the first of those
    that it names besides that runs where they live and can be reached.
    """
    areas = tuple(area for area in context.employment_areas() if area.id in service.next_ids)
    if areas:
        return areas
    asked = context.question.municipalities
    for one in service.next_ids:
        other = context.corpus.service_by_id.get(one)
        if other is None or other.kind == KIND_EMPLOYMENT_AREA or not other.statements:
            continue
        here = reach(context.places, other, asked) if asked else other.area
        if here and context.status(other) is Status.ACTIVE and contact_of(context, other):
            return (other,)
    return ()


def is_mainly_for_newcomers(service: Service) -> bool:
    """Whether a service is for people who have moved to Finland, and for others only among them.

    The first target group is the one that a service is for; *maahanmuuttajat, kotivanhemmat* are
    parents who have moved here, and *maahanmuuttajat, kaikki* is their house with open doors.
    """
    groups = service.target_groups
    return bool(groups) and groups[0] in ABROAD


def may_be_newcomer(context: Context) -> bool:
    """Whether a question tells, or its language lets one think, that who asks has moved here."""
    question = context.question
    told = ABROAD.intersection(question.target_groups) or ABROAD_TOPICS.intersection(
        question.topics
    )
    return bool(told) or question.language not in HOME_LANGUAGES


def is_for_newcomers_only(context: Context, hit: Hit) -> bool:
    """Whether a service is for people of whom nothing tells that they ask.

    Where most of what fits best is for them, the words are theirs, though none of them says so.
    A counsellor chooses for a client of whom a few words tell.
    """
    if context.is_counsellor or not is_mainly_for_newcomers(context.service(hit)):
        return False
    best = [one for one in context.found.kept if one.service_id][:AMONG]
    alike = sum(is_mainly_for_newcomers(context.service(one)) for one in best)
    return not may_be_newcomer(context) and alike < NEWCOMERS


def is_for_untold_young(context: Context, hit: Hit) -> bool:
    """Whether a service is for the young, and nothing tells that one of them asks.

    The first target group is the one that a service is for: *nuoret, työttömät* are young people
    out of work.
    """
    groups, question = context.service(hit).target_groups, context.question
    young = bool(groups) and groups[0] in CHILDREN and not {EVERYONE, ADULTS}.intersection(groups)
    told = question.age is not None or CHILDREN.intersection(question.target_groups)
    return young and not told and not fits_a_child(context, hit)


def fits_a_child(context: Context, hit: Hit) -> bool:
    """Whether a parent asks and a service is for the young: it's their child who is helped."""
    young = CHILDREN.intersection(context.service(hit).target_groups)
    return bool(young) and asks_for_child(context.question)
