"""Running times in the forms in which Finnish documents print them.

>>> read_periods("1.9.2023–31.3.2026. ESR+")[0].valid_to
datetime.date(2026, 3, 31)
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date

DAY = r"\d{1,2}\.\d{1,2}\.\d{4}"
MONTH = r"\d{1,2}/\d{4}"
SEASON = r"(?:[Kk]evät|[Kk]esä|[Ss]yksy|[Tt]alvi)\s+\d{4}"
YEAR = r"(?:19|20)\d{2}"
POINT = rf"(?:{DAY}|{MONTH}|{SEASON}|{YEAR})"
RANGE = re.compile(rf"(?<![\w.])(?P<start>{POINT})\s*[-–—]\s*(?P<end>{POINT})(?![\w/])")
OPEN_START = re.compile(rf"(?<![\w.])[-–—]\s?(?P<end>{DAY})(?![\w/])")
YEAR_END = re.compile(r"\b[Vv]uoden\s+(?P<end>\d{4})\s+loppuun\b")

SEASONS = {"kevät": (1, 6), "kesä": (6, 8), "syksy": (8, 12), "talvi": (1, 12)}
PLAUSIBLE_YEARS = range(1990, 2061)


@dataclass(frozen=True, slots=True)
class PrintedPeriod:
    """A running time found at ``text[start:end]``.

    ``problem`` says what is impossible in it; the impossible end of it is then ``None``.
    """

    start: int
    end: int
    valid_from: date | None
    valid_to: date | None
    problem: str | None = None


def read_periods(text: str) -> tuple[PrintedPeriod, ...]:
    """Find every running time in a text, in its order.

    A start that is known only by its season stays ``None``; an end that is known by its month or
    year means the last day of it.
    """
    found: list[PrintedPeriod] = []
    taken: list[tuple[int, int]] = []
    for pattern in (RANGE, OPEN_START, YEAR_END):
        for match in pattern.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            found.append(_period(match))
    return tuple(sorted(found, key=lambda period: period.start))


def _period(match: re.Match[str]) -> PrintedPeriod:
    printed = match.groupdict()
    problems: list[str] = []
    first = _point(printed.get("start"), problems, last=False)
    last = _point(printed["end"], problems, last=True)
    if first and last and first > last:
        problems.append(f"{printed.get('start')} on myöhemmin kuin {printed['end']}")
        first = None
    return PrintedPeriod(*match.span(), first, last, "; ".join(problems) or None)


def _point(printed: str | None, problems: list[str], *, last: bool) -> date | None:
    """The day that a printed point in time means, at its start or at its end."""
    if printed is None:
        return None
    numbers = [int(number) for number in re.findall(r"\d+", printed)]
    year = numbers[-1]
    if year not in PLAUSIBLE_YEARS:
        problems.append(f"vuosi {year} ei ole mahdollinen")
        return None
    season = re.match(r"[^\W\d]+", printed)
    if season:
        months = SEASONS[season[0].casefold()]
        return _last_day(year, months[1]) if last else None
    try:
        if len(numbers) == 3:
            return date(year, numbers[1], numbers[0])
        if len(numbers) == 2:
            return _last_day(year, numbers[0]) if last else date(year, numbers[0], 1)
    except ValueError:
        problems.append(f"päivää {printed} ei ole")
        return None
    return date(year, 12, 31) if last else date(year, 1, 1)


def _last_day(year: int, month: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(month)
    return date(year, month, calendar.monthrange(year, month)[1])
