"""Which of the services found are told of: those that fit the person, what runs first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.compose.crisis import EMERGENCY
from assistant.compose.need import (
    ADULTS,
    EVERYONE,
    GENERAL_TOPICS,
    WORK_TOPICS,
    fits_a_child,
    is_for_newcomers_only,
    is_for_untold_young,
    is_named,
    leading,
)
from assistant.domain import KIND_EMPLOYMENT_AREA, AreaLevel, Status
from assistant.persons import is_of_grown
from assistant.records import OPEN

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.dialogue import Hit
    from assistant.domain import Service

SHARE = {"living": 0.5, "ended": 0.6, "unknown": 0.7}
"""Share of the best fit that a service needs to be told of.

What runs is measured by the best that runs; what's closed has to fit well among everything.
"""

LEADS = 0.6
"""Share of the best fit from which on a service may be what a need besides work is for."""

NEED = {"topic": 2.7, "target_group": 2.2, "place": 1.4, "asked_near": 1.1}
"""What counts besides the ranking when a person is to be helped rather than a source found."""

BEST = 4
"""Of what has ended, so many of the best hits are told whoever they were for."""

NEAR_TOP = 0.85
"""Share of the best score at which a text fits so well that it needn't name the need or person."""

UNKNOWN_PLACE = 1.4
"""What a local service loses when nobody has said where the person lives."""

FOR_OTHERS = {"told": 1.6, "untold": 0.8, "professionals": 3.0}
"""What a service loses that is for people whom the question doesn't tell of.

Less where the question tells of nobody, and most where a citizen would be sent to what's made for
professionals.
"""
PROFESSIONALS = frozenset({"ohjausalan ammattilaiset", "opetushenkilöstö", "työnantajat"})

LAST_WORKING_AGE = 68
OF_ANY_AGE = frozenset({EVERYONE, ADULTS, "nuoret", "ikääntyvät", "työttömät"})
"""Groups that tell nothing of anybody's health."""

CARE = frozenset({"mielenterveys", "hyvinvointi", "kriisiapu", "kuntoutus"})
"""What a service is for that people are treated by rather than guided."""

LOCAL = frozenset({AreaLevel.MUNICIPALITY, AreaLevel.SUBREGION})


@dataclass(frozen=True, slots=True)
class Selection:
    """The services to tell of, each list with the best first.

    ``narrow`` run too, and are for people of whom nothing tells whether they ask. ``lead`` is the
    first of ``living`` where it's what a need besides work is for.
    """

    living: tuple[Hit, ...] = ()
    unknown: tuple[Hit, ...] = ()
    ended: tuple[Hit, ...] = ()
    narrow: tuple[Hit, ...] = ()
    lead: Hit | None = None


def select(context: Context, areas: tuple[Service, ...] = ()) -> Selection:
    """Choose the services that answer a question for help.

    Args:
        context: The question and what was found.
        areas: The person's own employment areas, which come first, after what a need besides work
            is for.
    """
    hits = [hit for hit in context.found.kept if hit.service_id and hit.passages]
    top = max((hit.score for hit in hits), default=0.0)
    hits = [hit for hit in hits if not _is_kept_away(context, hit, top)]
    best_of_all = hits[:BEST]
    hits = [h for h in hits if h in best_of_all or not _is_past_and_of_others(context, h)]
    fits = {hit.service_id: fit(context, hit) for hit in hits}
    near = [hit for hit in best_of_all if _is_past_near_by(context, hit)]
    wanted = [hit for hit in hits if is_needed(context, hit) or hit.score >= NEAR_TOP * top]
    wanted += [hit for hit in near if hit not in wanted]
    if not context.question.municipalities:
        wanted = [hit for hit in wanted if is_named(hit) or not _is_area(context, hit)] or wanted
    best = {
        "living": max(
            (fits[h.service_id] for h in wanted if _shelf(h.status) == "living"), default=0.0
        )
    }
    overall = max(fits.values(), default=0.0)
    shelves: dict[str, list[Hit]] = {"living": [], "unknown": [], "ended": []}
    for hit in sorted(wanted, key=lambda hit: -fits[hit.service_id]):
        shelf = _shelf(hit.status)
        most = best.get(shelf, overall)
        # Below zero too a share of the best is less than the best.
        if hit in near or fits[hit.service_id] >= most - (1 - SHARE[shelf]) * abs(most):
            shelves[shelf].append(hit)
    own = {area.id for area in areas}
    first = [hit for hit in hits if hit.service_id in own]
    rest = [hit for hit in shelves["living"] if hit.service_id not in own]
    living, narrow = _fitting_first(context, (*first, *rest))
    lead = _lead(context, [hit for hit in wanted if hit.service_id not in own], fits)
    if lead is not None:
        living = (lead, *(hit for hit in living if hit is not lead))
    return Selection(living, tuple(shelves["unknown"]), tuple(shelves["ended"]), narrow, lead)


