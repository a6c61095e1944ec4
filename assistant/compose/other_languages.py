"""What somebody is told whose language the assistant doesn't know: which it knows, and who more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.compose.crisis import CRISIS_LINE, EMERGENCY, contact_line
from assistant.compose.draft import Draft, DraftCard, readable
from assistant.dialogue import QuestionKind
from assistant.domain import AreaLevel, Status
from assistant.messages import Messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.compose.context import Context
    from assistant.domain import Service, Statement

MANY: Final = re.compile(r"\bmonella kielellä\b|\bmonikieli", re.IGNORECASE)
"""How a description tells that something is there in many languages."""

SPOKEN_WIDELY: Final = "en"
"""The language in which help in need is told besides to whoever writes in an unknown one."""

NEAR: Final = (AreaLevel.MUNICIPALITY, AreaLevel.SUBREGION)
MOST: Final = 2


def add_languages(context: Context, draft: Draft) -> None:
    """Tell first which languages are known, and who helps in others, where the sources tell."""
    note = Draft(QuestionKind.NOTHING)
    note.frame(context.messages.say("language-unknown"))
    if not context.question.worry:
        # Need may stand in words that nobody here knows.
        contact_line(context, note, EMERGENCY, "offer-112", Messages(SPOKEN_WIDELY).say)
    for service, statement in _in_many_languages(context):
        text = f"{service.name}: {readable(statement.text)}"
        note.tell(text, *context.cite(service, statement), bullet=True)
        if all(card.card.id != service.id for card in draft.cards):
            draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    draft.lines[:0] = note.lines


def add_help_in_english(context: Context, draft: Draft) -> None:
    """Tell the crisis contacts in English too: who writes in an unknown language may read that."""
    say = Messages(SPOKEN_WIDELY).say
    contact_line(context, draft, EMERGENCY, "crisis-112", say)
    contact_line(context, draft, CRISIS_LINE, "crisis-line", say)


def _in_many_languages(context: Context) -> list[tuple[Service, Statement]]:
    """Services in many languages that run: one of the asker's own place, then of all the land."""
    found = list(_telling(context))
    here = set(context.question.municipalities)
    own = [one for one in found if one[0].area in NEAR and here.intersection(one[0].municipalities)]
    anywhere = [one for one in found if one[0].area is AreaLevel.NATIONAL]
    return [*own[: MOST - 1], *anywhere][:MOST]


def _telling(context: Context) -> Iterator[tuple[Service, Statement]]:
    for service in context.corpus.services:
        if context.status(service) in {Status.ENDED, Status.UPCOMING}:
            continue
        statement = next((one for one in service.statements if MANY.search(one.text)), None)
        if statement is not None:
            yield service, statement
