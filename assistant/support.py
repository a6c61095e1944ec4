"""The guard of generated sentences: what isn't supported by what it cites isn't told.

A sentence stands only if all of these hold: it's plain text; its numbers, dates, addresses and
names stand in its quotes or in the record's own fields; so does each of its words that claims
something, near one another; it denies what they deny and nothing else; and it means nearly the
same as they do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from assistant.particulars import Date, Ground, is_numeral, particulars
from assistant.phrases import Phrases, longest
from assistant.prose import sentences
from assistant.support_abroad import open_speech
from assistant.support_words import ENDS, FUNCTION, NEGATIONS, NEUTRAL, STARTS, SYNONYMS, UNLIKE
from assistant.time_words import senses_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence
    from datetime import date

    from assistant.domain import Service
    from assistant.embedding import Vectors
    from assistant.finnish import Token
    from assistant.support_abroad import Speech, Supports

FINNISH: Final = "fi"
LONGEST: Final = 400
LEAST_WORDS: Final = 2
NEAREST, NEAREST_ABROAD = 0.87, 0.84
"""Least cosine similarity of a sentence with the nearest of what it cites: in the language of the
sources, and in another."""

MOST_REMEMBERED: Final = 4096
MOST_TOGETHER: Final = 2
"""How many sentences of the sources one sentence may be put together from."""

STEM, STEM_SHARE = 5, 0.7
"""Letters that words of one root begin with alike: at least so many, and so much of the shorter."""

_MARKUP: Final = re.compile(r"[<>\[\]{}|`\\#_~^]|\*|&\w+;|\$\w")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_HYPHEN: Final = re.compile(r"(?<=\w)[-‐‑](?=\w)|(?<=\w)[-‐‑](?=\s)|(?<=\s)[-‐‑](?=\w)")
_PRIVATIVE: Final = ("ton", "tön", "tta", "ttä")
_WITHOUT_DOING: Final = ("matta", "mättä")
MOST_CHANGED: Final = 2
"""In how many words a sentence differs from one of the sources to be a copy with words changed."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a sentence rests on.

    Attributes:
        quotes: Texts of the sources, to the character.
        fields: What the record's own fields tell, in words.
        owner: Id of the service that they tell of, when it's one.
        names: The names of that service.
        starts: The first days of its running times.
        ends: Their last days.
    """

    quotes: tuple[str, ...]
    fields: tuple[str, ...] = ()
    owner: str | None = None
    names: tuple[str, ...] = ()
    starts: tuple[date, ...] = ()
    ends: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Told:
    """A sentence of the evidence: its words, whether it denies, and word by word."""

    words: frozenset[str]
    denies: bool
    tokens: tuple[Token, ...]


class Guard:
    """Checks sentences against what they cite.

    Args:
        services: The services of the corpus, whose names mustn't be mixed up.
        tokens: The Finnish analysis.
        embed: Texts to unit vectors, shape (texts, dimension), for the likeness of meaning.
    """

    def __init__(
        self,
        services: Iterable[Service],
        tokens: Callable[[str], Sequence[Token]],
        embed: Callable[[Sequence[str]], Vectors],
    ) -> None:
        self._tokens, self._embed = tokens, embed
        self._vectors: dict[str, Vectors] = {}
        self._speeches: dict[str, Speech | None] = {}
        self._names: Phrases[str] = Phrases(tokens)
        for service in services:
            for name in service.names:
                self._names.add(name, service.id)

    def speaks(self, language: str) -> bool:
        """Whether sentences of a language can be checked word by word against the sources.

        Finnish ones can; those of another language where its dictionaries are installed.
        """
        return language == FINNISH or self._speech(language) is not None

    def _speech(self, language: str) -> Speech | None:
        if language not in self._speeches:
            self._speeches[language] = open_speech(language, self._tokens, _claims, _supports)
        return self._speeches[language]

    def objection(
        self,
        sentence: str,
        evidence: Evidence,
        shunned: Collection[str] = (),
        language: str = FINNISH,
    ) -> str | None:
        """Say why a sentence isn't supported.

        Args:
            sentence: One sentence.
            evidence: What it cites.
            shunned: Ids of services that it mustn't speak of, such as those that have ended.
            language: Code of the sentence's language.

        Returns:
            The kind of what's wrong with a word on it; ``None`` when the sentence stands.
        """
        tokens = self._tokens(_apart(sentence))
        ground = self._ground(evidence)
        if language != FINNISH:
            return self._objection_abroad(sentence, tokens, evidence, shunned, language)
        return (
            _shape(sentence, tokens)
            or _lacking(sentence, self._tokens(sentence), ground)
            or self._names_another(sentence, evidence.owner, shunned)
            or _swapped_ends(sentence, tokens, evidence)
            or self._words_lacking(tokens, evidence)
            or self._far(sentence, evidence)
        )

    def _objection_abroad(
        self,
        sentence: str,
        tokens: Sequence[Token],
        evidence: Evidence,
        shunned: Collection[str],
        language: str,
    ) -> str | None:
        speech = self._speech(language)
        if speech is None:
            return f"language {language}"
        lacks = self._ground(evidence).lacks(speech.told_particulars(sentence, tokens))
        first, last = _ends_told(sentence, tokens, evidence)
        return (
            _shape(sentence, tokens)
            or (lacks[0] if lacks else None)
            or self._names_another(sentence, evidence.owner, shunned)
            or ("date swapped" if speech.mistakes_end(sentence, first, last) else None)
            or self._meaning_lacking(tokens, evidence, speech)
            or self._far(sentence, evidence, NEAREST_ABROAD)
        )

    def _meaning_lacking(
        self, tokens: Sequence[Token], evidence: Evidence, speech: Speech
    ) -> str | None:
        """What of a sentence in another language isn't told by one sentence of the sources."""
        told = self._told_in(evidence)
        fields = self._told_of(evidence)
        claims = [token for token in tokens if speech.claims(token)]
        left = [token for token in claims if not speech.supports(fields, token)]
        nearest = _nearest(told, left, claims, supports=speech.supports)
        words = nearest.words if nearest else frozenset()
        left = [token for token in left if not speech.supports(words, token)]
        if left:
            return f"word {left[0].text}"
        rests = any(speech.supports(words, token) for token in claims)
        denials = _denials(nearest.tokens) if nearest and rests else 0
        return None if speech.denials(tokens) == denials else "negation"

    def _told_in(self, evidence: Evidence) -> list[_Told]:
        return [
            _told(self._tokens(_apart(text[start:end])))
            for text in evidence.quotes
            for start, end in sentences(text)
        ]

    def _told_of(self, evidence: Evidence) -> frozenset[str]:
        told_of = (*evidence.names, *evidence.fields)
        return _told(self._tokens(_apart(" ; ".join(told_of)))).words

    def _ground(self, evidence: Evidence) -> Ground:
        texts = (*evidence.quotes, *evidence.names, *evidence.fields)
        return Ground((text, self._tokens(text)) for text in texts)

    def _names_another(
        self, sentence: str, owner: str | None, shunned: Collection[str]
    ) -> str | None:
        """Whether a sentence speaks of a service that isn't its own.

        Some mustn't be named at all; any other may be, but not as what the sentence begins with.
        """
        tokens = self._tokens(sentence)
        named: dict[tuple[int, int], set[str]] = {}
        for found in longest(self._names.find(tokens)):
            words = tokens[found.first : found.last]
            if any(char.isupper() for word in words for char in word.text):
                named.setdefault((found.first, found.last), set()).add(found.value)
        for (first, _), ids in named.items():
            if ids <= set(shunned):
                return f"status {min(ids)}"
            if first == 0 and owner and owner not in ids:
                return f"name {min(ids)}"
        return None

    def _words_lacking(self, tokens: Sequence[Token], evidence: Evidence) -> str | None:
        told, fields = self._told_in(evidence), self._told_of(evidence)
        claims = [token for token in tokens if _claims(token)]
        left = [token for token in claims if not _supports(fields, token)]
        nearest = _nearest(told, left, claims)
        # What the fields alone tell is denied nowhere; all else as its nearest sentence does.
        denied = bool(
            nearest
            and nearest.denies
            and (left or all(_supports(nearest.words, t) for t in claims))
        )
        if nearest:
            left = [token for token in left if not _supports(nearest.words, token)]
        for _ in range(MOST_TOGETHER - 1):
            another = _nearest(told, left)
            if left and another:
                left = [token for token in left if not _supports(another.words, token)]
        if left:
            return f"word {left[0].text}"
        if _denies(tokens) != denied:
            return "negation"
        own = _told(self._tokens(_apart(" ; ".join(evidence.names)))).words
        copied = any(_is_changed_copy(tokens, one.tokens, own) for one in told)
        return "word changed" if copied else None

    def _far(self, sentence: str, evidence: Evidence, least: float = NEAREST) -> str | None:
        pieces = [text[a:b] for text in evidence.quotes for a, b in sentences(text)]
        pieces = list(dict.fromkeys((*pieces, *evidence.quotes)))
        new = [piece for piece in pieces if piece not in self._vectors]
        vectors = self._embed([sentence, *new])
        if len(self._vectors) + len(new) > MOST_REMEMBERED:
            self._vectors = {}
        known = {**self._vectors, **dict(zip(new, vectors[1:], strict=True))}
        self._vectors = known
        likeness = max(float(known[piece] @ vectors[0]) for piece in pieces)
        return None if likeness >= least else f"meaning {likeness:.2f}"


