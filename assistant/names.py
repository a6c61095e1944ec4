"""Services recognised by their names in a question: inflected, abbreviated or misspelt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from assistant.domain import KIND_PROJECT
from assistant.finnish import index_terms
from assistant.phrases import Found, Phrases, longest

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from assistant.corpus import Corpus
    from assistant.domain import Service
    from assistant.finnish import Analyser, Token

NEAR = 86
SHORTEST_MISSPELT = 5
LONGEST_MISSPELT = 3
LONG_WORD = 8
STEM = 5
FEW_WORDS = 2
JOINING = frozenset({"vai", "ja", "tai", "eller", "och", "or", "and", "или", "и"})
PROJECT_STEM = "han"
WORD = re.compile(r"\w+")
WORD_ENDS = re.compile(r"[\s-]")
WHAT = frozenset(
    {
        "mikä",
        "mitä",
        "missä",
        "mistä",
        "milloin",
        "kuka",
        "what",
        "where",
        "vad",
        "var",
        "что",
        "где",
    }
)
PAPERS = ("hakemu", "lappu", "lapui", "paper", "päätö", "asioi", "asiat", "tunnuks", "tuki", "tuet")
"""How words begin of what people get from somebody or send to them."""

NAMING_WORDS = frozenset({"hanke", "projekti", "malli", "toimintamalli", "verkosto", "palvelu"})


@dataclass(frozen=True, slots=True)
class NameMention:
    """A service's name at ``tokens[first:last]`` of a question.

    ``certain`` is false when the name is also an ordinary word and nothing else tells that the
    service is meant, or when what's written is only nearly the name.
    """

    service_id: str
    name: str
    first: int
    last: int
    certain: bool


@dataclass(frozen=True, slots=True)
class _Named:
    service_id: str
    ordinary: bool


def known_names(corpus: Corpus) -> frozenset[str]:
    """The words of all services' names and of the glossary's abbreviations."""
    names = {word for service in corpus.services for word in service.names}
    names |= {term.term for term in corpus.glossary if term.kind == "abbreviation"}
    return frozenset(names)


class Names:
    """Finds services by name.

    Args:
        services: The services with their names.
        analyser: Knows the names, so that they meet in any case.
        plain: Doesn't know them, to tell which of them are ordinary words too.
    """

    def __init__(self, services: Sequence[Service], analyser: Analyser, plain: Analyser) -> None:
        self._phrases: Phrases[_Named] = Phrases(analyser.tokens)
        self._spelt: dict[str, list[str]] = {}
        for service in services:
            for name in _with_parts(service.names):
                self._phrases.add(name, _Named(service.id, _is_ordinary(name, plain)))
                self._spelt.setdefault(name.casefold(), []).append(service.id)
        for short, service_id in _shortened(services).items():
            self._phrases.add(short, _Named(service_id, ordinary=False))
        self._begun = {
            name.casefold(): service.id
            for service in services
            if service.kind == KIND_PROJECT
            for name in service.names
        }
        for word, service_id in _first_words(services).items():
            self._phrases.add(word, _Named(service_id, ordinary=True))
        self._spellings = [name for name in self._spelt if len(name) >= SHORTEST_MISSPELT]

    @property
    def spelt(self) -> Collection[str]:
        """All names, case-folded."""
        return self._spelt.keys()

    def is_within(self, mention: NameMention, last: int) -> bool:
        """Whether a mention is of a name's part, among the words of another name up to the last."""
        whole = mention.name.casefold() in self._spelt
        return mention.first <= last and (last < mention.last or not whole)

    def find(self, tokens: Sequence[Token]) -> list[NameMention]:
        """Find the names in a question, the longest where one stands inside another."""
        mentions = [
            NameMention(
                found.value.service_id,
                found.phrase,
                found.first,
                found.last,
                (not found.value.ordinary or _is_named(tokens, found.first, found.last))
                and not _tells_kind(tokens[found.first]),
            )
            for found in longest(self._phrases.find(tokens))
            if (_is_said if found.value.ordinary else _is_together)(found, tokens)
        ]
        mentions += self._in_common(tokens, mentions)
        mentions = _beside_certain(tokens, mentions)
        mentions = self._beginnings(tokens) or mentions
        if not any(mention.certain for mention in mentions):
            mentions += self._misspelt(tokens)
        by_service: dict[str, NameMention] = {}
        for mention in sorted(mentions, key=lambda m: (not m.certain, m.first - m.last)):
            by_service.setdefault(mention.service_id, mention)
        return sorted(by_service.values(), key=lambda m: m.first)

    def _in_common(
        self, tokens: Sequence[Token], mentions: Sequence[NameMention]
    ) -> list[NameMention]:
        """The first of two names that share their last word, as in *Raahen vai Oulun alue*."""
        found = []
        for mention in mentions:
            before = mention.first - 2
            if before < 0 or mention.last - mention.first < 2:
                continue
            if tokens[before + 1].text.casefold() not in JOINING:
                continue
            whole = [tokens[before], tokens[mention.last - 1]]
            for one in self._phrases.find(whole):
                if one.last - one.first == len(whole):
                    name = one.phrase
                    found.append(
                        NameMention(one.value.service_id, name, before, before + 1, certain=True)
                    )
        return found

    def _beginnings(self, tokens: Sequence[Token]) -> list[NameMention]:
        """Projects called by how their names begin, as in *Digikyvy-hanke*, where few do so."""
        found: list[NameMention] = []
        for number, token in enumerate(tokens):
            begun, _, rest = token.text.casefold().partition("-")
            if len(begun) < SHORTEST_MISSPELT or not rest.startswith(PROJECT_STEM):
                continue
            ids = {one: name for name, one in self._begun.items() if name.startswith(begun)}
            whole = any(WORD_ENDS.split(name, maxsplit=1)[0] == begun for name in ids.values())
            if not whole and 0 < len(ids) <= FEW_WORDS:
                found += [
                    NameMention(one, name, number, number + 1, certain=True)
                    for one, name in sorted(ids.items())
                ]
        return found

    def _misspelt(self, tokens: Sequence[Token]) -> list[NameMention]:
        mentions = []
        for first in range(len(tokens)):
            for last in range(first + 1, min(len(tokens), first + LONGEST_MISSPELT) + 1):
                window = tokens[first:last]
                written = " ".join(token.lemmas[0] for token in window)
                if all(token.known for token in window) or len(written) < SHORTEST_MISSPELT:
                    continue
                found = process.extractOne(
                    written, self._spellings, scorer=fuzz.ratio, score_cutoff=NEAR
                )
                if found:
                    mentions += [
                        NameMention(service_id, found[0], first, last, certain=False)
                        for service_id in self._spelt[found[0]]
                    ]
        return mentions


