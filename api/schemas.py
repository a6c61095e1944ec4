"""The contract's shapes: what is read from a request and what is written in a response."""

import re
from datetime import date
from typing import Annotated, Any, Literal
from zoneinfo import ZoneInfo

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator
from pydantic.config import JsonDict

from assistant.dialogue import Ask, Audience, Message, Outcome
from assistant.domain import AreaLevel, Status

HELSINKI = ZoneInfo("Europe/Helsinki")
MAX_QUESTION = 4_000
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
EXAMPLE: JsonDict = {
    "messages": [
        {
            "role": "user",
            "content": "Mistä Kalajoella saa ohjausta työnhakuun?",
        }
    ],
    "audience": "citizen",
    "municipality": None,
    "as_of": "2026-11-24",
    "language": None,
}


def _iso_date(value: object) -> object:
    if isinstance(value, str) and not _ISO_DATE.fullmatch(value):
        raise ValueError("must be a date as YYYY-MM-DD, for example 2026-11-24")
    if value is not None and not isinstance(value, str | date):
        raise ValueError("must be a string with a date as YYYY-MM-DD")
    return value


def _clean(value: str) -> str:
    # NUL cuts the text short in the lexical analyser, which is a C library; a lone surrogate can't
    # be encoded as UTF-8 at all.
    if "\x00" in value:
        raise ValueError("holds a NUL character; remove it")
    if any("\ud800" <= char <= "\udfff" for char in value):
        raise ValueError("holds a lone surrogate, which is not a character; remove it")
    return value


MOST_CORPORA = 20
CORPORA = "Ids of the corpora that may answer, as `/v1/sources` lists them; all may when absent."
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Text = Annotated[str, BeforeValidator(lambda v: _clean(v) if isinstance(v, str) else v)]
CorpusId = Annotated[
    str, BeforeValidator(lambda v: _clean(v) if isinstance(v, str) else v), Field(max_length=100)
]
Corpora = Annotated[list[CorpusId] | None, Field(max_length=MOST_CORPORA, description=CORPORA)]


