"""The points of a section of the plan: all of it and none from elsewhere, with their count."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, place_of_passage, readable
from assistant.compose.leftover import leftover
from assistant.compose.statements import ASKS_HELP
from assistant.dialogue import QuestionKind
from assistant.domain import KIND_ORGANISATION, PassageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.domain import Passage

CITIZEN, COUNSELLOR = 20, 60
VOTERS, AGREEING, MOSTLY = 5, 0.8, 0.7
"""How many of the best passages tell which section is meant, and what share of them, or of twice
as many that fit nearly as well, has to agree.
"""
FEW = 2
"""So many words besides a theme and a part of it still tell nothing narrower."""
EXTENTS = {
    "merkittävä": frozenset(
        {"eniten", "suuresti", "voimakkaasti", "kovasti", "paljon", "suuri", "suurin", "isoin"}
    ),
    "verran": frozenset({"vähän", "hieman", "hiukan", "lievästi", "vähäinen", "vähiten"}),
    "osata": frozenset({"epäselvä", "epävarma", "hämärä", "tuntematon", "ennakoimaton"}),
}
"""By a word of a heading that tells how much something is or how sure: other words for it."""

FITS = 0.6
SHORT = frozenset({PassageKind.STRATEGY, PassageKind.PHENOMENON})
"""Sections that the plan has only one of each, so that all of it can be listed."""


PUBLISHED = frozenset({"paperi", "suunnitelma", "asiakirja", "dokumentti", "raportti", "julkaisu"})
"""What stands after its publisher's name: *ELY-keskuksen paperi*."""


def wants_section_listed(context: Context) -> bool:
    """Whether a question asks for all points of a section of the plan.

    Who names a theme and a part of it, and nothing else besides, asks for all of that too.
    """
    question = context.question
    asks = question.lists or question.counts or _asks_of_one_section(context)
    if not asks or question.help >= ASKS_HELP or not _names_only_publisher(context):
        return False
    return bool(_kinds(context) and points_of(context))


def _asks_of_one_section(context: Context) -> bool:
    """Whether a theme and one kind of its sections are all that a question tells."""
    question = context.question
    kinds = frozenset(question.sections)
    if question.theme is None or len(kinds) != 1 or PassageKind.PROJECT in kinds:
        return False
    return not question.asking.polar and len(leftover(context)) <= FEW


def _names_only_publisher(context: Context) -> bool:
    """Whether nothing is named, or only whose paper the plan is."""
    question = context.question
    if not question.named:
        return True
    tokens = context.tokens(question.text)
    after = (t for before, t in pairwise(tokens) if before.text.casefold().endswith("n"))
    published = any(not PUBLISHED.isdisjoint(token.lemmas) for token in after)
    kinds = {context.corpus.service_by_id[one].kind for one in question.named}
    return published and kinds == {KIND_ORGANISATION}


def compose_section_listed(context: Context) -> Draft:
    """List the points of the section asked about."""
    draft, say = Draft(QuestionKind.LIST), context.messages.say
    passages = points_of(context)
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    count = len(passages)
    sections = {passage.heading_path for passage in passages}
    if len(sections) == 1:
        section = " › ".join(passages[0].heading_path[1:])
        word = context.messages.number(count)
        draft.frame(say("list-points-in", count=count, word=word, section=section))
    else:
        draft.frame(say("list-points", count=count, word=context.messages.number(count)))
    for passage in passages[:most]:
        text = say("passage-quote", quote=readable(passage.text))
        draft.tell(text, place_of_passage(passage), bullet=True)
    if count > most:
        draft.frame(say("list-more", count=count - most))
    draft.frame(say("passage-plan-age"))
    return draft


def points_of(context: Context) -> list[Passage]:
    """The points that a question asks for, in the order of the source.

    A theme that is told tells the section; else the best passages tell it, where they agree;
    else the points that fit the question are what's asked for, from whatever theme.
    """
    kinds, theme = _kinds(context), context.question.theme
    points = [one for one in context.corpus.passages if one.kind in kinds]
    if theme is not None:
        return [one for one in points if one.theme == theme]
    section = _headed_section(context, points) or _agreed_section(context, kinds)
    if section is not None:
        return [one for one in points if one.heading_path == section]
    if kinds <= SHORT:
        return points
    fitting = _fitting(context, kinds)
    return [one for one in points if one.id in fitting]


def _kinds(context: Context) -> frozenset[PassageKind]:
    """The kinds of sections asked about: those told, else that of the best passage.

    The best passage tells only where the question says words of its section's own heading.
    """
    question = context.question
    kinds = frozenset(question.sections) - {PassageKind.PROJECT}
    best = context.found.kept[0] if context.found.kept else None
    if kinds or question.sections or best is None or best.service_id or not best.passages:
        return kinds
    kind = best.passages[0].kind
    points = [one for one in context.corpus.passages if one.kind is kind]
    told = kind in SHORT and question.lists and _headed_section(context, points)
    return frozenset({kind}) if told else kinds


def _headed_section(context: Context, points: Sequence[Passage]) -> tuple[str, ...] | None:
    """The section, of several of one kind, whose own heading a question says in its words.

    Only words count by which the headings differ; an extent may be told by another word for it.
    """
    paths = tuple(dict.fromkeys(point.heading_path for point in points))
    if len(paths) < len(("one", "other")) or len({path[:-1] for path in paths}) > 1:
        return None
    words = [_forms(context, path[-1]) for path in paths]
    said = _forms(context, context.question.text)
    said |= {extent for extent, others in EXTENTS.items() if not said.isdisjoint(others)}
    own = [
        sum(not any(word in other for other in words if other is not one) for word in one & said)
        for one in words
    ]
    best = max(own)
    return paths[own.index(best)] if best and own.count(best) == 1 else None


def _forms(context: Context, text: str) -> frozenset[str]:
    tokens = context.tokens(text)
    return frozenset(form for token in tokens for form in (*token.lemmas, token.text.casefold()))


def _agreed_section(context: Context, kinds: frozenset[PassageKind]) -> tuple[str, ...] | None:
    """The section that most of the best passages of these kinds stand in."""
    hits = [hit for hit in context.found.kept if hit.service_id is None]
    hits = [hit for hit in hits if hit.passages[0].kind in kinds]
    fitting = [hit for hit in hits if hit.score >= FITS * hits[0].score]
    for few, agreeing in ((hits[:VOTERS], AGREEING), (fitting[: 2 * VOTERS], MOSTLY)):
        if len(few) < VOTERS:
            continue
        ((section, votes),) = Counter(h.passages[0].heading_path for h in few).most_common(1)
        if votes >= agreeing * len(few):
            return section
    return None


def _fitting(context: Context, kinds: frozenset[PassageKind]) -> frozenset[str]:
    hits = [hit for hit in context.found.kept if hit.service_id is None]
    hits = [hit for hit in hits if hit.passages[0].kind in kinds]
    best = hits[0].score if hits else 0.0
    return frozenset(hit.passages[0].id for hit in hits if hit.score >= FITS * best)
