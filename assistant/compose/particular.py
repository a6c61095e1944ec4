"""A particular asked of a service that records don't keep: queues, lifts, staff, results.

Few descriptions tell such things. Where a sentence does, it's told; else the answer is that the
sources don't tell this, and where to ask.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asked_model import SIGNAL, asked_in, second_part
from assistant.asking import Event
from assistant.compose.context import warn_of_validity
from assistant.compose.draft import Draft, DraftCard
from assistant.compose.facts import compose_facts
from assistant.compose.fields import ask_directly
from assistant.compose.nothing import compose_nothing
from assistant.compose.pointed import asked_for, holds_words, yes_or_no
from assistant.compose.running import end_words, tell_when
from assistant.compose.statements import ASKS_HELP
from assistant.compose.untold import (
    compose_untold,
    untold_asked,
    untold_things,
    untold_which,
)
from assistant.compose.values import COUNT, telling
from assistant.dialogue import Aspect, Outcome, QuestionKind
from assistant.domain import PassageKind, Status
from assistant.language import FINNISH
from assistant.validity import end_dates

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

FIGURES, FUTURE, NEXT_DATE = "figures", "future", "next_date"

EVIDENCE = {
    label: re.compile(pattern, re.IGNORECASE)
    for label, pattern in {
        "access": r"esteet|esteell|\bhissi|pyörätuol|liikunta\w*rajoit|viittoma|portait|induktio",
        "arrival": r"\bbussi|pysäk|pysäköin|parkki|\bjuna|linja-auto|kyyti|kyydi|kuljetu",
        "benefit": r"korvau|korvaa|päiväraha|\bpalkka(?!tuk)|\bpalkan|stipendi|etuu[st]|opintopist"
        r"|todistu",
        "budget": r"budjet|\d[\d ,]*\s?(?:miljoonaa?|euroa|€)",
        FUTURE: r"\bjatka[av]|\bjatku[vu]|jatkoa\b|vakinais|vakiintu|siirty[yi]|laajen",
        NEXT_DATE: r"hakuai|\bhaku on\b|alka[av]\w* \w*(?:kuussa|syksy|kevä)|vuosittain|joka vuosi"
        r"|ympäri vuo|jatkuva\w* hau|(?:haetaan|hae|alkaa)\b.*\d",
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

BESIDE_LABEL = {
    FUTURE: frozenset((Aspect.WHEN, Aspect.DURATION, Aspect.WHO, Aspect.FUNDER, Aspect.AMOUNT)),
    NEXT_DATE: frozenset((Aspect.WHEN, Aspect.DURATION, Aspect.APPLY, Aspect.HOURS)),
}
"""The same for some particulars: what words they share with those that ask for a field."""

NEVER_ELSE = frozenset({Aspect.AMOUNT})
OF_PERSONS = frozenset({Aspect.PERSON, Aspect.EMAIL, Aspect.PHONE})
SURE = 0.85
"""From this probability on it's a particular whatever else the words may mean."""

LEAST_OF_FIGURES, VERY_SURE = 0.85, 0.95
"""From the former on figures are asked for where nothing else is, from the latter in any case."""

ASKS_WHAT = re.compile(
    r"\W*(?:mi|kuka|ket|kene|kuinka|mont|milloin|millon|paljo|koska)", re.IGNORECASE
)

DENIED = frozenset({"ei", "eivät"})
MUNICIPALITY = frozenset({"kunta", "kaupunki", "paikkakunta"})

OF_COMING = frozenset({"wait", "requirement", NEXT_DATE})
"""Particulars that only who means to come asks: what has ended is told to have ended then."""

PERSON, ON_SITE = "person", "on_site"
OF_THINGS = frozenset({"benefit", "budget", "on_site", "staff", "arrival"})
"""Particulars that are many different things: which one is best told by the question's word."""

MOST_TOLD = 2
MOST_SEEN = 3
"""In so many of the descriptions that fit best a figure is looked for."""


