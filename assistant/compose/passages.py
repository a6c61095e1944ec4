"""What the plan says: its best passages, quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard, place_of_passage, readable
from assistant.dialogue import QuestionKind
from assistant.domain import PassageKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.dialogue import Hit

CITIZEN, COUNSELLOR = 3, 6
FITS = 0.6


def compose_passages(context: Context) -> Draft:
    """Answer with quotes of the passages that fit best."""
    draft, say = Draft(QuestionKind.PASSAGE), context.messages.say
    hits = [hit for hit in context.found.kept if hit.passages]
    best = hits[0].score if hits else 0.0
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    chosen = [hit for hit in hits if hit.score >= FITS * best][:most]
    draft.frame(say("passage-lead"))
    for hit in chosen:
        _quote(context, draft, hit)
    return draft


def _quote(context: Context, draft: Draft, hit: Hit) -> None:
    passage = hit.passages[0]
    if hit.service_id is None or passage.kind is not PassageKind.SERVICE:
        text = context.messages.say("passage-quote", quote=readable(passage.text))
        draft.tell(text, place_of_passage(passage), bullet=True)
    if hit.service_id is None:
        return
    service = context.service(hit)
    if passage.kind is PassageKind.SERVICE:
        for statement in context.best_statements(service, 2):
            text = " ".join(statement.text.split())
            draft.tell(text, *context.cite(service, statement), bullet=True)
    draft.cards.append(DraftCard(context.card(service, hit.why), context.card_places(service)))
    warn_of_validity(context, draft, service)
