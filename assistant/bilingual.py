"""Words of other languages with the Finnish ones they may mean, from FreeDict's dictionaries.

They're Debian packages (``dict-freedict-fin-eng`` and its like, CC BY-SA), in the form of dictd: an
index of headwords with where each entry stands, and the entries, compressed.
"""

from __future__ import annotations

import gzip
import re
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

DIRECTORY: Final = Path("/usr/share/dictd")
CODES: Final = {"sv": "swe", "en": "eng"}
"""Languages that have dictionaries from and to Finnish, by FreeDict's names of them."""

MOST_WORDS: Final = 3
"""A meaning of more words is an explanation."""

_DIGITS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_NUMBERED: Final = re.compile(r"\d+\.\s*")
_SENSE: Final = re.compile(r"\s+\d+\.?$")
_ASIDE: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_BEFORE: Final = re.compile(r"^(?:to|att|an?|the|en|ett)\s+")

Meanings = dict[str, frozenset[str]]


@lru_cache(maxsize=len(CODES))
def meanings_in(language: str, directory: Path = DIRECTORY) -> Meanings | None:
    """The words of a language, in small letters, with the Finnish ones they may mean.

    Args:
        language: Code of the language.
        directory: Where the dictionaries stand.

    Returns:
        ``None`` when the language has none, or they aren't installed whole.
    """
    code = CODES.get(language)
    if code is None:
        return None
    found: dict[str, set[str]] = {}
    try:
        for word, told in _entries(directory / f"freedict-{code}-fin"):
            found.setdefault(_foreign(word), set()).update(one.casefold() for one in told)
        for finnish, told in _entries(directory / f"freedict-fin-{code}"):
            for word in told:
                found.setdefault(_foreign(word), set()).add(finnish.casefold())
    except (OSError, EOFError, ValueError, IndexError):
        return None
    return {word: frozenset(meanings) for word, meanings in found.items()}


def _foreign(word: str) -> str:
    return _BEFORE.sub("", word.casefold(), count=1)


def _entries(path: Path) -> Iterator[tuple[str, list[str]]]:
    """The headwords of a dictionary with what each is in the other language.

    Raises:
        OSError, EOFError, ValueError, IndexError: It's missing or torn.
    """
    with gzip.open(path.with_name(f"{path.name}.dict.dz")) as file:
        data = file.read()
    for line in path.with_name(f"{path.name}.index").read_text(encoding="utf-8").splitlines():
        word, start, size = line.split("\t")[:3]
        if word.startswith("00"):
            continue
        entry = data[_number(start) : _number(start) + _number(size)].decode("utf-8")
        yield word, list(_told(entry))


def _number(written: str) -> int:
    value = 0
    for digit in written:
        value = value * len(_DIGITS) + _DIGITS.index(digit)
    return value


def _told(entry: str) -> Iterator[str]:
    """The words of an entry: its line after the headword, or those with numbers before them.

    Other lines explain the word in its own language.
    """
    lines = [line.strip() for line in entry.strip().splitlines()[1:]]
    numbered = [line for line in lines if _NUMBERED.match(line)]
    for line in numbered or lines[:1]:
        for one in re.split(r"[,;]", _ASIDE.sub("", _NUMBERED.sub("", line, count=1))):
            word = _SENSE.sub("", " ".join(one.split()))
            if word and len(word.split()) <= MOST_WORDS and not word.startswith("-"):
                yield word
