"""The language a question is asked in, told from its letters and its words."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.finnish import Token

FINNISH = "fi"
OTHERS = ("sv", "en")
CYRILLIC = range(0x0400, 0x0530)
UKRAINIAN = frozenset("іїєґ")
RUSSIAN = frozenset("ыэёъ")
LITTLE = {
    "sv": frozenset(
        (
            *("och", "är", "det", "den", "de", "jag", "du", "vi", "ni", "han", "hon", "att", "som"),
            *("på", "med", "för", "av", "till", "om", "var", "vem", "vad", "vart", "när", "hur"),
            *("finns", "kan", "får", "mig", "min", "mitt", "ett", "inte", "men", "eller", "där"),
            *("här", "vilka", "vilken", "från", "har", "ska", "i", "en", "så", "sen", "också"),
        )
    ),
    "en": frozenset(
        (
            *("and", "is", "are", "the", "it", "a", "an", "i", "you", "we", "he", "she", "to"),
            *("of", "with", "for", "at", "by", "who", "what", "where", "when", "how", "can", "do"),
            *(
                "does",
                "me",
                "my",
                "not",
                "but",
                "or",
                "there",
                "from",
                "has",
                "have",
                "am",
                "about",
            ),
            *("more", "any", "which", "was", "did", "they", "them", "this", "that", "if", "no"),
        )
    ),
}
"""Little words that tell Swedish from English, as many other words stand in both dictionaries."""

INFINITIVE = ("ть", "ти", "ться", "тися")
"""How the base forms of Russian and Ukrainian verbs end."""

FEWEST_JUDGED = 3
"""Words from which a message can be told to be in none of the languages."""


def language_of(tokens: Sequence[Token], names: Collection[int] = ()) -> str:
    """Tell the language of a question.

    Words count for a language that holds them where Finnish doesn't, and for Finnish the other way
    round: many words stand in several dictionaries, and names belong to no language.

    Args:
        tokens: Its words, analysed as Finnish.
        names: Where names begin that are known to be ones.

    Returns:
        ``fi``, ``sv``, ``en``, ``ru`` or ``uk``. Finnish when nothing tells otherwise, since names
        and abbreviations alone belong to no language.
    """
    # Names in Latin letters stand in Russian as they are: *Villa Victor ещё работает?*
    small = (one.text for one in tokens if one.text.islower())
    latin = sum(len(text) for text in small if ord(text[0]) < CYRILLIC.start)
    letters = "".join(token.text for token in tokens).casefold()
    cyrillic = sum(ord(letter) in CYRILLIC for letter in letters)
    if cyrillic * 2 > len(letters) or cyrillic > latin:
        return _slavic(letters, tokens)
    words = [token for token in _telling(tokens) if token.start not in names]
    if not words:
        return FINNISH
    finnish = [token for token in words if token.known]
    if len(finnish) == len(words) and not any(
        token.text.casefold() in little for token in words for little in LITTLE.values()
    ):
        return FINNISH
    import simplemma

    found = {
        code: [token for token in words if simplemma.is_known(token.text, lang=code)]
        for code in OTHERS
    }
    best = max(OTHERS, key=lambda code: (_little(found[code], code) + len(found[code]), code))
    theirs = sum(not token.known for token in found[best])
    ours = sum(token not in found[best] for token in finnish)
    return best if theirs > ours else FINNISH


def tells_language(tokens: Sequence[Token], names: Collection[int] = ()) -> bool:
    """Whether a message has words that belong to a language, and not only names and numbers.

    Args:
        tokens: Its words, analysed as Finnish.
        names: Where names begin that are known to be ones.
    """
    return any(token.start not in names for token in _telling(tokens))


def _little(words: Sequence[Token], code: str) -> int:
    return sum(token.text.casefold() in LITTLE[code] for token in words)


def _telling(tokens: Sequence[Token]) -> list[Token]:
    """The words that tell a language: no numbers, abbreviations, nor names within a sentence."""
    return [
        token
        for number, token in enumerate(tokens)
        if token.text.isalpha()
        and (len(token.text) > 1 or token.text == "I")
        and not (token.text.isupper() and len(token.text) > 1)
        and (number == 0 or not token.text[0].isupper() or token.text == "I")
    ]


def is_unknown(tokens: Sequence[Token]) -> bool:
    """Whether a message is in none of the languages: most of its words are known in none.

    Args:
        tokens: Its words, analysed as Finnish.
    """
    words = [token for token in tokens if token.text.isalpha()]
    letters = "".join(token.text for token in words).casefold()
    if not letters:
        return False
    latin = sum(ord(letter) < CYRILLIC.start for letter in letters)
    cyrillic = sum(ord(letter) in CYRILLIC for letter in letters)
    if (latin + cyrillic) * 2 < len(letters):
        return True
    if cyrillic * 2 > len(letters) or len(words) < FEWEST_JUDGED:
        return False
    telling = _telling(tokens)
    strange = [token.text for token in telling if not token.known]
    import simplemma

    for code in (FINNISH, *OTHERS):
        left = [w for w in strange if code == FINNISH or not simplemma.is_known(w, lang=code)]
        if len(left) * 2 < len(telling) or len(left) < FEWEST_JUDGED:
            return False
    return True


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


def as_listed(token: Token) -> Token:
    """A word of a list; a form of a Slavic verb is meant in that form alone.

    *Работаю* is told of oneself, *работает* of somebody else or of a service.

    Args:
        token: A word with its base forms in its language, the last of them the language's own.
    """
    surface = token.text.casefold()
    if surface == token.lemmas[-1] or not token.lemmas[-1].endswith(INFINITIVE):
        return token
    return replace(token, lemmas=(surface,))


def is_foreign(word: str) -> bool:
    """Whether a word is an English or Swedish one: such stand in Finnish sentences too.

    Args:
        word: A word in small letters.
    """
    import simplemma

    return any(simplemma.is_known(word, lang=code) for code in OTHERS)
