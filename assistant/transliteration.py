"""Russian written in Latin letters, as people write it who lack the keyboard."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from assistant.language import OTHERS

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from assistant.finnish import Token

_WRITTEN: Final = (
    "shch=щ sch=щ zh=ж kh=х ts=ц tz=ц ch=ч sh=ш yo=ё jo=ё yu=ю ju=ю iu=ю ya=я ja=я ia=я ye=е je=е "
    "a=а b=б v=в w=в g=г d=д e=е z=з i=и j=й k=к l=л m=м n=н o=о p=п r=р s=с t=т u=у f=ф h=х x=х "
    "c=ц q=к y=ы '=ь"
)
LETTERS: Final = dict(pair.split("=") for pair in _WRITTEN.split())
"""Letters by the ways in which passports, keyboards and habit write them, the longest first."""

SHORT_I: Final = re.compile(r"(?<=[aeiouy])y(?![aeou])")
"""A *y* after a vowel: *nayti*, *finskiy*."""

FEWEST: Final = 2
LEAST_KNOWN: Final = 0.7
"""Share of the words that must be Russian once they're written in its letters."""

_PIECE: Final = re.compile("|".join(sorted(map(re.escape, LETTERS), key=len, reverse=True)))


def cyrillic(word: str) -> str:
    """A word of Latin letters in Cyrillic ones: *rabotu* is *работу*."""
    return _PIECE.sub(lambda found: LETTERS[found[0]], SHORT_I.sub("j", word.casefold()))


def as_russian(
    text: str, tokens: Sequence[Token], names_in: Callable[[str], Collection[int]]
) -> str | None:
    """A message in Cyrillic letters if it's Russian in Latin ones, ``None`` when it isn't.

    Args:
        text: The message.
        tokens: Its words, analysed as Finnish.
        names_in: Finds where names begin, which stay as they are.
    """
    words = [one for one in tokens if one.text.replace("'", "").isalpha()]
    strange = sum(not one.known for one in words if len(one.text) > 1)
    if strange < FEWEST or strange * 2 < len(words) - strange:
        return None
    names = names_in(text)
    words = [one for one in words if one.start not in names]
    if not all(one.text.isascii() for one in words):
        return None
    telling = [one for one in words if len(one.text) > 1]
    if len(telling) < FEWEST or sum(one.known for one in telling) * 2 > len(telling):
        return None
    import simplemma

    known = [simplemma.is_known(cyrillic(one.text), lang="ru") for one in telling]
    if sum(known) < LEAST_KNOWN * len(telling):
        return None
    others = (sum(simplemma.is_known(one.text, lang=code) for one in telling) for code in OTHERS)
    if max(others) * 2 > len(telling):
        return None
    written, end = [], 0
    for one in words:
        written += [text[end : one.start], cyrillic(one.text)]
        end = one.end
    return "".join((*written, text[end:]))
