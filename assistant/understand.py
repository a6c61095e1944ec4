"""From messages to a question: its language, place, person, need, and what it leans on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from assistant.cues import (
    ASPECTS,
    FIRST_PERSON,
    FOLLOW_UP_WORDS,
    HELP_WORDS,
    PLAN_WORDS,
    POINTING,
    SECTIONS,
    THEMES,
)
from assistant.domain import Aspect, PassageKind, Question
from assistant.finnish import Vocabulary, index_terms, normalise, open_analyser, query_terms
from assistant.language import FINNISH, language_of, with_lemmas
from assistant.names import Names, known_names
from assistant.phrases import Found, Phrases, longest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from assistant.corpus import Corpus
    from assistant.domain import Ask, GlossaryTerm
    from assistant.finnish import Analyser, Token
    from assistant.names import NameMention
    from assistant.places import PlaceMention, Places

V = TypeVar("V")

AGE = re.compile(
    r"\b(?P<age>[1-9]\d)(?:\s*-?\s*(?:vuotia\w*|v\b|vee\b|-?kymppi\w*)|\s+vuotta|\s+years? old"
    r"|-year-old|\s+år\b|-åring\w*|\s+лет)",
    re.IGNORECASE,
)
AGES = range(10, 100)
FEW_WORDS = 6
NEAR_PLACES = 12
CARRIED = 0.5
EXPANDED = 0.5


@dataclass(frozen=True, slots=True)
class _Reading:
    """What one message tells by itself."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    sections: tuple[PassageKind, ...] = ()
    theme: int | None = None
    age: int | None = None
    asks_help: bool = False
    asks_plan: bool = False
    carried: tuple[Token, ...] = field(default=())

    @property
    def points(self) -> bool:
        """Whether it points at something that was said before, and nothing was."""
        words = {token.text.casefold() for token in self.tokens}
        return bool(POINTING & words) and not self.carried

    @property
    def certain(self) -> tuple[str, ...]:
        return tuple(mention.service_id for mention in self.names if mention.certain)

    @property
    def content(self) -> list[Token]:
        return [token for token in self.tokens if index_terms([token])]

    @property
    def has_subject(self) -> bool:
        return bool(
            self.names or self.sections or any(t.topics or t.target_groups for t in self.terms)
        )