def _apart(text: str) -> str:
    """A text with the words around hyphens set apart, so that each is checked by itself."""
    return _HYPHEN.sub(" ", text)


def _shape(sentence: str, tokens: Sequence[Token]) -> str | None:
    """What makes a text no plain sentence."""
    if len(sentence) > LONGEST or len(tokens) < LEAST_WORDS:
        return "shape length"
    if _MARKUP.search(sentence) or _CONTROL.search(sentence):
        return "shape markup"
    if sentence.rstrip("”\"')")[-1:] not in {".", "!"}:
        return "shape end"
    return None


def _lacking(sentence: str, tokens: Sequence[Token], ground: Ground) -> str | None:
    lacks = ground.lacks(particulars(sentence, tokens))
    return lacks[0] if lacks else None


def _swapped_ends(sentence: str, tokens: Sequence[Token], evidence: Evidence) -> str | None:
    """Whether a first day is told as the last one, or a last day as the first."""
    lemmas = {lemma for token in tokens for lemma in (*token.lemmas, token.text.lower())}
    starts, ends = bool(lemmas & STARTS), bool(lemmas & ENDS)
    if starts == ends:
        return None
    first, last = _ends_told(sentence, tokens, evidence)
    return "date swapped" if (last if starts else first) else None


def _ends_told(
    sentence: str, tokens: Sequence[Token], evidence: Evidence
) -> tuple[set[Date], set[Date]]:
    """The days told that are only first days, and those that are only last ones."""
    told = {date for date in particulars(sentence, tokens).dates if None not in date}
    first: set[Date] = {(day.year, day.month, day.day) for day in evidence.starts}
    last: set[Date] = {(day.year, day.month, day.day) for day in evidence.ends}
    return told & (first - last), told & (last - first)