def compose_particular(context: Context) -> Draft | None:
    """Tell the particular that's asked of a service, or that the sources don't tell it.

    Returns:
        ``None`` when nothing of the kind is asked, or of nothing that one can be sure of.
    """
    if asks_where_not(context):
        return _compose_where_not(context)
    label = asked_in(context.found.signals)
    if label == FIGURES:
        return _compose_figures(context)
    service = None if label is None or _is_exact(context, label) else _asked_of(context, label)
    if label is None or service is None:
        return None
    aspects = context.question.aspects
    both = _asks_besides(context)
    if label in AS_ASPECT:
        if untold_which(context):
            return compose_untold(context)
        asked = tuple(dict.fromkeys((*aspects, AS_ASPECT[label])))
        return _compose_facts(context, service, asked) if both or not aspects else None
    if both:
        return _compose_both(context, service, label)
    return _compose_one(context, service, label)


def asks_where_not(context: Context) -> bool:
    """Whether it's asked where the one named service doesn't work, which no record tells."""
    question = context.question
    if len(question.named) != 1 or question.asking.polar or question.language != FINNISH:
        return False
    tokens = context.tokens(question.text)
    denied = any(one.text.casefold() in DENIED for one in tokens)
    where = any(MUNICIPALITY.intersection(one.lemmas) for one in tokens)
    return denied and where and tokens[0].text.casefold() == "missä"


def _compose_where_not(context: Context) -> Draft:
    """Say that the sources don't tell where it doesn't work, and where it does."""
    service = context.corpus.service_by_id[context.question.named[0]]
    draft = _compose_facts(context, service, (Aspect.WHERE,))
    lines, draft.lines = draft.lines, []
    draft.frame(context.messages.say("untold-where-not", name=service.name))
    draft.lines += lines
    if draft.outcome is Outcome.ANSWERED:
        draft.outcome = Outcome.PARTIAL
    return draft


def _asks_besides(context: Context) -> bool:
    """Whether a sentence joins two questions, of which the first asks something else than a yes."""
    question = context.question
    begins = bool(ASKS_WHAT.match(question.text))
    return bool((question.aspects or begins) and second_part(question.text))


def _is_exact(context: Context, label: str) -> bool:
    """Whether records and sections tell what's asked, and no sentence has to."""
    question = context.question
    parts = set(question.sections) - {PassageKind.PROJECT}
    runs = question.asking.polar and question.asking.event is Event.RUNS and label != FUTURE
    sure = _is_sure(context, label) or _asks_besides(context)
    told = (question.statuses and not sure) or runs
    return bool((question.lists and label not in COUNTED) or told or parts)


def _compose_facts(context: Context, service: Service, aspects: tuple[Aspect, ...]) -> Draft:
    asked = replace(context.question, aspects=aspects, named=(service.id,))
    return compose_facts(replace(context, question=asked))


def _compose_one(context: Context, service: Service, label: str) -> Draft | None:
    """Tell one particular, or that the sources don't tell it."""
    if not _allowed(context, label).issuperset(context.question.aspects):
        return None
    if label in OF_COMING and context.status(service) is Status.ENDED:
        return None
    told = _telling(context, service, label)
    unsure = label == ON_SITE and not _is_sure(context, label) and not _things(context)
    if not told and (unsure or _is_told(context, service, label)):
        return None
    draft = Draft(QuestionKind.FACT, Outcome.ANSWERED if told else Outcome.NOT_FOUND)
    if label == FUTURE:
        _tell_period(context, draft, service, told=bool(told))
    elif context.status(service) is Status.ENDED and (ended := end_words(context, service)):
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


def _compose_both(context: Context, service: Service, label: str) -> Draft:
    """Tell what phrases ask in one part of a question, and the particular that the other asks."""
    draft = _compose_facts(context, service, context.question.aspects)
    told = [] if label == FUTURE else _telling(context, service, label)
    for statement in told[:1]:
        draft.tell(" ".join(statement.text.split()), *context.cite(service, statement))
    if not told:
        _frame_untold(context, draft, service, label)
        if draft.outcome is Outcome.ANSWERED:
            draft.outcome = Outcome.PARTIAL
    return draft


