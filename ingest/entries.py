"""The bold entries of the plan's project lists: their fields, each with the place it's printed at.

An entry is prose with a tail of fragments (``1.1.2024-31.12.2026. ESR+ Kempeleen … kunnat.``), in
an order that changes from entry to entry. Each sentence or fragment is told by its own words.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from assistant.domain import Entry, Fact, Period
from assistant.finnish import sentences
from ingest.periods import PrintedPeriod, read_periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from assistant.domain import Passage
    from assistant.places import Places
    from ingest.plan import Item

STATE = re.compile(r"\b(?P<state>PÄÄTTYNYT|KÄYNNISTYMÄSSÄ|KÄYNNISSÄ)\b:?")
FUNDER = re.compile(
    r"ESR\+(?:[ –-]*osarahoit\w+)?"
    r"|(?:[A-ZÅÄÖ]{2,}:?n?(?: ja )?)+ ?(?:valtionavustus|erityisavustus)"
    r"|(?:Euroopan unionin )?[\w ]*?rahasto\b(?: \([A-Z]+\))?"
    r"|\b(?:OPH|STEA)\b(?=[.,])"
)
ORGANISER = re.compile(
    r"kaupun\w+|\bkun(?:ta|nan|nat|tien)\b|kuntayhtymä|koulutuskeskus|kehittämis(?:keskus|yhtiö)"
    r"|yliopisto\b|ammattikorkeakoulu|\bAMK\b|\bO(?:AMK|amk)\b|\bOSAO\b|\bKSAK\b|\bJEDU\b|opisto\b"
    r"|keskus\b|säätiö|\bSäätö\b|\bry\b|\bOy\b|\bsr\b|toteuttaj\w+|koordino\w+|hallinnoi\w*"
    r"|seurakunta\w*|\bDiak\w*|^[A-ZÅÄÖ]\w+\.$",
    re.IGNORECASE,
)
GOAL = re.compile(
    r"tavoit|tarkoitu|tehtävänä|^kehitetään|^edistää|^edistetään|^vahvistetaan|^kootaan"
    r"|^hankkeessa|hankkeessa |hanke |^ruoka-apu|^toiminnan avulla|^ohjauksen ja ",
    re.IGNORECASE,
)
TARGET_GROUP = re.compile(
    r"^kohderyhm|suunnattu|\b\w{4,}ille\b|opiskelijoiden ohjaaminen", re.IGNORECASE
)
SAYS_TARGET_GROUP = re.compile(r"kohderyhm", re.IGNORECASE)
HANKE = re.compile(r"[\s–—-]*\bhanke(?:tta)?\b", re.IGNORECASE)

SAME_NAME = 88


def read_entry(text: str, source_id: str, item: Item, passage: Passage, places: Places) -> Entry:
    """Read the fields of one bold entry.

    Args:
        text: The whole source.
        source_id: The source's id.
        item: The entry's item; it has a bold name and a theme.
        passage: The passage made of the item.
        places: For the municipalities that the entry names.

    Raises:
        ValueError: The item has no bold name or no theme.
    """
    if item.bold is None or item.theme is None:
        raise ValueError(f"the item at {item.start} is no project entry")

    def fact(start: int, end: int) -> Fact:
        return Fact(text[start:end], source_id, passage.locator, start, end)

    state = STATE.search(text, *item.bold)
    body = text[item.bold[1] : item.end]
    found = read_periods(body) or read_periods(text[item.start : item.end])
    shift = item.bold[1] if read_periods(body) else item.start
    entry = Entry(
        passage_id=passage.id,
        name=fact(*_trim(text, *item.bold)),
        theme=item.theme,
        state=fact(*state.span("state")) if state else None,
        periods=tuple(_as_period(period, shift, fact) for period in found),
        municipalities=tuple(_municipalities(text[item.start : item.end], places)),
    )
    for start, end in _fragments(text, item.bold[1], item.end):
        entry = _with_fragment(entry, text, start, end, fact)
    return entry


def short_name(name: str) -> str:
    """The name without its state, its subtitle and the word hanke.

    >>> short_name("PÄÄTTYNYT: Uula- Uutta osaamista vihreän siirtymän aloille.")
    'Uula'
    >>> short_name("Lakeuden sillat -hanke.")
    'Lakeuden sillat'
    """
    bare = STATE.sub("", name).strip(" .,:")
    bare = HANKE.sub("", bare) or bare
    head = re.split(r"[–—]\s*|\s-\s*|-\s|[.,!]\s", bare, maxsplit=1)[0]
    return head.strip(" .,:!–—-") or bare.strip(" .")


def same_project(one: str, other: str) -> bool:
    """Whether two printed names mean the same project."""
    left, right = short_name(one).casefold(), short_name(other).casefold()
    return left == right or fuzz.ratio(left, right) >= SAME_NAME


def merge_entries(entries: Iterable[Entry]) -> tuple[tuple[Entry, ...], ...]:
    """Put the entries of the same project together, in the order of their first mention."""
    groups: list[list[Entry]] = []
    for entry in entries:
        for group in groups:
            if any(same_project(entry.name.value, known.name.value) for known in group):
                group.append(entry)
                break
        else:
            groups.append([entry])
    return tuple(tuple(group) for group in groups)


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip(" .,"))


def _as_period(printed: PrintedPeriod, shift: int, fact: object) -> Period:
    assert callable(fact)
    return Period(
        printed.valid_from,
        printed.valid_to,
        fact(shift + printed.start, shift + printed.end),
        printed.problem,
    )


def _municipalities(text: str, places: Places) -> Sequence[str]:
    named = [m for mention in places.find(text) for m in mention.municipalities]
    return list(dict.fromkeys(named))


def _fragments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of an entry without running times, which stand between them."""
    body = text[start:end]
    spans: list[tuple[int, int]] = []
    for first, last in sentences(body):
        cut = first
        for period in read_periods(body[first:last]):
            spans.append((cut, first + period.start))
            cut = first + period.end
        spans.append((cut, last))
    kept = []
    for first, last in spans:
        piece = body[first:last]
        lead = len(piece) - len(piece.lstrip(" .,*–-"))
        if piece.strip(" .,*–-"):
            kept.append((start + first + lead, start + first + len(piece.rstrip())))
    return kept


def _with_fragment(entry: Entry, text: str, start: int, end: int, fact: object) -> Entry:
    """The entry with what one sentence or fragment of it tells."""
    assert callable(fact)
    funders = list(FUNDER.finditer(text, start, end))
    if GOAL.search(text[start:end]) and not funders:
        return replace(entry, goal=entry.goal or fact(start, end))
    # A sentence that calls itself the target group wins over one that only names people.
    wins = entry.target_group is None or SAYS_TARGET_GROUP.match(text, start)
    if TARGET_GROUP.search(text[start:end]) and wins and not funders:
        return replace(entry, target_group=fact(start, end))
    entry = replace(
        entry,
        funders=entry.funders + tuple(fact(*_trim(text, *match.span())) for match in funders),
    )
    cuts = [start, *(edge for match in funders for edge in match.span()), end]
    for first, last in zip(cuts[::2], cuts[1::2], strict=True):
        piece = text[first:last]
        lead = len(piece) - len(piece.lstrip(" .,"))
        trimmed = (first + lead, first + len(piece.rstrip(" .,")))
        if trimmed[0] < trimmed[1] and ORGANISER.search(text[trimmed[0] : last].strip()):
            entry = replace(entry, organisers=(*entry.organisers, fact(*trimmed)))
    return entry
