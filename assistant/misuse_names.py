"""Whether a text names a person: by the dictionary's first names, else by pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.voikko import PLACE, VoikkoNotFoundError, open_dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator

FULL, FIRST, PAIR = "full", "first", "pair"
"""A first name with a surname, a first name alone, and two capitals that no dictionary knows."""

_FIRST_NAME: Final = "etunimi"
_CAPITALISED: Final = re.compile(r"(?<![\w-])[A-ZÅÄÖА-ЯІЇЄ][a-zåäöéüа-яіїєё'-]+(?![\w-])")
_INITIAL: Final = re.compile(r"\b[A-ZÅÄÖ]:(?:n|ssa|lla|lle|lta|lt)\b")
_LATIN: Final = re.compile(r"[A-Za-zÅÄÖåäöé]")


def person_names(text: str) -> frozenset[str]:
    """What sorts of people's names a text holds: ``FULL``, ``FIRST`` and ``PAIR``.

    Args:
        text: What a person wrote.
    """
    words = list(_CAPITALISED.finditer(text))
    found = {FIRST} if _INITIAL.search(text) else set()
    for number, match in enumerate(words):
        following = words[number + 1] if number + 1 < len(words) else None
        together = following is not None and text[match.end() : following.start()] == " "
        surname = following.group() if following is not None and together else None
        found.update(_kinds(text, match, surname))
    return frozenset(found)


def _kinds(text: str, match: re.Match[str], surname: str | None) -> Iterator[str]:
    word, starts = match.group(), not text[: match.start()].strip(" \"'”(-–")
    starts = starts or text[: match.start()].rstrip().endswith((".", "!", "?", ":"))
    if not _LATIN.match(word):
        if surname is not None:
            yield PAIR
        return
    classes, surnames = _classes(word), _classes(surname or "")
    ordinary = starts and bool(_classes(word.lower()))
    # Many a surname is a place's name too (*Salmi*, *Mattila*), but *Anna Oulun palvelut* asks.
    if _FIRST_NAME in classes and surname is not None and not (ordinary and PLACE in surnames):
        yield FULL
        return
    if ordinary or PLACE in surnames or PLACE in classes:
        return
    if _FIRST_NAME in classes:
        yield FIRST
    elif surname is not None and not classes and not starts:
        yield PAIR


def _classes(word: str) -> set[str]:
    try:
        return {reading.word_class for reading in open_dictionary().readings(word)}
    except VoikkoNotFoundError:
        # Places and organisations stand in the genitive before another name, first names don't.
        return set() if word.endswith("n") else {_FIRST_NAME}