def _lead(context: Context, wanted: list[Hit], fits: dict[str | None, float]) -> Hit | None:
    fitting = [hit for hit in wanted if not is_for_others(context, hit)]
    running = [hit for hit in fitting if _shelf(hit.status) == "living"]
    running.sort(key=lambda hit: -fits[hit.service_id])
    least = LEADS * fits[running[0].service_id] if running else 0.0
    return leading(context, [hit for hit in running if fits[hit.service_id] >= least])


def _is_kept_away(context: Context, hit: Hit, top: float) -> bool:
    """Whether a service would be no help: for another age, or for people of another kind or area.

    What fits the words best of all is told even to people who don't say that they've moved here,
    unless it's the name of their place, or of who they are besides, that makes it fit.
    """
    past_work = (context.question.age or 0) > LAST_WORKING_AGE
    if hit.evidence.get("wrong_age") or (
        past_work and _is_area(context, hit) and not is_named(hit)
    ):
        return True
    if _shelf(hit.status) != "living" and _is_for_professionals(context, hit, top):
        return True
    if _is_area(context, hit) and not is_named(hit):
        own = context.employment_areas()
        return bool(own) and context.service(hit) not in own
    here = context.question.municipalities and context.service(hit).area in LOCAL
    by_words = hit.score >= top and not (here or hit.evidence.get("target_group"))
    asked_for = is_named(hit) or by_words
    return is_for_newcomers_only(context, hit) and not asked_for


def _is_past_and_of_others(context: Context, hit: Hit) -> bool:
    """Whether a citizen would be told what has ended for people of whom they tell nothing.

    That somebody is grown up, which an age tells, makes nobody ask of it.
    """
    if context.is_counsellor or _shelf(hit.status) != "ended" or is_named(hit):
        return False
    groups, told = _groups(context, hit), set(context.question.target_groups)
    fits = not groups or not told or EVERYONE in groups or bool((told - {ADULTS}) & groups)
    return not fits


def _is_past_near_by(context: Context, hit: Hit) -> bool:
    """Whether something has ended that was for the place where somebody asks for help.

    Among the best found it's told of, though what runs fits the person better: who has heard of it
    learns that it's over.
    """
    places = set(context.question.municipalities)
    here = places.intersection(context.service(hit).municipalities)
    return bool(here) and _shelf(hit.status) == "ended"


def _fitting_first(
    context: Context, living: tuple[Hit, ...]
) -> tuple[tuple[Hit, ...], tuple[Hit, ...]]:
    """What runs for whoever asks, and what runs for some only.

    To a citizen who tells who they are, what's for others isn't told of at all.
    """
    fitting = tuple(hit for hit in living if not is_for_others(context, hit))
    if not fitting:
        return living, ()
    narrow = tuple(hit for hit in living if hit not in fitting)
    tells = context.question.target_groups or context.question.age is not None
    if not context.is_counsellor:
        narrow = tuple(h for h in narrow if not _groups(context, h) <= PROFESSIONALS)
    if is_of_grown(context.question):
        narrow = tuple(h for h in narrow if not is_for_untold_young(context, h))
    return fitting, () if tells and not context.is_counsellor else narrow


