"""From messages to a question: its language, place, person, need, and what it leans on."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from assistant.asking import Event, only_works
from assistant.dialogue import Aspect, Question
from assistant.domain import Status
from assistant.finnish import Vocabulary, query_terms
from assistant.focus import leaves_subject
from assistant.language import FINNISH
from assistant.reading import Reader
from assistant.times import find_times
from assistant.turns import read_conversation

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from assistant.corpus import Corpus
    from assistant.dialogue import Ask
    from assistant.finnish import Token
    from assistant.focus import Outside
    from assistant.message import Reading
    from assistant.places import Places

CARRIED = 0.5
PLACED = 0.5
"""A place counts by who serves it: a text that only names it shouldn't win by that."""
EXPANDED = 0.5
ABOUT_TO = ("massa", "mässä", "maisillaan", "mäisillään", "tulossa")
"""How Finnish words end that say that something is about to be."""


class Understander:
    """Understands questions with the words, places and names of one corpus.

    Args:
        corpus: The corpus.
        places: Its places.
        vocabulary: The terms of the lexical index, for spelling.
        outside: How likely sentences have nothing to do with guidance; ``None`` keeps them all.
    """

    def __init__(
        self,
        corpus: Corpus,
        places: Places,
        vocabulary: Collection[str],
        outside: Outside | None = None,
    ) -> None:
        self._places = places
        self._groups = corpus.vocabulary.target_groups
        self._reader = Reader(corpus, places, vocabulary, outside)
        self.organisations = self._reader.organisations
        self.distress = self._reader.distress
        self._vocabulary = Vocabulary(vocabulary)
        self._held = frozenset(vocabulary)
        self._outside = outside

    def understand(self, ask: Ask, as_of: date) -> Question:
        """Read the last message in the light of those before it.

        Args:
            ask: The request; it has a message of the user.
            as_of: The day that "now" means, and on which validity is judged.

        Raises:
            ValueError: There's no message of the user.
        """
        reading = read_conversation(ask.messages, self._reader, self._leaves)
        if reading is None:
            raise ValueError("a question needs a message of the user")
        return self._question(reading, ask, as_of)

    def tokens(self, text: str) -> list[Token]:
        """The words of a text, analysed with the corpus's own names."""
        return self._reader.analyser.tokens(text)

    def groups_in(self, text: str) -> frozenset[str]:
        """The target groups that a sentence of a source speaks of."""
        return frozenset(
            group for term in self._reader.terms_in(text) for group in term.target_groups
        )

    def _leaves(self, reading: Reading) -> bool:
        """Whether a follow-up leaves what was spoken of for something outside guidance."""
        if reading.language != FINNISH:
            return False
        words = [
            token
            for token in reading.content
            if not any(place.start <= token.start < place.end for place in reading.places)
        ]
        return leaves_subject(reading.text, words, self._held, self._outside)

    def _question(self, reading: Reading, ask: Ask, as_of: date) -> Question:
        municipalities = self._municipalities(reading, ask)
        distress, misuse = reading.distress, reading.misuse
        return Question(
            text=reading.text,
            written=reading.written,
            standalone=_standalone(reading),
            language=ask.language or _answered_in(reading),
            as_of=as_of,
            help=reading.help,
            audience=ask.audience,
            aspects=reading.aspects,
            municipalities=municipalities,
            places=tuple(dict.fromkeys(place.name for place in reading.places)),
            outside=tuple(m for m in municipalities if not self._places.in_home_region(m)),
            target_groups=self._target_groups(reading),
            topics=reading.topics,
            asked_topics=reading.asked_topics,
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
            points=reading.points and not reading.carried,
            asking=reading.asking,
            lists=reading.lists,
            counts=reading.counts,
            statuses=_statuses(reading),
            span=_span(reading, as_of),
            organisations=reading.organisations,
            distress=distress.kind if distress else None,
            asks_besides=bool(distress and not distress.only),
            worry=reading.worry,
            misuse=misuse.kind if misuse and not misuse.rest else None,
            clarified=_was_asked_back(ask),
            declined=reading.declined,
            corpora=ask.corpora,
            names_unknown=reading.names_unknown,
            foreign=reading.foreign,
            told=reading.told,
        )

    def _municipalities(self, reading: Reading, ask: Ask) -> tuple[str, ...]:
        """The municipalities asked about: those of the question, else the one that's known."""
        named = dict.fromkeys(m for place in reading.places for m in place.municipalities)
        if not named and ask.municipality:
            home = self._places.municipality(ask.municipality)
            return (home.name,) if home else ()
        return tuple(named)

    def _target_groups(self, reading: Reading) -> tuple[str, ...]:
        groups = [group for term in reading.terms for group in term.target_groups]
        if reading.age is not None:
            fits = [
                term.term
                for term in self._groups.values()
                if term.ages and term.ages[0] <= reading.age <= term.ages[1]
            ]
            groups = fits + [g for g in groups if not self._groups[g].ages or g in fits]
        return tuple(dict.fromkeys(groups))

    def _terms(self, reading: Reading) -> tuple[tuple[str, float], ...]:
        """The question's weighted terms, with those carried over and those the glossary adds."""
        weights: dict[str, float] = {}
        expansions = [word for term in reading.terms for word in term.expands]
        expanded = [token for word in expansions for token in self.tokens(word)]
        spans = [(place.start, place.end) for place in reading.places]
        placed = [t for t in reading.tokens if any(s <= t.start < e for s, e in spans)]
        plain = [token for token in reading.tokens if token not in placed]
        for tokens, share in (
            (plain, 1.0),
            (placed, PLACED),
            (reading.carried, CARRIED),
            (tuple(expanded), EXPANDED),
        ):
            for term, weight in query_terms(tokens, self._vocabulary):
                weights[term] = max(weights.get(term, 0.0), round(weight * share, 2))
        return tuple(weights.items())


