"""Text in plain characters, the same for questions and index terms."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Final

_PLAIN: Final = {
    **dict.fromkeys("‘’‚‛′‵ʹʻʼʽˈ`´＇", "'"),
    **dict.fromkeys("“”„‟″‶«»‹›＂❝❞〝〞", '"'),
    **dict.fromkeys("‐‑‒–—―−﹘﹣－⸺⸻", "-"),
    "…": "...",
}


def normalise(text: str) -> str:
    """Return the text in plain characters: the one choke point for questions and index terms.

    Full-width forms and ligatures become ordinary letters; every kind of quote, dash and space
    becomes the plain one; zero-width, control and surrogate characters go; runs of spaces become
    one. Idempotent.
    """
    composed = unicodedata.normalize("NFC", "".join(map(_plain, text)))
    composed = "".join(map(_plain, composed))
    return " ".join(unicodedata.normalize("NFC", composed).split())


@lru_cache(maxsize=4096)
def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if char.isspace():
        return " "
    if unicodedata.category(char) in {"Cc", "Cf", "Cs"}:
        return ""
    if "\uff00" <= char <= "\uffef" or "\ufb00" <= char <= "\ufb06":
        return unicodedata.normalize("NFKC", char)
    return char
