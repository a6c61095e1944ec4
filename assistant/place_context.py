"""Whether a word that looks like a place's name is meant as one.

Many names are ordinary words (Salo, Lahti, Kello), people's names (Salla, Simo) or stand inside an
organisation's name (Oulun yliopisto). The words around tell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from assistant.finnish import normalise
from assistant.place_lexicon import CACHE_WORDS, Entry, Form, Lexicon, local
from assistant.spelling import fold, written_forms
from assistant.voikko import (
    NAMES,
    PLACE,
    Dictionary,
    Reading,
    VoikkoNotFoundError,
    open_dictionary,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

CUES_AROUND: Final = 3
SHORTEST_COMPOUND: Final = 8
SHORTEST_SPOKEN: Final = 3
INNER: Final = frozenset({"inessive", "elative", "illative"})
VOIKKO_CASES: Final = {
    "omanto": "genitive",
    "sisaolento": "inessive",
    "sisaeronto": "elative",
    "sisatulento": "illative",
    "ulkoolento": "adessive",
    "ulkoeronto": "ablative",
    "ulkotulento": "allative",
}

_CUE: Final = re.compile(
    r"asu(?:n|t|u|mme|tte|vat|va|vi|via|valla|valle|in|nut|a|i)?$|muutt|muutin|muuti|muuta(?:n|mme)"
    r"|kotoisin|kunnas|kunta$|kunnan|kaupun|paikkakun|seudu|bor$|bo$|flytt|live$|living"
)
_ORGANISATION: Final = re.compile(
    r".*yliopist|.*korkeakoulu(?!te)|amk$|amkin|.*opisto|.*oppilaito|ely$|elyn|te$|.*seurakun|.*saatio"
    r"|diakoni|setlement|.*yhdisty|ry$|oy$|oyj$|sr$|liit[to]o|kauppakamari|aluehallinto|avi$"
    r"|karajaoikeu|konservatori|elinvoimakesku|koulutuskesku|koulutusyhtym|.*kuntayhtym|hiippakun"
    r"|hyvinvointialu|yrittajat|yrittajien|universit|yrkeshog|.*kehittamiskesku"
    r"|kehittamis+yhtio|kehitysyhtio"
)
_WORD: Final = re.compile(
    r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0653-\u0655\u00ad\u200b-\u200d\u2060])*"
)
_CONNECTING: Final = re.compile(
    r"(?:seudun|alueen|ja|maakunnan|aikuis|ammatti|kristilli\w+|ev|lut)$"
)
_OWNERS: Final = ("kunta", "kunna", "kaupun", "seudu", "seutu", "aluee")
_JOINT: Final = re.compile(r"\s{0,2}[-–‐‑]?\s{0,2}")
_HYPHENS: Final = frozenset("-–‐‑")
_OPENING: Final = "\"'”“»«(*•–- \t"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text with its place there; ``folded`` is how the lexicon knows it."""

    text: str
    start: int
    end: int
    folded: str


@lru_cache(maxsize=CACHE_WORDS)
def _plain(surface: str) -> tuple[str, str]:
    plain = normalise(surface)
    return plain, fold(plain)


def words_of(text: str) -> list[Word]:
    """Return the words of a text: runs of letters, hyphens between them left out."""
    return [
        Word(_plain(m.group())[0], m.start(), m.end(), _plain(m.group())[1])
        for m in _WORD.finditer(text)
    ]


