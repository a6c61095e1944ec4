"""What one message tells by itself: its words, language, places, names, and what it asks for."""

from __future__ import annotations

import re
import threading
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from assistant.ages import age_in
from assistant.asking import Asking, Event, is_thing, is_time, read_asking
from assistant.cue_tables import CueTables, cue_tables, table
from assistant.cues import DECLINED, SWITCHING
from assistant.dialogue import Aspect
from assistant.domain import KIND_EMPLOYMENT_AREA, PassageKind
from assistant.finnish import normalise, open_analyser
from assistant.focus import asking_tokens, split, without_chatter
from assistant.language import (
    FINNISH,
    as_listed,
    is_unknown,
    language_of,
    tells_language,
    with_lemmas,
)
from assistant.listing import asks_for_listed, asks_how_bad, asks_how_good, tells_of_projects
from assistant.mending import Mender
from assistant.message import Reading
from assistant.misuse import find_misuse
from assistant.names import NameMention, Names, known_names
from assistant.organisations import Organisations
from assistant.origins import TERM as FROM_ABROAD
from assistant.origins import comes_from_abroad
from assistant.persons import is_of_others, is_trade, roles_of_others
from assistant.phrases import Found, Phrases, longest
from assistant.place_holders import places_asked
from assistant.safety import DistressDetector
from assistant.situations import is_unwanted, situations
from assistant.themes import numbered_theme, worded_theme
from assistant.transliteration import as_russian
from assistant.unknown_names import unknown_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from assistant.corpus import Corpus
    from assistant.domain import GlossaryTerm
    from assistant.finnish import Analyser, Token
    from assistant.focus import Outside
    from assistant.places import PlaceMention, Places

V = TypeVar("V")

PROJECT = "hanke"
SINCE = "alkaen"
EMPLOYMENT = "työllisyyspalvelut"
GOAL = "tavoite"
SHARES = frozenset({("prosentti",), ("osuus",), ("määrä",)})
"""Ends of compounds that name a number."""

