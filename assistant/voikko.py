"""The one door to libvoikko, the morphological analyser of Finnish.

Its handles aren't safe to share between threads, so every question goes through a lock; answers
are remembered, so that a word costs its analysis once.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CACHE_WORDS = 65_536
LONGEST_WORD = 80
PLACE = "paikannimi"
VERB = "teonsana"
ADJECTIVE = "laatusana"
ADVERB = "seikkasana"
PAST = "past_imperfective"
NAMES = frozenset({"etunimi", "sukunimi", "nimi", PLACE})


class VoikkoNotFoundError(Exception):
    """The library or its Finnish dictionary isn't installed."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word.

    Attributes:
        base: The base form as the dictionary writes it (place names with a capital).
        word_class: Voikko's class: ``nimisana``, ``teonsana``, ``paikannimi``...
        structure: One sign a letter, ``=`` before each compound part.
        case: Voikko's name of the case, or an empty string.
        bases: The word's pieces with their base forms, as Voikko writes them.
        own: Whether it's the speaker's: a verb in the first person singular, or *-ni* at its end.
        yours: Whether it's a verb in the second person.
        past: Whether it's a verb in the past.
    """

    base: str
    word_class: str
    structure: str
    case: str
    bases: str
    own: bool = False
    yours: bool = False
    past: bool = False


class Dictionary:
    """Voikko's Finnish dictionary, remembered word by word.

    Raises:
        VoikkoNotFoundError: libvoikko or the dictionary voikko-fi isn't installed.
    """

    def __init__(self) -> None:
        try:
            import libvoikko
        except (ImportError, OSError) as error:
            raise VoikkoNotFoundError(str(error)) from error
        try:
            self._handle = libvoikko.Voikko("fi")
        except (libvoikko.VoikkoException, OSError) as error:
            raise VoikkoNotFoundError(str(error)) from error
        self._lock = threading.Lock()
        self._cached = lru_cache(maxsize=CACHE_WORDS)(self._ask)

    def readings(self, word: str) -> tuple[Reading, ...]:
        """Return every reading of a word exactly as it's written, best known first."""
        return self._cached(word) if len(word) <= LONGEST_WORD else ()

    def _ask(self, word: str) -> tuple[Reading, ...]:
        with self._lock:
            found = self._handle.analyze(word)
        return tuple(
            Reading(
                base=item["BASEFORM"],
                word_class=item.get("CLASS", ""),
                structure=item.get("STRUCTURE", ""),
                case=item.get("SIJAMUOTO", ""),
                bases=item.get("WORDBASES", ""),
                own=_is_own(item),
                yours=item.get("PERSON") == "2",
                past=item.get("TENSE") == PAST,
            )
            for item in found
            if item.get("BASEFORM")
        )


def _is_own(item: Mapping[str, str]) -> bool:
    speaks = item.get("PERSON") == "1" and item.get("NUMBER") == "singular"
    return speaks or item.get("POSSESSIVE") == "1s"


@lru_cache(maxsize=1)
def open_dictionary() -> Dictionary:
    """Open the process's one dictionary.

    Raises:
        VoikkoNotFoundError: libvoikko or the dictionary voikko-fi isn't installed.
    """
    return Dictionary()


def segments_of(word: str, structure: str) -> list[str]:
    """Cut a word into a compound's pieces, by the structure that its reading tells.

    Args:
        word: A word as it stands.
        structure: Voikko's, with ``=`` before each piece and as many letters after it.
    """
    segments: list[str] = []
    position = 0
    for group in structure.split("=")[1:]:
        segments.append(word[position : position + len(group)])
        position += len(group)
    return [segment for segment in segments if segment.strip("-")]


def likeliest(readings: Sequence[Reading]) -> list[Reading]:
    """Leave out people's names beside ordinary words, and longer splits of the same word."""
    names = NAMES - {"paikannimi"}
    plain = [reading for reading in readings if reading.word_class not in names]
    kept = plain or list(readings)
    fewest = min(reading.structure.count("=") for reading in kept)
    return [reading for reading in kept if reading.structure.count("=") == fewest]


def is_adverb(word: str) -> bool:
    """Whether a word is an adverb and nothing else; ``False`` where there's no dictionary.

    Args:
        word: A word as it stands.
    """
    try:
        readings = open_dictionary().readings(word)
    except VoikkoNotFoundError:
        return False
    return bool(readings) and all(one.word_class == ADVERB for one in readings)
