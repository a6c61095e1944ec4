"""Compounds whose common end is written once: *luku- ja kirjoitustaito* means *lukutaito* too.

Finnish leaves the end out of all but the last (Kielitoimiston ohjepankki, *Yhdysmerkki*). Without
it the words that are left, *luku* and *tieto*, say something else than what is meant.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from assistant.finnish import Token

LEFT_OUT = re.compile(r"[-‐‑–](?=[\s,])")
LINKING = frozenset({"ja", "tai", "sekä", "eli"})


def with_ends(
    text: str, tokens: Sequence[Token], lemma_of: Callable[[str], str | None]
) -> list[Token]:
    """Give words whose end is left out the base form that they have with it.

    Args:
        text: The text as given.
        tokens: Its words.
        lemma_of: The base form of a word, ``None`` when it's no word.

    Returns:
        The words; those that are completed have the whole compound as one more base form.
    """
    whole = list(tokens)
    if not LEFT_OUT.search(text):
        return whole
    for number, first in enumerate(tokens):
        if LEFT_OUT.match(text, first.end):
            completed = lemma_of(first.text.lower() + _end(text, tokens[number + 1 :]))
            if completed and completed not in first.lemmas:
                whole[number] = replace(first, lemmas=(*first.lemmas, completed))
    return whole


def _end(text: str, following: Sequence[Token]) -> str:
    """The end that a word lacks: that of the first compound after it that has it."""
    for token in following:
        if token.text.lower() not in LINKING and not LEFT_OUT.match(text, token.end):
            return token.parts[-1] if token.parts else ""
    return ""