class Understander:
    """Reads questions with the words, places and names of one corpus.

    Args:
        corpus: The corpus.
        places: Its places.
        vocabulary: The terms of the lexical index, for spelling.
    """

    def __init__(self, corpus: Corpus, places: Places, vocabulary: Collection[str]) -> None:
        self._places = places
        self._groups = corpus.vocabulary.target_groups
        self._analyser: Analyser = open_analyser(known_names(corpus))
        plain = open_analyser()
        self._names = Names(corpus.services, self._analyser, plain)
        self._vocabulary = Vocabulary(vocabulary)
        self._glossary = self._phrases(
            (word, language, term)
            for term in corpus.glossary
            for language, words in (*term.words.items(), (FINNISH, (term.term,)))
            for word in words
        )
        self._aspects = self._cues(ASPECTS)
        self._sections = self._cues(SECTIONS)
        self._themes = self._cues(THEMES)
        self._help = self._cues({True: HELP_WORDS})
        self._plan = self._cues({True: PLAN_WORDS})

    def understand(self, ask: Ask, as_of: date) -> Question:
        """Read the last message in the light of those before it.

        Args:
            ask: The request.
            as_of: The day on which validity is judged.
        """
        reading: _Reading | None = None
        said = ""
        for message in ask.messages:
            if message.role == "assistant":
                said = message.content
                continue
            new = self._read(normalise(message.content))
            reading = self._in_the_light_of(new, reading, said) if reading else new
        assert reading is not None
        return self._question(reading, ask, as_of)

    def tokens(self, text: str) -> list[Token]:
        """The words of a text, analysed with the corpus's own names."""
        return self._analyser.tokens(text)

    def _read(self, text: str) -> _Reading:
        finnish = self._analyser.tokens(text)
        language = language_of(finnish)
        tokens = tuple(with_lemmas(finnish, language))
        age = AGE.search(text)
        terms = [found.value for found in longest(self._glossary.find(tokens))]
        return _Reading(
            text=text,
            language=language,
            tokens=tokens,
            places=tuple(self._places.find(text)),
            names=tuple(self._names.find(tokens)),
            terms=_unique(terms),
            aspects=_values(self._aspects, tokens),
            sections=_values(self._sections, tokens),
            theme=next(iter(_values(self._themes, tokens)), None),
            age=int(age["age"]) if age and int(age["age"]) in AGES else None,
            asks_help=bool(self._help.find(tokens)),
            asks_plan=bool(self._plan.find(tokens)),
        )

    def _in_the_light_of(self, new: _Reading, before: _Reading, said: str) -> _Reading:
        """Carry over what a follow-up leans on; a new subject leans on nothing but the person."""
        words = {lemma for token in new.tokens for lemma in token.lemmas}
        points = bool(POINTING & words)
        opens = bool(new.tokens) and bool(FOLLOW_UP_WORDS.intersection(new.tokens[0].lemmas))
        short = len(new.content) <= FEW_WORDS
        if not (points or opens or (short and not new.has_subject)):
            return new
        names = new.names
        if not names and not new.terms:
            names = (
                before.names or tuple(self._names.find(self._analyser.tokens(normalise(said))))[:1]
            )
        return replace(
            new,
            names=names,
            places=new.places or before.places,
            terms=_unique((*new.terms, *before.terms)),
            sections=new.sections or before.sections,
            theme=new.theme or before.theme,
            age=new.age or before.age,
            aspects=new.aspects or (before.aspects if opens else ()),
            asks_help=new.asks_help or before.asks_help,
            asks_plan=new.asks_plan or before.asks_plan,
            carried=(*before.content, *before.carried)[: 4 * FEW_WORDS],
        )

    def _question(self, reading: _Reading, ask: Ask, as_of: date) -> Question:
        named = [m for place in reading.places for m in place.municipalities]
        municipalities = tuple(dict.fromkeys(named))
        if not municipalities and ask.municipality:
            home = self._places.municipality(ask.municipality)
            municipalities = (home.name,) if home else ()
        return Question(
            text=reading.text,
            standalone=self._standalone(reading),
            language=ask.language or reading.language,
            as_of=as_of,
            help=_help(reading),
            audience=ask.audience,
            aspects=reading.aspects,
            municipalities=municipalities,
            places=tuple(dict.fromkeys(place.name for place in reading.places)),
            outside=tuple(m for m in municipalities if not self._places.in_home_region(m)),
            target_groups=self._target_groups(reading),
            topics=tuple(dict.fromkeys(t for term in reading.terms for t in term.topics)),
            age=reading.age,
            named=reading.certain,
            nearly_named=tuple(m.service_id for m in reading.names if not m.certain),
            sections=reading.sections,
            theme=reading.theme,
            terms=self._terms(reading),
            words=tuple(
                tuple(dict.fromkeys((*token.lemmas, *token.parts, token.text.casefold())))
                for token in reading.content
            ),
            points=reading.points,
        )

    def _standalone(self, reading: _Reading) -> str:
        if not reading.carried:
            return reading.text
        leaned = " ".join(token.text for token in reading.carried)
        return f"{reading.text} ({leaned})"

    def _target_groups(self, reading: _Reading) -> tuple[str, ...]:
        groups = [group for term in reading.terms for group in term.target_groups]
        if reading.age is not None:
            fits = [
                term.term
                for term in self._groups.values()
                if term.ages and term.ages[0] <= reading.age <= term.ages[1]
            ]
            groups = fits + [g for g in groups if not self._groups[g].ages or g in fits]
        return tuple(dict.fromkeys(groups))

    def _terms(self, reading: _Reading) -> tuple[tuple[str, float], ...]:
        weights: dict[str, float] = {}
        expansions = [word for term in reading.terms for word in term.expands]
        expanded = [token for word in expansions for token in self._analyser.tokens(word)]
        for tokens, share in (
            (reading.tokens, 1.0),
            (reading.carried, CARRIED),
            (tuple(expanded), EXPANDED),
        ):
            for term, weight in query_terms(tokens, self._vocabulary):
                weights[term] = max(weights.get(term, 0.0), round(weight * share, 2))
        return tuple(weights.items())

    def _phrases(self, rows: Iterable[tuple[str, str, GlossaryTerm]]) -> Phrases[GlossaryTerm]:
        table: Phrases[GlossaryTerm] = Phrases(self._analyser.tokens)
        for word, language, term in rows:
            tokens = with_lemmas(self._analyser.tokens(normalise(word)), language)
            table.add_tokens(word, tokens, term)
        return table

    def _cues(self, cues: dict[V, tuple[str, ...]]) -> Phrases[V]:
        table: Phrases[V] = Phrases(self._analyser.tokens)
        for value, words in cues.items():
            for word in words:
                table.add(word, value)
        return table


def _unique(terms: Iterable[GlossaryTerm]) -> tuple[GlossaryTerm, ...]:
    return tuple({term.term: term for term in terms}.values())


def _values(table: Phrases[V], tokens: Sequence[Token]) -> tuple[V, ...]:
    found: Sequence[Found[V]] = longest(table.find(tokens))
    return tuple(dict.fromkeys(one.value for one in found))


def _help(reading: _Reading) -> float:
    """How much a question is a person's who needs help, from 0 to 1; 0.5 when nothing tells."""
    words = {lemma for token in reading.tokens for lemma in token.lemmas}
    near = any(len(place.municipalities) <= NEAR_PLACES for place in reading.places)
    person = reading.asks_help + near + bool(FIRST_PERSON & words) + (reading.age is not None)
    sections = [section for section in reading.sections if section is not PassageKind.PROJECT]
    plan = 2 * reading.asks_plan + 2 * (reading.theme is not None) + len(sections)
    return min(1.0, max(0.0, 0.5 + (person - plan) / 4))
