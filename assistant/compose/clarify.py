"""One question back, only when the answer really depends on what is missing."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft
from assistant.compose.need import GENERAL_TOPICS
from assistant.compose.pointed import ONLY_ASKS
from assistant.compose.values import CUE_WORDS
from assistant.cues import NEAREST, POINTING
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import KIND_EMPLOYMENT_AREA, KIND_PROJECT, PassageKind
from assistant.finnish import index_terms

if TYPE_CHECKING:
    from assistant.compose.context import Context

FEW_WORDS = 2
SHORT = 3
AREAS = 2
MOST_CHOICES = 3
EMPLOYMENT = "työllisyyspalvelut"
UNEMPLOYED = frozenset({"työttömät"})
PERSONAL = 0.5
GENERAL = 0.7
"""How much the most telling word of a question may tell and still say nothing by itself."""
SURELY = 0.85
"""How likely a question must be vague for the topics of its words not to count."""
CHOICES = ("choice-work", "choice-study", "choice-immigrant", "choice-young")


def needs_clarifying(context: Context) -> bool:
    """Whether nothing can be answered before something is known; never twice in a row."""
    question = context.question
    if _says_nothing(context):
        return True
    if question.clarified or question.named or question.nearly_named or question.organisations:
        return False
    if question.municipalities or question.theme or question.age:
        return False
    if set(question.topics) - GENERAL_TOPICS or question.target_groups:
        return False
    if context.found.signals.get("vague") and question.standalone == question.text:
        return True
    if question.lists or set(question.sections) - {PassageKind.PROJECT}:
        return False
    if context.found.signals.get("rarest", 0.0) > GENERAL:
        return False
    return len(question.words) <= (2 * FEW_WORDS if question.points else FEW_WORDS)


def _says_nothing(context: Context) -> bool:
    """Whether a few words surely don't say what's wanted, though some stand in the glossary.

    *Mitä nyt teen* is how people ask for career guidance, and for anything else.
    """
    question = context.question
    if question.clarified or question.named or question.organisations or question.age:
        return False
    if question.municipalities or question.places or question.standalone != question.text:
        return False
    sure = context.found.signals.get("vague", 0.0) >= SURELY
    return sure and len(question.words) <= SHORT


def is_vague(context: Context) -> bool:
    """Whether somebody who can't be answered wants help and hasn't said with what."""
    question = context.question
    told = question.topics or question.target_groups or question.organisations or question.lists
    known = context.found.signals.get("rarest", 1.0) <= GENERAL
    return bool(question.help >= PERSONAL and known and not told and not question.clarified)


def needs_place(context: Context) -> bool:
    """Whether somebody asks for what is theirs or near without saying where they live."""
    question = context.question
    if question.clarified or question.municipalities or question.places or question.named:
        return False
    if question.standalone != question.text or question.help < PERSONAL or question.lists:
        return False
    if len(question.words) > SHORT or set(question.target_groups) - UNEMPLOYED:
        return False
    if Aspect.DEFINITION in question.aspects and question.help <= PERSONAL:
        return False
    topics = set(question.topics) - GENERAL_TOPICS
    near = any(NEAREST.intersection(word) for word in question.words)
    return (near and not topics) or topics == {EMPLOYMENT} or _means_own_area(context)


def _means_own_area(context: Context) -> bool:
    """Whether employment areas are what fits best, so that it takes a place to choose."""
    best = context.found.kept[:AREAS]
    return len(best) == AREAS and all(
        hit.service_id and context.service(hit).kind == KIND_EMPLOYMENT_AREA for hit in best
    )


def compose_place_question(context: Context) -> Draft:
    """Ask where the person lives, with the largest places to tap."""
    draft, say = Draft(QuestionKind.CLARIFY, Outcome.CLARIFY), context.messages.say
    draft.frame(say("clarify-place"))
    for name in ("Oulu", "Raahe", "Ylivieska", "Kuusamo"):
        draft.follow_ups.append(say("choice-place", **context.place_words(name)))
    return draft


def compose_question(context: Context) -> Draft:
    """Ask what help is needed, with choices to tap."""
    draft, say = Draft(QuestionKind.CLARIFY, Outcome.CLARIFY), context.messages.say
    draft.frame(say("clarify-what"))
    draft.follow_ups += [say(choice) for choice in CHOICES]
    return draft


def points_at_nothing(context: Context) -> bool:
    """Whether a question asks something of "it", and nothing tells what that is."""
    question = context.question
    named = question.named or question.nearly_named or question.organisations
    told = question.topics or question.target_groups or question.places or question.theme
    told = bool(named or told) or question.lists or question.clarified
    return question.points and bool(question.aspects) and not told and not _is_said(context)


def _is_said(context: Context) -> bool:
    """Whether a question says itself what it points at: before it, or by a relative clause."""
    tokens = context.tokens(context.question.text)
    if any("joka" in token.lemmas for token in tokens):
        return True
    before = takewhile(lambda token: token.text.casefold() not in POINTING, tokens)
    return any(
        not (CUE_WORDS | ONLY_ASKS).intersection(token.lemmas) and index_terms([token])
        for token in before
    )


def compose_which(context: Context) -> Draft:
    """Ask which service or project is meant, with the likeliest to choose from."""
    draft = Draft(QuestionKind.CLARIFY, Outcome.CLARIFY)
    draft.frame(context.messages.say("clarify-which"))
    hits = [hit for hit in context.found.kept if hit.service_id]
    services = [context.service(hit) for hit in hits]
    projects = [service for service in services if service.kind == KIND_PROJECT]
    wanted = projects if PassageKind.PROJECT in context.question.sections else services
    draft.follow_ups += [service.name for service in wanted[:MOST_CHOICES]]
    return draft
