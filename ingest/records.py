"""Imported services: ``services.jsonl``, one record a line, read as descriptions are.

A record's ``text`` is the source: what the catalogue tells, each piece as it stands there, under
headings. Statements and passages are places in it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import (
    AreaLevel,
    Basis,
    Passage,
    PassageKind,
    Service,
    Source,
    Statement,
)
from assistant.errors import CorpusError
from assistant.prose import sentences
from ingest.split import LONGEST, Ids, pieces

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from assistant.domain import Vocabulary
    from ingest.corpora import CorpusPlace

RECORDS_FILE = "services.jsonl"
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LONGEST_TEXT = 60_000

Text = Annotated[str, Field(min_length=1)]


class PartForm(BaseModel):
    """A part of a record's text under a heading: ``text[start:end]``.

    What isn't ``told`` sentence by sentence can still be found and quoted: contacts, terms.
    """

    model_config = ConfigDict(extra="forbid")
    heading: Text
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=1)]
    told: bool = True


class RecordForm(BaseModel):
    """A line of ``services.jsonl``."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=ID, max_length=100)]
    name: Text
    aliases: list[Text] = []
    kind: Text = "service"
    providers: list[Text] = []
    area: AreaLevel
    municipalities: list[Text] = []
    target_groups: list[Text] = []
    topics: list[Text] = []
    languages: list[Text] = []
    language: Text = "fi"
    cost: str | None = None
    channels: dict[Literal["url", "phone", "email", "visit", "other"], Text] = {}
    valid_from: date | None = None
    valid_to: date | None = None
    confidence: Literal["high", "medium", "low"] = "medium"
    url: str | None = None
    checked_on: str | None = None
    licence: str | None = None
    publisher: str | None = None
    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
    parts: Annotated[list[PartForm], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class ReadRecord:
    """A record as the corpus holds it."""

    source: Source
    passages: tuple[Passage, ...]
    service: Service


def read_records(
    path: Path, place: CorpusPlace, vocabulary: Vocabulary, municipalities: Collection[str]
) -> Iterator[ReadRecord]:
    """Read imported services one by one.

    Args:
        path: A ``services.jsonl``.
        place: The corpus that it belongs to.
        vocabulary: The closed lists that its terms must be of.
        municipalities: The names of all municipalities.

    Raises:
        CorpusError: A line doesn't have the form, or names something that doesn't exist.
    """
    label = place.label(str(path.relative_to(place.directory)))
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            try:
                form = RecordForm.model_validate_json(line)
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                where = ".".join(str(part) for part in first["loc"])
                reason = f"{where}: {first['msg']}" if where else str(first["msg"])
                raise CorpusError(label, number, reason) from None
            _check(form, vocabulary, municipalities, label, number)
            yield _as_read(form, place)


def _check(
    form: RecordForm,
    vocabulary: Vocabulary,
    municipalities: Collection[str],
    path: str,
    line: int,
) -> None:
    lists = (
        ("kind", [form.kind], vocabulary.kinds, "vocabulary.yaml"),
        ("target_groups", form.target_groups, vocabulary.target_groups, "vocabulary.yaml"),
        ("topics", form.topics, vocabulary.topics, "vocabulary.yaml"),
        ("municipalities", form.municipalities, municipalities, "places.json"),
    )
    for name, values, allowed, where in lists:
        for value in values:
            if value not in allowed:
                reason = f"{name}: {value!r} isn't in {where}; import the services again"
                raise CorpusError(path, line, reason)
    last = 0
    for part in form.parts:
        if not last <= part.start < part.end <= len(form.text):
            reason = f"parts: {part.start}-{part.end} isn't a place in the text"
            raise CorpusError(path, line, reason)
        last = part.end
    if form.valid_from and form.valid_to and form.valid_from > form.valid_to:
        raise CorpusError(path, line, "valid_to: the end is before the start")


def _as_read(form: RecordForm, place: CorpusPlace) -> ReadRecord:
    service_id = f"{place.prefix}{form.id}"
    source = Source(
        id=f"services/{service_id}",
        title=form.name if place.info.main else f"{form.name} ({place.info.title})",
        text=form.text,
        sha256=sha256(form.text.encode()).hexdigest(),
        language=form.language,
        publisher=form.publisher,
        checked_on=form.checked_on or place.info.date,
        licence=form.licence or place.info.licence,
        url=form.url,
        corpus=place.info.id,
    )
    passages = tuple(_passages(form, source, service_id))
    return ReadRecord(source, passages, _service(form, service_id, passages))


def _passages(form: RecordForm, source: Source, service_id: str) -> Iterator[Passage]:
    """The parts joined into passages as long as the model reads, and cut where they're longer."""
    ids = Ids()
    spans: list[tuple[int, int]] = []
    for part in form.parts:
        for start, end in pieces(source.text, part.start, part.end):
            if spans and end - spans[-1][0] <= LONGEST:
                spans[-1] = (spans[-1][0], end)
            else:
                spans.append((start, end))
    for start, end in spans:
        text = source.text[start:end]
        yield Passage(
            id=ids.make(source.id, (form.name,), text),
            source_id=source.id,
            kind=PassageKind.SERVICE,
            heading_path=(form.name,),
            start=start,
            end=end,
            text=text,
            service_id=service_id,
        )


def _service(form: RecordForm, service_id: str, passages: tuple[Passage, ...]) -> Service:
    seen_on = form.checked_on[:10] if form.checked_on else None
    basis = (Basis(url=form.url, seen_on=seen_on),) if form.url else ()
    statements = tuple(
        Statement(form.text[part.start + a : part.start + b], part.start + a, part.start + b, basis)
        for part in form.parts
        if part.told
        for a, b in sentences(form.text[part.start : part.end])
    )
    return Service(
        id=service_id,
        name=form.name,
        kind=form.kind,
        aliases=tuple(form.aliases),
        names=(form.name, *form.aliases),
        providers=tuple(form.providers),
        municipalities=tuple(form.municipalities),
        area=form.area,
        target_groups=tuple(form.target_groups),
        topics=tuple(form.topics),
        languages=tuple(form.languages),
        cost=form.cost,
        channels={str(key): value for key, value in form.channels.items()},
        valid_from=form.valid_from,
        valid_to=form.valid_to,
        statements=statements,
        passage_ids=tuple(passage.id for passage in passages),
        confidence=form.confidence,
        checked_on=form.checked_on,
    )
