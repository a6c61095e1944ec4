"""What one message tells by itself: its words, language, places, names, and what it asks for."""

from __future__ import annotations

import re
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from assistant.ages import age_in
from assistant.asking import Asking, Event, is_thing, is_time, read_asking
from assistant.cues import (
    ASPECTS,
    COUNT_WORDS,
    DECLINED,
    FIRST_PERSON,
    HELP_WORDS,
    LIST_WORDS,
    PLAN_WORDS,
    POINTING,
    SECTIONS,
    STATUSES,
    SWITCHING,
    THERE,
)
from assistant.dialogue import Aspect
from assistant.domain import PassageKind
from assistant.finnish import index_terms, normalise, open_analyser
from assistant.focus import asking_tokens, without_chatter
from assistant.language import FINNISH, language_of, with_lemmas
from assistant.listing import asks_for_listed, tells_of_projects
from assistant.mending import Mender
from assistant.misuse import find_misuse
from assistant.names import Names, known_names
from assistant.organisations import Organisations
from assistant.origins import TERM as FROM_ABROAD
from assistant.origins import comes_from_abroad
from assistant.persons import is_trade, roles_of_others, speaks_of_self
from assistant.phrases import Found, Phrases, longest
from assistant.place_holders import places_asked
from assistant.safety import DistressDetector
from assistant.themes import numbered_theme, worded_theme
from assistant.unknown_names import unknown_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from assistant.corpus import Corpus
    from assistant.domain import GlossaryTerm, Status
    from assistant.finnish import Analyser, Token
    from assistant.focus import Outside
    from assistant.misuse import Misuse
    from assistant.names import NameMention
    from assistant.places import PlaceMention, Places
    from assistant.safety import Distress

V = TypeVar("V")

PROJECT = "hanke"
SINCE = "alkaen"
GOAL = "tavoite"
SEEKING = frozenset({"alanvaihtajat"})
"""Target groups that are told by what they seek rather than by who they are."""

SHARES = frozenset({("prosentti",), ("osuus",), ("määrä",)})
"""Ends of compounds that name a number."""

HOURS = re.compile(
    r"(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:na|sin)\b"
    r"|(?:viikonlop|iltaisin|aamuisin|arkisin|pyhinä|jouluna|öisin|päivisin|yöllä|yöaika|illalla|aamulla)|kello|klo\b",
    re.IGNORECASE,
)
"""Times of a day or week: who asks whether something is open then wants its opening hours."""

