"""The words of the domain, as frozen types that know nothing of files, indexes or the web.

Offsets are counted in Unicode code points of the source's text, end exclusive, so that
``source.text[start:end]`` is always the quoted text.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - types are read when records are loaded
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003
from enum import StrEnum

KIND_PROJECT = "project"
KIND_EMPLOYMENT_AREA = "employment_area"
KIND_ORGANISATION = "organisation"
"""The kinds of the vocabulary whose services the assistant treats in their own way."""


class Status(StrEnum):
    """Whether a service runs on the day that is asked about."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    ENDED = "ended"
    UNKNOWN = "unknown"


class PassageKind(StrEnum):
    """What a passage of a source is."""

    TITLE = "title"
    PHENOMENON = "phenomenon"
    STRATEGY = "strategy"
    CURRENT_STATE = "current_state"
    STRENGTH = "strength"
    TARGET = "target"
    PROJECT = "project"
    SERVICE = "service"
    TEXT = "text"


class AreaLevel(StrEnum):
    """How wide an area a service serves, from near to far."""

    MUNICIPALITY = "municipality"
    SUBREGION = "subregion"
    REGION = "region"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class CorpusInfo:
    """What tells one corpus from another where several stand side by side.

    Attributes:
        id: Small letters, digits and hyphens; ids of what it holds begin with it and a dot, those
            of the main corpus don't.
        title: Its name as people see it.
        priority: From 0 to 100; where two corpora tell the same, the higher one goes first.
        language: Code of the language that it's mostly in.
        licence: On what terms its sources are used.
        date: As of when its sources tell, as they print it.
        main: Whether it's the one that the others stand beside.
    """

    id: str
    title: str
    priority: int = 50
    language: str = "fi"
    licence: str | None = None
    date: str | None = None
    main: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus, exactly as it stands there.

    ``corpus`` is the id of the corpus that it belongs to, where there are several.
    """

    id: str
    title: str
    text: str
    sha256: str
    language: str = "fi"
    publisher: str | None = None
    version: str | None = None
    checked_on: str | None = None
    licence: str | None = None
    url: str | None = None
    corpus: str | None = None

    def quote(self, start: int, end: int) -> str:
        """Return the text between two offsets (code points, end exclusive)."""
        return self.text[start:end]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a source that can be retrieved and quoted: ``source.text[start:end]``.

    ``context`` is the text of the parents of a nested item, which gives the passage its meaning
    but isn't part of the quote. ``service_id`` names the service or project it describes.
    ``asked_as`` is how people ask for what it tells: ways to find it, never shown.
    """

    id: str
    source_id: str
    kind: PassageKind
    heading_path: tuple[str, ...]
    start: int
    end: int
    text: str
    theme: int | None = None
    context: str = ""
    service_id: str | None = None
    asked_as: tuple[str, ...] = ()

    @property
    def locator(self) -> str:
        """The heading path in words, from the widest heading to the nearest."""
        return " › ".join(self.heading_path)


@dataclass(frozen=True, slots=True)
class Basis:
    """What a statement of a service description itself rests on: a place in a source, or a page."""

    source_id: str | None = None
    locator: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    url: str | None = None
    seen_on: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence of a service description, with its place there and what it rests on."""

    text: str
    start: int
    end: int
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A value that an entry of the plan prints, with the place where it's printed."""

    value: str
    source_id: str
    locator: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Period:
    """A running time as one source prints it; a missing or impossible end is ``None``."""

    valid_from: date | None
    valid_to: date | None
    printed: Fact | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One bold entry of the plan's part 3: a project as one theme tells of it."""

    passage_id: str
    name: Fact
    theme: int
    state: Fact | None = None
    periods: tuple[Period, ...] = ()
    funders: tuple[Fact, ...] = ()
    organisers: tuple[Fact, ...] = ()
    municipalities: tuple[str, ...] = ()
    target_group: Fact | None = None
    goal: Fact | None = None


@dataclass(frozen=True, slots=True)
class Service:
    """A service, project, online service, model or network: one record, whatever tells of it.

    ``names`` are all the ways in which people and sources name it, shortest forms included.
    ``may_go_on`` is true when what's told to have ended is only its period or its project, and no
    source tells whether it goes on.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    providers: tuple[str, ...] = ()
    funders: tuple[str, ...] = ()
    municipalities: tuple[str, ...] = ()
    area: AreaLevel | None = None
    target_groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    cost: str | None = None
    channels: Mapping[str, str] = field(default_factory=dict)
    valid_from: date | None = None
    valid_to: date | None = None
    periods: tuple[Period, ...] = ()
    state: str | None = None
    statements: tuple[Statement, ...] = ()
    entries: tuple[Entry, ...] = ()
    passage_ids: tuple[str, ...] = ()
    may_go_on: bool = False
    next_ids: tuple[str, ...] = ()
    confidence: str = "high"
    checked_on: str | None = None
    asked_as: tuple[str, ...] = ()

    @property
    def source_id(self) -> str:
        """The id of the description as a source."""
        return f"services/{self.id}"


@dataclass(frozen=True, slots=True)
class VocabularyTerm:
    """A term of a closed list: a target group or a topic.

    ``ages`` are the first and last year of age that a target group fits. ``outside`` marks a topic
    that others give advice on: the assistant only says who.
    """

    term: str
    definition: str
    ages: tuple[int, int] | None = None
    broader: str | None = None
    ptv: str | None = None
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The closed lists of the corpus, with the words shown for kinds and area levels."""

    kinds: Mapping[str, str]
    areas: Mapping[str, str]
    target_groups: Mapping[str, VocabularyTerm]
    topics: Mapping[str, VocabularyTerm]


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A word of the field, how people say it, and what it points to.

    ``words`` are by language code. ``now`` and ``since`` tell what an old name is today.
    """

    term: str
    kind: str
    meaning: str | None = None
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    target_groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    expands: tuple[str, ...] = ()
    now: str | None = None
    now_id: str | None = None
    since: date | None = None
    basis: Basis | None = None
