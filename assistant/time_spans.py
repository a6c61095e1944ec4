"""One span of time in a text: a day, month, season, feast, week or year, and which one is meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from assistant.calendar_spans import (
    DAY,
    date_of,
    day_at,
    days_between,
    edge_of,
    exists,
    feast_of,
    month_away,
    month_of,
    months_from,
    part_of,
    quarter_of,
    season_of,
    shifted,
    year_of,
)
from assistant.time_words import COUNTED, DASH, NUMBERED, YEARS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from assistant.calendar_spans import Span
    from assistant.time_context import TimeText
    from assistant.time_words import Sense

_LEAST_BARE: Final = 2000
_MOST_AHEAD: Final = 25


@dataclass(frozen=True, slots=True)
class Piece:
    """A span read from a text.

    Attributes:
        stop: Index of the word after it.
        first: First day meant.
        last: Last day meant, inclusive.
        kind: As of a ``TimeMention``, or ``part`` for what needs a second half ("touko-").
        mode: Which end its case opens (``from``, ``until``), or how its words are joined. With
            ``within`` neither opens, but a second span may end what this one begins.
        of_year: Gives the same span of another year, when the text left the year out.
    """

    stop: int
    first: date
    last: date
    kind: str
    mode: str = ""
    of_year: Callable[[int], Span] | None = None


class SpanReader:
    """Reads single spans of a text.

    Args:
        text: The text.
        today: The day that "now" means.
    """

    def __init__(self, text: TimeText, today: date) -> None:
        self._text, self._today = text, today

    def span(self, index: int, *, led: bool, joins: bool = False) -> Piece | None:
        """Read the span that begins at a word.

        Args:
            index: Index of the word.
            led: Whether a word that leads a time ("in", "since") stands before it.
            joins: Whether it's the second of two spans, as in "2024-2028".

        Returns:
            The span, or ``None`` when none begins there.
        """
        if index >= len(self._text.words):
            return None
        word = self._text.words[index]
        if word.match:
            piece = self._numeric(index, word.match, led=led, joins=joins)
        else:
            piece = self._lasting(index) or self._edged(index)
            piece = piece or self._calendar(index, led=led) or self._stem(index)
        if piece is None:
            return None
        edge = self._text.at(piece.stop, "edge")
        # English puts the edge before the span, and a new phrase may begin with it.
        if edge and piece.kind in {"month", "year", "season"}:
            span = edge_of((piece.first, piece.last), edge.value)
            return Piece(piece.stop + 1, *span, "range", edge.case)
        return piece

    def _stem(self, index: int) -> Piece | None:
        """The first half of "touko-kesäkuussa"."""
        stem = self._text.words[index].senses.get("stem")
        if (
            not stem
            or index + 1 >= len(self._text.words)
            or not DASH.fullmatch(self._text.gap(index + 1))
        ):
            return None
        following = self._text.words[index + 1].senses
        if "month" not in following and "stem" not in following:
            return None
        return self._resolved(index + 1, "part", partial(month_of, stem.value), None)

    def _lasting(self, index: int) -> Piece | None:
        """A day some time from now or ago: "kolmen kuukauden kuluttua", "in two months"."""
        before = self._text.at(index, "before")
        at = index + bool(before)
        count, half = self._text.at(at, "count"), 0
        number = self._text.words[at].lower if at < len(self._text.words) else ""
        times = count.value if count else int(number) if re.fullmatch(r"\d{1,2}", number) else 1
        at += bool(count) or bool(re.fullmatch(r"\d{1,2}", number))
        if self._text.at(at, "half"):
            at, half = at + 1 + bool(self._text.at(at + 1, "count")), 1
        unit = self._text.at(at, "unit")
        if unit is None:
            return None
        after = self._text.at(at + 1, "after")
        # "In" also leads a plain year or month, which no count comes before.
        if not after and not (before and (at > index + 1 or number in {"год", "месяц", "неделю"})):
            return None
        ago = after.value if after else 1
        months = unit.value // 2 if half else unit.value
        day = shifted(self._today, months or 1, times * ago)
        return Piece(at + 1 + bool(after), day, day, "day")

    def _edged(self, index: int) -> Piece | None:
        """An edge that stands first: "the end of 2025", "в конце года"."""
        edge = self._text.at(index, "edge")
        if edge is None:
            return None
        at = self._text.fills(index + 1)
        piece = self.span(at, led=True)
        unit = self._text.at(at, "unit")
        if piece is None and unit and unit.value in {1, 12}:
            piece = self._of_unit(at, unit, 0)
        if piece is None:
            return None
        return Piece(
            piece.stop, *edge_of((piece.first, piece.last), edge.value), "range", edge.case
        )

    def _calendar(self, index: int, *, led: bool) -> Piece | None:
        """A year, month, season, feast or week, with what tells which one."""
        which = self._text.at(index, "which")
        if which is None and index < len(self._text.words):
            which = self._text.words[index].senses.get("which")
        at = index + bool(which)
        if which is None:
            return self._from_year(index) or self._yearly(index, led=led)
        unit = self._text.at(at, "unit")
        if unit is None:
            return self._yearly(at, led=True, which=which.value)
        piece = self._of_unit(at, unit, which.value)
        inner = self._yearly(piece.stop, led=True, year=piece.first.year)
        return inner if unit.value == 12 and inner else piece

    def _of_unit(self, index: int, unit: Sense, step: int) -> Piece:
        if unit.value == 12:
            year = min(max(self._today.year + step, 1), 9999)
            return Piece(index + 1, *year_of(year), "year", unit.case)
        if unit.value == 1:
            return Piece(index + 1, *month_away(self._today, step), "month", unit.case)
        if unit.value == DAY:
            day = day_at(self._today.toordinal() + step)
            return Piece(index + 1, day, day, "day")
        monday = self._today.toordinal() - self._today.weekday() + 7 * step
        return Piece(index + 1, day_at(monday), day_at(monday + 6), "range", unit.case)

    def _from_year(self, index: int) -> Piece | None:
        """A year after its word ("vuoden 2025"), and what of it is meant ("toukokuussa")."""
        unit = self._text.words[index].senses.get("unit") if index < len(self._text.words) else None
        marked = index < len(self._text.words) and self._text.words[index].lower == "v"
        if not marked and (unit is None or unit.value != 12):
            return None
        year = self._text.year(index + 1, dotted=marked)
        if year is None:
            edge = self._text.at(index + 1, "edge") if unit and unit.case == "gen" else None
            return self._of_unit(index, unit, 0) if edge and unit else None
        inner = self._yearly(index + 2, led=True, year=year)
        mode = unit.case if unit else ""
        return inner or Piece(index + 2, *year_of(year), "year", mode)

    def _yearly(
        self, index: int, *, led: bool, which: int | None = None, year: int | None = None
    ) -> Piece | None:
        """What comes once a year: a month, a season, a quarter or half of it, or a feast."""
        if part := self._part(index, year) or self._months(index, year):
            return part
        for role in ("month", "season", "quarter", "halfyear", "feast"):
            if (
                not (sense := self._text.at(index, role))
                and year is None
                and index < len(self._text.words)
            ):
                sense = self._text.words[index].senses.get(role)
            if sense:
                break
        else:
            return self._of_this_month(index)
        stop = index + 1
        if year is None and which is None and self._text.at(stop, "unit"):
            stop += (
                self._text.year(stop + 1) is not None
                and self._text.words[stop].senses["unit"].value == 12
            )
        if year is None and (year := self._text.year(stop)) is not None:
            stop += 1 + (self._text.at(stop + 1, "unit") is not None and role != "feast")
        month = role == "month"
        day = self._text.day_after(index) if month and year is None else None
        if day:
            year, stop = self._text.year(index + 2), index + 2
            stop += year is not None
            return self._resolved(stop, "day", partial(date_of, sense.value, day), year)
        if year is None and which is None and self._text.is_other_word(index, sense, led=led):
            return None
        spans: dict[str, Callable[[int], Span]] = {
            "month": partial(month_of, sense.value),
            "season": partial(season_of, sense.value),
            "quarter": partial(quarter_of, sense.value),
            "halfyear": lambda at: months_from(at, sense.value, 6),
            "feast": partial(feast_of, sense.value),
        }
        kind = {"quarter": "range", "halfyear": "range", "feast": "day"}.get(role, role)
        return self._resolved(stop, kind, spans[role], year, mode=sense.case, which=which)

    def _months(self, index: int, year: int | None) -> Piece | None:
        """Months that a year before them leads: "tänä vuonna helmi-toukokuussa"."""
        if year is None or index >= len(self._text.words):
            return None
        first = self._stem(index)
        last = self._text.words[index + 1].senses.get("month") if first else None
        stem = self._text.words[index].senses.get("stem")
        if last is None or stem is None or stem.value > last.value:
            return None
        begins = month_of(stem.value, year)[0]
        return Piece(index + 2, begins, month_of(last.value, year)[1], "range", last.case)

    def _part(self, index: int, year: int | None) -> Piece | None:
        """A quarter or half that is told by its number: "toisella neljänneksellä", "Q2 2026"."""
        words = self._text.words
        number = words[index].senses.get("part") if index < len(words) else None
        if number is None or index + 1 >= len(words):
            return None
        if number.value:
            division = self._text.at(index + 1, "division")
            if division is None:
                return None
            of_year: Callable[[int], Span] = partial(part_of, number.value, division.value)
            mode = division.case
        else:
            quarter = words[index + 1].lower
            if self._text.gap(index + 1) or quarter not in {"1", "2", "3", "4"}:
                return None
            of_year, mode = partial(part_of, int(quarter), 3), ""
            slashed = index + 2 < len(words) and self._text.gap(index + 2) == "/"
            if slashed and re.fullmatch(r"\d{4}", words[index + 2].lower):
                return Piece(index + 3, *of_year(int(words[index + 2].lower)), "range")
        stop = index + 2
        if year is None:
            at = self._text.fills(stop)
            at += self._text.at(at, "unit") is not None and self._text.year(at + 1) is not None
            stop = at + 1 if (year := self._text.year(at)) is not None else stop
        return self._resolved(stop, "range", of_year, year, mode="" if mode == "gen" else mode)

    def _of_this_month(self, index: int) -> Piece | None:
        """The month that runs, in "kuun lopussa"."""
        unit = self._text.at(index, "unit")
        if unit and unit == (1, "gen") and self._text.at(index + 1, "edge"):
            return self._of_unit(index, unit, 0)
        return None

    def _resolved(
        self,
        stop: int,
        kind: str,
        of_year: Callable[[int], Span],
        year: int | None,
        mode: str = "",
        which: int | None = None,
    ) -> Piece:
        """Choose the year: the one named, the one told by "next" or "last", or the nearest."""
        if year is not None:
            return Piece(stop, *of_year(year), kind, mode)
        today, now = self._today, self._today.year
        spans = [of_year(at) for at in range(now - 2, now + 3) if 1 < at < 9999] or [of_year(now)]
        side = which if which is not None else self._text.tense
        strict = which is not None
        if which == 0:
            spans = [span for span in spans if now in {span[0].year, span[1].year}] or spans
        elif side > 0:
            spans = [s for s in spans if (s[0] if strict else s[1]) > today] or spans[-1:]
        elif side < 0:
            spans = [s for s in spans if (s[1] if strict else s[0]) < today] or spans[:1]
        nearest = min(spans, key=lambda span: (days_between(span, today), -span[0].toordinal()))
        return Piece(stop, *nearest, kind, mode, of_year if which is None else None)

    def _numeric(self, index: int, match: re.Match[str], *, led: bool, joins: bool) -> Piece | None:
        if match["number"]:
            return self._from_number(index, led=led, joins=joins)
        before = self._text.words[index - 1].lower if index else ""
        groups = match.groupdict()
        printed = groups["iso"] or (groups["y"] and not groups["stroke"])
        if NUMBERED.fullmatch(before) and not printed:
            return None
        day, month = groups["d"] or groups["dd"], groups["m"] or groups["mm"]
        stop = index + 1
        if match["iso"]:
            year, month, day = match["iso"].split("-")
        else:
            year = groups["y"] or groups["yyy"]
        if year and len(year) == 2:
            year = f"20{year}"
        if groups["mmm"] or groups["mmmm"]:
            return self._month_of_number(stop, int(groups["mmm"] or groups["mmmm"]), year)
        if groups["stroke"] and int(groups["y"]) not in YEARS:
            return None
        if month is None:
            return self._day_of_range(index, int(groups["ddd"]))
        if not exists(int(year) if year else 2000, int(month), int(day or 0)):
            return None
        if not year and COUNTED.match(self._text.text, match.end()):
            return None
        of_day = partial(date_of, int(month), int(day or 0))
        return self._resolved(stop, "day", of_day, int(year) if year else None)

    def _month_of_number(self, stop: int, month: int, year: str | None) -> Piece | None:
        """The month in "5/2026", or the first one in "5-8/2026"."""
        if not 1 <= month <= 12 or (year and int(year) not in YEARS):
            return None
        kind = "month" if year else "part"
        return self._resolved(stop, kind, partial(month_of, month), int(year) if year else None)

    def _day_of_range(self, index: int, day: int) -> Piece | None:
        """The day in "1.-31.5.2026", which has its month from the second date."""
        following = self._text.words[index + 1].match if index + 1 < len(self._text.words) else None
        month = following and (following["m"] or following["mm"])
        if not month or not exists(2000, int(month), day):
            return None
        return self._resolved(index + 1, "part", partial(date_of, int(month), day), None)

    def _from_number(self, index: int, *, led: bool, joins: bool) -> Piece | None:
        lasting = self._lasting(index)
        if lasting:
            return lasting
        word = self._text.words[index]
        month = self._text.at(index + 1, "month")
        if month is None and self._text.at(index + 1, "unit") == (DAY, ""):
            month = self._text.at(index + 2, "month")
            index += month is not None
        finnish = month and "kuu" in self._text.words[index + 1].lower
        if month and len(word.lower) < 3 and 1 <= int(word.lower) <= 31:
            if finnish and month.case != "part":
                return None
            year = self._text.year(index + 2)
            stop = index + 2 + (year is not None)
            stop += year is not None and self._text.at(stop, "unit") is not None
            if not exists(year or 2000, month.value, int(word.lower)):
                return None
            of_day = partial(date_of, month.value, int(word.lower))
            return self._resolved(stop, "day", of_day, year)
        return self._bare_year(index, led=led, joins=joins)

    def _bare_year(self, index: int, *, led: bool, joins: bool) -> Piece | None:
        """A year without its word, unless it belongs to a name, a number or an amount."""
        word = self._text.words[index]
        if not re.fullmatch(r"\d{4}", word.lower):
            return None
        year = int(word.lower)
        unit = self._text.at(index + 1, "unit")
        if unit and unit.value == 12 and not COUNTED.match(self._text.text, word.end):
            if year not in YEARS:
                return None
            return Piece(index + 2, *year_of(year), "year")
        if not _LEAST_BARE <= year <= self._today.year + _MOST_AHEAD:
            return None
        if not joins and (not led and self._text.is_named(index)):
            return None
        if self._text.is_amount(word):
            return None
        return Piece(index + 1, *year_of(year), "year")
