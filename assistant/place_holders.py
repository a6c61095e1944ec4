"""Whose place each of several is: the asker's now, one left behind, or somebody else's.

*Siskoni asuu Kuusamossa, minä Oulussa* names two municipalities and asks about one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.places import PlaceMention

MOVED_FROM: Final = re.compile(r"(?:lta|ltä|sta|stä)$")

_CLAUSE: Final = re.compile(
    r"[.!?;:,\n]+\s|\s[-–]\s|\s(?=(?:ja|mut|mutta|vaan|vaikka|kun|nyt|nykyään|and|but|och|men)\s)",
    re.IGNORECASE,
)
_OTHER: Final = re.compile(
    r"\b(?P<who>sisko|sisar|velje|veli|serkku|serku|kaveri|kamu|ystävä|naapuri|täti|tädi|setä|sedä"
    r"|eno|kummi|tuttu|tutu|työkaveri|lanko|käly|exä|ex-|sister|brother|cousin|friend|neighbou?r"
    r"|syster|bror|kusin|vän|kompis|granne|mummo|mummi|ukki|vaari|anoppi|appi)\w*"
    r"|\b(?P<theirs>\w{3,}(?:nsa|nsä))\b",
    re.IGNORECASE,
)
"""People beside whom somebody asks for themselves; of a child or a parent one can't tell."""

_NEAR_ONE: Final = re.compile(
    r"\b(?P<who>poika|poja|tytär|tyttär|tyttö|tytö|lapsi|lapse|nuore|mies|miehe|vaimo|puoliso|äiti|äidi"
    r"|isä|vanhem|son|daughter|husband|wife|mother|father|dotter|man|fru|mamma|pappa)\w*",
    re.IGNORECASE,
)
"""People for whom somebody asks as often as for themselves."""

_IS_FROM: Final = re.compile(
    r"\b(?:olen|oon|ollaan|olemme|täältä|soittelen|terveisiä)\b", re.IGNORECASE
)
_CAME: Final = re.compile(r"\b(?:kotoisin|lähtöisin|muut[ti]|tull?u|pala[ns]|paluu)", re.IGNORECASE)
_SELF: Final = re.compile(
    r"\b(?:minä|mä|mää|mie|minun|mun|minulla|mulla|itse|me|meidän|meijän|asun|asumme|asutaan|olen"
    r"|oon|ollaan|olemme|i|i'm|we|jag|vi)\b",
    re.IGNORECASE,
)
_REFERS: Final = re.compile(
    r"\b(?:hän(?:en|elle|eltä|tä|et|ellä)?|heidä[nt]|heille|heiltä|she|her|he|him|hon|henne|honom)\b",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(
    r"\b(?:asuin|asuttiin|asuimme|asunut|asunu|olin|oltiin|työskentelin|opiskelin|kävin|synnyin"
    r"|ennen|aiemmin|aikaisemmin|entinen|entisessä|vanhassa|lapsuuteni|used to|lived|bodde)\b",
    re.IGNORECASE,
)
_NOT_YET: Final = re.compile(r"\b(?:en|ei|emme) (?:ole )?(?:asunut|ollut)\b", re.IGNORECASE)


def places_asked(text: str, places: Sequence[PlaceMention]) -> tuple[PlaceMention, ...]:
    """The places that are asked about: not those left behind, nor those of somebody beside.

    Args:
        text: The message.
        places: The places that it names.

    Returns:
        At least one of them, when there are any.
    """
    asked = _kept(places, [_is_left(text, one) for one in places])
    if len({one.name for one in asked}) < 2:
        return asked
    clauses = [_clause(text, one) for one in asked]
    asked_former = [bool(_FORMER.search(one)) and not _NOT_YET.search(one) for one in clauses]
    others = [_other(_OTHER, one) for one in clauses]
    near = [other or _other(_NEAR_ONE, one) for other, one in zip(others, clauses, strict=True)]
    if not all(near) and any(near) and _is_about_other(text, clauses, near):
        return _kept(asked, [not one for one in near])
    if all(others) or not any(others):
        return _kept(asked, asked_former)
    return _kept(asked, [bool(one) for one in others])


def _is_left(text: str, place: PlaceMention) -> bool:
    """Whether somebody came from a place; *olen Pudasjärveltä* says that they live there."""
    if not MOVED_FROM.search(place.text.casefold()):
        return False
    clause = _clause(text, place)
    return not _IS_FROM.search(clause) or bool(_CAME.search(clause))


def _kept(places: Sequence[PlaceMention], dropped: Sequence[bool]) -> tuple[PlaceMention, ...]:
    kept = [one for one, drop in zip(places, dropped, strict=True) if not drop]
    return tuple(kept or places)


def _clause(text: str, place: PlaceMention) -> str:
    """The words from the last break before a place to the next one after it."""
    start = max((m.end() for m in _CLAUSE.finditer(text, 0, place.start)), default=0)
    after = _CLAUSE.search(text, place.end)
    return text[start : after.start() if after else len(text)]


def _other(people: re.Pattern[str], clause: str) -> str:
    """The person, of some, of whom a clause tells; empty when it tells of the asker."""
    found = None if _SELF.search(clause) else people.search(clause)
    return next((word for word in found.groups() if word), "") if found else ""


def _is_about_other(text: str, clauses: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the rest of a message asks for the other person and not for the asker."""
    rest = text
    for clause in clauses:
        rest = rest.replace(clause, " ", 1)
    named = any(re.search(rf"\b{re.escape(one)}", rest, re.IGNORECASE) for one in others if one)
    return bool(named or _REFERS.search(rest)) and not _SELF.search(rest)