def _with_parts(names: Sequence[str]) -> Sequence[str]:
    """Names, and of *SOMPA – Suoraan töihin* what stands after the dash, if it's several words."""
    parts = [part for name in names for part in name.split(" – ")[1:] if " " in part]
    # *Hanke KÄYNNISTYMÄSSÄ* after the dash tells how it stands, and not what it's called.
    parts = [part for part in parts if not part.startswith(PROJECT_STEM)]
    return tuple(dict.fromkeys((*names, *parts)))


def _beside_certain(tokens: Sequence[Token], mentions: list[NameMention]) -> list[NameMention]:
    """A word that's joined to a certain name is meant as a name too: *Hymy vai Motio*."""
    certain = [mention for mention in mentions if mention.certain]

    def joined(mention: NameMention) -> bool:
        return any(
            late.first - early.last == 1 and tokens[early.last].text.casefold() in JOINING
            for other in certain
            for early, late in ((mention, other), (other, mention))
            if early.last <= late.first
        )

    return [replace(m, certain=True) if not m.certain and joined(m) else m for m in mentions]


def _shortened(services: Sequence[Service]) -> dict[str, str]:
    """Names of three words without the one in the middle, where only one service has such."""
    owners: dict[str, set[str]] = {}
    stems = {name[:STEM].casefold() for service in services for name in service.municipalities}
    for service in services:
        for name in service.names:
            words = name.split()
            if len(words) != len(("first", "middle", "last")):
                continue
            first, _, last = words
            if first[:STEM].casefold() not in stems and first[0].isupper() and last.islower():
                owners.setdefault(f"{first} {last}", set()).add(service.id)
    return {short: next(iter(ids)) for short, ids in owners.items() if len(ids) == 1}


def _first_words(services: Sequence[Service]) -> dict[str, str]:
    """The first words of long names that only one service has: people shorten to them."""
    owners: dict[str, set[str]] = {}
    stems = {name[:STEM].casefold() for service in services for name in service.municipalities}
    for service in services:
        for name in service.names:
            first, *rest = name.split()
            if first[:STEM].casefold() in stems:
                continue
            if rest and len(first) >= LONG_WORD and first[0].isupper() and first.isalpha():
                owners.setdefault(first, set()).add(service.id)
    return {word: next(iter(ids)) for word, ids in owners.items() if len(ids) == 1}


def _tells_kind(token: Token) -> bool:
    """Whether a name only tells of what kind something is: a *Kela-hakemus* isn't Kela."""
    head = token.text.casefold().rpartition("-")[2] if "-" in token.text else ""
    return bool(head) and head.startswith(PAPERS)


def _is_ordinary(name: str, plain: Analyser) -> bool:
    """Whether a name is also everyday language: written small, or one word of it."""
    if name == name.lower():
        return True
    tokens = plain.tokens(name.casefold())
    return len(tokens) == 1 and tokens[0].known and not tokens[0].parts


def _is_said(found: Found[_Named], tokens: Sequence[Token]) -> bool:
    """Whether one word is a form of the name itself: *etsin* is a form of another word."""
    name, token = found.phrase.casefold(), tokens[found.first]
    if found.last - found.first > 1 or " " in name:
        return _is_together(found, tokens)
    return token.text.casefold().startswith(name[:-1]) or name in token.lemmas


def _is_together(found: Found[_Named], tokens: Sequence[Token]) -> bool:
    """Whether a name with another word between its own is written as it's called.

    *Working, I stay* has the words of *Work & Stay*, each in a form of another language.
    """
    words = WORD.findall(found.phrase.casefold())
    said = tokens[found.first : found.last]
    if len(said) <= len(words):
        return True
    return all(token.known or token.text.casefold() in words for token in (said[0], said[-1]))


def _is_named(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether an ordinary word is meant as a name where it stands."""
    token = tokens[first]
    if "-" in token.text or token.text.isupper():
        return True
    within = first > 0 and token.start - tokens[first - 1].end == len(" ")
    if within and token.text[:1].isupper():
        return True
    if last < len(tokens) and NAMING_WORDS.intersection(tokens[last].lemmas):
        return True
    content = [token for token in tokens if index_terms([token])]
    return len(tokens) <= FEW_WORDS or (len(content) == 1 and tokens[0].text.casefold() in WHAT)
