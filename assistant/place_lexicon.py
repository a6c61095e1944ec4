"""Every written, spoken and foreign form of the places, looked up by word.

Names of several words and names with a hyphen are phrases: tuples of folded words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from assistant.place_forms import LOCAL_CASES, inflect, inhabitant_stems, russian_cases, spoken
from assistant.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST_FUZZY: Final = 6
SHORTEST_FUZZY_ELSEWHERE: Final = 8
DIACRITICS: Final = "äöå"
CACHE_WORDS: Final = 32_768

_SEPARATOR: Final = re.compile(r"[\s-]+")
_CLITIC: Final = re.compile(r"(?:kin|kaan|ko|kohan|han|pa|pas|kos)$")
_POSSESSIVE: Final = re.compile(r"(?<=[aeiouy])(?:mme|nne|ni|si|nsa)$")
_NEN: Final = r"(?:nen|s(?:en|e(?:n|t|na|ksi|lle|lla|lta|ssa|sta|en)|ta|ten|ia|ien|in|i\w{2,4}))$"
_INHABITANT: Final = re.compile(r"(.{2,})lai" + _NEN)
_OF_HEAD: Final = re.compile(r"(.{4,}i)" + _NEN)
FINNISH_ENDINGS: Final = ("in", "ia", "issa", "ista", "iin", "illa", "ilta", "ille", "iksi")
"""Cases that Finnish speakers give to a Swedish name that ends in a consonant."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place with the municipalities it stands for.

    Attributes:
        name: Its Finnish base name.
        kind: ``municipality``, ``district``, ``area``, ``region`` or ``country``.
        municipalities: The municipalities it stands for.
        home: Whether it lies in the home region or takes part in its projects.
        inner: Whether one lives *in* it (Oulussa) and not *at* it (Kalajoella); ``None``: unknown.
    """

    name: str
    kind: str
    municipalities: tuple[str, ...]
    home: bool = False
    inner: bool | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a place's name.

    Attributes:
        entry: The place.
        case: The grammatical case, or ``inhabitant``, or ``foreign``.
        written: The form in lower case with its diacritics.
        spoken: Whether the form is made by a rule of speech.
        guessed: Whether the word only resembles the form.
    """

    entry: Entry
    case: str
    written: str
    spoken: bool = False
    guessed: bool = False


