"""What a sentence states that a source must bear out: days, numbers, places and names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from assistant.finnish import normalise
from ingest.periods import read_periods

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from assistant.finnish import Analyser, Token
    from assistant.places import Places

DAY = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year>\d{4})(?!\d)")
ISO_DAY = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?![^\W\d_])")
NUMBER_WORDS = {
    "kaksi": 2, "kolme": 3, "neljä": 4, "viisi": 5, "kuusi": 6, "seitsemän": 7, "kahdeksan": 8,
    "yhdeksän": 9, "kymmenen": 10, "yksitoista": 11, "kaksitoista": 12, "kolmetoista": 13,
    "neljätoista": 14, "viisitoista": 15, "kuusitoista": 16, "seitsemäntoista": 17,
    "kahdeksantoista": 18, "yhdeksäntoista": 19, "kaksikymmentä": 20,
}  # fmt: skip
"""One is left out: it is a pronoun more often than a count."""
SHORTEST_STEM = 4
LONGEST_ENDING = 5


@dataclass(frozen=True, slots=True)
class Stated:
    """What a text states, in a form in which two texts can be compared.

    Attributes:
        days: Whole dates.
        numbers: Whole numbers, in figures or in words, without those of the dates.
        places: Names of places in base form.
        words: Base forms and written forms of every word, lower-case.
    """

    days: frozenset[date] = frozenset()
    numbers: frozenset[int] = frozenset()
    places: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()

    def __or__(self, other: Stated) -> Stated:
        """What either text states."""
        return Stated(
            self.days | other.days,
            self.numbers | other.numbers,
            self.places | other.places,
            self.words | other.words,
        )


@dataclass(slots=True)
class Reader:
    """Reads what texts state.

    Args:
        places: For the places that a text names.
        analyser: For base forms.
    """

    places: Places
    analyser: Analyser
    _read: dict[str, Stated] = field(default_factory=dict)

    def read(self, text: str) -> Stated:
        """Read what a text states; the same text is read once."""
        if text not in self._read:
            tokens = self.analyser.tokens(text)
            named = self.places.find(text)
            self._read[text] = Stated(
                days=frozenset(_days(text)),
                numbers=frozenset(_numbers(text, tokens)),
                places=frozenset(n for m in named for n in (m.name, *m.municipalities)),
                words=frozenset(word for token in tokens for word in _forms(token)),
            )
        return self._read[text]

    def missing(self, sentence: str, evidence: Stated) -> Iterator[str]:
        """Tell what a sentence states that the evidence doesn't, in words for a reader."""
        stated = self.read(sentence)
        for day in sorted(stated.days - evidence.days):
            yield f"the date {day.day}.{day.month}.{day.year}"
        years = {day.year for day in evidence.days}
        for number in sorted(stated.numbers - evidence.numbers - years):
            yield f"the number {number}"
        for mention in self.places.find(sentence):
            borne_out = mention.name in evidence.places or (
                mention.municipalities and evidence.places.issuperset(mention.municipalities)
            )
            if mention.kind != "country" and not borne_out:
                yield f"the place {mention.name}"
        placed = {word for m in self.places.find(sentence) for word in m.text.split()}
        for token in self._names(sentence):
            if token.text not in placed and not _is_among(token, evidence.words):
                yield f"the name {token.text}"

    def _names(self, sentence: str) -> Iterator[Token]:
        """Words written as names: a capital inside the sentence, or capitals anywhere."""
        tokens = self.analyser.tokens(sentence)
        for number, token in enumerate(tokens):
            begins = number == 0 or sentence[token.start - 2 : token.start].strip() in {".", ":"}
            letters = sum(char.isupper() for char in token.text)
            if letters and (not begins or letters > 1 or not token.known):
                yield token


def stem_of(word: str) -> str:
    """The part of a word that its endings leave alone, for words that no dictionary holds."""
    return word[: max(SHORTEST_STEM, len(word) - LONGEST_ENDING)]


def _is_among(token: Token, words: Collection[str]) -> bool:
    forms = _forms(token)
    if not forms.isdisjoint(words):
        return True
    pieces = [piece for piece in re.split(r"[-:–]", token.text.casefold()) if piece]
    return all(piece in words or any(_same_stem(piece, word) for word in words) for piece in pieces)


@lru_cache(maxsize=100_000)
def _same_stem(piece: str, word: str) -> bool:
    if len(piece) < SHORTEST_STEM or len(word) < SHORTEST_STEM:
        return False
    return piece.startswith(stem_of(word)) and word.startswith(stem_of(piece))


def _forms(token: Token) -> frozenset[str]:
    return frozenset((*token.lemmas, *token.parts, normalise(token.text).casefold()))


def _days(text: str) -> Iterable[date]:
    for pattern in (DAY, ISO_DAY):
        yield from (day for match in pattern.finditer(text) if (day := _day(match)))
    for period in read_periods(text):
        yield from (day for day in (period.valid_from, period.valid_to) if day)


def _day(match: re.Match[str]) -> date | None:
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _numbers(text: str, tokens: Iterable[Token]) -> Iterable[int]:
    without_days = DAY.sub(lambda match: " " if _day(match) else match[0], text)
    for match in NUMBER.finditer(without_days):
        yield int(match[0])
    for token in tokens:
        for word in (*token.lemmas, *token.parts):
            if word in NUMBER_WORDS:
                yield NUMBER_WORDS[word]
