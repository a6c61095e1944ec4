"""When there's no answer: say so, tell what can be asked, and refer onwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.abstain import BEST
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.far import tell_far_places
from assistant.dialogue import Outcome, QuestionKind
from assistant.domain import AreaLevel

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service

KIND_ONLINE = "online_service"
ALIKE = 0.5
"""How like a question all that is known of a service has to be for it to be asked there."""

REACHING = frozenset({"työelämätaidot", "asettautuminen", "työnhaku", "työllisyyspalvelut"})
"""Topics that go on where guidance ends: rights at work, permits, work in another region."""

EXAMPLES = ("example-work", "example-young", "example-immigrant")


def compose_nothing(context: Context, message: str = "") -> Draft:
    """Answer that the sources don't tell, with the living route to ask from.

    Args:
        context: The question.
        message: The name of the message that says what they don't tell; a general one otherwise.
    """
    draft, say = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND), context.messages.say
    unknown = "not-found-name" if context.question.names_unknown else "not-found"
    draft.frame(say(message or unknown))
    tell_far_places(context, draft)
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
    """Who gives advice on what a question is about, where guidance doesn't."""
    wanted = set(outside_topics(context))
    if wanted:
        return [one for one in context.corpus.services if wanted.intersection(one.topics)]
    return _online_advisers(context)[:1]


def _online_advisers(context: Context) -> list[Service]:
    """The services for the whole country that tell of the question's topics, the best first."""
    asked = REACHING.intersection(context.question.topics)
    near = [h for h in context.found.kept[:BEST] if h.evidence.get("words_overall", 0.0) >= ALIKE]
    services = [context.service(hit) for hit in near if hit.service_id]
    return [
        one
        for one in services
        if one.kind == KIND_ONLINE
        and one.area is AreaLevel.NATIONAL
        and not one.valid_to
        and asked.intersection(one.topics)
    ]
