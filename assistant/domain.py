"""The words of the domain, as frozen types that know nothing of files, indexes or the web.

Offsets are counted in Unicode code points of the source's text, end exclusive, so that
``source.text[start:end]`` is always the quoted text.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - types are read when records are loaded
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003
from enum import StrEnum


class Status(StrEnum):
    """Whether a service runs on the day that is asked about."""

    ACTIVE = "active"
    UPCOMING = "upcoming"
    ENDED = "ended"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """How an answer ended; every kind of non-answer is named."""

    ANSWERED = "answered"
    PARTIAL = "partial"
    CLARIFY = "clarify"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"
    CRISIS = "crisis"
    REFUSED = "refused"


class Audience(StrEnum):
    """Who is asking: decides how much is told and in what words."""

    CITIZEN = "citizen"
    COUNSELLOR = "counsellor"


class PassageKind(StrEnum):
    """What a passage of a source is."""

    PHENOMENON = "phenomenon"
    STRATEGY = "strategy"
    CURRENT_STATE = "current_state"
    STRENGTH = "strength"
    TARGET = "target"
    PROJECT = "project"
    SERVICE = "service"
    TEXT = "text"


class QuestionKind(StrEnum):
    """What a question asks for; each kind has its own composer."""

    SERVICE = "service"
    FACT = "fact"
    PASSAGE = "passage"
    LIST = "list"
    CLARIFY = "clarify"
    CRISIS = "crisis"
    REFUSAL = "refusal"
    NOTHING = "nothing"


class Aspect(StrEnum):
    """What exactly is asked of a service or project."""

    WHO = "who"
    WHEN = "when"
    FUNDER = "funder"
    FOR_WHOM = "for_whom"
    WHERE = "where"
    GOAL = "goal"
    COST = "cost"
    AMOUNT = "amount"
    CONTACT = "contact"
    DEFINITION = "definition"


class AreaLevel(StrEnum):
    """How wide an area a service serves, from near to far."""

    MUNICIPALITY = "municipality"
    SUBREGION = "subregion"
    REGION = "region"
    NATIONAL = "national"


@dataclass(frozen=True, slots=True)
class Source:
    """A document of the corpus, exactly as it stands there."""

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


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What the assistant is asked: the contract's request."""

    messages: tuple[Message, ...]
    audience: Audience = Audience.CITIZEN
    municipality: str | None = None
    as_of: date | None = None
    language: str | None = None

    @property
    def question(self) -> str:
        """The last message, which is the question."""
        return self.messages[-1].content


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood.

    Attributes:
        text: The last message in plain characters.
        standalone: The question with what it leans on from earlier turns.
        language: Code of the language that it's asked in.
        help: How much it asks for help for a person (1) rather than for what a source says (0).
        as_of: The day on which validity is judged.
        audience: Who asks.
        aspects: What exactly is asked of a service.
        municipalities: The municipalities it's about, from the text or from the request.
        places: The places as they were named, in base form.
        outside: Named municipalities outside the region.
        target_groups: Terms of the vocabulary.
        topics: Terms of the vocabulary.
        age: The asker's age in years.
        named: Ids of services named for certain.
        nearly_named: Ids of services that may be meant.
        sections: The kinds of passages of the plan that it asks for.
        theme: The plan's theme, from 1.
        terms: Weighted terms for the lexical index.
        words: The terms of each of its content words.
        lists: Whether it asks for all of something.
        counts: Whether it asks how many there are.
        statuses: The statuses of the services it asks for, when it says so.
        organisations: Organisations it names, as the records name them.
        distress: The kind of distress that it tells of.
        asks_besides: Whether it asks for guidance besides telling of distress.
        worry: Whether it speaks of somebody else's distress.
        misuse: What it wants that the assistant doesn't do.
        clarified: Whether the turn before was the assistant's own question.
        points: Whether it points at something that isn't said.
    """

    text: str
    standalone: str
    language: str
    as_of: date
    help: float = 0.5
    audience: Audience = Audience.CITIZEN
    aspects: tuple[Aspect, ...] = ()
    municipalities: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    age: int | None = None
    named: tuple[str, ...] = ()
    nearly_named: tuple[str, ...] = ()
    sections: tuple[PassageKind, ...] = ()
    theme: int | None = None
    terms: tuple[tuple[str, float], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    points: bool = False
    lists: bool = False
    counts: bool = False
    statuses: tuple[Status, ...] = ()
    organisations: tuple[str, ...] = ()
    distress: str | None = None
    asks_besides: bool = False
    worry: bool = False
    misuse: str | None = None
    clarified: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A service, or a passage that belongs to none, found for a question.

    Attributes:
        passages: What it was found by and rests on, the best first.
        score: How well it fits; only comparable within one question.
        service_id: The service, when the passages tell of one.
        status: Whether the service runs on the day asked about.
        level: How near the service is to the place asked about.
        why: What of the question it fits, in words of the question's places, groups and topics.
        evidence: What each signal gave, by its name.
        rejected: Why it isn't used, when it isn't.
    """

    passages: tuple[Passage, ...]
    score: float
    service_id: str | None = None
    status: Status | None = None
    level: AreaLevel | None = None
    why: tuple[str, ...] = ()
    evidence: Mapping[str, float] = field(default_factory=dict)
    rejected: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What retrieval found: kept and rejected hits, the best first.

    ``signals`` tell how sure it is that the sources hold an answer at all: ``known`` and
    ``coverage`` (shares of the question's words that all texts, and the best one, hold),
    ``nearest`` and ``nearest_asked`` (cosine similarities of the best).
    """

    kept: tuple[Hit, ...]
    rejected: tuple[Hit, ...] = ()
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote of a source with its place: ``source.text[start:end] == quote``."""

    n: int
    source_id: str
    title: str
    locator: str
    quote: str
    start: int
    end: int
    sha256: str
    url: str | None = None
    checked_on: str | None = None
    basis: tuple[Basis, ...] = ()


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service as an answer shows it, judged on the day that was asked about."""

    id: str
    name: str
    kind: str
    providers: tuple[str, ...]
    municipalities: tuple[str, ...]
    target_groups: tuple[str, ...]
    topics: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    status: Status
    status_text: str
    why: tuple[str, ...]
    channels: Mapping[str, str]
    citations: tuple[int, ...]
    description: str = ""
    area: AreaLevel | None = None
    languages: tuple[str, ...] = ()
    cost: str | None = None
    funders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the reader must know beside the answer."""

    kind: str
    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionView:
    """How the question was understood, for the reader to check."""

    standalone: str
    municipalities: tuple[str, ...] = ()
    target_groups: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    kind: str = "service"


@dataclass(frozen=True, slots=True)
class Answer:
    """The contract's answer."""

    id: str
    outcome: Outcome
    language: str
    text: str
    citations: tuple[Citation, ...] = ()
    services: tuple[ServiceCard, ...] = ()
    notices: tuple[Notice, ...] = ()
    follow_ups: tuple[str, ...] = ()
    question: QuestionView | None = None
    timings_ms: Mapping[str, float] = field(default_factory=dict)