def _answered_in(reading: Reading) -> str:
    """The language of the answer: Finnish for a message in none of those that are known."""
    return FINNISH if reading.foreign else reading.language


def _statuses(reading: Reading) -> tuple[Status, ...]:
    """The statuses asked for: *mitkä auttavat vielä ensi vuonna* wants what runs then."""
    wants_all = reading.lists or reading.counts
    if reading.asking.event is Event.STARTS and not _are_about_to(reading):
        # *Mitkä käynnistyivät* asks of what began, and *käynnistymässä* of what will.
        return tuple(one for one in reading.statuses if one is not Status.UPCOMING)
    if reading.statuses or not wants_all or reading.asking.event is not Event.RUNS:
        return reading.statuses
    if not reading.counts and only_works(reading.tokens):
        # *Mitkä hankkeet toimivat Raahessa*: those that have ended are told as ended.
        return ()
    return (Status.ACTIVE,)


def _are_about_to(reading: Reading) -> bool:
    """Whether a verb says that something is about to be: *alkamassa*, *tulossa*."""
    words = [token.text.casefold() for token in reading.tokens]
    return reading.language != FINNISH or any(word.endswith(ABOUT_TO) for word in words)


def _was_asked_back(ask: Ask) -> bool:
    """Whether the assistant's last turn was a question."""
    said = [message.content for message in ask.messages if message.role == "assistant"]
    return bool(said) and said[-1].rstrip().endswith("?")


def _standalone(reading: Reading) -> str:
    if not reading.carried:
        return reading.text
    return f"{reading.text} ({' '.join(token.text for token in reading.carried)})"


def _span(reading: Reading, as_of: date) -> tuple[date, date] | None:
    """The time that a question about running times names, when it names just one.

    Somebody who tells when they lost their job doesn't ask what ran then, and a year in a name is
    no time.
    """
    asks = Aspect.WHEN in reading.aspects or reading.lists or reading.counts or reading.statuses
    if not asks or (reading.is_personal and not reading.certain):
        return None
    times = [
        time
        for time in find_times(reading.text, as_of)
        if time.kind != "now"
        and not any(start < time.end and time.start < end for start, end in reading.named_at)
    ]
    times.sort(key=lambda time: time.last.toordinal() - time.first.toordinal())
    # *Viime keväänä, huhtikuun lopussa* names one time, the second time more exactly.
    nested = all(a.first >= b.first and a.last <= b.last for a, b in pairwise(times))
    return (times[0].first, times[0].last) if times and nested else None
