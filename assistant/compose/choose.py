"""Which composer answers a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.facts import compose_facts
from assistant.compose.nothing import compose_nothing
from assistant.compose.passages import compose_passages
from assistant.compose.services import compose_services, is_fitting
from assistant.domain import QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.compose.draft import Draft

LEAST_KNOWN = 0.34


def compose(context: Context) -> Draft:
    """Compose an answer; says that nothing was found where the signs are too weak."""
    question = context.question
    if not is_known(context):
        return compose_nothing(context)
    if question.kind is QuestionKind.FACT:
        return compose_facts(context)
    if question.kind is QuestionKind.SERVICE and is_fitting(context):
        return compose_services(context)
    return compose_passages(context)


def is_known(context: Context) -> bool:
    """Whether enough of the question is known to answer it from the sources."""
    question = context.question
    if not context.found.kept:
        return False
    if question.named or question.nearly_named or question.topics or question.target_groups:
        return True
    if question.municipalities or question.sections or question.theme:
        return True
    return question.known >= LEAST_KNOWN
