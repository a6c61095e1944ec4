"""Free text about how long a service runs, read where it can be.

The national catalogue gives no dates, only words: *31.12.2026 saakka*, *toistaiseksi*.

>>> read_validity("Palvelu on voimassa 1.3.2025 alkaen.")
Validity(valid_from=datetime.date(2025, 3, 1), valid_to=None, known=True)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from ingest.periods import DAY, PLAUSIBLE_YEARS, read_periods

FOR_NOW = re.compile(
    r"\btoistaiseksi\b|\bjatkuva(?:sti|a)?\b|\btills vidare\b|\buntil further notice\b"
    r"|\bfor the time being\b|\bongoing\b|\bfortlöpande\b",
    re.IGNORECASE,
)
AFTER = {
    "end": re.compile(rf"(?P<day>{DAY}) ?(?:asti|saakka|mennessä)\b", re.IGNORECASE),
    "start": re.compile(rf"(?P<day>{DAY}) ?(?:alkaen|lähtien|lukien)\b", re.IGNORECASE),
}
"""Words after a day that tell what it is."""
BEFORE = {
    "end": re.compile(
        rf"\b(?:päättyy|päättyi|loppuu|loppui|viimeistään|t\.o\.m\.|till och med|until|upphör"
        rf"|through|ends(?: on)?|ended(?: on)?)\s+(?P<day>{DAY})",
        re.IGNORECASE,
    ),
    "start": re.compile(
        rf"\b(?:alkaa|alkoi|alkaen|käynnistyy|käynnistyi|fr\.o\.m\.|från och med|since|from"
        rf"|starts(?: on)?|started(?: on)?)\s+(?P<day>{DAY})",
        re.IGNORECASE,
    ),
}
"""Words before a day that tell what it is."""
ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
ISO_RANGE = re.compile(r"(?<!\d)(\d{4}-\d{2}-\d{2})\s*(?:[-–—/]|to)\s*(\d{4}-\d{2}-\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Validity:
    """The days on which a service runs, both included.

    ``known`` is false where the text tells something that couldn't be read, or contradicts itself.
    """

    valid_from: date | None = None
    valid_to: date | None = None
    known: bool = True


UNKNOWN = Validity(known=False)


def read_validity(text: str) -> Validity:
    """Read a validity text; an empty one says nothing, and what can't be read is unknown."""
    text = " ".join(text.split())
    if not text:
        return Validity()
    text = ISO_RANGE.sub(lambda m: f"{_printed(m[1])}-{_printed(m[2])}", text)
    text = ISO.sub(lambda m: _printed(m[0]), text)
    found = list(dict.fromkeys((p.valid_from, p.valid_to, p.problem) for p in read_periods(text)))
    if found:
        # Two different running times: nobody can tell which one is meant.
        if len(found) > 1 or found[0][2]:
            return UNKNOWN
        return Validity(found[0][0], found[0][1])
    first, last = _days(text)
    if len(first) > 1 or len(last) > 1 or None in (*first, *last):
        return UNKNOWN
    start, end = next(iter(first), None), next(iter(last), None)
    if start and end and start > end:
        return UNKNOWN
    if end and FOR_NOW.search(text):
        return UNKNOWN
    if start or end or FOR_NOW.search(text):
        return Validity(start, end)
    return UNKNOWN


def _printed(iso: str) -> str:
    year, month, day = iso.split("-")
    return f"{int(day)}.{int(month)}.{year}"


def _days(text: str) -> tuple[set[date | None], set[date | None]]:
    """The days that are told to be a start, and those told to be an end."""
    found: dict[str, set[date | None]] = {"start": set(), "end": set()}
    for patterns in (AFTER, BEFORE):
        for kind, pattern in patterns.items():
            found[kind] |= {_day(match["day"]) for match in pattern.finditer(text)}
            # A day that's been told of isn't told of again by what comes before it.
            text = pattern.sub(" ", text)
    return found["start"], found["end"]


def validity_of(first: str | None, last: str | None) -> Validity:
    """The validity of a first and a last day, as ISO writes them; unknown if one can't be read."""
    days = []
    for iso in (first, last):
        try:
            days.append(date.fromisoformat(iso) if iso else None)
        except ValueError:
            return UNKNOWN
    if any(day and day.year not in PLAUSIBLE_YEARS for day in days):
        return UNKNOWN
    if days[0] and days[1] and days[0] > days[1]:
        return UNKNOWN
    return Validity(days[0], days[1])


def _day(printed: str) -> date | None:
    """The day, or ``None`` when there's no such day."""
    day, month, year = (int(number) for number in printed.split("."))
    if year not in PLAUSIBLE_YEARS:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