class PlaceReader:
    """Reads a text's words as places.

    Args:
        lexicon: The forms of the places.
        ordinary: Names that are ordinary words or first names too.
        certain: Names that are hardly ever meant as the ordinary word they are.
    """

    def __init__(
        self, lexicon: Lexicon, ordinary: Collection[str], certain: Collection[str]
    ) -> None:
        self._lexicon = lexicon
        self._hard = frozenset(ordinary)
        self._certain = frozenset(certain)
        self._dictionary: Dictionary | None
        try:
            self._dictionary = open_dictionary()
        except VoikkoNotFoundError:
            self._dictionary = None
        self._forms = lru_cache(maxsize=CACHE_WORDS)(self._read_word)
        self._ordinary = lru_cache(maxsize=CACHE_WORDS)(self._is_ordinary)

    def read(self, text: str, words: Sequence[Word]) -> Iterator[tuple[int, int, Entry]]:
        """Yield the index of the first and last word of each place, and the place."""
        index = 0
        while index < len(words):
            last, form = self._at(text, words, index)
            if form is not None and not _in_organisation(text, words, last, form):
                yield index, last, form.entry
            index = last + 1

    def _at(self, text: str, words: Sequence[Word], index: int) -> tuple[int, Form | None]:
        for phrase, form in self._lexicon.phrases.get(words[index].folded, ()):
            last = index + len(phrase) - 1
            if last < len(words) and _is_phrase(text, words[index : last + 1], phrase):
                return last, form
        for form in self._forms(words[index].text):
            if self._meant(text, words, index, form):
                return index, form
        return index, None

    def _read_word(self, word: str) -> tuple[Form, ...]:
        forms = self._lexicon.lookup(word)
        if forms or self._dictionary is None:
            return forms
        readings = self._dictionary.readings(word)
        places = self._places(readings)
        if places or any(not _compound(reading) for reading in readings):
            return places
        if readings:
            # Voikko reads many a misspelt name as a compound that nobody has ever used.
            near = self._lexicon.resembling(word) if len(word) >= SHORTEST_COMPOUND else ()
            return tuple(form for form in near if form.entry.home)
        lower = word.lower()
        for written in written_forms(lower) if len(lower) >= SHORTEST_SPOKEN else ():
            if spoken := self._dictionary.readings(written):
                # A spoken form of an ordinary word isn't a misspelt place.
                return self._places(spoken)
        return self._lexicon.resembling(word)

    def _places(self, readings: Sequence[Reading]) -> tuple[Form, ...]:
        return tuple(
            replace(form, case=VOIKKO_CASES.get(reading.case, form.case))
            for reading in readings
            if reading.word_class == PLACE
            for form in self._lexicon.lookup(reading.base)
        )

    def _is_ordinary(self, word: str) -> bool:
        """Tell whether the dictionary knows a word as something else than the place's name."""
        if self._dictionary is None:
            return False
        readings = self._dictionary.readings(word)
        return any(r.word_class not in NAMES and not _compound(r) for r in readings)

    def _meant(self, text: str, words: Sequence[Word], index: int, form: Form) -> bool:
        word = words[index].text
        if len(word) == len("II") and word.isupper() and form.case in {"nominative", "foreign"}:
            # II is two, and ИИ is artificial intelligence, before they are Ii.
            return False
        if self._is_person(text, words, index, form):
            return False
        hard = form.entry.name in self._hard
        if len(words) == 1:
            # An answer to "which municipality?".
            return word[0].isupper() or not hard
        sure = form.case == "inhabitant" or form.entry.name in self._certain
        if not hard and (sure or not self._ordinary(word)):
            return True
        if form.entry.home and form.entry.kind == "municipality":
            # People ask about their own municipality more than about what is pretty (sievä).
            return True
        around = words[max(0, index - CUES_AROUND) : index + CUES_AROUND + 1]
        cued = any(_CUE.match(near.folded) for near in around)
        named = word[0].isupper() and not word.isupper() and not _begins(text, words[index].start)
        if local(form) and form.entry.home and not hard:
            return True
        if local(form):
            # Lahdessa is in Lahti, lahdella at a bay: each place has its own row of cases.
            inner = form.case in INNER
            if form.entry.inner not in {None, inner}:
                return False
            # People have the outer cases too: Simolle is to Simo, Simoon only to the place.
            return cued or (named and (inner or not hard))
        if named and not hard:
            return True
        following = words[index + 1].folded if index + 1 < len(words) else ""
        return form.case == "genitive" and following.startswith(_OWNERS)

    def _is_person(self, text: str, words: Sequence[Word], index: int, form: Form) -> bool:
        """Tell whether a capitalised name stands beside a person's other name."""
        word = words[index]
        if not word.text[0].isupper() or form.case not in {"nominative", "genitive", "partitive"}:
            return False
        if index and text[words[index - 1].end : word.start] == " ":
            before = words[index - 1].text
            classes = self._classes(before) if before[0].isupper() else set()
            # Anna is also "give": it takes a surname from elsewhere to make a person of it.
            if classes == {"etunimi"} or ("etunimi" in classes and not form.entry.home):
                return True
        if index + 1 < len(words) and text[word.end : words[index + 1].start] == " ":
            after = words[index + 1].text
            return after[0].isupper() and "sukunimi" in self._classes(after)
        return False

    def _classes(self, word: str) -> set[str]:
        if self._dictionary is None:
            return set()
        return {reading.word_class for reading in self._dictionary.readings(word)}


def _in_organisation(text: str, words: Sequence[Word], last: int, form: Form) -> bool:
    following = words[last + 1 : last + 4]
    hyphened = following and text[words[last].end : following[0].start] in _HYPHENS
    if form.case not in {"genitive", "foreign"} and not hyphened:
        return False
    for word in following:
        if _ORGANISATION.match(word.folded):
            return word.folded != "te" or word.text.isupper()
        if hyphened or (not _CONNECTING.match(word.folded) and not word.text[0].isupper()):
            return False
    return False


def _compound(reading: Reading) -> bool:
    return reading.structure.count("=") > 1


def _begins(text: str, start: int) -> bool:
    """Tell whether a sentence, a line or a quotation begins at an offset."""
    before = text[max(0, start - 8) : start].rstrip(_OPENING)
    return start == 0 or (not before and start <= 8) or before[-1:] in {".", "!", "?", ":", "\n"}


def _is_phrase(text: str, words: Sequence[Word], phrase: Sequence[str]) -> bool:
    if any(word.folded != wanted for word, wanted in zip(words, phrase, strict=True)):
        return False
    return all(_JOINT.fullmatch(text[left.end : right.start]) for left, right in pairwise(words))
