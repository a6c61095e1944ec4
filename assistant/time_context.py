"""The words of a text that can name a time, and whether each is meant as one where it stands.

A year can belong to a name, a law or an amount, and a month's or season's word can be a verb, a
name or the first half of a compound. The words and signs around tell.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.time_words import COUNTED, DASH, INFLECTED, NUMBERED, TITLED, YEARS, words_of

if TYPE_CHECKING:
    from assistant.time_words import Sense, Word

_SWEDISH_BEFORE: Final = frozenset({"i", "till", "från", "under", "efter", "före"})
_FINNISH_SEASONS: Final = ("kevä", "kesä", "syks", "talv", "joul", "vuodenvaih", "uuden")


class TimeText:
    """A text and its words, which are told by their index.

    Attributes:
        text: The text as it was given.
        words: Its words and numbers, in order.
        tense: The side of today that its verbs tell: -1 past, 1 coming, 0 neither.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = words_of(text)
        tenses = {sense.value for word in self.words if (sense := word.senses.get("tense"))}
        # Both tenses in one text tell nothing of any one time in it.
        self.tense = sum(tenses)

    def at(self, index: int, role: str) -> Sense | None:
        """The sense of a word, when it stands right after the one before."""
        if index >= len(self.words):
            return None
        sense = self.words[index].senses.get(role)
        return sense if sense and (index == 0 or not self.gap(index).strip(" ,")) else None

    def gap(self, index: int) -> str:
        """What stands between a word and the one before."""
        return self.text[self.words[index - 1].end : self.words[index].start]

    def fills(self, index: int) -> int:
        """The index of the first word from ``index`` on that isn't an article or the like."""
        while self.at(index, "fill"):
            index += 1
        return index

    def year(self, index: int, *, dotted: bool = False) -> int | None:
        """The year right after a word; ``dotted`` lets "v. 2025" be one."""
        if index >= len(self.words):
            return None
        gap, word = self.gap(index).strip(" ,"), self.words[index]
        if gap not in ("", "." if dotted else "") or not re.fullmatch(r"\d{4}", word.lower):
            return None
        return int(word.lower) if int(word.lower) in YEARS else None

    def day_after(self, index: int) -> int | None:
        """The day in "May 31" and "toukokuun 31. päivä"."""
        if index + 1 >= len(self.words) or self.gap(index + 1) != " ":
            return None
        word = self.words[index + 1]
        number = re.match(r"\d{1,2}(?!\d)", word.lower)
        sense = self.words[index].senses["month"]
        if not number or not 1 <= int(number[0]) <= 31:
            return None
        finnish = "kuu" in self.words[index].lower
        dated = sense.case == "gen" and self.text[word.end - 1] == "."
        return int(number[0]) if dated or not finnish else None

    def is_other_word(self, index: int, sense: Sense, *, led: bool) -> bool:
        """Whether a word that can be a month or season is something else here."""
        if sense.case == "year":
            return True
        word = self.words[index]
        if sense.case in {"en", "sv"}:
            swedish = bool(index) and self.words[index - 1].lower in _SWEDISH_BEFORE
            return not led or swedish != (sense.case == "sv")
        if self.text[word.end : word.end + 1] == "-":
            return True
        # "Kesän" with a capital inside a sentence is a name, unless everything has capitals.
        capital = self.text[word.start].isupper() and not self.text.isupper()
        opens = not index or bool(re.search(r"[.!?:;\n]", self.gap(index)))
        return capital and not opens and not led and word.lower.startswith(_FINNISH_SEASONS)

    def is_amount(self, word: Word) -> bool:
        """Whether a number that can be a year is a sum or a part of a longer number."""
        before, after = self.text[: word.start], self.text[word.end :]
        return bool(
            COUNTED.match(after)
            or re.match(r"[\s-]\d|\s?[-–—]\s?[^\W\d]|[/:]|[.,]\d", after)
            or re.search(r"\d[\s-]$|[+/:.,#§€$]$", before)
        ) and not re.search(r"\d{4}\s?[-–—]$", before)

    def is_named(self, index: int) -> bool:
        """Whether a number that can be a year belongs to a title, a law or another name."""
        word = self.words[index]
        if DASH.match(self.text, word.end) or not index:
            return bool(DASH.match(self.text, word.end))
        gap, before = self.gap(index), self.words[index - 1]
        if gap.strip(" ("):
            return bool(gap.strip("., ?!:;(\n"))
        if not gap or TITLED.fullmatch(before.lower) or NUMBERED.fullmatch(before.lower):
            return True
        capital = self.text[before.start].isupper()
        return capital and not INFLECTED.fullmatch(before.lower)
