"""Which theme of the plan a question is about: by its number, or by the words of its heading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CARDINALS = {
    1: ("yksi", "yhde", "one", "ett"),
    2: ("kaksi", "kahde", "two", "två"),
    3: ("kolme", "three", "tre"),
    4: ("neljä", "four", "fyra"),
    5: ("viisi", "viide", "five", "fem"),
    6: ("kuusi", "kuude", "six", "sex"),
}
"""How the words begin that number a theme after its name; before it they count themes."""
ORDINALS = {
    1: ("ykkö", "ensimmäi", "first", "första"),
    2: ("kakko", "toinen", "toise", "second", "andra"),
    3: ("kolmo", "kolmas", "kolmann", "third", "tredje"),
    4: ("nelo", "neljäs", "neljänn", "fourth", "fjärde"),
    5: ("viito", "viides", "viidenn", "fifth", "femte"),
    6: ("kuto", "kuuto", "kuudes", "kuudenn", "sixth", "sjätte"),
}
THEMES = len(ORDINALS)
PART = r"(?:teema|kokonaisuu|osa-?alue|osio|osion|painopiste|theme|tema)"
STEMS = {
    1: ("saavutettav", "asiakaslähtö"),
    2: (
        *("digitaali", "digiohja", "digias", "digiteema", "digiosi", "digiosa", "digikokonai"),
        "monikanavai",
    ),
    3: ("laatu", "laadu", "laadukka"),
    4: ("yhdenvertai", "tasa-arvo", "kestäv"),
    5: ("monialai", "koordinoitu", "koordinoidu", "koordinointi", "koordinoinni", "koordinaatio"),
    6: ("tiedolla johta", "tietoon perustu", "tietopohja", "ennakointi"),
}
"""How words begin that mean a theme where a part of the plan is asked for; elsewhere they don't."""

_BY_NUMBER = re.compile(rf"\b{PART}\w*,?\s+(?:numero\s+)?(?P<after>\d|\w+)", re.IGNORECASE)
_NUMBERED = re.compile(rf"\b(?:(?P<digit>[1-6])\.?\s*|(?P<word>\w+?)[\s-]*){PART}", re.IGNORECASE)


def numbered_theme(text: str) -> int | None:
    """The theme that a text names by its number: *teema 2*, *kakkososio*, *neljäs kokonaisuus*."""
    after = (_number(m["after"], CARDINALS) for m in _BY_NUMBER.finditer(text))
    before = (_number(m["digit"] or m["word"], ORDINALS) for m in _NUMBERED.finditer(text))
    return next(filter(None, (*after, *before)), None)


def worded_theme(text: str) -> int | None:
    """The one theme whose heading a text has words of; none where several fit."""
    plain = text.casefold()
    fits = [
        number
        for number, stems in STEMS.items()
        if any(re.search(rf"\b{re.escape(stem)}", plain) for stem in stems)
    ]
    return fits[0] if len(fits) == 1 else None


def _number(word: str, stems: Mapping[int, tuple[str, ...]]) -> int | None:
    plain = word.casefold()
    if plain.isdecimal():
        return int(plain) if 1 <= int(plain) <= THEMES else None
    return next((number for number, begins in stems.items() if plain.startswith(begins)), None)
