"""When there's no answer: say so, tell what can be asked, and refer onwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, DraftCard
from assistant.dialogue import Outcome, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service

EXAMPLES = ("example-work", "example-young", "example-immigrant")


def compose_nothing(context: Context) -> Draft:
    """Answer that the sources don't tell, with the living route to ask from."""
    draft, say = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND), context.messages.say
    draft.frame(say("not-found-name" if context.question.names_unknown else "not-found"))
    areas = context.employment_areas()
    if areas:
        names = ", ".join(area.name for area in areas)
        places = [p for area in areas for p in context.cite(area, area.statements[0])]
        draft.tell(say("not-found-ask-area", area=names), *places)
        draft.cards += [DraftCard(context.card(area), context.card_places(area)) for area in areas]
    else:
        draft.frame(say("not-found-ask"))
    draft.frame(say("can-do"))
    return draft


def compose_out_of_scope(context: Context) -> Draft:
    """Answer that others give advice on this, and who, where the sources tell."""
    draft, say = Draft(QuestionKind.NOTHING, Outcome.OUT_OF_SCOPE), context.messages.say
    draft.frame(say("out-of-scope"))
    for service in _advisers(context):
        statement = service.statements[0]
        text = say("out-of-scope-ask", name=service.name)
        draft.tell(text, *context.cite(service, statement))
        draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    draft.frame(say("can-do"))
    draft.follow_ups += [say(example) for example in EXAMPLES]
    return draft


def compose_refusal(context: Context) -> Draft:
    """Answer that this isn't what the assistant does."""
    draft, say = Draft(QuestionKind.REFUSAL, Outcome.REFUSED), context.messages.say
    draft.frame(say("refused"))
    draft.frame(say("can-do"))
    draft.follow_ups += [say(example) for example in EXAMPLES]
    return draft


def outside_topics(context: Context) -> tuple[str, ...]:
    """The topics of a question that others give advice on."""
    topics = context.corpus.vocabulary.topics
    return tuple(t for t in context.question.topics if topics[t].outside)


def _advisers(context: Context) -> list[Service]:
    wanted = set(outside_topics(context))
    return [service for service in context.corpus.services if wanted.intersection(service.topics)]
