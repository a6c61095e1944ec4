"""One question back, only when the answer really depends on what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.draft import Draft
from assistant.domain import Outcome, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context

FEW_WORDS = 2
GENERAL_TOPICS = frozenset({"neuvonta"})
CHOICES = ("choice-work", "choice-study", "choice-immigrant", "choice-young")


def needs_clarifying(context: Context) -> bool:
    """Whether nothing can be answered before something is known; never twice in a row."""
    question = context.question
    if question.clarified or question.named or question.nearly_named or question.organisations:
        return False
    if question.municipalities or question.theme or question.age or question.lists:
        return False
    subject = set(question.topics) - GENERAL_TOPICS
    if question.points and not subject and not question.target_groups:
        return len(question.words) <= 2 * FEW_WORDS
    return len(question.words) <= FEW_WORDS and not subject and not question.target_groups


def compose_question(context: Context) -> Draft:
    """Ask what help is needed, with choices to tap."""
    draft, say = Draft(QuestionKind.CLARIFY, Outcome.CLARIFY), context.messages.say
    draft.frame(say("clarify-what"))
    draft.follow_ups += [say(choice) for choice in CHOICES]
    return draft
