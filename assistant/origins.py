"""Whether somebody has come from abroad, told by a country or a language and not by a word for it.

Names of countries and languages are those of Unicode's CLDR, as Babel gives them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from babel import Locale
from babel.languages import get_official_languages

from assistant.language import FINNISH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from assistant.finnish import Token

HOME = "FI"
HOME_LANGUAGES = frozenset({"fi", "sv", "en", "se", "smn", "sms"})
TERM = "maahanmuuttajat"
"""The glossary's term for whoever has moved to Finland."""

FROM = ("sta", "stä", "lta", "ltä")
TONGUE = "nkielinen"
MEN = ("lainen", "läinen")
CAME = frozenset(
    {"kotoisin", "lähtöisin", "muuttaa", "tulla", "saapua", "paeta", "syntyä", "olla", "pakolainen"}
)
ASKS = re.compile(r"k[oö]$", re.IGNORECASE)
"""*Onko Norjasta töitä* asks, and tells nothing of whoever asks."""

BACK = frozenset({"takaisin", "paluumuuttaja", "palata", "tillbaka", "back", "обратно"})
PEOPLE = (
    *("perhe", "mies", "vaimo", "nainen", "nuori", "opiskelija", "asiakas", "poika", "tyttö"),
    *("äiti", "isä", "puoliso", "pariskunta", "insinööri", "hoitaja", "osaaja", "hakija", "ystävä"),
    *(
        "tutkinto",
        "diplomi",
        "turvapaikanhakija",
        "pakolainen",
        "perheenäiti",
        "opettaja",
        "lääkäri",
        "kaveri",
        "ihminen",
    ),
)
SPEAK = frozenset({"puhua", "äidinkieli"})
LITTLE = frozenset({"vähän", "huonosti", "heikosti", "hiukan", "vain", "vasta", "hieman", "huono"})
WEAK = LITTLE | {"heikko", "hukka", "hakusessa", "alku", "puute", "vajaa", "alkeet", "alussa"}
GOOD = frozenset({"ei", "hyvä"})
OWN_FINNISH = frozenset({"suomi", "suomeni", "suomensa", "suomenkieli", "kielitaito"})
NEAR = 5
BEFORE = {
    "en": frozenset({"from"}),
    "sv": frozenset({"från", "ifrån"}),
    "ru": frozenset({"из", "с"}),
    "uk": frozenset({"з", "із", "зі"}),
}
NATIVE = {
    "en": frozenset({"i'm", "am", "i", "is", "my", "speak", "native"}),
    "sv": frozenset({"jag", "är", "min", "talar", "pratar"}),
}
IRREGULAR = {"venäläinen": "venäjä", "afgaani": "afganistan", "somali": "somalia"}


def comes_from_abroad(tokens: Sequence[Token], language: str) -> bool:
    """Whether a message tells that somebody comes from another country.

    *Olen kotoisin Syyriasta*, *vaimoni on thaimaalainen*, *puhun vain vähän suomea*. Who comes back
    to Finland isn't meant.

    Args:
        tokens: The words of the message, with base forms in its language.
        language: Code of the language.
    """
    words = {word for token in tokens for word in _words(token)}
    if BACK & words:
        return False
    if language != FINNISH:
        return _is_foreign(tokens, language)
    return _tells_country(tokens) or _tells_language(words) or _is_learning(tokens)


def _tells_country(tokens: Sequence[Token]) -> bool:
    countries = _countries(FINNISH)
    come = any(not CAME.isdisjoint(token.lemmas) for token in tokens if not ASKS.search(token.text))
    for before, token in zip((None, *tokens), tokens, strict=False):
        lemmas = set(token.lemmas)
        if any(_is_tongue(lemma) for lemma in lemmas):
            return True
        away = token.text.casefold().endswith(FROM) and _is_country(lemmas, countries)
        if away and (come or before is None or _of_people(before)):
            return True
        if any(_country_of(lemma) in countries for lemma in lemmas):
            return True
    return False


def _is_country(lemmas: set[str], countries: frozenset[str]) -> bool:
    """Whether a word is a country's name, also where that is a plural: *Filippiinit*."""
    return any(lemma in countries or f"{lemma}t" in countries for lemma in lemmas)


def _of_people(token: Token) -> bool:
    """Whether a word is one for people, so that *perhe Syyriasta* has come from there."""
    return any(lemma.endswith(PEOPLE) for lemma in token.lemmas[:1])


def _is_tongue(lemma: str) -> bool:
    """Whether a word says whose language is foreign: *arabiankielinen*, *venäjänkielinen*."""
    return lemma.endswith(TONGUE) and lemma.removesuffix(TONGUE) in _languages(FINNISH)


def _tells_language(words: set[str]) -> bool:
    if not SPEAK & words:
        return False
    return bool(_languages(FINNISH) & words) or bool("suomi" in words and LITTLE & words)


def _is_learning(tokens: Sequence[Token]) -> bool:
    """Whether somebody's Finnish is said to be weak: *suomi on vielä heikkoa*."""
    for number, token in enumerate(tokens):
        if token.text.casefold() in OWN_FINNISH:
            near = set().union(*map(_words, tokens[number + 1 : number + NEAR]), ())
            if WEAK & near or near >= GOOD:
                return True
    return False


def _is_foreign(tokens: Sequence[Token], language: str) -> bool:
    before, countries = BEFORE.get(language, frozenset()), _countries(language)
    native, languages = NATIVE.get(language, frozenset()), _languages(language)
    return any(
        (first.text.casefold() in before and countries & _words(second))
        or (first.text.casefold() in native and languages & _words(second))
        for first, second in pairwise(tokens)
    )


def _words(token: Token) -> set[str]:
    return {token.text.casefold(), *token.lemmas}


def _country_of(lemma: str) -> str | None:
    """The country of whoever is called by a word, as its name would be: *syyrialainen*."""
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if not lemma.endswith(MEN):
        return None
    stem = lemma[: -len(MEN[0])]
    forms = (stem, f"{stem}t", stem.removesuffix("i"))
    return next((form for form in forms if form in _countries(FINNISH)), None)


@lru_cache
def _countries(language: str) -> frozenset[str]:
    """Names of countries of one word, but Finland's, case-folded."""
    names = Locale(language).territories.items()
    return frozenset(name.casefold() for code, name in names if code != HOME and code.isalpha())


@lru_cache
def _languages(language: str) -> frozenset[str]:
    """Names of countries' languages but those of people at home in Finland, case-folded.

    Names of the many others are too often those of other things as well.
    """
    names = Locale(language).languages
    spoken = {code for place in Locale(language).territories for code in _spoken_in(str(place))}
    return frozenset(names[code].casefold() for code in spoken - HOME_LANGUAGES if code in names)


def _spoken_in(territory: str) -> tuple[str, ...]:
    return get_official_languages(territory, regional=True, de_facto=True)
