"""Service descriptions read from Markdown with front matter: the form is in docs/corpus.md."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import AreaLevel, Basis, Source, Statement
from assistant.errors import CorpusError
from ingest.marked_yaml import MarkedYaml, parse, read_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FENCE = re.compile(r"\A---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?\n", re.DOTALL | re.MULTILINE)
ASKED_HEADING = re.compile(r"^## Näin kysytään[ \t\r]*$", re.MULTILINE)
ASKED_LINE = re.compile(r"^[-*] (?P<line>.+?)\s*$", re.MULTILINE)
MARKERS = re.compile(r"(?:\[\^[\w-]+\])+")
MARKER = re.compile(r"\[\^(?P<key>[\w-]+)\]")

Text = Annotated[str, Field(min_length=1)]


class PlanQuote(BaseModel):
    """A source of a description: a piece of the plan."""

    model_config = ConfigDict(extra="forbid")
    quote: Text


class PageSeen(BaseModel):
    """A source of a description: a page, and what was seen there."""

    model_config = ConfigDict(extra="forbid")
    url: Annotated[str, Field(pattern=r"^https?://\S+$")]
    seen_on: date
    page_date: str | int | date | None = None
    says: Text


class Channels(BaseModel):
    """How to get in touch."""

    model_config = ConfigDict(extra="forbid")
    url: str | None = None
    phone: str | None = None
    email: str | None = None
    visit: str | None = None
    other: str | None = None


class ServiceForm(BaseModel):
    """The front matter of a service description."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    name: Text
    aliases: list[Text] = []
    kind: Text
    providers: list[Text] = []
    funders: list[Text] = []
    area: AreaLevel
    municipalities: list[Text] = []
    target_groups: list[Text]
    topics: list[Text]
    languages: list[Text] = []
    cost: str | None = None
    channels: Channels = Channels()
    valid_from: date | None = None
    valid_to: date | None = None
    after_end: Literal["ended", "unknown"] = "ended"
    next: list[Text] = []
    plan_entries: list[Text] = []
    confidence: Literal["high", "medium", "low"]
    sources: dict[str, PlanQuote | PageSeen] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Description:
    """A service description as its file tells it, its plan quotes not yet placed."""

    form: ServiceForm
    source: Source
    body: tuple[int, int]
    statements: tuple[Statement, ...]
    markers: tuple[tuple[str, ...], ...]
    asked_as: tuple[str, ...]
    yaml: MarkedYaml
    path: str
    used: frozenset[str] = field(default=frozenset())

    def line_of(self, offset: int) -> int:
        """The line (from 1) of an offset of the file."""
        return self.source.text.count("\n", 0, offset) + 1


def read_description(path: Path, name: str | None = None) -> Description:
    """Read one service description.

    Args:
        path: The file.
        name: The file's name for errors; the path when absent.

    Raises:
        CorpusError: The file doesn't have the form; names the line.
    """
    label = name or str(path)
    text = read_text(path)
    fence = FENCE.match(text)
    if fence is None:
        raise CorpusError(
            label, 1, "the file must begin with front matter between two lines of ---"
        )
    front = parse(fence["yaml"], label, first_line=2)
    form = _form(front)
    if form.id != path.stem:
        raise front.error(("id",), f"{form.id!r} isn't the file's name {path.stem!r}")
    heading = ASKED_HEADING.search(text, fence.end())
    body_end = heading.start() if heading else len(text)
    body_start = (
        fence.end() + len(text[fence.end() : body_end]) - len(text[fence.end() : body_end].lstrip())
    )
    body_end = body_start + len(text[body_start:body_end].rstrip())
    statements, markers = _statements(text, (body_start, body_end), form, label)
    return Description(
        form=form,
        source=_source(form, text),
        body=(body_start, body_end),
        statements=statements,
        markers=markers,
        asked_as=tuple(
            match["line"] for match in ASKED_LINE.finditer(text, heading.end() if heading else 0)
        )
        if heading
        else (),
        yaml=front,
        path=label,
    )


def without_markers(text: str) -> str:
    """A body as people read it: without source markers, its lines joined."""
    return " ".join(MARKERS.sub("", text).split())


def place_quotes(
    description: Description, plan: Source, locate: Mapping[int, str]
) -> tuple[Statement, ...]:
    """Give each statement what it rests on.

    Args:
        description: The description.
        plan: The plan that ``quote`` sources are pieces of.
        locate: Heading path in words by the start of each passage of the plan.

    Raises:
        CorpusError: A quote isn't in the plan to the character.
    """
    basis = {key: _basis(description, key, plan, locate) for key in description.form.sources}
    return tuple(
        Statement(s.text, s.start, s.end, tuple(basis[key] for key in keys))
        for s, keys in zip(description.statements, description.markers, strict=True)
    )


def _basis(description: Description, key: str, plan: Source, locate: Mapping[int, str]) -> Basis:
    source = description.form.sources[key]
    if isinstance(source, PageSeen):
        return Basis(url=source.url, seen_on=source.seen_on.isoformat(), quote=source.says)
    start = plan.text.find(source.quote)
    if start < 0:
        raise description.yaml.error(
            ("sources", key, "quote"),
            "this isn't in the plan to the character; copy it again from the plan's text",
        )
    before = [place for place in locate if place <= start]
    locator = locate[max(before)] if before else plan.title
    return Basis(plan.id, locator, source.quote, start, start + len(source.quote))


def _form(front: MarkedYaml) -> ServiceForm:
    if not isinstance(front.value, dict):
        raise front.error((), "the front matter must be names and values")
    try:
        return ServiceForm.model_validate(front.value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        known = tuple(part for part in first["loc"] if part not in {"PlanQuote", "PageSeen"})
        raise front.error(known, str(first["msg"])) from None


def _source(form: ServiceForm, text: str) -> Source:
    pages = [s for s in form.sources.values() if isinstance(s, PageSeen)]
    return Source(
        id=f"services/{form.id}",
        title=form.name,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        publisher="Tienviitta",
        checked_on=max((page.seen_on.isoformat() for page in pages), default=None),
        url=form.channels.url,
        licence="EUPL-1.2",
    )


def _statements(
    text: str, body: tuple[int, int], form: ServiceForm, path: str
) -> tuple[tuple[Statement, ...], tuple[tuple[str, ...], ...]]:
    statements: list[Statement] = []
    markers: list[tuple[str, ...]] = []
    start = body[0]
    for match in MARKERS.finditer(text, *body):
        keys = tuple(MARKER.findall(match[0]))
        line = text.count("\n", 0, match.start()) + 1
        for key in keys:
            if key not in form.sources:
                raise CorpusError(path, line, f"[^{key}] isn't among the sources")
        piece = text[start : match.start()]
        begin = start + len(piece) - len(piece.lstrip())
        end = start + len(piece.rstrip())
        if begin >= end:
            raise CorpusError(path, line, "a marker stands without a sentence before it")
        statements.append(Statement(text[begin:end], begin, end))
        markers.append(keys)
        start = match.end()
    rest = text[start : body[1]]
    if rest.strip():
        line = text.count("\n", 0, start + len(rest) - len(rest.lstrip())) + 1
        raise CorpusError(path, line, "a sentence without a marker of the source it rests on")
    if not statements:
        raise CorpusError(path, text.count("\n", 0, body[0]) + 1, "the description has no body")
    return tuple(statements), tuple(markers)