HOURS = re.compile(
    r"(?:maanantai|tiistai|keskiviikko|torstai|perjantai|lauantai|sunnuntai)(?:na|sin)\b"
    r"|(?:viikonlop|iltaisin|aamuisin|arkisin|pyhinä|jouluna|öisin|päivisin|yöllä|yöaika|illalla|aamulla)|kello|klo\b",
    re.IGNORECASE,
)
"""Times of a day or week: who asks whether something is open then wants its opening hours."""


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
        self._services = corpus.service_by_id
        self._areas = [one for one in corpus.services if one.kind == KIND_EMPLOYMENT_AREA]
        self._by_name = {term.term: term for term in corpus.glossary}
        self._abroad = next((term for term in corpus.glossary if term.term == FROM_ABROAD), None)
        self.analyser: Analyser = open_analyser(known_names(corpus))
        self._names = Names(corpus.services, self.analyser, open_analyser())
        self._mender = Mender(self.analyser, vocabulary, known_names(corpus), places)
        self.organisations = Organisations(corpus.services, self.analyser.tokens)
        self.distress = DistressDetector(self.analyser)
        self._glossary = self._phrases((FINNISH, "sv", "en", "ru"), FINNISH)
        self._foreign: dict[str, Phrases[GlossaryTerm]] = {}
        self._lock = threading.Lock()
        analyse = self.analyser.tokens
        self._finnish_cues = cue_tables(analyse, abroad=False)
        self._cues_abroad = cue_tables(analyse, abroad=True)
        self._switching = table(analyse, {True: SWITCHING})
        self._declined = table(analyse, DECLINED)

    def read(self, message: str) -> Reading:
        """Read one message."""
        text = self._in_its_letters(normalise(message))
        misuse = find_misuse(text)
        written = misuse.rest if misuse and misuse.rest else text
        text = self._tidied(written)
        finnish = self.analyser.tokens(text)
        found_places = self._places.find(text)
        at = frozenset(place.start for place in found_places)
        language = language_of(finnish, at)
        tokens = tuple(with_lemmas(finnish, language))
        cues = self._finnish_cues if language == FINNISH else self._cues_abroad
        names = tuple(self._names.find(tokens))
        unknown = unknown_name(text, tokens, names, self._names.spelt, self._is_kind)
        if unknown is not None:
            names = tuple(one for one in names if not self._names.is_within(one, unknown))
        asked = asking_tokens(text, tokens, [(name.first, name.last) for name in names])
        asking = read_asking(asked)
        distress, worry = self.distress.look(written)
        asks_plan = bool(cues.plan.find(tokens))
        found = _values(cues.sections, tokens)
        lists = bool(cues.lists.find(asked) or asks_for_listed(text))
        lists = lists or (set(found) <= {PassageKind.PROJECT} and tells_of_projects(text))
        if found[:1] == (PassageKind.PROJECT,):
            # Projects "vaikuttavat", as phenomena do.
            found = tuple(kind for kind in found if kind is not PassageKind.PHENOMENON)
        if not found and asks_how_good(text):
            found = (PassageKind.STRENGTH,)
        elif not found and asks_how_bad(text):
            found = (PassageKind.CURRENT_STATE,)
        certain = any(name.certain for name in names)
        sections = _sections(found, tokens, lists and not certain)
        places = places_asked(text, found_places)
        terms = self._glossary_terms(tokens, language, roles_of_others(text, tokens))
        aspects = self._asked(tokens, names, asking, {token.start for token in asked}, cues)
        if language != FINNISH and Aspect.WHERE in aspects and not names:
            names = self._area_meant(tokens, terms, found_places)
        return Reading(
            text=text,
            written=written,
            language=language,
            tokens=tokens,
            places=places,
            names=names,
            terms=terms,
            organisations=self.organisations.find(tokens),
            aspects=aspects,
            sections=sections,
            statuses=_values(cues.statuses, asked),
            theme=_theme(text, bool(asks_plan or lists or sections)),
            age=age_in(text),
            asks_help=_asks_help(tokens, cues),
            asks_plan=asks_plan,
            lists=lists,
            counts=bool(cues.counts.find(asked)),
            switches=bool(self._switching.find(tokens)),
            declined=_values(self._declined, tokens),
            distress=distress,
            worry=worry,
            misuse=misuse,
            asking=asking,
            names_unknown=unknown is not None,
            foreign=is_unknown(finnish),
            tells_language=tells_language(finnish, at),
            named_at=tuple(
                (tokens[name.first].start, tokens[name.last - 1].end)
                for name in names
                if name.certain
            ),
        )

    def _area_meant(
        self,
        tokens: Sequence[Token],
        terms: Iterable[GlossaryTerm],
        places: Sequence[PlaceMention],
    ) -> tuple[NameMention, ...]:
        """The employment area that is meant where its name isn't told: that of the place named.

        *Which municipalities does the employment area of Raahe have* calls it by no name of its.
        """
        if not places or not any(EMPLOYMENT in term.topics for term in terms):
            return ()
        place = places[0]
        first = next((n for n, token in enumerate(tokens) if token.start >= place.start), 0)
        return tuple(
            NameMention(area.id, area.name, first, first + 1, certain=True)
            for area in self._areas
            if place.municipalities and set(place.municipalities) <= set(area.municipalities)
        )

    def _in_its_letters(self, text: str) -> str:
        """A message as its language is written: Russian in Latin letters in its own."""
        russian = as_russian(
            text,
            self.analyser.tokens(text),
            lambda text: {place.start for place in self._places.find(text)},
        )
        return text if russian is None else russian

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
        for part in split(text, tokens):
            said = tokens[part.first : part.last]
            if comes_from_abroad(said, FINNISH) or any(situations(said)):
                told.append(part.first)
        return [*(tokens[n].start for n in told), *(one.start for one in self._places.find(text))]

    def _asked(
        self,
        tokens: Sequence[Token],
        names: Sequence[NameMention],
        asking: Asking,
        asked: Collection[int],
        cues: CueTables,
    ) -> tuple[Aspect, ...]:
        """What's asked of a service, also where its name stands in the middle of the asking."""
        certain = [name for name in names if name.certain]
        named = {number for name in certain for number in range(name.first, name.last)}
        bare = [t for n, t in enumerate(tokens) if n not in named and t.start in asked]
        told = [
            one
            for one in longest(cues.aspects.find(tokens))
            if not named.issuperset(range(one.first, one.last)) and tokens[one.first].start in asked
        ]
        found = dict.fromkeys(one.value for one in told if not _is_since(tokens, one))
        if certain:
            found |= dict.fromkeys(_values(cues.aspects, bare))
        if asking.counted and not is_thing(asking.counted):
            found[Aspect.DURATION if is_time(asking.counted) else Aspect.AMOUNT] = None
        whole = {number for one in told for number in range(one.first, one.last)}
        if any(t.parts[-1:] in SHARES for n, t in enumerate(tokens) if n not in whole):
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
        what = any(one.value is Aspect.DEFINITION and one.last in named_plainly for one in told)
        return tuple(found) if what else _aspects(tuple(found))

    def _is_kind(self, token: Token) -> bool:
        """Whether a word before *-hanke* is a place, an organisation or opens with a plain word."""
        told = self.organisations.find([token]) or self._places.find(token.text)
        return bool((token.known and token.start == 0) or told)

    def names_in(self, text: str) -> list[NameMention]:
        """The services that a text names."""
        return self._names.find(self.analyser.tokens(normalise(text)))

    def telling_most(
        self, told: Sequence[NameMention], words: Sequence[Token]
    ) -> NameMention | None:
        """The first of some services whose description holds most of some words, if any does."""
        asked = [frozenset((*word.lemmas, *word.parts)) for word in words]

        def held(one: NameMention) -> int:
            service = self._services.get(one.service_id)
            said = [t for s in (service.statements if service else ()) for t in self._said(s.text)]
            forms = frozenset(form for token in said for form in (*token.lemmas, *token.parts))
            return sum(not word.isdisjoint(forms) for word in asked)

        best = max(told, key=held, default=None)
        return best if best is not None and held(best) else None

    def _said(self, text: str) -> Sequence[Token]:
        return self.analyser.tokens(text)

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
        abroad = comes_from_abroad(tokens, language)
        if language == FINNISH:
            kept = [f for f in found if f.value.target_groups or not is_unwanted(tokens, f.first)]
            found = [f for f in kept if not _is_of_others(f, kept, tokens, abroad)]
        terms = {one.value.term: one.value for one in longest(found)}
        if language == FINNISH:
            # Who somebody is doesn't tell yet what they ask for.
            for name in situations(tokens):
                if name in self._by_name:
                    terms.setdefault(name, replace(self._by_name[name], topics=()))
        # Who writes in a language that isn't spoken here has most likely moved here.
        if self._abroad and (abroad or is_unknown(tokens)):
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
                if len(tokens) == 1 and analysed_as != FINNISH:
                    tokens = [as_listed(tokens[0])]
                table.add_tokens(word, tokens, term)
        return table


def _asks_help(tokens: Sequence[Token], cues: CueTables) -> bool:
    """Whether it asks for help; *mihin asti* and *mihin aikaan* ask for a time."""
    times = [one for one in cues.aspects.find(tokens) if one.value in {Aspect.WHEN, Aspect.HOURS}]
    return any(
        not any(time.first <= one.first and one.last < time.last for time in times)
        for one in cues.help.find(tokens)
    )


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


def _is_of_others(
    one: Found[GlossaryTerm],
    found: Sequence[Found[GlossaryTerm]],
    tokens: Sequence[Token],
    abroad: bool,
) -> bool:
    """Whether a word for a trade is of somebody else than who a message tells of besides."""
    if not is_trade(one.value.target_groups):
        return False
    told = abroad or any(
        other.value.target_groups and not is_trade(other.value.target_groups)
        for other in found
        if other.last <= one.first or one.last <= other.first
    )
    return told and is_of_others(tokens, one.first, one.last)
