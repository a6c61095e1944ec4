"""What runs when: running times as bars over the years, for a picture that the server draws.

Lengths are percent of the picture's width, so that it fits any screen and its text keeps its size.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from assistant.validity import running_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from api.desk_view import Row

SURE, DISPUTED, OPEN = "sure", "disputed", "open"
_FEW_YEARS = 6
"""Above this many years, only every second or third one is written out."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of time in a service's row.

    ``kind`` is ``sure``; ``disputed`` where the sources give different ends or starts; ``open``
    where no source gives an end or a start, so the bar goes on to the picture's edge.
    """

    x: float
    width: float
    kind: str = SURE


@dataclass(frozen=True, slots=True)
class Lane:
    """A service's row in the picture; the dates are ``None`` where no source gives one."""

    row: Row
    bars: tuple[Bar, ...]
    starts: tuple[date, ...]
    ends: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year."""

    x: float
    year: int
    written: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture.

    Attributes:
        lanes: The services that have a date, the first to end first.
        undated: The services that have none.
        ticks: The years.
        day: The chosen day.
        day_x: Where it is.
    """

    lanes: tuple[Lane, ...]
    undated: tuple[Row, ...]
    ticks: tuple[Tick, ...]
    day: date
    day_x: float


def draw(rows: Iterable[Row], day: date) -> Timeline:
    """Lay out the running times of services around a chosen day."""
    dated, undated = [], []
    for row in rows:
        times = [time for time in running_times(row.service) if any(time)]
        if times:
            dated.append((row, times))
        else:
            undated.append(row)
    days = [d for _, times in dated for time in times for d in time if d] + [day]
    axis = _Axis(date(min(days).year, 1, 1), date(max(days).year, 12, 31))
    lanes = [_lane(row, times, axis) for row, times in dated]
    lanes.sort(key=lambda lane: (max(lane.ends, default=date.max), lane.starts))
    return Timeline(tuple(lanes), tuple(undated), axis.ticks(), day, axis.x(day))


@dataclass(frozen=True, slots=True)
class _Axis:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Return where a day begins, in percent."""
        return round(100 * (day - self.first).days / ((self.last - self.first).days + 1), 3)

    def end(self, day: date) -> float:
        """Return where a day ends: a service runs on its last day."""
        return round(100 * ((day - self.first).days + 1) / ((self.last - self.first).days + 1), 3)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the years, those written out far enough apart to be read."""
        years = range(self.first.year, self.last.year + 1)
        step = -(-len(years) // _FEW_YEARS)
        return tuple(
            Tick(self.x(date(year, 1, 1)), year, (year - self.first.year) % step == 0)
            for year in years
        )


def _lane(row: Row, times: Sequence[tuple[date | None, date | None]], axis: _Axis) -> Lane:
    starts = tuple(sorted({start for start, _ in times if start}))
    ends = tuple(sorted({end for _, end in times if end}))
    # A source that gives no end beside one that does only tells less: it's no other end.
    first = axis.x(starts[-1]) if starts else (axis.end(ends[0]) if ends else 0.0)
    last = axis.end(ends[0]) if ends else first
    bars = [_bar(first, last)]
    if not starts:
        bars.append(_bar(0.0, last, OPEN))
    if not ends:
        bars.append(_bar(first, 100.0, OPEN))
    if len(starts) > 1:
        bars.append(_bar(axis.x(starts[0]), first, DISPUTED))
    if len(ends) > 1:
        bars.append(_bar(last, axis.end(ends[-1]), DISPUTED))
    return Lane(row, tuple(bar for bar in bars if bar.width > 0), starts, ends)


def _bar(start: float, end: float, kind: str = SURE) -> Bar:
    return Bar(start, round(end - start, 3), kind)
