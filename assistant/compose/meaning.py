"""What something is, where a question asks just that of a thing that the corpus has a name for.

Told by how the words stand: what asks, the name, and between and after them only words that lean on
either. *Lapussa lukee TUVA. Mikä se on?* asks it as well as *mikä ihme on TUVA*.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.asking import Asking
from assistant.compose.facts import compose_facts
from assistant.compose.letters import ABBREVIATION, ASKS, MEANING, compose_letters
from assistant.compose.statements import ASKS_HELP
from assistant.compose.words import SHORTEST, compose_word
from assistant.dialogue import Aspect

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.compose.context import Context
    from assistant.compose.draft import Draft
    from assistant.finnish import Token

LONGEST_NAME, LONGEST = 4, 18
"""How many words a name and a whole question may have; in a longer one much else is told."""

EXPLAINS = frozenset({"selittää", "avata", "kyse", "explain", "förklara", "объяснить"})
LEANS = frozenset(
    [
        "se",
        "tuo",
        "tämä",
        "toi",
        "olla",
        "oikein",
        "oikea",
        "oikeastaan",
        "siis",
        "nyt",
        "ihme",
        "hitto",
        "helvetti",
        "kumma",
        "semmoinen",
        "semmonen",
        "sellainen",
        "tuommoinen",
        "jokin",
        "joku",
        "sana",
        "termi",
        "käsite",
        "lyhenne",
        "kirjain",
        "nimi",
        "homma",
        "juttu",
        "asia",
        "suomeksi",
        "käytännössä",
        "sitten",
        "sit",
        "niinku",
        "ylipäätään",
        "mahtaa",
        "mikä",
        "palvelu",
        "hanke",
        "koulu",
        "paikka",
        "is",
        "does",
        "it",
        "that",
        "the",
        "a",
        "word",
        "mean",
        "stand",
        "for",
        "exactly",
        "är",
        "det",
        "den",
        "ordet",
        "egentligen",
        "för",
        "такое",
        "это",
        "слово",
        "означает",
        "значит",
    ]
)
"""Words that stand beside a name or beside what asks, and ask of nothing else."""

WHOSE = frozenset({"sen", "niiden", "tämän", "tuon", "näiden", "jonkin", "its", "their", "dess"})
"""After these stands what is asked of something else."""

ENDS = frozenset(
    {"niin", "kun", "jos", "josta", "että", "vai", "mutta", "joka", "koska", "voisitko"}
)
BREAK = re.compile(r"[.,;:!?()]|\s-\s")


def compose_meaning(context: Context) -> Draft | None:
    """Tell what the thing is that a question asks the meaning of.

    Returns:
        ``None`` when a question asks something else, or the sources don't tell what it is.
    """
    question = context.question
    exact = set(question.aspects) - {Aspect.DEFINITION, Aspect.GOAL}
    if exact or question.lists or question.counts or len(question.named) > 1:
        return None
    tokens = context.tokens(question.text)
    if len(tokens) > LONGEST or not any(map(_asks, tokens)):
        return None
    segments = _segments(question.text, tokens)
    for first, last in _asked(context, tokens):
        if _is_asked_of(segments, tokens, first, last):
            told = _tell(context, tokens[first:last])
            if told is not None:
                return told
    return None


def _tell(context: Context, words: Sequence[Token]) -> Draft | None:
    """What a name stands for: a service's own description, letters opened, or a word told of."""
    names, question = _spellings(words), context.question
    plain = replace(
        question,
        aspects=(Aspect.DEFINITION,),
        asking=Asking(),
        nearly_named=(),
        words=tuple((*token.lemmas, token.text.casefold()) for token in words),
    )
    services = [s for s in context.corpus.services if names & {n.casefold() for n in s.names}]
    everyday = any(name in names for service in services for name in service.names)
    if everyday and not question.named and (told := compose_word(replace(context, question=plain))):
        # A name that's written small is a word too, which a sentence may tell the meaning of.
        return told
    if len(services) == 1:
        named = replace(plain, named=(services[0].id,))
        return compose_facts(replace(context, question=named))
    plus = names | {f"{name}+" for name in names}
    terms = [term for term in context.corpus.glossary if term.term.casefold() in plus]
    letters = tuple(term for term in terms if term.kind == ABBREVIATION)
    if letters:
        return compose_letters(context, letters)
    # *Mikä sen tavoite oli* and *mitä tukea* ask for an aim and for help, not for what those are.
    plainly = Aspect.DEFINITION in question.aspects
    needs = question.aspects or question.municipalities or question.help >= ASKS_HELP
    return None if needs and not plainly else compose_word(replace(context, question=plain))


def _asked(context: Context, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Where names of services and terms stand in a question, the longest first."""
    known = {name.casefold() for service in context.corpus.services for name in service.names}
    known |= {term.term.casefold().rstrip("+") for term in context.corpus.glossary}
    places = [
        (first, last)
        for first in range(len(tokens))
        for last in range(first + 1, min(len(tokens), first + LONGEST_NAME) + 1)
        if known & _spellings(tokens[first:last])
    ]
    places.sort(key=lambda place: place[0] - place[1])
    # Last any word: a sentence may tell what it is without a name or term of that.
    bare = [n for n, one in enumerate(tokens) if one.text.casefold() in one.lemmas]
    return [*places, *((n, n + 1) for n in bare if len(tokens[n].text) >= SHORTEST)]


def _spellings(words: Sequence[Token]) -> frozenset[str]:
    """How a name may be spelt: as it's written, and by the base form of its last word."""
    *head, last = words
    begun = " ".join(token.text.casefold() for token in head)
    ends = (last.text.casefold(), *last.lemmas)
    return frozenset(f"{begun} {end}".strip() for end in ends)


def _segments(text: str, tokens: Sequence[Token]) -> list[int]:
    """Of each word, the number of the clause that it stands in."""
    segments, number = [], 0
    for before, token in zip((None, *tokens), tokens, strict=False):
        broken = before is not None and BREAK.search(text[before.end : token.start])
        number += bool(broken or token.text.casefold() in ENDS)
        segments.append(number)
    return segments


def _is_asked_of(segments: list[int], tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a question asks what the thing is that stands among its words."""
    own = segments[first]
    clause = [n for n, segment in enumerate(segments) if segment == own]
    before, after = [n for n in clause if n < first], [n for n in clause if n >= last]
    if not all(map(_leans, (tokens[n] for n in after))):
        return False
    if any(_asks(tokens[n]) for n in after):
        return True
    for number in reversed(before):
        if _asks(tokens[number]):
            return True
        if not _leans(tokens[number]):
            break
    then = [tokens[n] for n, segment in enumerate(segments) if segment == own + 1]
    return any(map(_asks, then)) and all(map(_leans, then))


def _asks(token: Token) -> bool:
    said = {*token.lemmas, token.text.casefold()}
    return token.text.casefold() in ASKS or not said.isdisjoint(MEANING | EXPLAINS)


def _leans(token: Token) -> bool:
    said = {*token.lemmas, token.text.casefold()}
    if token.text.casefold() in WHOSE:
        return False
    return _asks(token) or not said.isdisjoint(LEANS | ENDS)
