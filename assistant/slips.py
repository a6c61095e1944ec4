"""Slips of the fingers on a Finnish keyboard."""

from __future__ import annotations

from typing import Final

from rapidfuzz.distance import OSA

from assistant.spelling import fold

SHORTEST: Final = 3
KEYS: Final = ("qwertyuiopå", "asdfghjklöä", "zxcvbnm")
ASKING: Final = (
    "mikä", "mitä", "mitkä", "missä", "mistä", "mihin", "milloin", "miten", "kuka", "ketkä",
    "kuinka", "kenelle", "kauanko", "paljonko", "montako", "voiko", "saako", "onko",
)  # fmt: skip


def near_asking(lower: str) -> str | None:
    """The one question word from which a slip leads to this word in small letters."""
    if len(lower) < SHORTEST:
        return None
    near = [
        word
        for word in ASKING
        if word[0] == lower[0] and OSA.distance(word, lower, score_cutoff=1) < 2
    ]
    return near[0] if len(near) == 1 and is_slip(near[0], lower) else None


def is_slip(meant: str, written: str) -> bool:
    """Whether one slip leads there: a letter left out, doubled, swapped or hit beside.

    Args:
        meant: A word in small letters.
        written: A word at most one edit away from it.
    """
    if len(meant) != len(written) or sorted(meant) == sorted(written):
        return True
    pairs = [(a, b) for a, b in zip(fold(meant), fold(written), strict=True) if a != b]
    return all(_is_beside(a, b) for a, b in pairs)


def _is_beside(key: str, other: str) -> bool:
    """Whether two keys of a Finnish keyboard touch."""
    places = [(r, row.index(k)) for k in (key, other) for r, row in enumerate(KEYS) if k in row]
    return len(places) == 2 and max(abs(a - b) for a, b in zip(*places, strict=True)) <= 1
