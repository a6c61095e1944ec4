"""Spoken and northern forms that lead to one written form by rule: *auttas*, *tietua*, *ahistaa*.

Each rule is sure of what it changes and proposes only: a candidate counts when the dictionary
accepts it. Rules that guess an ending that was left out are in `assistant.spelling`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.spelling import with_diacritics, written_forms

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST: Final = 30

_V: Final = "aeiouyäö"
_RULES: Final = tuple(
    (re.compile(pattern), new)
    for pattern, new in (
        # Conditional without its i: auttas, tietäsin, löytys.
        (r"([aä])\1?s$", r"\1isi"),
        (r"(?<=[ouyöe])s$", "isi"),
        (r"es$", "isi"),
        (r"(?<=[yuo])s$", "si"),
        (r"(?<=i)s$", "si"),
        (r"(?<=[aouyäöe])s(?=(?:in|it|imme|itte|immä|ittä|ivat|ivät)$)", "is"),
        # Participles without their t: käyny, ollu, päässy.
        (r"(?<=[nlrs])([uy])$", r"\1t"),
        # Persons: menemmä, lähettä.
        (r"mm[aä]$", "mme"),
        # Sounds of the north and the east: ahistaa, kahtoa, kotua, poeka, työnhakua.
        (r"(?<=[aeiouyäö])tt(?=[aeiouyäö])", "ts"),
        (rf"(?<=[{_V}])h(?=[{_V}])", "hd"),
        (r"(?<=[td])i(?=[aä]$)", "e"),
        (rf"(?<=[{_V}])ht(?=[{_V}])", "ts"),
        (r"u(?=an?$)", "o"),
        (r"y(?=än?$)", "ö"),
        (r"(?<=[aoäö])e(?![aeiouyäö])", "i"),
        (r"(?<=[aä])[oö](?![aeiouyäö])", lambda m: {"o": "u", "ö": "y"}[m[0]]),
        (r"(?<=y)ä(?![aeiouyäö])", "ö"),
        (r"(?<=u)a(?![aeiouyäö])", "o"),
        (r"(?<=i)[aä](?![aeiouyäö]|$)", "e"),
        # Sounds left out or doubled: käyä, oottaa, pittäis, semmosia.
        (r"(?:(?<=u)u(?=a$)|(?<=y)y(?=ä$))", lambda m: {"u": "od", "y": "öd"}[m[0]]),
        (r"ii(?=[aä]$)", "ied"),
        (r"(?<=[uyiäeaö])(?=[aä]$)", "d"),
        (rf"(?<=[{_V}])[jr](?=[{_V}])", "d"),
        (r"^oo(?=t)", "odo"),
        (rf"([bdfghjklmnprstv])\1(?=[{_V}][{_V}])", r"\1"),
        (r"(?<=[oaö])s(?=(?:i[aä]|i[stl]\w+)$)", "is"),
    )
)
_CLITIC: Final = re.compile(
    r"(?:k?k[oö](?:n[aä]{0,2}|s[aä]{0,2}|h[aä]n?)?|(?<=\w{3})kk?[aä]|(?<=\w{3})h[aä])$"
)


def is_verbs(written: str) -> bool:
    """Whether a form that a rule made has to be a verb's: *kaupungis* is no *kaupungisi*."""
    return written.endswith("si") and not written.endswith("ksi")


def northern_forms(word: str) -> Iterator[str]:
    """Propose the written forms of a lower-case word, those of the surest rules first."""
    if len(word) > LONGEST:
        return
    for pattern, new in _RULES:
        changed = pattern.sub(new, word)
        if changed != word:
            yield changed


def without_spoken_clitic(word: str) -> str:
    """Return a lower-case word without what only speech adds: ``ookkonää`` -> ``oo``."""
    return _CLITIC.sub("", word)


def sure_forms(lower: str) -> Iterator[str]:
    """Propose what one rule leads to, or a northern one and another: near enough to be written."""
    yield from northern_forms(lower)
    yield from written_forms(lower)
    yield from with_diacritics(lower)
    for northern in northern_forms(lower):
        yield from northern_forms(northern)
        yield from written_forms(northern)


def likely_forms(lower: str) -> Iterator[str]:
    """Propose what two rules lead to that guess: near enough to be looked for.

    A form that has lost its clitic asks no more, so it's looked for and never written.
    """
    if (bare := without_spoken_clitic(lower)) != lower:
        yield bare
        yield from northern_forms(bare)
    for written in written_forms(lower):
        yield from written_forms(written)
        yield from with_diacritics(written)
