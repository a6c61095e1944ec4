"""How sentences in other languages are checked against Finnish sources, word by word.

A word claims what one of its meanings in the dictionary says; what no dictionary knows, and no name
of the sources is, isn't supported. So it's rather too strict than too kind.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from assistant.bilingual import meanings_in
from assistant.particulars import is_numeral, particulars
from assistant.support_words_abroad import (
    CONTRACTED,
    ENDS,
    FUNCTION,
    NEGATIONS,
    NEUTRAL,
    PINNED,
    STARTS,
)
from assistant.time_words import senses_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from assistant.bilingual import Meanings
    from assistant.finnish import Token
    from assistant.particulars import Date, Particulars

    Supports = Callable[[frozenset[str], Token], bool]

SHORTEST_ALIKE: Final = 4
"""Letters of a small-lettered word that may be the same in both languages."""

SHORTEST_PART: Final = 3
_JOINTS: Final = ("", "s")
_GENITIVES: Final = ("'s", "’s", "s")


def open_speech(
    language: str,
    tokens: Callable[[str], Sequence[Token]],
    claims: Callable[[Token], bool],
    supports: Supports,
) -> Speech | None:
    """How sentences of a language are read; ``None`` where its dictionaries aren't there.

    Args:
        language: Code of the language.
        tokens: The Finnish analysis.
        claims: Whether a Finnish word claims something.
        supports: Whether a Finnish word is supported by words of the sources.
    """
    meanings = meanings_in(language)
    return Speech(language, meanings, tokens, claims, supports) if meanings else None


class Speech:
    """Reads sentences of one language. Safe between threads.

    Args:
        language: Code of the language.
        meanings: Its words with the Finnish ones they may mean.
        tokens: The Finnish analysis.
        claims: Whether a Finnish word claims something.
        supports: Whether a Finnish word is supported by words of the sources.
    """

    def __init__(
        self,
        language: str,
        meanings: Meanings,
        tokens: Callable[[str], Sequence[Token]],
        claims: Callable[[Token], bool],
        supports: Supports,
    ) -> None:
        self._language, self._meanings, self._supports = language, meanings, supports

        @lru_cache(maxsize=20_000)
        def finnish(word: str) -> tuple[tuple[Token, ...], ...]:
            """What a word may mean: the words of each meaning that claim something."""
            pinned = [one for form in self._forms(word) for one in PINNED[language].get(form, ())]
            if pinned:
                return tuple(tuple(tokens(one)) for one in pinned)
            told = (
                tuple(token for token in tokens(meaning) if claims(token))
                for form in self._forms(word)
                for meaning in meanings.get(form, ())
            )
            return tuple(dict.fromkeys(one for one in told if one))

        self._finnish = finnish

    def claims(self, token: Token) -> bool:
        """Whether a word claims something that has to be supported; numbers are checked as such."""
        lower = token.text.casefold()
        if not any(map(str.isalpha, lower)) or self.denials([token]):
            return False
        # IT is no pronoun.
        if token.text.isupper() and len(token.text) > 1:
            return True
        if lower in FUNCTION[self._language] or is_numeral(token) or "month" in senses_of(lower):
            return False
        return not any(form in NEUTRAL[self._language] for form in self._forms(lower))

    def denials(self, tokens: Sequence[Token]) -> int:
        """How many words of a sentence deny something."""
        negations = NEGATIONS[self._language]
        return sum(
            token.text.casefold() in negations or bool(CONTRACTED.search(token.text))
            for token in tokens
        )

    def supports(self, words: frozenset[str], token: Token) -> bool:
        """Whether words of the sources support a word: as it stands, in a meaning, or by parts."""
        lower = token.text.casefold()
        if self._stands(words, token) or self._means(words, lower):
            return True
        return any(
            self._means(words, lower[: cut - len(joint)]) and self._means(words, lower[cut:])
            for cut in range(SHORTEST_PART, len(lower) - SHORTEST_PART + 1)
            for joint in _JOINTS
            if lower[:cut].endswith(joint) and cut - len(joint) >= SHORTEST_PART
        )

    def told_particulars(self, sentence: str, tokens: Sequence[Token]) -> Particulars:
        """A sentence's numbers, dates and addresses; its names are looked at as words are."""
        return replace(particulars(sentence, tokens), names=())

    def mistakes_end(self, sentence: str, first: Collection[Date], last: Collection[Date]) -> bool:
        """Whether a first day is told as the last one, or a last day as the first.

        Args:
            sentence: The sentence.
            first: What it tells of first days.
            last: What it tells of last days.
        """
        starts = bool(STARTS[self._language].search(sentence))
        ends = bool(ENDS[self._language].search(sentence))
        return bool(first and ends and not starts) or bool(last and starts and not ends)

    def _forms(self, word: str) -> tuple[str, ...]:
        import simplemma

        forms = [word, simplemma.lemmatize(word, lang=self._language).casefold()]
        return tuple(dict.fromkeys(forms))

    def _stands(self, words: frozenset[str], token: Token) -> bool:
        import simplemma

        lower = token.text.casefold()
        if not any(map(str.isupper, token.text)):
            # A small-lettered word of both languages; a Finnish one has no place in the sentence.
            known = lower in self._meanings or simplemma.is_known(lower, lang=self._language)
            if len(lower) < SHORTEST_ALIKE or not known:
                return False
        forms = {lower, *(lower.removesuffix(ending) for ending in _GENITIVES)}
        return bool(forms & words)

    def _means(self, words: frozenset[str], word: str) -> bool:
        return any(
            all(self._supports(words, token) for token in meaning)
            for meaning in self._finnish(word)
        )