def _told(tokens: Sequence[Token]) -> _Told:
    words = {
        word for token in tokens for word in (*token.lemmas, *token.parts, token.text.casefold())
    }
    return _Told(frozenset(words), _denies(tokens), tuple(tokens))


def _nearest(
    told: Sequence[_Told], *claims: Sequence[Token], supports: Supports | None = None
) -> _Told | None:
    """The sentence that supports most of some words; of those alike, most of the next."""
    stands = supports or _supports

    def held(one: _Told) -> tuple[int, ...]:
        return tuple(sum(stands(one.words, token) for token in some) for some in claims)

    return max(told, key=held, default=None)


def _denies(tokens: Sequence[Token]) -> bool:
    return _denials(tokens) > 0


def _denials(tokens: Sequence[Token]) -> int:
    return sum(
        token.text.lower() in NEGATIONS or token.text.lower().endswith(_WITHOUT_DOING)
        for token in tokens
    )


def _is_changed_copy(tokens: Sequence[Token], told: Sequence[Token], own: frozenset[str]) -> bool:
    """Whether a sentence is one of the sources' with a word changed for one of other meaning.

    The service's own name may stand where the source says *it*.
    """
    if len(tokens) != len(told):
        return False
    pairs = [
        (one, other)
        for one, other in zip(tokens, told, strict=True)
        if one.text.casefold() != other.text.casefold()
    ]
    if len(pairs) > MOST_CHANGED:
        return False
    return any(
        not _means_the_same(one, other)
        for one, other in pairs
        if _claims(other) or not own.intersection(one.lemmas)
    )


def _means_the_same(one: Token, other: Token) -> bool:
    if not (_claims(one) or _claims(other)):
        return True
    words = frozenset((*other.lemmas, *other.parts, other.text.casefold()))
    return _supports(words, one)


def _claims(token: Token) -> bool:
    """Whether a word claims something that has to be supported; numbers are checked as such."""
    lower = token.text.lower()
    if lower in FUNCTION or lower in NEGATIONS or not any(map(str.isalpha, lower)):
        return False
    if is_numeral(token) or "month" in senses_of(lower):
        return False
    return not any(lemma in FUNCTION or lemma in NEUTRAL for lemma in token.lemmas)


def _supports(words: frozenset[str], token: Token) -> bool:
    """Whether a word, one of its base forms, or every part of it stands among words."""
    own = (*token.lemmas, token.text.casefold())
    if any(word in words for word in own):
        return True
    if any(SYNONYMS.get(word, frozenset()) & words for word in own):
        return True
    if len(token.parts) > 1 and all(_part_stands(words, part) for part in token.parts):
        return True
    return any(_is_related(token.lemmas[0], word) for word in words)


def _part_stands(words: frozenset[str], part: str) -> bool:
    return part in words or part in NEUTRAL or bool(SYNONYMS.get(part, frozenset()) & words)


def _is_related(one: str, other: str) -> bool:
    """Whether two words begin alike enough to be of one root; with and without aren't."""
    shorter = min(len(one), len(other))
    if shorter < STEM or one.endswith(_PRIVATIVE) != other.endswith(_PRIVATIVE):
        return False
    if one.startswith(UNLIKE):
        return False
    size = max(STEM, round(STEM_SHARE * shorter))
    return one[:size] == other[:size]
