"""A particular asked of a service that records don't keep: queues, lifts, staff, results.

Few descriptions tell such things. Where a sentence does, it's told; else the answer is that the
sources don't tell this, and where to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asked_model import SIGNAL, asked_in
from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.facts import compose_facts
from assistant.compose.fields import ask_directly
from assistant.compose.pointed import asked_for, holds_words, yes_or_no
from assistant.compose.running import end_words
from assistant.compose.statements import ASKS_HELP
from assistant.compose.untold import untold_asked, untold_things
from assistant.compose.values import telling
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind, Status

if TYPE_CHECKING:
    from assistant.compose.context import Context
    from assistant.domain import Service, Statement

AS_ASPECT = {
    "cost": Aspect.COST,
    "hours": Aspect.HOURS,
    "language": Aspect.LANGUAGE,
    "where": Aspect.WHERE,
}
"""Particulars that are told like those which phrases ask."""

COUNTED = frozenset({"staff", "results"})
"""Particulars that are numbers: of what's counted, a sentence has to hold one."""

EVIDENCE = {
    label: re.compile(pattern, re.IGNORECASE)
    for label, pattern in {
        "access": r"esteet|esteell|\bhissi|pyörätuol|liikunta\w*rajoit|viittoma|portait|induktio",
        "arrival": r"\bbussi|pysäk|pysäköin|parkki|\bjuna|linja-auto|kyyti|kyydi|kuljetu",
        "benefit": r"korvau|korvaa|päiväraha|\bpalkka(?!tuk)|\bpalkan|stipendi|etuu[st]|opintopist"
        r"|todistu",
        "budget": r"budjet|\d[\d ,]*\s?(?:miljoonaa?|euroa|€)",
        "on_site": r"ruoka|ruokailu|lounas|kahvi|lastenhoi|asuntola|kuntosali|tulosti",
        "person": r"\b(?:johtaja|rehtori|päällikkö|toiminnanjohtaja)\s+[A-ZÅÄÖ]\w+",
        "requirement": r"(?<!joita )(?<!jota )(?<!kun )tarvits|vaati|vaadi|edellyt|kelpoisuu"
        r"|pohjakoulutu|lausun|oleskelulu|tunnistautum|valintako|pitää olla",
        "results": r"prosent|työllistyi|tulokset\b",
        "staff": r"\d+\s+(?:\w+\s)?(?:työntekij|ohjaaj|virkailij|asiantuntij|henkilö)",
        "wait": r"jono|ruuhka|odotta|odotus|pääse läpi|vastattiin|vastataan",
    }.items()
}
"""What sentences hold that tell a particular."""

BESIDE = frozenset(
    (Aspect.AMOUNT, Aspect.DURATION, Aspect.FOR_WHOM, Aspect.WHERE, Aspect.COST, Aspect.WHEN)
)
"""What phrases may tell to be asked when it's a particular: their words are those of many."""

NEVER_ELSE = frozenset({Aspect.AMOUNT})
OF_PERSONS = frozenset({Aspect.PERSON, Aspect.EMAIL, Aspect.PHONE})
SURE = 0.7
"""From this probability on it's a particular whatever else the words may mean."""

PERSON, ON_SITE = "person", "on_site"
OF_THINGS = frozenset({"benefit", "budget", "on_site", "staff", "arrival"})
"""Particulars that are many different things: which one is best told by the question's word."""

MOST_TOLD = 2


def compose_particular(context: Context) -> Draft | None:
    """Tell the particular that's asked of a service, or that the sources don't tell it.

    Returns:
        ``None`` when nothing of the kind is asked, or of nothing that one can be sure of.
    """
    question = context.question
    label = asked_in(context.found.signals)
    parts = set(question.sections) - {PassageKind.PROJECT}
    exact = (question.lists and label not in COUNTED) or question.statuses or parts
    service = None if label is None or exact else _asked_of(context, label)
    if label is None or service is None:
        return None
    if label in AS_ASPECT:
        if question.aspects:
            return None
        asked = replace(question, aspects=(AS_ASPECT[label],), named=(service.id,))
        return compose_facts(replace(context, question=asked))
    allowed = OF_PERSONS if label == PERSON else BESIDE if _is_sure(context, label) else NEVER_ELSE
    if not allowed.issuperset(question.aspects):
        return None
    told = _telling(context, service, label)
    unsure = label == ON_SITE and not _is_sure(context, label) and not _things(context)
    if not told and (unsure or _is_told(context, service)):
        return None
    draft = Draft(QuestionKind.FACT, Outcome.ANSWERED if told else Outcome.NOT_FOUND)
    if context.status(service) is Status.ENDED and (ended := end_words(context, service)):
        draft.tell(ended[0], *ended[1])
    for number, statement in enumerate(told):
        answer = yes_or_no(context, service, statement) if number == 0 else ""
        text = f"{answer} {' '.join(statement.text.split())}".strip()
        draft.tell(text, *context.cite(service, statement))
    if not told:
        _say_untold(context, draft, service, label)
    draft.cards.append(DraftCard(context.card(service), context.card_places(service)))
    warn_of_validity(context, draft, service)
    return draft


def _say_untold(context: Context, draft: Draft, service: Service, label: str) -> None:
    """Say that the sources don't tell it, by the question's own word where that says it best."""
    things = _things(context) if label in OF_THINGS else ()
    if things:
        draft.frame(context.messages.say("not-told", what=", ".join(things)))
    else:
        draft.frame(context.messages.say(f"untold-{label.replace('_', '-')}", name=service.name))
    ask_directly(context, draft, service)


def _things(context: Context) -> tuple[str, ...]:
    """The things that are asked of and that no text of the service speaks of."""
    return untold_things(context) or untold_asked(context)


def _is_sure(context: Context, label: str) -> bool:
    return context.found.signals[SIGNAL + label] >= SURE


def _asked_of(context: Context, label: str) -> Service | None:
    """The one service that's asked of: named, or else nearly named or its organisation named."""
    question = context.question
    if len(question.named) == 1:
        return context.corpus.service_by_id[question.named[0]]
    near = {*question.named, *question.nearly_named}
    near.update(*map(context.organisations.services_of, question.organisations))
    if not question.named and not _is_sure(context, label) and question.help >= ASKS_HELP:
        return None
    ids = [hit.service_id for hit in context.found.kept if hit.service_id in near]
    first = next((hit.service_id for hit in context.found.kept if hit.service_id), None)
    return context.corpus.service_by_id[first] if first and first in ids else None


def _telling(context: Context, service: Service, label: str) -> list[Statement]:
    """The sentences of a description that tell a particular, those first that share most."""
    counts = Aspect.AMOUNT in context.question.aspects
    counted = telling(context, service, Aspect.AMOUNT) if counts else []
    if counted or (counts and label not in COUNTED):
        return counted
    held = [one for one in service.statements if EVIDENCE[label].search(one.text)]
    words = asked_for(context, service)
    held.sort(key=lambda one: -len(holds_words(context.tokens(one.text), words)))
    return held[:MOST_TOLD]


def _is_told(context: Context, service: Service) -> bool:
    """Whether one sentence holds all that's asked of a service besides its name."""
    words = asked_for(context, service)
    return bool(words) and any(
        len(holds_words(context.tokens(one.text), words)) == len(words)
        for one in service.statements
    )
