"""Concepts of single words: by base form, by written form, and by what the form tells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from rapidfuzz.distance import OSA

from assistant.safety_words import concepts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LONGER: Final = 3
_KEY: Final = ("SUICIDE", "DIE", "KILL", "LIVE", "WANT", "COPE", "HIT", "SELF", "THREAT")
"""Concepts whose words are recognised misspelt."""
_SHORTEST_MISSPELT: Final = 6
_MANY_PILLS: Final = 8
_FIRST_PERSON: Final = re.compile(r"n(?:k[oö]|kin|p[aä]|h[aä]n)?$")
_NOT_FIRST: Final = re.compile(
    r"(?:[tdlnrm](?:aa|ää)n|v[aä]n|tiin|ss[aä]n|(?:ma|mä)n)(?:k[oö]|kin|p[aä]|h[aä]n)?$"
)
_PASSIVE: Final = re.compile(r"(?:tiin|[tdl](?:aa|ää)n|tu|ty)$")
_PARTICIPLE: Final = re.compile(r"(?:tu|ty|nut|nyt)$")
_OWN: Final = re.compile(r"[aeiouyäö]ni$")
_DIED: Final = re.compile(r"kuol(?:i|leet?|leen|lut|lu|ivat|tua)$")
_TIME: Final = re.compile(r"(?:aamu|kello|klo|ajoissa|morning|ajois|\d)")
_PARTICIPLES: Final = (
    (re.compile(r"nnut$"), ("ta",)),
    (re.compile(r"nnyt$"), ("tä",)),
    (re.compile(r"n[uy]t$"), ("a", "ä", "da", "dä")),
    (re.compile(r"(?<=l)l[uy]t$"), ("la", "lä")),
    (re.compile(r"s[uy]t$"), ("ta", "tä")),
    (re.compile(r"ett[uy]$"), ("aa", "ää")),
    (re.compile(r"t[uy]$"), ("a", "ä", "da", "dä", "la", "lä", "ta", "tä")),
    (re.compile(r"v[aä]$"), ("a", "ä", "ta", "tä", "da", "dä")),
    (re.compile(r"av[aä]$"), ("ta", "tä")),
    (re.compile(r"ev[aä]$"), ("la", "lä")),
)
_VERBS: Final = frozenset(
    {
        "WANT",
        "DIE",
        "KILL",
        "COPE",
        "THINK",
        "END",
        "TAKE",
        "FEAR",
        "SHOOT",
        "HARM",
        "SELFHARM",
        "HIT",
        "JUMP",
        "MISS",
        "BE1",
        "ALIVE",
        "UNDERGO",
    }
)
"""Concepts whose Finnish verbs tell the first person by their ending."""


class Lexicon:
    """The concepts of one language, looked up by base form or by the written word."""

    def __init__(self, table: str) -> None:
        self._exact: dict[str, set[str]] = {}
        self._beginnings: list[tuple[str, str]] = []
        self._parts: dict[str, set[str]] = {}
        self._misspelt: list[tuple[str, str]] = []
        self.verbs: set[str] = set()
        for concept, entries in concepts(table).items():
            for entry in entries:
                self._add(concept, entry)

    def _add(self, concept: str, entry: str) -> None:
        if entry.endswith("*"):
            self._beginnings.append((entry[:-1], concept))
        if entry.startswith("+"):
            self._parts.setdefault(entry[1:], set()).add(concept)
        bare = entry.strip("+*")
        if bare == entry or entry.startswith("+"):
            self._exact.setdefault(bare, set()).add(concept)
        if concept in _KEY and len(bare) >= _SHORTEST_MISSPELT:
            self._misspelt.append((bare, concept))
        if concept in _VERBS:
            self.verbs.add(bare)

    def concepts(self, word: str, lemmas: Sequence[str], parts: Sequence[str]) -> set[str]:
        """The concepts of a word in lower case."""
        found: set[str] = set()
        for form in (word, *lemmas):
            found |= self._exact.get(form, set())
        for part in parts:
            found |= self._parts.get(part, set())
        found.update(concept for start, concept in self._beginnings if word.startswith(start))
        return found

    def misspelt(self, word: str) -> set[str]:
        """The key concepts that an unknown word comes within one error of."""
        if len(word) < _SHORTEST_MISSPELT:
            return set()
        return {
            concept
            for entry, concept in self._misspelt
            if OSA.distance(word[: len(entry)], entry, score_cutoff=1) <= 1
            and abs(len(word) - len(entry)) <= _LONGER
        }


def verbs_of_participle(lemma: str) -> Iterator[str]:
    """Propose the verbs that a participle may come from; the dictionary gives it as a word."""
    for pattern, endings in _PARTICIPLES:
        if match := pattern.search(lemma):
            yield from (lemma[: match.start()] + ending for ending in endings)


def features(
    code: str, word: str, lemmas: Sequence[str], here: set[str], lexicon: Lexicon
) -> set[str]:
    """What a word's form tells: person, passive, time."""
    found = set()
    if here & {"ME", "NOT1"} and not (code != "fi" and "NOT1" in here):
        found.add("FIRST")
    if "ME" in here:
        found.add("VICTIM")
    if word.isdecimal() and int(word) >= _MANY_PILLS:
        found.add("NUMBER")
    if _TIME.match(word):
        found.add("TIME")
    return found | _finnish_form(word, lemmas, here, lexicon) if code == "fi" else found


def _finnish_form(word: str, lemmas: Sequence[str], here: set[str], lexicon: Lexicon) -> set[str]:
    found = set()
    if _DIED.match(word):
        here.discard("DIE")
    verb = not lexicon.verbs.isdisjoint(lemmas)
    first = bool(_FIRST_PERSON.search(word)) and not _NOT_FIRST.search(word)
    if verb and first:
        found |= {"FIRST"} | ({"KILLFIRST"} if "KILL" in here else set())
    if "SELF" in here and _OWN.search(word):
        found.add("FIRST")
    if here & {"LIFE", "ENDLIFE"} and _OWN.search(word):
        found |= {"FIRST", "MYOWN"}
    if "HIT" in here and _PASSIVE.search(word):
        found.add("HIT_PASSIVE")
    if _PARTICIPLE.search(word):
        found.add("PARTICIPLE")
    return found
