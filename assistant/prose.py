"""Sentences of Finnish prose and how hard it is to read."""

from __future__ import annotations

import re
from typing import Final

from assistant.finnish_words import ABBREVIATIONS, LAST_ABBREVIATIONS

LONG_WORD: Final = 7

_STOP: Final = re.compile(
    r"[.!?…]+(?:[\"'”’»)\]]*)(?:\[\^?\w+\])*(?=\s|$)"  # an end, closing signs, source markers
    r"|\n(?=[ \t]*\n)|\n(?=[ \t]*(?:[-*•#>]|\d{1,2}[.)])[ \t])"  # a paragraph, a list item
)
_LAST_WORD: Final = re.compile(r"[^\s(\[\"'”»]*$")
_WORD: Final = re.compile(r"[^\W\d_]+(?:[-:'’][^\W\d_]+)*")
_ORDINAL: Final = re.compile(r"\d{1,2}$")
_DAY_AND_MONTH: Final = re.compile(r"(?:^|[-–])\d{1,2}\.\d{1,2}$")
_NUMBER: Final = re.compile(r"[\d.,–-]*\d$")
_INITIAL: Final = re.compile(r"(?:[A-ZÅÄÖ]|[A-ZÅÄÖ]\.-?[A-ZÅÄÖ])$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Return the sentences of a text as spans of code points, in order.

    A full stop after an abbreviation, an ordinal, a day and month or an initial ends nothing; an
    empty line and a list item begin anew. The spans hold every character that isn't a space.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _goes_on(text, start, stop.start(), stop.end()):
            continue
        _append(spans, text, start, stop.end())
        start = stop.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    if stripped := piece.strip():
        left = start + len(piece) - len(piece.lstrip())
        spans.append((left, left + len(stripped)))


def _goes_on(text: str, start: int, dot: int, end: int) -> bool:
    """Tell whether the sentence goes on after the full stop at ``dot``."""
    if text.startswith("..", dot) or end > dot + 1:
        return False
    match = _LAST_WORD.search(text, start, dot)
    word = match.group() if match else ""
    rest = text[end:].lstrip(" \t\n")
    lower_next = bool(rest) and (rest[0].islower() or rest[0] in ",;")
    if word.casefold() in LAST_ABBREVIATIONS:
        return lower_next
    if word.casefold() in ABBREVIATIONS or _INITIAL.fullmatch(word):
        return bool(rest)
    if _ORDINAL.fullmatch(word):
        return lower_next or not text[start:dot].strip(" \t\n-*•").removesuffix(word)
    if _DAY_AND_MONTH.search(word):
        return bool(rest)
    return lower_next and bool(_NUMBER.fullmatch(word) or len(word) < 3)


def words(text: str) -> list[str]:
    """Return the words of a text: letters, with hyphens, colons and apostrophes inside."""
    return _WORD.findall(text)


def words_per_sentence(text: str) -> float:
    """Return the mean length of a sentence in words; 0.0 for a text without words."""
    counts = [len(words(text[start:end])) for start, end in sentences(text)]
    spoken = [count for count in counts if count]
    return sum(spoken) / len(spoken) if spoken else 0.0


def lix(text: str) -> float:
    """Return the readability index LIX: words a sentence plus the percentage of long words.

    Long is more than six letters. Björnsson, C. H. (1968), *Läsbarhet*. Finnish words are long,
    so that the figure compares Finnish texts with each other only. 0.0 for a text without words.
    """
    found = words(text)
    if not found:
        return 0.0
    long = sum(len(word) >= LONG_WORD for word in found)
    return words_per_sentence(text) + 100 * long / len(found)
