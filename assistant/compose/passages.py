"""What the sources say: the best passages of the plan, and the best descriptions of services."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.compose.context import is_named_in, warn_of_validity
from assistant.compose.draft import Draft, DraftCard, place_of_passage, readable
from assistant.compose.pointed import ONLY_ASKS
from assistant.cues import PLAN_WORDS
from assistant.dialogue import QuestionKind
from assistant.domain import PassageKind

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.dialogue import Hit

CITIZEN, COUNSELLOR = 3, 6
NOT_ASKED = ONLY_ASKS.union(PLAN_WORDS)
FITS, HOLDS = 0.6, 0.45
"""The least share of the best score at which a text is told: any, and one with all the words."""


def compose_passages(context: Context) -> Draft:
    """Answer with what fits best: quotes of the plan, and sentences of service descriptions.

    The two are kept apart, each under words that say where it's from; whichever holds the best
    comes first.
    """
    draft = Draft(QuestionKind.PASSAGE)
    most = COUNSELLOR if context.is_counsellor else CITIZEN
    chosen = _chosen(context, most)
    described = [hit for hit in chosen if _is_described(hit)]
    quoted = [hit for hit in chosen if hit not in described]
    groups = [(quoted, "passage-lead", _quote), (described, "passage-lead-services", _describe)]
    groups.sort(key=lambda group: chosen.index(group[0][0]) if group[0] else len(chosen))
    for group, lead, tell in groups:
        if group:
            draft.frame(context.messages.say(lead))
        for hit in group:
            tell(context, draft, hit)
            _show(context, draft, hit)
    return draft


def _chosen(context: Context, most: int) -> list[Hit]:
    """What fits best, and before the rest what holds every word asked about, the best first.

    A text that stands in several sections is told once.
    """
    told = {hit.passages[0].text: hit for hit in reversed(context.found.kept) if hit.passages}
    hits = [hit for hit in context.found.kept if hit in told.values()]
    best = hits[0].score if hits else 0.0
    fitting = [hit for hit in hits if hit.score >= FITS * best]
    near = [hit for hit in hits if hit.score >= HOLDS * best]
    holding = [hit for hit in near if _holds_all(context, hit)]
    ordered = {id(hit): hit for hit in (*fitting[:1], *holding, *fitting)}
    return sorted(list(ordered.values())[:most], key=lambda hit: -hit.score)


def _holds_all(context: Context, hit: Hit) -> bool:
    """Whether a text holds every word asked about: not those that only name the plan or ask."""
    asked = [word for word in context.question.words if not NOT_ASKED.intersection(word)]
    tokens = context.tokens(hit.passages[0].text)
    forms = {form for token in tokens for form in (*token.lemmas, *token.parts)}
    return bool(asked) and all(forms.intersection((word[0], word[-1])) for word in asked)


def _is_described(hit: Hit) -> bool:
    """Whether a hit was found by the description of a service rather than by the plan."""
    return hit.service_id is not None and hit.passages[0].kind is PassageKind.SERVICE


def _quote(context: Context, draft: Draft, hit: Hit) -> None:
    passage = hit.passages[0]
    text = context.messages.say("passage-quote", quote=readable(passage.text))
    draft.tell(text, place_of_passage(passage), bullet=True)


def _describe(context: Context, draft: Draft, hit: Hit) -> None:
    service = context.service(hit)
    for number, statement in enumerate(context.best_statements(service, 2)):
        text = " ".join(statement.text.split())
        if number == 0 and not is_named_in(service, text):
            text = context.messages.say("service-item", name=service.name, text=text)
        places = context.cite(service, statement)
        draft.tell(text, *places, bullet=number == 0, joins=number > 0)


def _show(context: Context, draft: Draft, hit: Hit) -> None:
    if hit.service_id is None:
        return
    service = context.service(hit)
    draft.cards.append(DraftCard(context.card(service, hit.why), context.card_places(service)))
    warn_of_validity(context, draft, service)
