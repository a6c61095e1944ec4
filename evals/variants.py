"""Questions asked otherwise: the same thing meant, in words that are harder to follow.

Each kind of variant is a function of a `Sentence` and a seeded generator; ``None`` where a question
gives it nothing to change. The same seed gives the same variants.
"""

from __future__ import annotations

import itertools
import random
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from assistant.place_forms import CASES, inflect, spoken
from evals.variant_words import (
    DIALECT_ENDINGS,
    DIALECT_WORDS,
    DISTRACTORS,
    NEIGHBOURS,
    OPENINGS,
    RAMBLINGS,
    THANKS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from assistant.finnish import Analyser
    from assistant.places import PlaceMention, Places
    from evals.cases import Case

    Change = Callable[["Sentence", random.Random], str | None]

LETTERS: Final = re.compile(r"[^\W\d_]+")
WORD: Final = re.compile(r"\S+")
TYPO_EVERY: Final = 6
LEAST_TYPED: Final = 4
LEAST_PART: Final = 3
PLAIN_LETTERS: Final = str.maketrans("äöåÄÖÅ", "aoaAOA")
FINNISH: Final = "fi"
MUNICIPALITY: Final = "municipality"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A question with what changing it needs.

    Attributes:
        text: The question.
        places: Finds places, and knows their forms.
        analyser: Knows the parts of compounds.
        mentions: The municipalities that the question names.
    """

    text: str
    places: Places
    analyser: Analyser
    mentions: tuple[PlaceMention, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """A case asked otherwise.

    Attributes:
        kind: How.
        case: The case with its last message changed, or with a municipality set.
    """

    kind: str
    case: Case


class Varier:
    """Makes variants of cases.

    Args:
        places: The places of the corpus.
        analyser: Finnish words.
        seed: The same seed gives the same variants.
    """

    def __init__(self, places: Places, analyser: Analyser, seed: int = 1) -> None:
        self._places, self._analyser, self._seed = places, analyser, seed

    def vary(self, case: Case, kind: str) -> Variant | None:
        """Ask a case otherwise; ``None`` where the kind changes nothing, or it isn't Finnish."""
        if case.lang != FINNISH:
            return None
        # A text as seed is the same in every process, unlike its hash.
        chance = random.Random(f"{self._seed}:{kind}:{case.id}")  # noqa: S311 - no secret
        text = case.messages[-1].content
        named = tuple(one for one in self._places.find(text) if one.kind == MUNICIPALITY)
        sentence = Sentence(text, self._places, self._analyser, named)
        if kind == WRONG_PAGE:
            other = _elsewhere(sentence, chance)
            return Variant(kind, replace(case, municipality=other)) if other else None
        changed = KINDS[kind](sentence, chance)
        if changed is None or changed == text:
            return None
        last = replace(case.messages[-1], content=changed)
        return Variant(kind, replace(case, messages=(*case.messages[:-1], last)))


def place_case(sentence: Sentence, chance: random.Random) -> str | None:
    """Each municipality in another grammatical case: Kalajoella, Kalajoen, Kalajoki."""

    def other(mention: PlaceMention) -> str:
        forms = inflect(mention.name)
        made = [form for case in CASES for form in forms[case][:1]]
        return chance.choice([one for one in made if one.lower() != mention.text.lower()])

    return _with_places(sentence, other)


def place_spoken(sentence: Sentence, chance: random.Random) -> str | None:
    """Each municipality in a spoken or northern form: Kalajoella, Kalajoel."""

    def other(mention: PlaceMention) -> str:
        forms = inflect(mention.name)
        said = [
            form
            for case in ("inessive", "illative", "adessive", "ablative")
            for form in spoken(case, forms[case][0])
        ]
        return chance.choice(said) if said else mention.text

    return _with_places(sentence, other)


def _with_places(sentence: Sentence, other: Callable[[PlaceMention], str]) -> str | None:
    if not sentence.mentions:
        return None
    text = sentence.text
    for mention in reversed(sentence.mentions):
        form = other(mention)
        written = form if mention.text[:1].isupper() else form.lower()
        text = text[: mention.start] + written + text[mention.end :]
    return text


def typing_errors(sentence: Sentence, chance: random.Random) -> str | None:
    """A slip of the fingers in about every sixth word."""
    words = [one for one in LETTERS.finditer(sentence.text) if len(one[0]) >= LEAST_TYPED]
    if not words:
        return None
    count = max(1, round(len(words) / TYPO_EVERY))
    chosen = sorted(chance.sample(words, min(count, len(words))), key=lambda one: -one.start())
    text = sentence.text
    for word in chosen:
        text = text[: word.start()] + _slip(word[0], chance) + text[word.end() :]
    return text


def _slip(word: str, chance: random.Random) -> str:
    """One letter left out, doubled, swapped with the next, or hit beside; the first one stays."""
    at = chance.randrange(1, len(word) - 1)
    letter = word[at]
    near = NEIGHBOURS.get(letter.lower(), letter)
    return word[:at] + chance.choice(
        (
            word[at + 1 :],
            letter * 2 + word[at + 1 :],
            word[at + 1] + letter + word[at + 2 :],
            chance.choice(near) + word[at + 1 :],
        )
    )


def no_diacritics(sentence: Sentence, _chance: random.Random) -> str | None:
    """ä, ö and å without their dots and ring."""
    return sentence.text.translate(PLAIN_LETTERS)


def capitals(sentence: Sentence, _chance: random.Random) -> str | None:
    """Everything in capitals."""
    return sentence.text.upper()


def bare(sentence: Sentence, _chance: random.Random) -> str | None:
    """Everything in small letters without marks, as in a search box."""
    return " ".join(
        re.sub(r"[.,;:!?…()\"”]+(?=\s|$)|(?<=\s)[–-](?=\s)", " ", sentence.text.lower()).split()
    )


def dialect(sentence: Sentence, chance: random.Random) -> str | None:
    """Northern and spoken words and endings."""

    def said(match: re.Match[str]) -> str:
        word = match[0]
        if forms := DIALECT_WORDS.get(word.lower()):
            return _cased(word, chance.choice(forms))
        for pattern, endings in DIALECT_ENDINGS:
            if pattern.search(word):
                return pattern.sub(chance.choice(endings), word)
        return word

    return LETTERS.sub(said, sentence.text)


def split_compounds(sentence: Sentence, _chance: random.Random) -> str | None:
    """Compounds written apart: työllisyyspalvelut, työllisyys palvelut."""
    text = sentence.text
    for token in reversed(sentence.analyser.tokens(text)):
        at = _joint(token.text, token.parts)
        if at:
            text = text[: token.start + at] + " " + text[token.start + at :]
    return text


def _joint(word: str, parts: tuple[str, ...]) -> int | None:
    """Where the last part of a compound begins, when its beginning stands in the word."""
    if len(parts) < 2 or "-" in word:
        return None
    start = parts[-1][:LEAST_PART].lower()
    at = word.lower().rfind(start, LEAST_PART)
    return at if at > 0 and len(word) - at >= LEAST_PART else None


def joined_words(sentence: Sentence, chance: random.Random) -> str | None:
    """Two long words of which neither is a place, written together."""
    words = list(WORD.finditer(sentence.text))
    taken = [(one.start, one.end) for one in sentence.mentions]
    pairs = [
        (first, second)
        for first, second in itertools.pairwise(words)
        if first[0].isalpha()
        and len(first[0]) > LEAST_TYPED
        and second[0][:1].islower()
        and len(second[0]) > LEAST_TYPED
        and not any(s < second.end() and first.start() < e for s, e in taken)
    ]
    if not pairs:
        return None
    first, second = chance.choice(pairs)
    return sentence.text[: first.end()] + sentence.text[second.start() :]


def polite(sentence: Sentence, chance: random.Random) -> str | None:
    """The question between a greeting, a long beginning and thanks."""
    opening, rambling, thanks = map(chance.choice, (OPENINGS, RAMBLINGS, THANKS))
    return f"{opening} {rambling} {sentence.text} {thanks}"


def distracted(sentence: Sentence, chance: random.Random) -> str | None:
    """Two sentences about something else, one before and one after."""
    before, after = chance.sample(DISTRACTORS, 2)
    return f"{before} {sentence.text} {after}"


def relative_elsewhere(sentence: Sentence, chance: random.Random) -> str | None:
    """A municipality that isn't meant, beside the one that is."""
    other = _elsewhere(sentence, chance)
    who = chance.choice(("Siskoni", "Serkkuni", "Kaverini"))
    return f"{who} asuu {sentence.places.locative(other)}. {sentence.text}" if other else None


def shuffled(sentence: Sentence, chance: random.Random) -> str | None:
    """The words of each sentence in any order."""
    pieces = re.split(r"(?<=[.!?])\s+", sentence.text)
    mixed = []
    for piece in pieces:
        words = piece.rstrip(".!?").split()
        chance.shuffle(words)
        mixed.append(" ".join(words) + piece[len(piece.rstrip(".!?")) :])
    return " ".join(mixed)


def _elsewhere(sentence: Sentence, chance: random.Random) -> str | None:
    """A municipality of the region that the question doesn't name, when it names one."""
    meant = {one.name for one in sentence.mentions}
    near = sorted(n for n in sentence.places.names() if sentence.places.in_home_region(n))
    others = [name for name in near if name not in meant]
    return chance.choice(others) if meant and others else None


def _cased(like: str, word: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


WRONG_PAGE: Final = "wrong_municipality"
KINDS: Final[Mapping[str, Change]] = {
    "place_case": place_case,
    "place_spoken": place_spoken,
    "typing_errors": typing_errors,
    "no_diacritics": no_diacritics,
    "capitals": capitals,
    "bare": bare,
    "dialect": dialect,
    "split_compounds": split_compounds,
    "joined_words": joined_words,
    "polite": polite,
    "distracted": distracted,
    "relative_elsewhere": relative_elsewhere,
    WRONG_PAGE: lambda _sentence, _chance: None,
    "shuffled": shuffled,
}
"""How questions are changed, by name. In ``wrong_municipality`` it isn't the question that changes:
the page says another municipality than the question, which is the one that counts."""
