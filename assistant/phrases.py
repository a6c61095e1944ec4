"""Words and phrases of a list found in a question, in whatever form they stand there."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from assistant.finnish import Token, index_terms, normalise
from assistant.finnish_words import SPOKEN

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

V = TypeVar("V")
LONGEST = 10
LINKS = frozenset(
    {"ja", "tai", "sekä", "eli", "mutta", "mut", "vai", "vaan", "että", "and", "och", "и"}
)
"""Little words that begin something else: *oppia ja työtä* isn't *oppia työssä*."""

REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Found(Generic[V]):
    """A phrase of the list at ``tokens[first:last]``."""

    value: V
    phrase: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[V]):
    value: V
    phrase: str
    words: tuple[frozenset[str], ...]


def forms(token: Token) -> frozenset[str]:
    """The forms in which a word of a list is compared: its base forms and as it's written.

    Little words are compared only as they're written, since *mikä on* and *missä on* ask for
    different things.
    """
    surface = normalise(token.text).casefold()
    written = SPOKEN.get(surface, surface)
    if not index_terms([token]):
        return frozenset((written,))
    return frozenset((*token.lemmas, surface, written))


def forms_asked(token: Token) -> frozenset[str]:
    """The forms in which a word of a question is compared: also its first part before a hyphen."""
    head = token.parts[:1] if "-" in token.text else ()
    return forms(token).union(head)


@lru_cache(maxsize=REMEMBERED)
def _look(
    text: str, lemmas: tuple[str, ...], parts: tuple[str, ...]
) -> tuple[frozenset[str], bool]:
    """The forms of a word of a question, and whether it's a little one: each list looks at them."""
    token = Token(text, 0, len(text), lemmas, parts)
    bridges = not index_terms([token]) and text.casefold() not in LINKS
    return forms_asked(token), bridges


class Phrases(Generic[V]):
    """A list of phrases, each with a value, looked up by base forms.

    Args:
        analyse: Turns a phrase into words.
    """

    def __init__(self, analyse: Callable[[str], Sequence[Token]]) -> None:
        self._analyse = analyse
        self._by_word: dict[str, list[_Phrase[V]]] = {}

    def add(self, phrase: str, value: V) -> bool:
        """Add a phrase; says whether it has words to be found by."""
        return self.add_tokens(phrase, self._analyse(phrase), value)

    def add_tokens(self, phrase: str, tokens: Sequence[Token], value: V) -> bool:
        """Add a phrase that is analysed already; says whether it has words to be found by."""
        if not tokens or len(tokens) > LONGEST:
            return False
        entry = _Phrase(value, phrase, tuple(forms(token) for token in tokens))
        for word in entry.words[0]:
            self._by_word.setdefault(word, []).append(entry)
        return True

    def find(self, tokens: Sequence[Token]) -> list[Found[V]]:
        """Find every phrase in a question, overlapping ones too, in order."""
        looks = [_look(token.text, token.lemmas, token.parts) for token in tokens]
        seen, little = [forms for forms, _ in looks], [is_little for _, is_little in looks]
        found: list[Found[V]] = []
        for first, words in enumerate(seen):
            entries = {id(e): e for word in words for e in self._by_word.get(word, ())}
            for entry in entries.values():
                last = _end(entry.words, seen, little, first)
                if last is not None:
                    found.append(Found(entry.value, entry.phrase, first, last))
        return found


def _end(
    wanted: Sequence[frozenset[str]],
    seen: Sequence[frozenset[str]],
    little: Sequence[bool],
    at: int,
) -> int | None:
    """Where a phrase that begins at a word ends; a little word may stand between two of its."""
    for number, words in enumerate(wanted):
        if number and at < len(seen) and not words & seen[at] and little[at]:
            at += 1
        if at >= len(seen) or not words & seen[at]:
            return None
        at += 1
    return at


def longest(found: Sequence[Found[V]]) -> list[Found[V]]:
    """Leave out phrases that stand inside a longer one."""
    return [
        one
        for one in found
        if not any(
            other.first <= one.first
            and one.last <= other.last
            and other.last - other.first > one.last - one.first
            for other in found
        )
    ]
