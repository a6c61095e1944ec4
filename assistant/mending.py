"""Finnish words as they were meant: apart or together, with their dots, without the slip.

Only what no dictionary, name or place knows is touched, and only towards a word that the corpus
holds or the dictionary knows. What people wrote stays beside it: quotes and safety use that.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from assistant import cues
from assistant.finnish_words import SPOKEN, STOP_WORDS
from assistant.language import is_foreign
from assistant.slips import is_slip, near_asking
from assistant.spelling import Vocabulary, base_forms, fold, with_diacritics
from assistant.voikko import CACHE_WORDS, NAMES, VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from assistant.finnish import Analyser
    from assistant.places import Places
    from assistant.voikko import Dictionary, Reading

WORD: Final = re.compile(r"[^\W\d_]+")
DOTS: Final = re.compile("[äöÄÖ]")
BEGINNING: Final = re.compile(r"(?:^|[.!?]\s*)$")
BOUND_AFTER: Final = re.compile(r"-|[.:]\w")
BOUND_BEFORE: Final = re.compile(r"[-.:/@'’]$")
SHOUTED: Final = re.compile(r"[A-ZÅÄÖ]{3,}")
LEAST_SHOUTED: Final = 0.9
LEAST_DOTLESS: Final = 20
LEAST_JOINED: Final = 7
LONGEST: Final = 50
MOST_UNKNOWN: Final = 24
"""Bounded: a question may be full of words that nobody knows."""

LEAST_PIECE: Final = 3
LEAST_REPAIRED: Final = 5
LEAST_NAME: Final = 7
LEAST_HEARD: Final = 8
LEAST_TWO_SLIPS: Final = 9
CUES: Final = (
    *cues.ASPECTS.values(), *cues.SECTIONS.values(), *cues.STATUSES.values(),
    cues.HELP_WORDS, cues.PLAN_WORDS, cues.LIST_WORDS, cues.COUNT_WORDS,
)  # fmt: skip
VERB, GENITIVE = "teonsana", "omanto"
NEVER_ALONE: Final = ("toista", "lai", "mai")
"""How the ends of words begin that are none by themselves: *yksitoista*, *sellainen*."""

LITTLE: Final = frozenset({"tai", "vai", "kun", "jos"})


class Mender:
    """Mends the words of questions towards those of one corpus.

    Args:
        analyser: Finnish words, with the corpus's names.
        vocabulary: The terms of the lexical index.
        names: The names of services and abbreviations as they are written.
        places: Tells the words that are places' names.
    """

    def __init__(
        self,
        analyser: Analyser,
        vocabulary: Collection[str],
        names: Iterable[str],
        places: Places,
    ) -> None:
        self._analyser, self._places = analyser, places
        cue_words = (word for cue in CUES for phrase in cue for word in WORD.findall(phrase))
        self._vocabulary = Vocabulary({*vocabulary, *cue_words})
        words = {word for name in names for word in WORD.findall(name)}
        # Capitals last: where a word is written both ways, the name's way is the one kept.
        ordered = sorted(words, key=lambda word: (sum(map(str.isupper, word)), word))
        self._names: dict[str, str] = {
            fold(word): word for word in ordered if len(word) >= LEAST_PIECE
        }
        self._shelves: dict[tuple[int, str], list[str]] = {}
        for name in self._names:
            if len(name) >= LEAST_NAME:
                self._shelves.setdefault((len(name), name[0]), []).append(name)
        self._sorted = sorted({*self._vocabulary, *STOP_WORDS})
        self._dictionary: Dictionary | None
        try:
            self._dictionary = open_dictionary()
        except VoikkoNotFoundError:
            self._dictionary = None
        self._mended: Callable[[str, bool], str] = lru_cache(CACHE_WORDS)(self._mend_word)
        self._together = lru_cache(CACHE_WORDS)(self._written_together)

    def mend(self, text: str) -> str:
        """The text with its words mended; the same text where nothing needs it.

        Args:
            text: A Finnish message in plain characters (`assistant.finnish.normalise`).
        """
        if self._dictionary is None:
            # Without a dictionary nobody can tell which words are wrong.
            return text
        text = self._calmed(text)
        text = self._dotted(_replaced(text, self._corrections(text)), text)
        return _replaced(text, self._joins(text))

    def _calmed(self, text: str) -> str:
        """A message all in capitals as it would be written; abbreviations keep theirs."""
        letters = [char for char in text if char.isalpha()]
        upper = sum(char.isupper() for char in letters)
        if len(SHOUTED.findall(text)) < 2 or upper < LEAST_SHOUTED * len(letters):
            return text
        calm = WORD.sub(lambda match: self._calm(match.group()), text)
        return calm[:1].upper() + calm[1:]

    def _calm(self, word: str) -> str:
        lower = word.lower()
        if any(one.word_class not in NAMES for one in self._readings(lower)):
            return lower
        for base in base_forms(lower):
            name = self._names.get(fold(base), "")
            if name and lower.startswith(name.lower()):
                return name + lower[len(name) :]
        proper = self._places.is_name(word) or self._readings(word.capitalize())
        return word.capitalize() if proper else lower

    def _dotted(self, text: str, written: str) -> str:
        """Where somebody writes without dots, also words that are others without them."""
        if DOTS.search(written) or len(written) < LEAST_DOTLESS:
            return text
        return WORD.sub(lambda match: self._with_likely_dots(match.group()), text)

    def _with_likely_dots(self, word: str) -> str:
        lower = word.lower()
        readings = self._readings(lower)
        dotted = None if lower in STOP_WORDS else self._with_dots(lower)
        if dotted in STOP_WORDS and all(one.word_class in NAMES for one in readings):
            return _cased(word, dotted)
        if dotted is None or self._places.is_name(word):
            return word
        heard = self._is_heard(one.base for one in readings)
        likelier = not heard and self._is_heard(one.base for one in self._readings(dotted))
        return _cased(word, dotted) if likelier and word.islower() else word

    def _corrections(self, text: str) -> Iterator[tuple[int, int, str]]:
        unknown = 0
        for match in WORD.finditer(text):
            word, start, end = match.group(), match.start(), match.end()
            little = word.lower() in STOP_WORDS
            if not LEAST_PIECE <= len(word) <= LONGEST or little or unknown > MOST_UNKNOWN:
                continue
            known = self._is_known(word)
            unknown += not known
            if not known and self._begins_next(text, match):
                continue
            bound = bool(BOUND_AFTER.match(text, end) or BOUND_BEFORE.search(text[:start]))
            if bound and word[0].islower():
                mended = word if self._is_known(word) else self._with_dots(word) or word
            else:
                begins = BEGINNING.search(text[:start])
                mended = self._mended(word, bound or (word[0].isupper() and not begins))
            if mended != word:
                yield start, end, mended

    def _begins_next(self, text: str, match: re.Match[str]) -> bool:
        """Whether a piece that stands only in compounds was written apart: *yhteis hausta*."""
        after = WORD.match(text, match.end() + 1)
        if after is None or text[match.end()] != " ":
            return False
        return self._together(match.group(), after.group()) is not None

    def _mend_word(self, word: str, is_name: bool) -> str:
        """A word as it was meant; a name only towards another name."""
        lower = word.lower()
        if lower in SPOKEN or lower in STOP_WORDS:
            return word
        is_word = self._is_word(lower) or self._places.is_name(word)
        if not (is_word or is_name) and (dotted := self._with_dots(lower)):
            heard = self._is_heard(one.base for one in self._readings(dotted))
            return _cased(word, dotted if heard else self._analyser.written_form(lower) or dotted)
        if is_word or self._is_known(word):
            return self._misread(word) or word
        if place := self._places.nearly(word):
            # Places are found misspelt; only the name of a service needs the very form.
            return place.capitalize() if fold(place) in self._names else word
        token = self._analyser.tokens(word)[0]
        # Spoken: the analyser leads it to a written form, and what is heard is what's meant.
        if is_foreign(lower):
            return word
        written = self._analyser.written_form(lower) if token.known else None
        bases = (*token.lemmas, *(one.base for one in self._readings(written or lower)))
        heard = self._is_heard(bases)
        # What only rules of speech make of a word nobody says here: a slip is likelier.
        slipped = len(word) >= LEAST_NAME and not (heard or is_name) and self._near_word(lower, 1)
        if token.known and not slipped and (len(word) < LEAST_HEARD or heard):
            return _cased(word, written) if written and not is_name else word
        if is_name:
            return self._near(word, 1, is_name=True) or self._named_half(word) or word
        if asking := near_asking(lower):
            return _cased(word, asking)
        return self._near(word, 1) or self._halves(word) or self._near(word, 2) or word

    def _named_half(self, word: str) -> str | None:
        """A name and a word that were written together."""
        halves = self._halves(word)
        first = halves.split()[0] if halves else ""
        named = first and (self._is_name(first) or self._places.is_name(first))
        return halves if named else None

    def _misread(self, word: str) -> str | None:
        """Two words taken for a compound: a little word, a name or a verb is among its halves.

        *Ennensyyskuuta*, *Lakeudensillat*, *pysäköintimaksaa*.
        """
        readings = self._readings(word)
        whole = any(one.structure.count("=") < 2 for one in readings)
        if not readings or whole or self._is_heard(one.base for one in readings):
            return None
        halves = None if self._is_name(word) or self._places.is_name(word) else self._halves(word)
        if halves is None:
            return None
        first, second = halves.split()
        # What stands in the nominative may begin a compound of which nobody has heard yet.
        begins = "nimento" in {one.case for one in self._readings(first)}
        named = self._is_name(first) and (first[0].isupper() or self._is_name(second))
        if first.lower() in STOP_WORDS or (named and not begins):
            return halves
        ends = self._readings(second)
        nouns = [one.base for one in ends if one.word_class != VERB]
        return halves if len(nouns) < len(ends) and not self._is_heard(nouns) else None

    def _is_heard(self, bases: Iterable[str]) -> bool:
        return any(base.lower() in self._vocabulary for base in bases)

    def _with_dots(self, lower: str) -> str | None:
        """The word with ä and ö for its a and o, if that makes a word of it."""
        if DOTS.search(lower):
            return None
        found = [one for one in with_diacritics(lower) if one in SPOKEN or self._is_word(one)]
        heard = (one for one in found if one in STOP_WORDS or one in self._vocabulary)
        return next(heard, found[0] if found else None)

    def _near(self, word: str, slips: int, *, is_name: bool = False) -> str | None:
        """The word or name from which so many slips of the fingers lead to this one."""
        lower = word.lower()
        if not is_name and (near := self._near_word(lower, slips)):
            return _cased(word, near)
        name = self._near_name(lower) if slips == 1 else None
        if name is None or name[0].isupper():
            return name
        return _cased(word, name)

    def _near_word(self, lower: str, slips: int) -> str | None:
        if len(lower) < (LEAST_REPAIRED if slips == 1 else LEAST_TWO_SLIPS):
            return None
        near = [
            one
            for one, distance in self._vocabulary.nearest(lower)
            if distance <= slips and one.isalpha() and one[0] == lower[0]
            # The vocabulary forgives dots; whoever writes them means them.
            if OSA.distance(one, lower, score_cutoff=slips) <= slips and self._is_known(one)
        ]
        if len(lower) < LEAST_TWO_SLIPS:
            # Short words have many neighbours: only what fingers do leads from one to another.
            near = [one for one in near if is_slip(one, lower)]
        return min(near, key=lambda one: len(one) != len(lower), default=None)

    def _near_name(self, lower: str) -> str | None:
        if len(lower) < LEAST_NAME:
            return None
        for base in map(fold, base_forms(lower)):
            for length in range(len(base) - 1, len(base) + 2):
                for name in self._shelves.get((length, base[0]), ()):
                    # *Kohtaannon* is a form of a plain word in the name, and no slip.
                    if name.startswith(base) or base.startswith(name):
                        continue
                    if OSA.distance(base, name, score_cutoff=1) < 2:
                        return self._names[name]
        return None

    def _halves(self, word: str) -> str | None:
        """Two words that were written together, with the space between them."""
        if len(word) < LEAST_JOINED:
            return None
        found = []
        for at in range(2, len(word) - 1):
            first, second = word[:at], word[at:]
            if second.startswith(NEVER_ALONE) or not (
                self._may_stand(first) and self._may_stand(second)
            ):
                continue
            little = sum(half.lower() in STOP_WORDS for half in (first, second))
            heard = sum(half.lower() in self._vocabulary for half in (first, second))
            segments = self._segments(first) + self._segments(second)
            # Of *kuntouttava työtoiminta* and *kuntouttavat yötoiminta* the one that's heard.
            found.append((-heard - little, segments, abs(2 * at - len(word)), f"{first} {second}"))
        return min(found)[-1] if found else None

    def _may_stand(self, half: str) -> bool:
        """Whether half of a word is one that the corpus holds, a name or a little word."""
        lower = half.lower()
        if lower in STOP_WORDS or lower in SPOKEN:
            return len(half) > LEAST_PIECE or half in LITTLE
        if len(half) <= LEAST_PIECE:
            return False
        bases = [one.base for one in self._readings(lower)]
        heard = lower in self._vocabulary or self._is_heard(bases) or self._places.is_name(half)
        return (heard and self._is_word(lower)) or self._is_name(half)

    def _segments(self, word: str) -> int:
        counts = [one.structure.count("=") for one in self._readings(word)]
        return min(counts, default=1)

    def _joins(self, text: str) -> Iterator[tuple[int, int, str]]:
        """Pairs of neighbours that are one word, name or place."""
        taken = -1
        for first, second in pairwise(WORD.finditer(text)):
            apart = text[first.end() : second.start()] == " " and first.start() > taken
            begun, rest = first.group(), second.group()
            if not apart or not rest.islower() or min(len(begun), len(rest)) < LEAST_PIECE:
                continue
            if joined := self._together(begun, rest):
                taken = second.start()
                yield first.start(), second.end(), joined

    def _written_together(self, first: str, second: str) -> str | None:
        """Two neighbours as one word, if they are: a place, a name, a compound that's heard."""
        joined = first + second
        lower = joined.lower()
        written = joined if first[0].isupper() else lower.capitalize()
        if not self._places.is_name(first) and self._places.is_name(written):
            return joined
        readings = self._readings(lower)
        if self._is_name_together(first, second):
            return joined
        little = STOP_WORDS.intersection((lower, *(one.base for one in readings)))
        if little and second not in STOP_WORDS:
            return joined
        if first.lower() in STOP_WORDS or second in STOP_WORDS or self._places.is_name(first):
            return None
        if not self._begins_one(lower[: len(first) + LEAST_PIECE]):
            return None
        if GENITIVE in {one.case for one in self._readings(first.lower())}:
            # *Suomen kieli*: two words and one are both right, and lists hold the two.
            return None
        is_compound = any(len(_begun(one, lower)) == len(first) for one in readings)
        heard = lower in self._vocabulary or self._is_heard(one.base for one in readings)
        return joined if is_compound and heard else None

    def _is_name_together(self, first: str, second: str) -> bool:
        joined = fold(first + second)
        if len(joined) < LEAST_NAME or (self._is_name(first) and self._is_name(second)):
            return False
        name = next((n for b in base_forms(joined) if (n := self._names.get(fold(b)))), "")
        return len(name) > len(first) + 1 and name[0].isupper()

    def _begins_one(self, start: str) -> bool:
        at = bisect_left(self._sorted, start)
        return at < len(self._sorted) and self._sorted[at].startswith(start)

    def _is_name(self, word: str) -> bool:
        return any(fold(base) in self._names for base in base_forms(word.lower()))

    def _is_word(self, word: str) -> bool:
        return bool(self._readings(word) or self._readings(word.capitalize()))

    def _is_known(self, word: str) -> bool:
        lower = word.lower()
        return self._is_word(lower) or bool(self._readings(word)) or self._is_name(word)

    def _readings(self, word: str) -> tuple[Reading, ...]:
        return self._dictionary.readings(word) if self._dictionary else ()


def _begun(reading: Reading, word: str) -> str:
    """What stands before the last part of a compound; a word without parts has nothing there."""
    last = reading.structure.rfind("=")
    signs = reading.structure[:last].replace("=", "")
    return word[: len(signs)] if last > 0 else ""


def _cased(like: str, word: str) -> str:
    return word.capitalize() if like[:1].isupper() else word


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    made: list[str] = []
    at = 0
    for start, end, new in changes:
        made += (text[at:start], new)
        at = end
    return "".join((*made, text[at:])) if made else text
