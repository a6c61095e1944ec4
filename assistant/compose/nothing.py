"""When the sources don't tell: say so, and say where to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.draft import Draft, DraftCard
from assistant.domain import Outcome, QuestionKind

if TYPE_CHECKING:
    from assistant.compose.context import Context


def compose_nothing(context: Context) -> Draft:
    """Answer that nothing was found, with the living route to ask from."""
    draft, say = Draft(QuestionKind.NOTHING, Outcome.NOT_FOUND), context.messages.say
    draft.frame(say("not-found"))
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