class Lexicon:
    """The forms of all places, by folded word and by phrase."""

    def __init__(self) -> None:
        self._words: dict[str, list[Form]] = {}
        self._inhabitants: dict[str, Entry] = {}
        self._by_start: dict[tuple[int, str], list[str]] = {}
        self._by_end: dict[tuple[int, str], list[str]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Form]]] = {}
        self.lookup = lru_cache(maxsize=CACHE_WORDS)(self._lookup)
        self.resembling = lru_cache(maxsize=CACHE_WORDS)(self._resembling)

    def add_finnish(self, entry: Entry, name: str, cases: Iterable[str] | None = None) -> None:
        """Add a Finnish name in all cases, or only in some, with spoken variants."""
        for case, forms in inflect(name).items():
            if cases is not None and case not in cases:
                continue
            for form in forms:
                self._add(Form(entry, case, form.lower()))
                for variant in spoken(case, form):
                    self._add(Form(entry, case, variant.lower(), spoken=True))
        if cases is None and entry.kind != "country":
            for stem in inhabitant_stems(name):
                self._inhabitants.setdefault(fold(stem), entry)

    def add_foreign(self, entry: Entry, name: str, language: str) -> None:
        """Add a name in another language: its cases in Russian, its genitive in Swedish."""
        forms = russian_cases(name) if language in {"ru", "uk"} else (name, name + "s")
        if language == "sv" and name[-1] not in "aeiouyåäö":
            forms = (*forms, *(name + ending for ending in FINNISH_ENDINGS))
        for form in forms:
            self._add(Form(entry, "foreign", form.lower()))

    def _add(self, form: Form) -> None:
        words = tuple(filter(None, _SEPARATOR.split(fold(form.written))))
        if len(words) > 1:
            self.phrases.setdefault(words[0], []).append((words, form))
            return
        forms = self._words.setdefault(words[0], [])
        if all((known.entry, known.written) != (form.entry, form.written) for known in forms):
            forms.append(form)

    def prepare(self) -> None:
        """Make the shelves for misspelt words, once every name is in."""
        for phrases in self.phrases.values():
            phrases.sort(key=lambda pair: -len(pair[0]))
        for word, forms in self._words.items():
            shortest = (
                SHORTEST_FUZZY if any(f.entry.home for f in forms) else SHORTEST_FUZZY_ELSEWHERE
            )
            far = not any(_worth_guessing(form.entry) for form in forms)
            if len(word) >= shortest and word.isascii() and not far:
                self._by_start.setdefault((len(word), word[0]), []).append(word)
                self._by_end.setdefault((len(word), word[-4:]), []).append(word)

    def _lookup(self, word: str) -> tuple[Form, ...]:
        """Return the forms that a word is, likeliest first; diacritics may be missing."""
        found = list(self._matching(word))
        if not found:
            found = list(self._inhabitant(word))
        return tuple(sorted(found, key=lambda form: (form.spoken, not form.entry.home)))

    def _matching(self, word: str) -> Iterator[Form]:
        folded, lower = fold(word), word.lower()
        for stripped in _without_clitics(folded):
            forms = self._words.get(stripped, ())
            matching = [form for form in forms if _diacritics_fit(lower, form.written)]
            if matching:
                yield from matching
                return

    def _inhabitant(self, word: str) -> Iterator[Form]:
        for stripped in _without_clitics(fold(word)):
            for pattern in (_INHABITANT, _OF_HEAD):
                match = pattern.fullmatch(stripped)
                entry = self._inhabitants.get(match.group(1)) if match else None
                if entry and _diacritics_fit(word.lower(), entry.name.lower()):
                    yield Form(entry, "inhabitant", word.lower())
                    return

    def _resembling(self, word: str) -> tuple[Form, ...]:
        """Return the forms one typing error away from a word of six letters or more."""
        folded = fold(word)
        if len(folded) < SHORTEST_FUZZY or not (folded.isascii() and folded.isalpha()):
            return ()
        near = {
            other
            for length in (len(folded) - 1, len(folded), len(folded) + 1)
            for other in (
                *self._by_start.get((length, folded[0]), ()),
                *self._by_end.get((length, folded[-4:]), ()),
            )
            if OSA.distance(folded, other, score_cutoff=1) <= 1
        }
        forms = [
            Form(form.entry, form.case, form.written, guessed=True)
            for other in sorted(near)
            for form in self._words[other]
            if self._near_enough(word.lower(), form)
        ]
        home = [form for form in forms if form.entry.home]
        kept = home or forms
        # Two places equally near: better none than the wrong one.
        return tuple(kept[:1]) if len({form.entry.name for form in kept}) == 1 else ()

    @staticmethod
    def _near_enough(lower: str, form: Form) -> bool:
        """Tell whether a word with its diacritics, and its first letter, may be the form."""
        if lower[0] != form.written[0] and len(lower) < SHORTEST_FUZZY_ELSEWHERE:
            return False
        return lower.isascii() or OSA.distance(lower, form.written, score_cutoff=1) <= 1


def _worth_guessing(entry: Entry) -> bool:
    own = entry.home and entry.kind != "district"
    return own or len(entry.name) >= SHORTEST_FUZZY


def _without_clitics(folded: str) -> Iterator[str]:
    yield folded
    bare = _CLITIC.sub("", folded)
    if bare != folded:
        yield bare
    owned = _POSSESSIVE.sub("", bare)
    if owned != bare:
        yield owned


def _diacritics_fit(word: str, written: str) -> bool:
    """Tell whether a word's own diacritics are those of the form; missing ones are forgiven."""
    pairs = zip(word, written, strict=False)
    return all(letter == right for letter, right in pairs if letter in DIACRITICS)


def local(form: Form) -> bool:
    """Tell whether a form says where, whence or whither."""
    return form.case in LOCAL_CASES
