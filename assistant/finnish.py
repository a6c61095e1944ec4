"""Finnish text made comparable: normal characters, base forms and the parts of compounds.

Everything here is for questions and index terms. Quoted text is never passed through it.
"""

from __future__ import annotations

import logging
import re
from abc import ABC, abstractmethod
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING, Final, Protocol

from assistant.characters import normalise
from assistant.ellipsis import with_ends
from assistant.finnish_words import SPOKEN, STOP_WORDS
from assistant.northern import is_verbs, likely_forms, sure_forms, without_spoken_clitic
from assistant.prose import lix, sentences, words_per_sentence
from assistant.spelling import (
    Vocabulary,
    base_forms,
    clear_stem,
    fold,
    without_clitic,
)
from assistant.voikko import (
    CACHE_WORDS,
    Reading,
    VoikkoNotFoundError,
    likeliest,
    open_dictionary,
    segments_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

__all__ = [
    "Analyser",
    "SimplemmaAnalyser",
    "Token",
    "Vocabulary",
    "VoikkoAnalyser",
    "index_terms",
    "lix",
    "normalise",
    "open_analyser",
    "query_terms",
    "sentences",
    "words_per_sentence",
]

log = logging.getLogger(__name__)

EXACT: Final = 1.0
SURFACE: Final = 0.5
PART: Final = 0.5
JOINED: Final = 0.8
REPAIRED: Final = (0.9, 0.7, 0.5)
MOST_CANDIDATES: Final = 120
VERB: Final = "teonsana"
MOST_LEMMAS: Final = 4
SHORTEST_KNOWN: Final = 3

_JOINERS: Final = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_TOKEN: Final = re.compile(rf"[^\W_][\w{_JOINERS}]*\+?(?:[-‐‑–:'’´+&/.][^\W_][\w{_JOINERS}]*)*")
_JOINT: Final = re.compile(r"[-+&/.]+")
_CAPITALS: Final = re.compile(r"([A-ZÅÄÖ0-9]{2,}):?[a-zåäö]+")
_PIECE: Final = re.compile(r"\+([^()+]+)\(([^()+=]+)[^()]*\)")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text: ``text[start:end]`` in code points of the text as given.

    Attributes:
        text: The word as it stands there.
        start: Offset of its first character.
        end: Offset after its last character.
        lemmas: Lower-case base forms, likeliest first; never empty.
        parts: Lower-case base forms of a compound's parts; empty when it isn't a compound.
        known: Whether the dictionary or the known names hold the word.
    """

    text: str
    start: int
    end: int
    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    known: bool = True


class Analyser(Protocol):
    """What turns a text into words with their base forms."""

    name: str

    def tokens(self, text: str) -> list[Token]:
        """Return the words of a text, in order."""
        ...

    def written_form(self, lower: str) -> str | None:
        """Return how a spoken form in small letters is written, where a rule leads to it."""
        ...


@dataclass(frozen=True, slots=True)
class _Word:
    lemmas: tuple[str, ...]
    parts: tuple[str, ...]
    known: bool


class _WordAnalyser(ABC):
    """What the analysers share: finding words, known names, hyphens, remembering."""

    name = ""

    def __init__(self, known: Collection[str] = ()) -> None:
        self._known = {
            fold(word): word.lower()
            for name in known
            for word in re.split(r"[\s/()]+", normalise(name))
            if len(word) >= SHORTEST_KNOWN and word.lower() not in STOP_WORDS
        }
        self._cached: Callable[[str], _Word] = lru_cache(maxsize=CACHE_WORDS)(self._analyse)

    def tokens(self, text: str) -> list[Token]:
        """Return the words of a text, in order, with offsets into the text as given."""
        found = []
        for match in _TOKEN.finditer(text):
            surface = match.group()
            word = self._cached(surface)
            found.append(
                Token(surface, match.start(), match.end(), word.lemmas, word.parts, word.known)
            )
        return with_ends(text, found, self._compound)

    def _compound(self, word: str) -> str | None:
        found = self._cached(word)
        return found.lemmas[0] if found.known and found.parts else None

    @abstractmethod
    def _lookup(self, word: str) -> _Word | None:
        """Return what the dictionary knows of a word."""

    def _analyse(self, surface: str) -> _Word:
        word = normalise(surface).strip("'+:-").removesuffix("'s") or surface
        pieces = [piece for piece in _JOINT.split(word) if piece]
        if len(pieces) > 1:
            return self._analyse_joined(word, pieces)
        return self._analyse_plain(word)

    def _analyse_joined(self, word: str, pieces: Sequence[str]) -> _Word:
        whole = self._lookup(word)
        analysed = [self._cached(piece) for piece in pieces]
        last = analysed[-1].lemmas[0]
        lemmas = whole.lemmas if whole else (word[: -len(pieces[-1])].lower() + last,)
        parts = [part for piece in analysed for part in (*piece.lemmas[:1], *piece.parts)]
        known = whole is not None or all(piece.known for piece in analysed)
        named = [name for name in self._known_names(word) if name not in lemmas]
        return _Word((*lemmas, *named), tuple(dict.fromkeys(parts)), known)

    def _analyse_plain(self, word: str) -> _Word:
        lower = word.lower()
        named = tuple(dict.fromkeys(self._known_names(word)))
        found = (
            self._spoken(lower)
            or self._lookup(word)
            or self._spoken(without_clitic(lower))
            or self._spoken(without_spoken_clitic(lower))
        )
        if found is not None and found.parts:
            # *Työnjako* is a word by itself, whatever name is left when its end is taken off.
            named = tuple(name for name in named if name in found.lemmas)
        if found is None and not named:
            found = self._guess(lower)
        if found is None:
            stem = clear_stem(lower)
            guesses = named or ((lower, stem) if stem else (lower,))
            return _Word(guesses, (), bool(named))
        # Capitals before a small ending are a name, whatever else the letters spell.
        first, second = (
            (named, found.lemmas) if _CAPITALS.fullmatch(word) else (found.lemmas, named)
        )
        lemmas = tuple(dict.fromkeys((*first, *second)))
        return _Word(lemmas, found.parts, True)

    def _spoken(self, lower: str) -> _Word | None:
        written = SPOKEN.get(lower)
        found = self._lookup(written) if written else None
        # The written form may be a form of another word too: minä is "I" and "as what".
        return (
            _Word((written,), (), True) if written and found and written in found.lemmas else found
        )

    def _known_names(self, word: str) -> Iterator[str]:
        split = _CAPITALS.fullmatch(word)
        if split:
            yield split.group(1).lower()
        bare = word.split(":")[0]
        if bare != word:
            yield bare.lower()
        if self._known:
            for base in base_forms(bare.lower().replace("'", "")):
                if (name := self._known.get(fold(base))) is not None:
                    yield name
                    return

    def written_form(self, lower: str) -> str | None:
        """The form that a spoken one in small letters is written in, where a rule leads to it."""
        if not lower.isalpha() or len(lower) < 3:
            return None
        # Bounded: a question may be full of words that nobody knows.
        return self._first_known(islice(sure_forms(lower), MOST_CANDIDATES))

    def _guess(self, lower: str) -> _Word | None:
        if not lower.isalpha() or len(lower) < 3:
            return None
        every = chain(sure_forms(lower), likely_forms(lower))
        written = self._first_known(islice(every, MOST_CANDIDATES))
        return self._lookup(written) if written else None

    def _first_known(self, candidates: Iterable[str]) -> str | None:
        for one in candidates:
            if self._lookup(one) and (not is_verbs(one) or self._is_verb(one)):
                return one
        return None

    def _is_verb(self, word: str) -> bool:
        """Whether a word is a form of a verb and of nothing else, as far as anybody knows."""
        return bool(word)


class VoikkoAnalyser(_WordAnalyser):
    """Base forms and compound parts from libvoikko's Finnish dictionary.

    Args:
        known: Names that no dictionary holds (projects, services), met in any case.

    Raises:
        VoikkoNotFoundError: The library or its dictionary isn't installed.
    """

    name = "voikko"

    def __init__(self, known: Collection[str] = ()) -> None:
        super().__init__(known)
        self._dictionary = open_dictionary()

    def _lookup(self, word: str) -> _Word | None:
        readings = self._dictionary.readings(word)
        # Place names are in the dictionary with a capital, acronyms with capitals only.
        if not readings and not word[:1].isupper():
            readings = self._dictionary.readings(word[:1].upper() + word[1:])
        if not readings and word != word.lower():
            readings = self._dictionary.readings(word.lower())
        if not readings:
            return None
        kept = likeliest(readings)
        lemmas = tuple(dict.fromkeys(reading.base.lower() for reading in kept))[:MOST_LEMMAS]
        return _Word(lemmas, self._parts(word, kept[0]), True)

    def _is_verb(self, word: str) -> bool:
        readings = self._dictionary.readings(word)
        return bool(readings) and all(one.word_class == VERB for one in readings)

    def _parts(self, word: str, reading: Reading) -> tuple[str, ...]:
        segments = segments_of(word, reading.structure)
        if len(segments) < 2:
            return ()
        base = reading.base.lower()
        head = base[sum(map(len, segments[:-1])) :].lstrip("-")
        # What stands only in compounds (nais-) has its base form among the word's pieces.
        bases = {piece.lower(): whole.lower() for piece, whole in _PIECE.findall(reading.bases)}
        parts = []
        for segment in segments[:-1]:
            stem = segment.strip("-").lower()
            if found := self._dictionary.readings(stem):
                parts.append(likeliest(found)[0].base.lower())
            else:
                parts.append(bases.get(stem, stem))
        return tuple(dict.fromkeys((*parts, *([head] if head else []))))


class SimplemmaAnalyser(_WordAnalyser):
    """Base forms from simplemma's word list: the fallback, without compound parts.

    Args:
        known: Names that no dictionary holds (projects, services), met in any case.
    """

    name = "simplemma"

    def _lookup(self, word: str) -> _Word | None:
        import simplemma

        if not simplemma.is_known(word, lang="fi"):
            return None
        return _Word((simplemma.lemmatize(word, lang="fi").lower(),), (), True)


def open_analyser(known: Collection[str] = ()) -> Analyser:
    """Open the best analyser there is: Voikko, or simplemma with a warning in the log.

    Args:
        known: Names that no dictionary holds (projects, services), met in any case.
    """
    try:
        return VoikkoAnalyser(known)
    except VoikkoNotFoundError as error:
        log.warning(
            "libvoikko can't be used (%s): falling back to simplemma, without compound parts. "
            "Install the packages libvoikko1 and voikko-fi.",
            error,
        )
        return SimplemmaAnalyser(known)


def index_terms(tokens: Sequence[Token]) -> list[str]:
    """Return the terms of a passage for the lexical index: base forms, parts, surface forms.

    Stop words are left out; a term comes once a word, so that its count is the count of words.
    """
    terms: list[str] = []
    for token in tokens:
        if not _is_stop(token):
            terms += dict.fromkeys((*token.lemmas, *token.parts, _surface(token.text)))
    return terms


@lru_cache(maxsize=CACHE_WORDS)
def _surface(text: str) -> str:
    return normalise(text).lower()


def _is_stop(token: Token) -> bool:
    return token.text.lower() in STOP_WORDS or all(lemma in STOP_WORDS for lemma in token.lemmas)


def query_terms(tokens: Sequence[Token], vocabulary: Collection[str]) -> list[tuple[str, float]]:
    """Return the terms of a question with their weights, each term once.

    Adds neighbours written apart that the vocabulary holds as one word, and repairs words that
    neither the dictionary nor the vocabulary knows.

    Args:
        tokens: The words of the question.
        vocabulary: The terms of the index; a ``Vocabulary`` spares its preparation.

    Returns:
        Pairs of a term and its weight: 1.0 for a base form, less for what is derived from it.
    """
    words = vocabulary if isinstance(vocabulary, Vocabulary) else Vocabulary(vocabulary)
    weights: dict[str, float] = {}

    def add(term: str, weight: float) -> None:
        weights[term] = max(weight, weights.get(term, 0.0))

    for token, following in zip_longest(tokens, tokens[1:]):
        if following is not None:
            for joined in _joined(token, following, words):
                add(joined, JOINED)
        if _is_stop(token):
            continue
        for lemma in token.lemmas:
            add(lemma, EXACT)
        for part in token.parts:
            add(part, PART)
        surface = _surface(token.text)
        add(surface, SURFACE)
        if not token.known and not any(term in words for term in (*token.lemmas, surface)):
            for near, distance in words.nearest(token.lemmas[0]):
                add(near, REPAIRED[distance])
    return list(weights.items())


def _joined(first: Token, second: Token, words: Vocabulary) -> Iterator[str]:
    for left in (_surface(first.text), *first.lemmas):
        for right in second.lemmas:
            for joined in (left + right, f"{left}-{right}"):
                if joined in words:
                    yield joined
