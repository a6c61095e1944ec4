"""Distress: emergency help first, kindly and briefly; guidance after it if there was a question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, DraftCard
from assistant.dialogue import Outcome, QuestionKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from assistant.compose.context import Context
    from assistant.domain import Service

CRISIS_TOPIC = "kriisiapu"
EMERGENCY, CRISIS_LINE = "hatanumero-112", "mieli-kriisipuhelin"
DANGER = frozenset({"danger", "violence"})


def crisis_draft(context: Context) -> Draft:
    """An answer that begins with emergency help."""
    draft, say = Draft(QuestionKind.CRISIS, Outcome.CRISIS), context.messages.say
    danger = context.question.distress in DANGER
    draft.frame(say("crisis-lead-danger" if danger else "crisis-lead"))
    _contact(context, draft, EMERGENCY, "crisis-112")
    _contact(context, draft, CRISIS_LINE, "crisis-line")
    _own_language(context, draft)
    draft.frame(say("crisis-talk"))
    return draft


def beside_crisis(context: Context) -> Context:
    """The question for guidance that stands beside the distress: its help has been told already."""
    question, found = context.question, context.found
    told = {EMERGENCY, CRISIS_LINE}
    return replace(
        context,
        question=replace(question, topics=tuple(t for t in question.topics if t != CRISIS_TOPIC)),
        found=replace(found, kept=tuple(hit for hit in found.kept if hit.service_id not in told)),
    )


def add_contacts(context: Context, draft: Draft) -> None:
    """Add the crisis contacts to an answer to somebody who worries about another.

    Whose own distress isn't sure is offered the crisis line in a few lines, without cards.
    """
    if context.question.offered:
        contact_line(context, draft, CRISIS_LINE, "offer-line")
        _own_language(context, draft)
        contact_line(context, draft, EMERGENCY, "offer-112")
        return
    _contact(context, draft, EMERGENCY, "worry-112")
    _contact(context, draft, CRISIS_LINE, "worry-line")
    _own_language(context, draft)


def _own_language(context: Context, draft: Draft) -> None:
    """Say that the crisis line serves in the asker's language too, where its description does.

    The phone number of the description answers in the description's own language.
    """
    line, say = context.whole.service_by_id.get(CRISIS_LINE), context.messages.say
    url = line.channels.get("url") if line else None
    if line is None or url is None or not context.is_foreign(line.source_id):
        return
    telling = [s for s in line.statements if say("language-in-source") in s.text]
    if telling:
        draft.tell(say("crisis-line-language", url=url), *context.cite(line, telling[0]))


def _contact(context: Context, draft: Draft, service_id: str, message: str) -> None:
    service = contact_line(context, draft, service_id, message)
    if service is not None:
        draft.cards.append(DraftCard(context.card(service), context.card_places(service)))


def contact_line(
    context: Context,
    draft: Draft,
    service_id: str,
    message: str,
    say: Callable[..., str] | None = None,
) -> Service | None:
    """Tell a service's telephone number; the service, or ``None`` when there's nothing to tell.

    Args:
        context: The question and what was found.
        draft: The answer to add to.
        service_id: Whose number it is.
        message: The message that tells it.
        say: Says messages in another language than the answer's.
    """
    service = context.whole.service_by_id.get(service_id)
    phone = service.channels.get("phone") if service else None
    if service is None or phone is None:
        return None
    telling = [s for s in service.statements if phone in s.text] or list(service.statements)
    places = context.cite(service, telling[0])
    text = (say or context.messages.say)(message, name=service.name, phone=phone)
    draft.tell(text, *places)
    return service