def _tell_period(context: Context, draft: Draft, service: Service, *, told: bool) -> None:
    """Tell how long it runs, as far as that's known: that's a part of what comes after."""
    tell_when(context, draft, service)
    if draft.lines and end_dates(service) and not told:
        draft.outcome = Outcome.PARTIAL


def _compose_figures(context: Context) -> Draft | None:
    """Say that the sources hold no such figures of a region, or of all that's compared.

    Returns:
        ``None`` where a sentence of something found holds the number, or where it isn't sure that
        figures are asked for.
    """
    question = context.question
    exact = set(question.aspects) - BESIDE - {Aspect.FUNDER, Aspect.DEFINITION}
    sure = context.found.signals[SIGNAL + FIGURES]
    besides = exact or question.named or question.help >= 1
    least = VERY_SURE if besides else LEAST_OF_FIGURES
    # *Onko rahaa enemmän* asks yes or no, for which no figure is needed.
    if question.asking.polar and not question.asking.comparison and not question.aspects:
        return None
    # Of one that's named it's better told which thing of it no source speaks of.
    if sure < least or question.lists or (question.named and untold_asked(context)):
        return None
    seen = context.found.kept[:MOST_SEEN]
    services = [context.service(hit) for hit in seen if hit.service_id]
    compared = question.asking.comparison is not None
    if not compared and any(telling(context, one, Aspect.AMOUNT) for one in services):
        return None
    # The plan may tell of what's counted without a number: that it should be laid down, say.
    counted = frozenset(question.asking.counted)
    texts = [passage.text for hit in seen if not hit.service_id for passage in hit.passages]
    if any(counted & set(t.lemmas) for text in texts for t in context.tokens(text)):
        return None
    return compose_nothing(context, "untold-figures")


def _say_untold(context: Context, draft: Draft, service: Service, label: str) -> None:
    """Say that the sources don't tell it, and where to ask."""
    _frame_untold(context, draft, service, label)
    ask_directly(context, draft, service)


def _frame_untold(context: Context, draft: Draft, service: Service, label: str) -> None:
    """Say that the sources don't tell it, by the question's own word where that says it best."""
    things = _things(context) if label in OF_THINGS else ()
    if things:
        draft.frame(context.messages.say("not-told", what=", ".join(things)))
    else:
        draft.frame(context.messages.say(f"untold-{label.replace('_', '-')}", name=service.name))


def _things(context: Context) -> tuple[str, ...]:
    """The things that are asked of and that no text of the service speaks of."""
    return untold_things(context) or untold_asked(context)


def _allowed(context: Context, label: str) -> frozenset[Aspect]:
    """What phrases may tell to be asked where it's this particular."""
    if label == PERSON:
        very_sure = context.found.signals[SIGNAL + label] >= VERY_SURE
        return OF_PERSONS | {Aspect.WHO} if very_sure else OF_PERSONS
    if not _is_sure(context, label):
        return NEVER_ELSE
    return BESIDE_LABEL.get(label, BESIDE)


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
    kept = context.found.kept
    first = next((hit.service_id for hit in kept if hit.service_id), None)
    sure = context.found.signals[SIGNAL + label] >= VERY_SURE and label not in AS_ASPECT
    best = sure and not question.named and first == kept[0].service_id
    return context.corpus.service_by_id[first] if first and (first in ids or best) else None


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


def _is_told(context: Context, service: Service, label: str) -> bool:
    """Whether one sentence holds all that's asked of a service besides its name.

    Where a number is asked, it has to hold one.
    """
    words = asked_for(context, service)
    counts = label in COUNTED or Aspect.AMOUNT in context.question.aspects
    return bool(words) and any(
        len(holds_words(context.tokens(one.text), words)) == len(words)
        for one in service.statements
        if not counts or COUNT.search(one.text)
    )
