"""What the sources say of a word that names no service, and of the plan itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.compose.context import is_named_in
from assistant.compose.draft import Draft, Place, place_of_passage, readable
from assistant.dialogue import Aspect, QuestionKind
from assistant.finnish import index_terms
from assistant.voikko import is_adverb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.compose.context import Context
    from assistant.dialogue import Hit
    from assistant.domain import Source

    Told = tuple[str, tuple[Place, ...]]

WHAT_IS = re.compile(
    r"^\W*(?:mitä|mikä)\s+(?:se|tuo|ihmeen?|semmoinen)?\s*[\w-]+\s+(?:on|oikein on|meinaa)\b",
    re.IGNORECASE,
)
ASKING = frozenset({"tarkoittaa", "puhua", "suomeksi", "sana", "käsite", "termi", "selittää"})
"""Words of asking for a meaning, which themselves aren't what's asked about."""

MOST = {"citizen": 2, "counsellor": 4}
DEFINES = re.compile(
    r"\s*,\s+jo(?:ka|nka|ta|ita|issa|ssa|lla|illa|sta|ista|iden|hon|ihin|lle|ille)\b"
    r"|\s+(?:eli|on|ovat|tarkoittaa)\b"
)
"""What follows a word in a sentence that tells what it is."""

STARTS, DEFINED, APART = 2.0, 2.0, 1.0
"""What a sentence gains that begins with the word, that goes on to tell what it is, and whose
service isn't named by the word.
"""

SHORTEST = 5
"""Shorter words are numerals and the like."""

PLAN = frozenset({"suunnitelma", "toimenpidesuunnitelma"})
OF_PLAN = frozenset(
    {
        *("versio", "päiväys", "päivämäärä", "tehdä", "laatia", "kirjoittaa", "julkaista"),
        *(
            "valmistua",
            "laatinut",
            "tehnyt",
            "tehty",
            "laadittu",
            "julkaistu",
            "kirjoitettu",
            "päivitetty",
            "kirjoittanut",
            "julkaissut",
            "ilmestyä",
            "päivittää",
            "ensimmäinen",
            "tuore",
            "vanha",
            "ikä",
            "tekijä",
        ),
    }
)
"""What a question says that asks of the plan as a document: when it was made, and by whom."""

TITLE_PAGE = 1000
"""Within how many characters a source tells its version, if it does."""


def asks_of_word(context: Context) -> bool:
    """Whether a question asks what a word means that names no service for certain."""
    question = context.question
    if question.named or question.municipalities or question.sections or question.lists:
        return False
    asks = question.aspects == (Aspect.DEFINITION,) or bool(
        not question.aspects and WHAT_IS.search(question.text)
    )
    return asks and question.help <= 0.5 and bool(_asked(context))


def compose_word(context: Context) -> Draft | None:
    """Tell what the sources say of a word, the sentence that tells most first.

    Returns:
        ``None`` when no sentence of what was found tells what it is.
    """
    found = [one for hit in context.found.kept for one in _telling_of(context, hit)]
    if not found:
        return None
    draft = Draft(QuestionKind.PASSAGE)
    draft.frame(context.messages.say("word-lead"))
    found.sort(key=lambda one: -one[0])
    told: set[str] = set()
    for _, lines in found:
        if len(told) < MOST[str(context.question.audience)] and lines[0][0] not in told:
            told.add(lines[0][0])
            for number, (text, places) in enumerate(lines):
                draft.tell(text, *places, bullet=number == 0, joins=number > 0)
    return draft


def _telling_of(context: Context, hit: Hit) -> Iterator[tuple[float, list[Told]]]:
    """The sentences of a hit that tell what the word is, each with the one after it."""
    asked, say = _asked(context), context.messages.say
    if hit.service_id is None:
        passage = hit.passages[0]
        if score := _telling(context, passage.text, asked):
            text = say("passage-quote", quote=readable(passage.text))
            yield score, [(text, (place_of_passage(passage),))]
        return
    service = context.service(hit)
    apart = APART * (not asked.intersection(index_terms(context.tokens(service.name))))
    for number, statement in enumerate(service.statements):
        if not (score := _telling(context, statement.text, asked)):
            continue
        lines = [
            (" ".join(one.text.split()), context.cite(service, one))
            for one in service.statements[number : number + 2]
        ]
        if score < STARTS + DEFINED and not is_named_in(service, statement.text):
            text = say("service-item", name=service.name, text=lines[0][0])
            lines[0] = text, lines[0][1]
        if lines[0][1]:
            yield score + apart, lines


def _telling(context: Context, text: str, asked: frozenset[str]) -> float:
    """How much a sentence tells of what a word is; 0 when it only holds it."""
    tokens = context.tokens(text)
    score = 0.0
    for number, token in enumerate(tokens):
        if not asked.intersection(token.lemmas):
            continue
        starts = number == 0 and token.text.casefold() in asked
        defines = bool(DEFINES.match(text, token.end))
        score = max(score, STARTS * starts + DEFINED * defines)
    return score


def _asked(context: Context) -> frozenset[str]:
    """The base forms of the word asked about: the rarest one, where there are several."""
    weights = dict(context.question.terms)
    words = [
        word
        for word in context.question.words
        if not ASKING.intersection(word) and len(word[0]) >= SHORTEST and not is_adverb(word[-1])
    ]
    if not words:
        return frozenset()
    told = max(
        words, key=lambda word: (max(weights.get(one, 0.0) for one in word), -words.index(word))
    )
    return frozenset(told[:1])


def asks_of_plan_itself(context: Context) -> bool:
    """Whether a question asks when or by whom the plan was made, not what stands in it."""
    question = context.question
    if question.named or not _title(context):
        return False
    words = question.words
    plan = [word for word in words if PLAN.intersection(word)]
    rest = [word for word in words if word not in plan]
    return bool(plan and rest) and all(OF_PLAN.intersection(word) for word in rest)


def compose_plan_itself(context: Context) -> Draft:
    """Quote the plan's title page: who made it, its version and its date."""
    draft, say = Draft(QuestionKind.FACT), context.messages.say
    title = _title(context)
    assert title is not None
    source, start, end = title
    quote = readable(source.text[start:end])
    draft.tell(say("plan-version", quote=quote), Place(source.id, start, end, source.title))
    return draft


def _title(context: Context) -> tuple[Source, int, int] | None:
    """The title page of the first source that prints its own version, from its first word on."""
    for source in context.corpus.sources:
        version = source.version
        at = source.text.find(version, 0, TITLE_PAGE) if version else -1
        if at >= 0:
            start = len(source.text) - len(source.text.lstrip())
            end = source.text.find("\n", at)
            return source, start, end if end >= 0 else len(source.text)
    return None
