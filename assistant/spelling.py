"""Rules that lead from a spoken, misspelt or inflected word towards a written one.

Each rule proposes candidates and decides nothing: a candidate counts only when a dictionary or a
list of known names accepts it. The rules are those of spoken and northern Finnish: dropped final
letters, doubled consonants, h between vowels, a vowel between consonants, diacritics left out.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

VOWELS: Final = "aeiouyäö"
MOST_BARE_LETTERS: Final = 6
SHORTEST_REPAIRED: Final = 5
SHORTEST_TWO_ERRORS: Final = 9

_CLITICS: Final = re.compile(r"(?:kin|kaan|kään|ko|kö|kohan|köhän|han|hän|pa|pä)$")
_POSSESSIVES: Final = re.compile(r"(?<=[aeiouyäö])(?:ni|si|nsa|nsä|mme|nne)$")
_ENDINGS: Final = re.compile(
    r"(?:iden|itten|ien|issa|issä|ista|istä|illa|illä|ilta|iltä|ille|iksi|ina|inä|ia|iä|ja|jä|it"
    r"|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi|na|nä|ta|tä|tta|ttä|seen|hin|hen|hun"
    r"|aan|ään|een|iin|oon|öön|uun|yyn|an|än|en|in|on|ön|un|yn|n|t|a|ä)$"
)
_CLEAR_ENDINGS: Final = re.compile(
    r"(?:issa|issä|ista|istä|illa|illä|ilta|iltä|ille|iksi"
    r"|ssa|ssä|sta|stä|lla|llä|lta|ltä|lle|ksi)$"
)
_STRONG: Final = (
    ("nn", "nt"), ("mm", "mp"), ("ng", "nk"), ("ll", "lt"), ("rr", "rt"), ("d", "t"), ("v", "p"),
    ("t", "tt"), ("p", "pp"), ("k", "kk"),
)  # fmt: skip


def fold(word: str) -> str:
    """Return the word in lower case without diacritics: ``Kärsämäki`` -> ``karsamaki``."""
    parts = unicodedata.normalize("NFD", word.casefold())
    return "".join(char for char in parts if not unicodedata.combining(char))


def written_forms(word: str) -> Iterator[str]:
    """Propose written forms of a lower-case word spoken or northern in shape, likeliest first."""
    end = "ä" if re.search("[äöy]", word) or not re.search("[aou]", word) else "a"
    for tail, added in (
        ("st", end),
        ("lt", end),
        ("s", "s" + end),
        ("l", "l" + end),
        ("ks", "i"),
        ("is", "i"),
    ):
        if word.endswith(tail):
            yield word + added
    yield from _reshaped(word, end)
    if word[-1] in VOWELS:
        yield word + "n"
        yield _SINGLE_CASE.sub(r"\1\1\2", word)
        if len(word) > 4:
            yield word + "t"


_SINGLE_CASE: Final = re.compile(r"(?<=[aeiouyäö])([ls])([aäe])$")
_LIQUID_VOWEL: Final = re.compile(r"([lrnh])([aeiouyäö])(?=[mkpvhjgn][aeiouyäö])")
_H_BETWEEN: Final = re.compile(r"([aeiouyäö])h([aeiouyäö])n$")
_H_PLURAL: Final = re.compile(r"([aeouyäö]i)h[aeiouyäö]n$")
_DOUBLED: Final = re.compile(r"([bdfghjklmnprstv])\1(?=([aeiouyäö])\2)")
_SHORT_DIPHTHONG: Final = re.compile(r"(?<=[^aeiouyäö])([aouäö])(?=(?:nen|se|st?a|st?ä|tt|st))")

_RESHAPING: Final = (
    (_SHORT_DIPHTHONG, r"\1i"),
    (re.compile("tt"), "ts"),
    (_DOUBLED, r"\1"),
    (_LIQUID_VOWEL, r"\1"),
    (re.compile(r"(?<=[aeiouyäö])h(?=[aä])"), "hd"),
    (re.compile(r"(?<=[aeiouyäö])h(?=[aeä])"), "d"),
)


def _reshaped(word: str, end: str) -> Iterator[str]:
    if _H_PLURAL.search(word):
        yield _H_PLURAL.sub(r"\1hin", word)
    if _H_BETWEEN.search(word):
        yield _H_BETWEEN.sub(r"\1\1n", word)
        yield _H_BETWEEN.sub(r"\1\2n", word)
    if word[-2:] in {"oo", "ee", "öö", "ii"}:
        yield word[:-1] + end
        yield word[:-1] + "j" + end
    for pattern, new in _RESHAPING:
        changed = pattern.sub(new, word)
        if changed != word:
            yield changed


def with_diacritics(word: str) -> Iterator[str]:
    """Propose the word with ä and ö put back for a and o, all of them first; bounded."""
    places = [index for index, char in enumerate(word) if char in "ao"]
    if not places or len(places) > MOST_BARE_LETTERS:
        return
    letters = list(word)
    for choice in product((True, False), repeat=len(places)):
        for index, changed in zip(places, choice, strict=True):
            letters[index] = {"a": "ä", "o": "ö"}[word[index]] if changed else word[index]
        if any(choice):
            yield "".join(letters)


def base_forms(word: str) -> Iterator[str]:
    """Propose nominatives of a lower-case inflected name: ``duuniporttiin`` -> ``duuniportti``.

    Conservative about what is stripped (clitic, possessive, one case ending), generous about the
    stem (consonant gradation both ways): the caller accepts only names that it knows.
    """
    stems = [word, _CLITICS.sub("", word)]
    stems += [_POSSESSIVES.sub("", stem) for stem in stems]
    for stem in dict.fromkeys(stems):
        yield stem
        for size in range(1, 6):
            if len(stem) - size >= 3 and _ENDINGS.fullmatch(stem[-size:]):
                yield from _strengthened(stem[:-size])


def _strengthened(stem: str) -> Iterator[str]:
    yield stem
    trimmed = stem.rstrip(VOWELS)
    tail = stem[len(trimmed) :]
    for weak, strong in _STRONG:
        if trimmed.endswith(weak):
            yield trimmed[: -len(weak)] + strong + tail
    if len(tail) > 1:
        yield trimmed + tail[0] + "k" + tail[1:]
    for old, new in (("e", "i"), ("se", "nen"), ("kse", "s"), ("ude", "us"), ("i", "")):
        if stem.endswith(old):
            yield stem[: -len(old)] + new


def without_clitic(word: str) -> str:
    """Return a lower-case word without its clitic: ``tarviiko`` -> ``tarvii``."""
    return _CLITICS.sub("", word)


def clear_stem(word: str) -> str | None:
    """Strip an unmistakable local case or translative ending of an unknown word, if it has one."""
    match = _CLEAR_ENDINGS.search(word)
    return word[: match.start()] if match and match.start() >= 3 else None


class Vocabulary:
    """Words to repair towards, prepared once.

    Args:
        words: Lower-case words, for instance every term of an index.
    """

    def __init__(self, words: Collection[str]) -> None:
        self._words = frozenset(words)
        self._folded: dict[str, list[str]] = {}
        self._by_length: dict[int, list[str]] = {}
        for word in sorted(self._words):
            self._folded.setdefault(fold(word), []).append(word)
        for folded in self._folded:
            self._by_length.setdefault(len(folded), []).append(folded)

    def __contains__(self, word: object) -> bool:
        """Tell whether the word is there exactly as written."""
        return word in self._words

    def __iter__(self) -> Iterator[str]:
        """Go through the words, in no order."""
        return iter(self._words)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._words)

    def nearest(self, word: str) -> list[tuple[str, int]]:
        """Return the nearest words with their distance (0: only diacritics differ), nearest first.

        Distance is optimal string alignment without diacritics: at most 1 below nine letters and
        2 above; words shorter than five letters are only compared for diacritics.
        """
        folded = fold(word)
        if folded in self._folded:
            return [(near, 0) for near in self._folded[folded]]
        if len(folded) < SHORTEST_REPAIRED or not folded.isalpha():
            return []
        most = 2 if len(folded) >= SHORTEST_TWO_ERRORS else 1
        found: list[tuple[int, str]] = []
        for length in range(len(folded) - most, len(folded) + most + 1):
            for other in self._by_length.get(length, ()):
                distance = OSA.distance(folded, other, score_cutoff=most)
                if distance <= most:
                    found.append((distance, other))
        if not found:
            return []
        best = min(found)[0]
        return [
            (near, distance)
            for distance, other in sorted(found)
            if distance == best
            for near in self._folded[other]
        ][:3]