def _is_for_professionals(context: Context, hit: Hit, top: float) -> bool:
    """Whether a service is made for professionals, and nothing lets one think that one asks."""
    question, groups = context.question, _groups(context, hit)
    tells = question.target_groups or question.age is not None
    fits = hit.evidence.get("target_group") or (not tells and hit.score >= NEAR_TOP * top)
    told = is_named(hit) or context.is_counsellor or fits
    return bool(groups) and groups <= PROFESSIONALS and not told


def is_for_others(context: Context, hit: Hit) -> bool:
    """Whether a service is only for people of a kind that the question doesn't tell of."""
    groups = _groups(context, hit)
    if not is_named(hit) and is_for_untold_young(context, hit):
        return True
    if is_named(hit) or not groups or OPEN & groups or hit.evidence.get("target_group"):
        return False
    return not fits_a_child(context, hit)


def _is_area(context: Context, hit: Hit) -> bool:
    return context.service(hit).kind == KIND_EMPLOYMENT_AREA


def _groups(context: Context, hit: Hit) -> frozenset[str]:
    return frozenset(context.service(hit).target_groups)


def fit(context: Context, hit: Hit) -> float:
    """How well a service fits the person, on top of how well its text fits the question."""
    need = sum(weight * hit.evidence.get(name, 0.0) for name, weight in NEED.items())
    service = context.service(hit)
    lost = not context.question.municipalities and service.area in LOCAL
    return hit.score + need - UNKNOWN_PLACE * lost - _for_others(context, hit)


def _for_others(context: Context, hit: Hit) -> float:
    """What a service loses by being for others than the question tells of."""
    groups = set(context.service(hit).target_groups)
    if is_named(hit) or not groups or EVERYONE in groups or hit.evidence.get("target_group"):
        return 0.0
    if fits_a_child(context, hit):
        return 0.0
    if groups <= PROFESSIONALS and not context.is_counsellor:
        return FOR_OTHERS["professionals"]
    return FOR_OTHERS["told" if context.question.target_groups else "untold"]


def is_needed(context: Context, hit: Hit) -> bool:
    """Whether a service has anything to do with the need or the person that a question tells.

    An employment area is for its own people only: without a place it's nobody's. The emergency
    number isn't guidance: where it's needed, it's told before and beside what is.
    """
    question, evidence = context.question, hit.evidence
    if is_named(hit):
        return True
    if _is_area(context, hit) and (
        not question.municipalities or WORK_TOPICS.intersection(question.declined)
    ):
        return False
    if hit.service_id == EMERGENCY:
        return False
    told = set(question.topics) - GENERAL_TOPICS or question.target_groups
    if not told:
        # Who tells of no trouble isn't sent to be treated.
        return not CARE.issuperset(context.service(hit).topics)
    if CARE.issuperset(context.service(hit).topics) and not evidence.get("topic"):
        return bool(set(question.target_groups) & _groups(context, hit) - OF_ANY_AGE)
    return bool(evidence.get("topic") or evidence.get("target_group"))


def is_about_work(context: Context) -> bool:
    """Whether work is what's asked for: by the topics told, else by what fits best.

    Nobody past working age, and nobody who says that they don't look for work, is sent to seek it.
    """
    question = context.question
    past = question.age is not None and question.age > LAST_WORKING_AGE
    if past or WORK_TOPICS.intersection(question.declined):
        return False
    topics = set(question.topics) - GENERAL_TOPICS
    return not topics or bool(WORK_TOPICS & topics)


def _shelf(status: Status | None) -> str:
    if status in {Status.ACTIVE, Status.UPCOMING}:
        return "living"
    return "ended" if status is Status.ENDED else "unknown"
