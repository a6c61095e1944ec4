"""The points of a section of the plan: all of it and none from elsewhere, with their count."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, place_of_passage, readable
from assistant.compose.statements import ASKS_HELP
from assistant.dialogue import QuestionKind
from assistant.domain import PassageKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.domain import Passage

CITIZEN, COUNSELLOR = 20, 60
VOTERS, AGREEING = 5, 0.8
"""How many of the best passages tell which section is meant, and what share has to agree."""
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


def wants_section_listed(context: Context) -> bool:
    """Whether a question asks for all points of a section of the plan."""
    question = context.question
    asks = (question.lists or question.counts) and question.help < ASKS_HELP
    return bool(asks and not question.named and _kinds(context) and points_of(context))


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
    return frozenset(context.question.sections) - {PassageKind.PROJECT}


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
    best = [hit.passages[0] for hit in context.found.kept if hit.service_id is None]
    voters = [passage for passage in best if passage.kind in kinds][:VOTERS]
    if len(voters) < VOTERS:
        return None
    ((section, votes),) = Counter(one.heading_path for one in voters).most_common(1)
    return section if votes >= AGREEING * VOTERS else None


def _fitting(context: Context, kinds: frozenset[PassageKind]) -> frozenset[str]:
    hits = [hit for hit in context.found.kept if hit.service_id is None]
    hits = [hit for hit in hits if hit.passages[0].kind in kinds]
    best = hits[0].score if hits else 0.0
    return frozenset(hit.passages[0].id for hit in hits if hit.score >= FITS * best)
