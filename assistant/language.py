"""The language a question is asked in, told from its letters and its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.finnish import Token

FINNISH = "fi"
OTHERS = ("sv", "en")
CYRILLIC = range(0x0400, 0x0530)
UKRAINIAN = frozenset("іїєґ")
RUSSIAN = frozenset("ыэёъ")
LEAD = 0.25
"""How much more of the words another language must know before a question isn't Finnish."""


def language_of(tokens: Sequence[Token]) -> str:
    """Tell the language of a question.

    Args:
        tokens: Its words, analysed as Finnish.

    Returns:
        ``fi``, ``sv``, ``en``, ``ru`` or ``uk``. Finnish when nothing tells otherwise, since names
        and abbreviations alone belong to no language.
    """
    letters = "".join(token.text for token in tokens).casefold()
    cyrillic = sum(ord(letter) in CYRILLIC for letter in letters)
    if cyrillic * 2 > len(letters):
        return _slavic(letters, tokens)
    words = [token for token in tokens if token.text.isalpha() and not token.text.isupper()]
    if not words:
        return FINNISH
    import simplemma

    finnish = sum(token.known for token in words) / len(words)
    if finnish > 1 - LEAD:
        return FINNISH
    shares = {
        code: sum(simplemma.is_known(token.text, lang=code) for token in words) / len(words)
        for code in OTHERS
    }
    best = max(shares, key=lambda code: shares[code])
    return best if shares[best] - finnish >= LEAD else FINNISH


def _slavic(letters: str, tokens: Sequence[Token]) -> str:
    """Ukrainian or Russian: by the letters that only one has, else by whose words they are."""
    if UKRAINIAN.intersection(letters) or RUSSIAN.intersection(letters):
        return "uk" if UKRAINIAN.intersection(letters) else "ru"
    import simplemma

    known = {
        code: sum(simplemma.is_known(token.text, lang=code) for token in tokens)
        for code in ("ru", "uk")
    }
    return max(known, key=lambda code: known[code])


def with_lemmas(tokens: Sequence[Token], language: str) -> list[Token]:
    """Give words of another language their base forms in it.

    Args:
        tokens: Words, analysed as Finnish.
        language: Their language; Finnish words are left as they are.
    """
    if language == FINNISH:
        return list(tokens)
    import simplemma

    return [
        replace(token, lemmas=tuple(dict.fromkeys((*token.lemmas, lemma.casefold()))))
        for token in tokens
        for lemma in (simplemma.lemmatize(token.text, lang=language),)
    ]


def is_foreign(word: str) -> bool:
    """Whether a word is an English or Swedish one: such stand in Finnish sentences too.

    Args:
        word: A word in small letters.
    """
    import simplemma

    return any(simplemma.is_known(word, lang=code) for code in OTHERS)
