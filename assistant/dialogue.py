"""The words of a conversation: what is asked, what is found for it, and what is answered.

Frozen types, like those of `assistant.domain` on which they rest.
"""

from __future__ import annotations

from collections.abc import Mapping  # noqa: TC003 - types are read when records are loaded
from dataclasses import dataclass, field
from datetime import date  # noqa: TC003
from enum import StrEnum

from assistant.asking import Asking
from assistant.domain import AreaLevel, Basis, Passage, PassageKind, Status  # noqa: TC001


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
    PERSON = "person"
    HOURS = "hours"
    CONTACT = "contact"
    PHONE = "phone"
    EMAIL = "email"
    AGE = "age"
    DURATION = "duration"
    LANGUAGE = "language"
    FIELD = "field"
    APPLY = "apply"
    DEFINITION = "definition"


@dataclass(frozen=True, slots=True)
class Message:
    """One turn of the conversation."""

    role: str
    content: str


@dataclass(frozen=True, slots=True)
class Ask:
    """What the assistant is asked: the contract's request.

    ``corpora`` are the ids of the corpora that may answer; all may when it's empty.
    """

    messages: tuple[Message, ...]
    audience: Audience = Audience.CITIZEN
    municipality: str | None = None
    as_of: date | None = None
    language: str | None = None
    corpora: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The last message, which is the question."""
        return self.messages[-1].content


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was understood.

    Attributes:
        text: The last message in plain characters, its words mended and chatter left out.
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
        asked_topics: Those of them that are asked for, rather than told by who somebody is.
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
        span: The first and last day of the time that it names.
        organisations: Organisations it names, as the records name them.
        distress: The kind of distress that it tells of.
        asks_besides: Whether it asks for guidance besides telling of distress.
        worry: Whether contacts of crisis help belong beside the answer: it speaks of somebody
            else's distress, or there may be distress.
        offered: Whether they are offered to the asker, whose distress isn't sure.
        misuse: What it wants that the assistant doesn't do.
        clarified: Whether the turn before was the assistant's own question.
        points: Whether it points at something that isn't said.
        asking: What exactly it asks: yes or no, which end of a running time, a number.
        declined: Topics that somebody says they don't need.
        corpora: Ids of the corpora that may answer; all may when it's empty.
        names_unknown: Whether it calls a project by a name that no source tells.
        written: The last message as it was written, by which its safety is judged.
        foreign: Whether it's in a language that the assistant doesn't know.
        told: Ids of the services told of already, where others than those are asked for.
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
    asked_topics: tuple[str, ...] = ()
    age: int | None = None
    named: tuple[str, ...] = ()
    nearly_named: tuple[str, ...] = ()
    sections: tuple[PassageKind, ...] = ()
    theme: int | None = None
    terms: tuple[tuple[str, float], ...] = ()
    words: tuple[tuple[str, ...], ...] = ()
    points: bool = False
    asking: Asking = field(default_factory=Asking)
    lists: bool = False
    counts: bool = False
    statuses: tuple[Status, ...] = ()
    span: tuple[date, date] | None = None
    organisations: tuple[str, ...] = ()
    distress: str | None = None
    asks_besides: bool = False
    worry: bool = False
    offered: bool = False
    misuse: str | None = None
    clarified: bool = False
    declined: tuple[str, ...] = ()
    corpora: tuple[str, ...] = ()
    names_unknown: bool = False
    written: str = ""
    foreign: bool = False
    told: tuple[str, ...] = ()


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

    ``signals`` tell how sure it is that the sources hold an answer at all: ``known`` (the share of
    the question's words that any text holds), ``rarest`` (how much its most telling word tells),
    ``nearest`` and ``nearest_asked`` (cosine similarities of the best; the second only where any
    corpus that may answer tells how people ask), ``outside`` (how likely guidance has nothing to
    do with it), ``vague`` (1 when it doesn't say what it wants).
    """

    kept: tuple[Hit, ...]
    rejected: tuple[Hit, ...] = ()
    signals: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Citation:
    """A verbatim quote of a source with its place: ``source.text[start:end] == quote``.

    ``corpus`` is the id of the corpus that the source belongs to.
    """

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
    corpus: str | None = None


@dataclass(frozen=True, slots=True)
class ServiceCard:
    """A service as an answer shows it, judged on the day that was asked about.

    ``corpus`` is the id of the corpus that its description belongs to.
    """

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
    corpus: str | None = None


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
class Usage:
    """What a language model read and wrote for an answer, in its tokens.

    ``calls`` counts the requests to it, ``estimated_calls`` those of them whose tokens the server
    didn't tell, and which are estimated from characters.
    """

    calls: int
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    estimated_calls: int = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """The contract's answer. ``usage`` is told where a language model was asked."""

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
    usage: Usage | None = None