NEAR_PLACES = 12
"""A place with more municipalities is a region: naming it doesn't tell where somebody lives."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What one message tells, and after `assistant.turns` what it leans on."""

    text: str
    language: str
    tokens: tuple[Token, ...]
    places: tuple[PlaceMention, ...] = ()
    names: tuple[NameMention, ...] = ()
    terms: tuple[GlossaryTerm, ...] = ()
    organisations: tuple[str, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    sections: tuple[PassageKind, ...] = ()
    statuses: tuple[Status, ...] = ()
    theme: int | None = None
    age: int | None = None
    asks_help: bool = False
    asks_plan: bool = False
    lists: bool = False
    counts: bool = False
    switches: bool = False
    declined: tuple[str, ...] = ()
    distress: Distress | None = None
    worry: bool = False
    misuse: Misuse | None = None
    carried: tuple[Token, ...] = ()
    asking: Asking = field(default_factory=Asking)
    names_unknown: bool = False
    named_at: tuple[tuple[int, int], ...] = ()
    written: str = ""

    @property
    def certain(self) -> tuple[str, ...]:
        """Ids of the services named for certain."""
        return tuple(mention.service_id for mention in self.names if mention.certain)

    @property
    def content(self) -> list[Token]:
        """The words that tell something."""
        return [token for token in self.tokens if index_terms([token])]

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics that its words point to, without those that aren't needed."""
        topics = dict.fromkeys(topic for term in self.terms for topic in term.topics)
        return tuple(topic for topic in topics if topic not in self.declined)

    @property
    def asked_topics(self) -> tuple[str, ...]:
        """The topics that are asked for: not those of words that tell who somebody is."""
        terms = [t for t in self.terms if set(t.target_groups) <= SEEKING or t.term in t.topics]
        asked = {topic for term in terms for topic in term.topics}
        return tuple(topic for topic in self.topics if topic in asked)

    @property
    def points(self) -> bool:
        """Whether it points at something that was said before."""
        return bool(POINTING.intersection(token.text.casefold() for token in self.tokens))

    @property
    def points_there(self) -> bool:
        """Whether it points at a place that was said before."""
        return bool(THERE.intersection(token.text.casefold() for token in self.tokens))

    @property
    def is_personal(self) -> bool:
        """Whether somebody tells of themselves or of a client."""
        words = {lemma for token in self.tokens for lemma in token.lemmas}
        return bool(FIRST_PERSON & words) or speaks_of_self(self.tokens)

    @property
    def help(self) -> float:
        """How much it's a person's who needs help, from 0 to 1; 0.5 when nothing tells."""
        near = any(0 < len(place.municipalities) <= NEAR_PLACES for place in self.places)
        person = self.asks_help + near + self.is_personal + (self.age is not None)
        sections = [section for section in self.sections if section is not PassageKind.PROJECT]
        plan = 2 * self.asks_plan + 2 * (self.theme is not None) + len(sections) + self.lists
        return min(1.0, max(0.0, 0.5 + (person - plan) / 4))


class Reader:
    """Reads messages with the words, places and names of one corpus.

    Args:
        corpus: The corpus.
        places: Its places.
        vocabulary: The terms of the lexical index, towards which words are mended.
        outside: How likely sentences have nothing to do with guidance.
    """

    def __init__(
        self,
        corpus: Corpus,
        places: Places,
        vocabulary: Collection[str] = (),
        outside: Outside | None = None,
    ) -> None:
        self._places, self._outside = places, outside
        self._terms = corpus.glossary
        self._abroad = next((term for term in corpus.glossary if term.term == FROM_ABROAD), None)
        self.analyser: Analyser = open_analyser(known_names(corpus))
        self._names = Names(corpus.services, self.analyser, open_analyser())
        self._mender = Mender(self.analyser, vocabulary, known_names(corpus), places)
        self.organisations = Organisations(corpus.services, self.analyser.tokens)
        self.distress = DistressDetector(self.analyser)
        self._glossary = self._phrases((FINNISH, "sv", "en", "ru"), FINNISH)
        self._foreign: dict[str, Phrases[GlossaryTerm]] = {}
        self._lock = threading.Lock()
        self._aspects = self._cues(ASPECTS)
        self._sections = self._cues(SECTIONS)
        self._statuses = self._cues(STATUSES)
        self._help = self._cues({True: HELP_WORDS})
        self._plan = self._cues({True: PLAN_WORDS})
        self._lists = self._cues({True: LIST_WORDS})
        self._counts = self._cues({True: COUNT_WORDS})
        self._switching = self._cues({True: SWITCHING})
        self._declined = self._cues(DECLINED)

    def read(self, message: str) -> Reading:
        """Read one message."""
        text = normalise(message)
        misuse = find_misuse(text)
        written = misuse.rest if misuse and misuse.rest else text
        text = self._tidied(written)
        finnish = self.analyser.tokens(text)
        language = language_of(finnish)
        tokens = tuple(with_lemmas(finnish, language))
        names = tuple(self._names.find(tokens))
        unknown = unknown_name(text, tokens, names, self._names.spelt, self._is_kind)
        if unknown is not None:
            names = tuple(one for one in names if not self._names.is_within(one, unknown))
        asked = asking_tokens(text, tokens, [(name.first, name.last) for name in names])
        asking = read_asking(asked)
        distress, worry = self.distress.look(written)
        asks_plan = bool(self._plan.find(tokens))
        found = _values(self._sections, tokens)
        lists = bool(self._lists.find(asked) or asks_for_listed(text))
        lists = lists or (set(found) <= {PassageKind.PROJECT} and tells_of_projects(text))
        sections = _sections(found, tokens, lists and not names)
        return Reading(
            text=text,
            written=written,
            language=language,
            tokens=tokens,
            places=places_asked(text, self._places.find(text)),
            names=names,
            terms=self._glossary_terms(tokens, language, roles_of_others(text, tokens)),
            organisations=self.organisations.find(tokens),
            aspects=self._asked(tokens, names, asking, {token.start for token in asked}),
            sections=sections,
            statuses=_values(self._statuses, asked),
            theme=_theme(text, bool(asks_plan or lists or sections)),
            age=age_in(text),
            asks_help=self._asks_help(tokens),
            asks_plan=asks_plan,
            lists=lists,
            counts=bool(self._counts.find(asked)),
            switches=bool(self._switching.find(tokens)),
            declined=_values(self._declined, tokens),
            distress=distress,
            worry=worry,
            misuse=misuse,
            asking=asking,
            names_unknown=unknown is not None,
            named_at=tuple(
                (tokens[name.first].start, tokens[name.last - 1].end)
                for name in names
                if name.certain
            ),
        )

    def _tidied(self, text: str) -> str:
        """A Finnish message with its words mended, without sentences that are chatter."""
        if language_of(self.analyser.tokens(text)) != FINNISH:
            return text
        text = self._mender.mend(text)
        return without_chatter(text, self.analyser.tokens(text), self._telling, self._outside)

    def _telling(self, text: str, tokens: Sequence[Token]) -> list[int]:
        """Where a message tells something that guidance needs."""
        told = [one.first for one in self._names.find(tokens) if one.certain]
        terms = self._glossary.find(tokens)
        told += [one.first for one in terms if one.value.topics or one.value.target_groups]
        return [*(tokens[n].start for n in told), *(one.start for one in self._places.find(text))]

    def _asked(
        self,
        tokens: Sequence[Token],
        names: Sequence[NameMention],
        asking: Asking,
        asked: Collection[int],
    ) -> tuple[Aspect, ...]:
        """What's asked of a service, also where its name stands in the middle of the asking."""
        certain = [name for name in names if name.certain]
        named = {number for name in certain for number in range(name.first, name.last)}
        bare = [t for n, t in enumerate(tokens) if n not in named and t.start in asked]
        cues = [
            one
            for one in longest(self._aspects.find(tokens))
            if not named.issuperset(range(one.first, one.last)) and tokens[one.first].start in asked
        ]
        found = dict.fromkeys(one.value for one in cues if not _is_since(tokens, one))
        if certain:
            found |= dict.fromkeys(_values(self._aspects, bare))
        if asking.counted and not is_thing(asking.counted):
            found[Aspect.DURATION if is_time(asking.counted) else Aspect.AMOUNT] = None
        if any(token.parts[-1:] in SHARES for token in tokens):
            found[Aspect.AMOUNT] = None
        if Aspect.WHEN in found and any(HOURS.match(token.text) for token in tokens):
            found = {Aspect.HOURS: None} | found
        if Aspect.HOURS in found and asking.event is not Event.ENDS:
            found.pop(Aspect.WHEN, None)
        # *Mikä on TUVA ja kenelle se on* asks what it is too; *mikä on TUVAn hinta* doesn't.
        named_plainly = {
            n.first
            for n in certain
            if tokens[n.last - 1].text.casefold() in tokens[n.last - 1].lemmas
        }
        what = any(one.value is Aspect.DEFINITION and one.last in named_plainly for one in cues)
        return tuple(found) if what else _aspects(tuple(found))

    def _asks_help(self, tokens: Sequence[Token]) -> bool:
        """Whether it asks for help; *mihin asti* and *mihin aikaan* ask for a time."""
        times = [
            one for one in self._aspects.find(tokens) if one.value in {Aspect.WHEN, Aspect.HOURS}
        ]
        return any(
            not any(time.first <= one.first and one.last < time.last for time in times)
            for one in self._help.find(tokens)
        )

    def _is_kind(self, token: Token) -> bool:
        """Whether a word before *-hanke* is a place, an organisation or opens with a plain word."""
        told = self.organisations.find([token]) or self._places.find(token.text)
        return bool((token.known and token.start == 0) or told)

    def names_in(self, text: str) -> list[NameMention]:
        """The services that a text names."""
        return self._names.find(self.analyser.tokens(normalise(text)))

    def places_in(self, text: str) -> tuple[PlaceMention, ...]:
        """The places that a text names."""
        return tuple(self._places.find(normalise(text)))

    def terms_in(self, text: str) -> tuple[GlossaryTerm, ...]:
        """The terms of the glossary that a Finnish text holds."""
        return self._glossary_terms(self.analyser.tokens(normalise(text)), FINNISH)

    def _glossary_terms(
        self, tokens: Sequence[Token], language: str, others: Collection[int] = ()
    ) -> tuple[GlossaryTerm, ...]:
        found = self._glossary.find(tokens)
        if language != FINNISH:
            found += self._foreign_glossary(language).find(tokens)
        found = [f for f in found if f.first not in others or not is_trade(f.value.target_groups)]
        terms = {one.value.term: one.value for one in longest(found)}
        if self._abroad and comes_from_abroad(tokens, language):
            terms.setdefault(self._abroad.term, self._abroad)
        return tuple(terms.values())

    def _foreign_glossary(self, language: str) -> Phrases[GlossaryTerm]:
        """The glossary's words of another language by their base forms there, made when needed."""
        with self._lock:
            if language not in self._foreign:
                self._foreign[language] = self._phrases((language,), language)
            return self._foreign[language]

    def _phrases(self, languages: Iterable[str], analysed_as: str) -> Phrases[GlossaryTerm]:
        table: Phrases[GlossaryTerm] = Phrases(self.analyser.tokens)
        for term in self._terms:
            words = [word for code in languages for word in term.words.get(code, ())]
            for word in (*words, *((term.term,) if analysed_as == FINNISH else ())):
                tokens = with_lemmas(self.analyser.tokens(normalise(word)), analysed_as)
                table.add_tokens(word, tokens, term)
        return table

    def _cues(self, cues: dict[V, tuple[str, ...]]) -> Phrases[V]:
        table: Phrases[V] = Phrases(self.analyser.tokens)
        for value, words in cues.items():
            for word in words:
                table.add(word, value)
        return table


def _sections(
    found: tuple[PassageKind, ...], tokens: Sequence[Token], lists: bool
) -> tuple[PassageKind, ...]:
    """The sections asked about.

    A compound that ends in *hanke* means a project too. Goals of which all are wanted, of nothing
    that is named, are the plan's.
    """
    besides = []
    if any(token.parts[-1:] == (PROJECT,) for token in tokens):
        besides.append(PassageKind.PROJECT)
    elif lists and any(GOAL in token.lemmas for token in tokens):
        besides.append(PassageKind.TARGET)
    return tuple(dict.fromkeys((*found, *besides)))


def _aspects(found: tuple[Aspect, ...]) -> tuple[Aspect, ...]:
    """What's asked of a service: *mikä on* asks for a definition only when nothing else follows."""
    exact = tuple(aspect for aspect in found if aspect is not Aspect.DEFINITION)
    return exact or found


def _is_since(tokens: Sequence[Token], cue: Found[Aspect]) -> bool:
    """Whether a cue is only the *alkaen* after a time, which asks for none."""
    return cue.last - cue.first == 1 and tokens[cue.first].text.casefold() == SINCE


def _theme(text: str, asks_of_plan: bool) -> int | None:
    return numbered_theme(text) or (worded_theme(text) if asks_of_plan else None)


def _values(table: Phrases[V], tokens: Sequence[Token]) -> tuple[V, ...]:
    found: Sequence[Found[V]] = longest(table.find(tokens))
    return tuple(dict.fromkeys(one.value for one in found))
