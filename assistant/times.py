"""Times that a question names: days, months, seasons, years, now, and spans open at one end.

Own code beside dateparser 1.5, which takes 1 to 20 ms a question and loses what is asked here: it
makes a day of a month or a year, passes over Finnish seasons and "marraskuun alusta", and reads
"45 vuotta" and telephone numbers as dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from assistant.calendar_spans import day_at, year_of
from assistant.time_context import TimeText
from assistant.time_spans import Piece, SpanReader
from assistant.time_words import DASH

_MODES: Final = ("", "from", "until", "past", "before")


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time named in a text: ``text`` stands at ``[start:end]``, in code points.

    Attributes:
        start: Offset of its first character.
        end: Offset after its last character.
        text: The words as they stand there.
        first: First day meant, ``date.min`` when the beginning is open.
        last: Last day meant, inclusive, ``date.max`` when the end is open.
        kind: ``day``, ``month``, ``season``, ``year``, ``now``, ``range`` or ``open``.
    """

    start: int
    end: int
    text: str
    first: date
    last: date
    kind: str


def find_times(text: str, today: date) -> list[TimeMention]:
    """Find the times that a text names, in order and without overlaps.

    A month, season or day without a year is the nearest one to today, on the side that the tense
    of the verb tells. Seasons are the calendar's (spring is March to May); a winter is named by the
    year of its January. "Alkuvuosi" and "loppuvuosi" are a year's first and last quarter.

    Args:
        text: Any text, normalised or not.
        today: The day that "now" means.
    """
    return _Reader(text, today).read()


class _Reader:
    """Reads one text from left to right with the words' senses."""

    def __init__(self, text: str, today: date) -> None:
        self._text, self._today = TimeText(text), today
        self._spans = SpanReader(self._text, today)

    def read(self) -> list[TimeMention]:
        found, index = [], 0
        while index < len(self._text.words):
            word = self._text.words[index]
            piece = self._phrase(index) if word.senses or word.match else None
            if piece is None or piece.stop <= index:
                index += 1
                continue
            end = self._text.words[piece.stop - 1].end
            start = word.start - (piece.mode == "dash")
            text = self._text.text[start:end].rstrip(" ,")
            found.append(
                TimeMention(start, start + len(text), text, piece.first, piece.last, piece.kind)
            )
            index = piece.stop
        return found

    def _phrase(self, index: int) -> Piece | None:
        for role in ("now", "day", "year"):
            if sense := self._text.words[index].senses.get(role):
                return self._named(index, role, sense.value)
        before = self._text.words[index].senses.get("pre")
        start = self._text.fills(index + 1 if before else index)
        piece = self._joined(start, led=start > index)
        if piece is None:
            return self._joined(index, led=False) if start > index else None
        after = self._text.at(piece.stop, "post")
        ranged = piece.mode == "joined"
        mode = _MODES[before.value] if before and not ranged else piece.mode
        if after:
            mode, piece = _MODES[after.value] or mode, replace(piece, stop=piece.stop + 1)
        dash = self._text.text[: self._text.words[index].start][-2:]
        if not ranged and re.fullmatch(r"(?:\s|^)[-–—]", dash) and piece.kind == "day":
            return replace(piece, first=date.min, kind="open", mode="dash")
        return _opened(piece, mode)

    def _named(self, index: int, role: str, value: int) -> Piece:
        if role == "year":
            return Piece(index + 1, *year_of(self._today.year + value), kind="year")
        day = day_at(self._today.toordinal() + value)
        return Piece(index + 1, day, day, role)

    def _joined(self, index: int, *, led: bool) -> Piece | None:
        """A span, or two that stand for what lies from the first to the second."""
        first = self._spans.span(index, led=led)
        alone = None if first and first.kind == "part" else first
        if first is None or first.stop >= len(self._text.words):
            return alone
        dashed = bool(DASH.fullmatch(self._text.gap(first.stop)))
        word = "" if dashed else self._text.words[first.stop].lower
        link = word in {"to", "till", "по", "ja"}
        if not (dashed or link or first.mode in {"from", "within"}):
            return alone
        second = self._spans.span(self._text.fills(first.stop + link), led=True, joins=True)
        if second is None or not (dashed or link or second.mode == "until"):
            return alone
        stop = second.stop
        if word == "ja":
            if stop >= len(self._text.words) or self._text.words[stop].lower != "välillä":
                return alone
            stop += 1
        start = first.first
        if first.of_year:
            start = first.of_year(second.last.year)[0]
            if start > second.last:
                start = first.of_year(second.last.year - 1)[0]
        return Piece(stop, start, second.last, "range", "joined") if start <= second.last else alone


def _opened(piece: Piece, mode: str) -> Piece:
    """Open a span at the end that its mode tells."""
    first, last = {
        "from": (piece.first, date.max),
        "until": (date.min, piece.last),
        "past": (day_at(piece.last.toordinal() + 1), date.max),
        "before": (date.min, day_at(piece.first.toordinal() - 1)),
    }.get(mode, (piece.first, piece.last))
    return replace(piece, first=first, last=last, kind="open" if mode in _MODES[1:] else piece.kind)