class _Request(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MessageIn(_Request):
    """One turn of the conversation."""

    role: Literal["user", "assistant"] = Field(description="Who says it.")
    content: Text = Field(description="What is said, as plain text.")


class Asking(_Request):
    """A question with the conversation before it."""

    messages: list[MessageIn] = Field(
        min_length=1,
        description="The whole conversation, oldest first. The last one is the question, from "
        f"`user`, at most {MAX_QUESTION} characters.",
    )
    audience: Audience = Field(
        Audience.CITIZEN,
        description="`citizen`: plain words, few points, one next step. `counsellor`: everything.",
    )
    municipality: Text | None = Field(
        None, description="Finnish name of a municipality. A place named in the question wins."
    )
    as_of: IsoDate | None = Field(
        None, description="The day on which validity is judged; today in Helsinki when absent."
    )
    language: str | None = Field(
        None,
        pattern=r"^[a-z]{2,3}$",
        description="Language of the answer's own words; the question's own when absent.",
    )
    corpora: Corpora = None

    @field_validator("messages")
    @classmethod
    def _ends_in_a_question(cls, messages: list[MessageIn]) -> list[MessageIn]:
        if messages and messages[-1].role != "user":
            raise ValueError("the last message must be from the user: it is the question")
        if messages and not messages[-1].content.strip():
            raise ValueError("the last message is empty: write the question in its content")
        return messages

    def ask(self, municipality: str | None) -> Ask:
        """Return the domain's form of the request, with the municipality already recognised."""
        return Ask(
            messages=tuple(Message(m.role, m.content) for m in self.messages),
            audience=self.audience,
            municipality=municipality,
            as_of=self.as_of,
            language=self.language,
            corpora=tuple(dict.fromkeys(self.corpora or ())),
        )


class ChatRequest(Asking):
    """A question with the conversation before it. The server keeps none of it."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": EXAMPLE})

    stream: bool = Field(False, strict=True, description="Answer as server-sent events.")


class ServicesQuery(_Request):
    """Filters of the list of services; all of them must hold."""

    municipality: Text | None = Field(None, description="Finnish name of a municipality.")
    target_group: Text | None = Field(None, description="A target group of the vocabulary.")
    topic: Text | None = Field(None, description="A topic of the vocabulary.")
    status: Status | None = Field(None, description="Status on the day `as_of`.")
    q: Text | None = Field(None, max_length=MAX_QUESTION, description="Words to search for.")
    as_of: IsoDate | None = Field(None, description="The day; today in Helsinki when absent.")
    area: AreaLevel | None = Field(None, description="How wide an area it serves.")
    theme: int | None = Field(None, ge=1, le=99, description="A theme of the plan, from 1.")
    kind: Text | None = Field(None, max_length=60, description="A kind, such as `project`.")
    funder: Text | None = Field(None, max_length=200, description="A part of a funder's name.")
    language: str | None = Field(
        None, pattern=r"^[a-z]{2,3}$", description="A language in which it is given."
    )
    corpora: Corpora = None
    format: Literal["json", "csv", "jsonl"] | None = Field(
        None, description="Form of the list; goes before `Accept`."
    )
    limit: int | None = Field(
        None, ge=1, le=1_000, description="The most items; 20 as JSON, all as a table, when absent."
    )
    offset: int = Field(0, ge=0, le=1_000_000, description="How many items to leave out first.")


class DayQuery(_Request):
    """The day on which one service is judged."""

    as_of: IsoDate | None = Field(None, description="The day; today in Helsinki when absent.")


class SourceQuery(_Request):
    """How a source is given."""

    format: Literal["json", "text"] = Field("json", description="`text`: only the text, as UTF-8.")


class _Response(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class BasisOut(_Response):
    """What a statement of a service description rests on: a place in the plan, or a page."""

    source_id: str | None = None
    locator: str | None = None
    quote: str | None = None
    start: int | None = None
    end: int | None = None
    url: str | None = None
    seen_on: str | None = None


class CitationOut(_Response):
    """A verbatim quote: `quote` is `text[start:end]` of the source, in Unicode code points."""

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
    basis: list[BasisOut] = []
    language: str = Field("fi", description="Language of the quote.")
    corpus: str | None = Field(None, description="Id of the corpus that the source belongs to.")


class ServiceCardOut(_Response):
    """A service, judged on the day that was asked about."""

    id: str
    name: str
    kind: str
    providers: list[str]
    municipalities: list[str]
    target_groups: list[str]
    topics: list[str]
    valid_from: date | None
    valid_to: date | None
    status: Status
    status_text: str
    why: list[str]
    channels: dict[str, str]
    citations: list[int]
    description: str
    area: str | None
    languages: list[str]
    cost: str | None
    funders: list[str]
    corpus: str | None = Field(None, description="Id of the corpus that it is described in.")


class NoticeOut(_Response):
    """Something to know beside the answer."""

    kind: str
    text: str
    citations: list[int]


class QuestionOut(_Response):
    """How the question was understood."""

    standalone: str
    municipalities: list[str]
    target_groups: list[str]
    topics: list[str]
    kind: str


class UsageOut(_Response):
    """What a language model read and wrote for an answer, in its tokens."""

    calls: int = Field(description="How many requests it was sent.")
    prompt_tokens: int
    completion_tokens: int
    total_tokens: int
    estimated_calls: int = Field(
        description="For how many requests the server told no tokens, so that they're estimated."
    )


class AnswerOut(_Response):
    """The answer. Each `[n]` of `text` is a citation."""

    id: str
    outcome: Outcome
    language: str
    text: str
    citations: list[CitationOut]
    services: list[ServiceCardOut]
    notices: list[NoticeOut]
    follow_ups: list[str]
    question: QuestionOut | None
    timings_ms: dict[str, float]
    usage: UsageOut | None = Field(None, description="Told where a language model was asked.")


class ServicesOut(_Response):
    """One page of services."""

    total: int = Field(description="How many services fit the filters in all.")
    limit: int
    offset: int
    as_of: date
    items: list[ServiceCardOut]


class StatementOut(_Response):
    """One sentence of a description with its place and what it rests on."""

    text: str
    start: int
    end: int
    basis: list[BasisOut]


class FactOut(_Response):
    """A value as the plan prints it, with its place."""

    value: str
    source_id: str
    locator: str
    start: int
    end: int


class PeriodOut(_Response):
    """A running time as one source prints it."""

    valid_from: date | None
    valid_to: date | None
    printed: FactOut | None
    problem: str | None


class EntryOut(_Response):
    """A project as one theme of the plan tells of it."""

    passage_id: str
    name: FactOut
    theme: int
    state: FactOut | None
    periods: list[PeriodOut]
    funders: list[FactOut]
    organisers: list[FactOut]
    municipalities: list[str]
    target_group: FactOut | None
    goal: FactOut | None


class RecordOut(_Response):
    """The whole record of a service, whatever the day."""

    source_id: str
    aliases: list[str]
    periods: list[PeriodOut]
    state: str | None
    statements: list[StatementOut]
    entries: list[EntryOut]
    next_ids: list[str]
    confidence: str
    checked_on: str | None


class ServiceOut(_Response):
    """One service: judged on a day, and its whole record."""

    as_of: date
    service: ServiceCardOut
    record: RecordOut


class SourceHeadOut(_Response):
    """A source without its text."""

    id: str
    title: str
    sha256: str = Field(description="Digest of the source file as it stands in the corpus.")
    language: str
    publisher: str | None
    version: str | None
    checked_on: str | None
    licence: str | None
    url: str | None
    corpus: str | None = Field(None, description="Id of the corpus that it belongs to.")
    characters: int = 0

    @model_validator(mode="before")
    @classmethod
    def _count(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever it got
        if isinstance(value, dict) or not hasattr(value, "text"):
            return value
        return {f: getattr(value, f) for f in cls.model_fields if hasattr(value, f)} | {
            "characters": len(value.text)
        }


class SourceOut(SourceHeadOut):
    """A source with its text."""

    text: str


class CorpusOut(_Response):
    """One of the corpora that stand side by side; a question can be limited to some of them."""

    id: str
    title: str
    priority: int = Field(description="0 to 100; where two tell the same, the higher goes first.")
    language: str
    licence: str | None
    date: str | None = Field(description="As of when its sources tell.")
    main: bool = Field(description="Whether it is the one that the others stand beside.")


class SourcesOut(_Response):
    """Every source, and the corpora that they belong to."""

    total: int
    items: list[SourceHeadOut]
    corpora: list[CorpusOut] = []
