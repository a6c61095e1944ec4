"""Which composer answers a question: told by the question and by what was found for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.facts import compose_facts
from assistant.compose.nothing import compose_nothing
from assistant.compose.passages import compose_passages
from assistant.compose.services import compose_services, is_fitting
from assistant.domain import Aspect, PassageKind, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft

LEAST_KNOWN = 0.34
ASKS_HELP = 0.75
PROJECT_ASPECTS = frozenset({Aspect.WHO, Aspect.FUNDER, Aspect.GOAL, Aspect.WHEN})


def compose(context: Context) -> Draft:
    """Compose an answer; says that nothing was found where the signs are too weak."""
    if not is_known(context):
        return compose_nothing(context)
    kind = kind_of(context)
    if kind is QuestionKind.FACT:
        return compose_facts(context)
    if kind is QuestionKind.SERVICE and is_fitting(context):
        return compose_services(context)
    return compose_passages(context)


def kind_of(context: Context) -> QuestionKind:
    """What kind of answer a question wants.

    Something named is told of, unless help is what's asked for. Otherwise what was found decides:
    a person who needs help gets services, a question that a passage of the plan fits best gets it
    quoted.
    """
    question, best = context.question, context.found.kept[0]
    if question.named and (question.aspects or question.help < ASKS_HELP):
        return QuestionKind.FACT
    asks_of_project = PassageKind.PROJECT in question.sections or question.nearly_named
    if best.service_id and asks_of_project and PROJECT_ASPECTS.intersection(question.aspects):
        return QuestionKind.FACT
    if question.help >= ASKS_HELP:
        return QuestionKind.SERVICE
    if best.service_id is None:
        return QuestionKind.PASSAGE
    return QuestionKind.SERVICE if question.help >= 0.5 else QuestionKind.PASSAGE


def is_known(context: Context) -> bool:
    """Whether enough of the question is known to answer it from the sources."""
    question = context.question
    if not context.found.kept:
        return False
    if question.named or question.nearly_named or question.topics or question.target_groups:
        return True
    if question.municipalities or question.sections or question.theme:
        return True
    return context.found.signals["known"] >= LEAST_KNOWN
