"""Days, months, seasons and years of the calendar, and what lies between their first and last day.

A span's days are both inclusive. What would pass either end of the calendar stops there.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Final

WEEK: Final = 7
DAY: Final = 100
"""Units of time are told in months, up to twelve for a year, and by these two."""
_CHRISTMAS_EVE: Final = 1224
_EASTER: Final = 2001
_MIDSUMMER: Final = 2002
_ALL_SAINTS: Final = 2003
_SATURDAY: Final = 5
_HALVES: Final = 4
MOST_OF_YEAR: Final = 364
"""How many days a year's first and last day are apart at least."""

Span = tuple[date, date]


def day_at(ordinal: int) -> date:
    """The day of a proleptic ordinal, or the calendar's end that the ordinal passes."""
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal()))


def months_from(year: int, month: int, months: int = 1) -> Span:
    """The days of ``months`` months, the first of them ``month`` of ``year``."""
    start, stop = (year * 12 + month - 1 + more for more in (0, months))
    if start < 12:
        return date.min, day_at(
            date(max(stop, 13) // 12, max(stop, 13) % 12 + 1, 1).toordinal() - 1
        )
    if stop >= 12 * 10000:
        return date(min(start // 12, 9999), start % 12 + 1, 1), date.max
    first, after = (date(at // 12, at % 12 + 1, 1) for at in (start, stop))
    return first, day_at(after.toordinal() - 1)


def season_of(month: int, year: int) -> Span:
    """The three months from ``month`` on; a winter (1) begins in the December before its year."""
    return months_from(year - 1, 12, 3) if month == 1 else months_from(year, month, 3)


def quarter_of(month: int, year: int) -> Span:
    """The three months of a year from ``month`` on."""
    return months_from(year, month, 3)


def month_of(month: int, year: int) -> Span:
    """A month of a year."""
    return months_from(year, month)


def year_of(year: int) -> Span:
    """A whole year."""
    return months_from(year, 1, 12)


def date_of(month: int, day: int, year: int) -> Span:
    """One day of a year; a month that's shorter that year gives its last day."""
    year = min(max(year, 1), 9999)
    found = date(year, month, min(day, monthrange(year, month)[1]))
    return found, found


def part_of(number: int, months: int, year: int) -> Span:
    """One of the quarters (of 3 months) or halves (of 6) of a year; -1 is its last."""
    parts = 12 // months
    return months_from(year, (number % (parts + 1) - 1) * months + 1, months)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the method of Meeus, Jones and Butcher."""
    century, within = divmod(year, 100)
    golden = year % 19
    moon = (century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    epact = (19 * golden + moon) % 30
    day = (32 + 2 * (century % 4) + 2 * (within // 4) - epact - within % 4) % 7
    late = (golden + 11 * epact + 22 * day) // 451
    month, before = divmod(epact + day - 7 * late + 114, 31)
    return date(year, month, before + 1)


def feast_of(feast: int, year: int) -> Span:
    """A feast of a year, told by month and day as 100 * month + day, or by its own number.

    Easter is from Good Friday to Easter Monday; midsummer is its eve and its day.
    """
    year = min(max(year, 1), 9999)
    if feast == _EASTER:
        sunday = easter_sunday(year).toordinal()
        return day_at(sunday - 2), day_at(sunday + 1)
    if feast in {_MIDSUMMER, _ALL_SAINTS}:
        from_day = date(year, 6, 20) if feast == _MIDSUMMER else date(year, 10, 31)
        saturday = from_day.toordinal() + (_SATURDAY - from_day.weekday()) % WEEK
        return day_at(saturday - (feast == _MIDSUMMER)), day_at(saturday)
    first, _ = date_of(*divmod(feast, 100), year)
    # Christmas is over only after Christmas Day.
    return first, day_at(first.toordinal() + (feast == _CHRISTMAS_EVE))


def shifted(day: date, unit: int, count: int) -> date:
    """The day that is ``count`` units later (earlier, when negative)."""
    if unit in (WEEK, DAY):
        return day_at(day.toordinal() + count * (7 if unit == WEEK else 1))
    first, last = month_away(day, unit * count)
    return min(day_at(first.toordinal() + day.day - 1), last)


def month_away(day: date, months: int) -> Span:
    """The month that is so many months after a day's own."""
    at = day.year * 12 + day.month - 1 + months
    return months_from(at // 12, at % 12 + 1)


def edge_of(span: Span, part: int) -> Span:
    """The beginning (1), middle (2) or end (3): a month of what is longer, else ten days.

    The first (4) and second (5) half are halves.
    """
    first, last = (day.toordinal() for day in span)
    length = 31 if last - first > 31 else 10
    middle = (first + last) // 2
    if part >= _HALVES and last - first >= MOST_OF_YEAR:
        middle = date(span[0].year, 6, 30).toordinal()
    return {
        1: (span[0], min(day_at(first + length - 1), span[1])),
        2: (max(day_at(middle - length // 2), span[0]), min(day_at(middle + length // 2), span[1])),
        3: (max(day_at(last - length + 1), span[0]), span[1]),
        4: (span[0], day_at(middle)),
        5: (min(day_at(middle + 1), span[1]), span[1]),
    }[part]


def exists(year: int, month: int, day: int) -> bool:
    """Tell whether the calendar has a day."""
    return year >= 1 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def days_between(span: Span, today: date) -> int:
    """How many days a span is from today; 0 when it contains today."""
    return max((span[0] - today).days, (today - span[1]).days, 0)
