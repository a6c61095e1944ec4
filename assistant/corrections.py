"""Corrections: of *not this but that*, what is denied is taken out of a message."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

LONGEST: Final = 80
"""Characters of what's denied: a longer stretch tells something of its own."""

_MEANT: Final = (
    r"tarkoi\w+|tarkoo?t\w+|tarkota\w*|meina\w+|kysy\w+|puhu\w*|hae|haussa|etsi\w*|halu\w+"
)
_NOT_BUT: Final = (
    (
        rf"\b(?:en|emme|ei|enkä|eikä)\s+(?:(?:siis|nyt|ihan)\s+)?(?:(?:{_MEANT})\s+)?"
        r"(?:sitä[, ]+)?(?P<denied>[^.!?;]+?),?\s+vaan\s+(?:että\s+)?"
    ),
    r"\b(?:i\s+)?(?:did\s?n[o']t|don'?t|do not)\s+mean\s+(?P<denied>[^.!?;]+?)[,;]?\s+but\s+",
    r"\bnot\s+(?:for\s+|in\s+)?(?P<denied>[^.!?;]+?)[,;]?\s+but\s+",
    r"\b(?:jag\s+)?(?:menade?\s+)?inte\s+(?P<denied>[^.!?;]+?),?\s+utan\s+",
    r"\bне\s+(?P<denied>[^.!?;]+?),\s+(?:а|але)\s+",
)
_MEANT_NOT: Final = (
    r"[,;–-]\s*(?:en|ei|enkä|eikä)\s+(?P<denied>[^,.!?;]+)(?=[.!?;]|$)",
    r"[,;–-]\s*(?:and\s+)?not\s+(?P<denied>[^,.!?;]+)(?=[.!?;]|$)",
    r"[,;–-]\s*(?:och\s+)?inte\s+(?P<denied>[^,.!?;]+)(?=[.!?;]|$)",
    r",\s*(?:а|і|и)\s+не\s+(?P<denied>[^,.!?;]+)(?=[.!?;]|$)",
)
_MEANS: Final = re.compile(
    r"\b(?:tarkoit\w+|tarkot\w+|meina\w+|mean(?:t)?|mena(?:de|r)|имел\w*|имею|мав|мала|маю)\b",
    re.IGNORECASE,
)
_DENIALS: Final = tuple(re.compile(one, re.IGNORECASE) for one in _NOT_BUT)
_AFTERTHOUGHTS: Final = tuple(re.compile(one, re.IGNORECASE) for one in _MEANT_NOT)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a message corrects: what it says instead, and what it denies."""

    text: str
    denied: str


def find_correction(text: str) -> Correction | None:
    """What a follow-up corrects of what was said before, ``None`` when it's no correction.

    *En tarkoittanut kurssia vaan työtä* and *tarkoitin Pudasjärveä, en Kuusamoa* leave *työtä* and
    *tarkoitin Pudasjärveä*.

    Args:
        text: The message, in Finnish, Swedish, English, Russian or Ukrainian.
    """
    patterns = (*_DENIALS, *(_AFTERTHOUGHTS if _MEANS.search(text) else ()))
    for pattern in patterns:
        match = pattern.search(text)
        if match and len(match["denied"]) <= LONGEST:
            rest = " ".join(f"{text[: match.start()]} {text[match.end() :]}".split())
            if any(char.isalnum() for char in rest):
                return Correction(rest, match["denied"])
    return None
