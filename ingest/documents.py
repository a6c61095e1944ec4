"""Imported documents: a plain text, and ``document.yaml`` that tells what it is.

The text is the source, to the character. The metadata names the lines that are headings, so that
any document can be cut by its headings, whatever it was written in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import Passage, PassageKind, Source
from ingest.marked_yaml import parse, read_text
from ingest.split import LONGEST, Ids, pieces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from ingest.corpora import CorpusPlace
    from ingest.marked_yaml import MarkedYaml

DOCUMENT_FILE = "document.yaml"
TEXT_FILE = "text.txt"
ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
LEVELS = 6
GOAL = 450
"""Characters that paragraphs under one heading are joined up to: short enough to be quoted."""

Text = Annotated[str, Field(min_length=1)]


class DocumentForm(BaseModel):
    """The form of ``document.yaml``.

    ``headings`` are pairs of level (from 1) and line of the text (from 1).
    """

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=ID, max_length=100)]
    title: Text
    publisher: str | None = None
    version: str | None = None
    date: str | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "fi"
    licence: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    file: Text = TEXT_FILE
    headings: list[tuple[Annotated[int, Field(ge=1, le=LEVELS)], Annotated[int, Field(ge=1)]]] = []


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: ``text[start:end]``."""

    level: int
    start: int
    end: int


def read_document(directory: Path, place: CorpusPlace) -> tuple[Source, tuple[Passage, ...]]:
    """Read an imported document and cut it by its headings.

    Args:
        directory: Holds ``document.yaml`` and the text.
        place: The corpus that it belongs to.

    Raises:
        CorpusError: A file is missing or doesn't have the form; names the line.
    """
    label = place.label(str((directory / DOCUMENT_FILE).relative_to(place.directory)))
    marked = parse(read_text(directory / DOCUMENT_FILE), label)
    form = _form(marked)
    if "/" in form.file or form.file.startswith("."):
        raise marked.error(("file",), "the text must lie beside this file")
    text = read_text(directory / form.file)
    source = Source(
        id=f"{place.prefix}{form.id}",
        title=form.title if place.info.main else f"{form.title} ({place.info.title})",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        language=form.language,
        publisher=form.publisher,
        version=form.version,
        checked_on=form.date or place.info.date,
        licence=form.licence or place.info.licence,
        url=form.url,
        corpus=place.info.id,
    )
    return source, split_document(source, form.title, _headings(marked, form, text))


def _form(marked: MarkedYaml) -> DocumentForm:
    value = marked.value
    if isinstance(value, dict) and isinstance(value.get("date"), date | int):
        value = {**value, "date": str(value["date"])}
    try:
        return DocumentForm.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None


def _headings(marked: MarkedYaml, form: DocumentForm, text: str) -> list[Heading]:
    starts = [0]
    for written_line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(written_line))
    headings = []
    last = 0
    for number, (level, line) in enumerate(form.headings):
        key = ("headings", number)
        if not last < line < len(starts):
            reason = f"line {line} doesn't come after line {last} in a text of {len(starts) - 1}"
            raise marked.error(key, reason)
        start, end = starts[line - 1], starts[line]
        written = text[start:end].strip()
        if not written:
            raise marked.error(key, f"line {line} of the text is empty")
        begin = text.index(written, start)
        headings.append(Heading(level, begin, begin + len(written)))
        last = line
    return headings


def split_document(source: Source, title: str, headings: Sequence[Heading]) -> tuple[Passage, ...]:
    """Cut any document into passages that carry the headings they stand under.

    Args:
        source: The document.
        title: Its name, the first of every heading path.
        headings: Its headings in their order.

    Returns:
        Passages of kind ``text``. None holds a heading; none goes over one. Short paragraphs under
        one heading are joined, a list stays with the line that leads to it, and what is too long is
        cut between sentences.
    """
    ids, passages = Ids(), []
    for path, start, end in _sections(source.text, title, headings):
        for first, last in _joined(source.text, start, end):
            text = source.text[first:last]
            passages.append(
                Passage(
                    id=ids.make(source.id, path, text),
                    source_id=source.id,
                    kind=PassageKind.TEXT,
                    heading_path=path,
                    start=first,
                    end=last,
                    text=text,
                )
            )
    return tuple(passages)


def _sections(
    text: str, title: str, headings: Sequence[Heading]
) -> Iterator[tuple[tuple[str, ...], int, int]]:
    """What stands between two headings, with the headings above it."""
    edges = [*(heading.start for heading in headings), len(text)]
    yield (title,), 0, edges[0]
    above: list[tuple[int, str]] = []
    for heading, end in zip(headings, edges[1:], strict=True):
        above = [(level, name) for level, name in above if level < heading.level]
        above.append((heading.level, " ".join(text[heading.start : heading.end].split())))
        names = [name for _, name in above if name.casefold() != title.casefold()]
        yield (title, *names), heading.end, end


def _joined(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The paragraphs of a section as passages."""
    span: tuple[int, int] | None = None
    for first, last in _paragraphs(text, start, end):
        if span is not None:
            leads = text[span[1] - 1] == ":"
            lists = text.startswith("- ", first)
            if last - span[0] <= (LONGEST if leads else 0 if lists else GOAL):
                span = (span[0], last)
                continue
            yield from _cut(text, *span)
        span = (first, last)
    if span is not None:
        yield from _cut(text, *span)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of lines between empty ones, without the spaces around them."""
    begin: int | None = None
    last = at = start
    for line in text[start:end].splitlines(keepends=True):
        if line.strip():
            if begin is None:
                begin = at + len(line) - len(line.lstrip())
            last = at + len(line.rstrip())
        elif begin is not None:
            yield begin, last
            begin = None
        at += len(line)
    if begin is not None:
        yield begin, last


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in pieces(text, start, end):
        yield from at_spaces(text, first, last) if last - first > 2 * LONGEST else [(first, last)]


def at_spaces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut what has no sentences at its spaces, or in mid-word where it has none."""
    edges = [start]
    while end - edges[-1] > LONGEST:
        space = text.rfind(" ", edges[-1] + 1, edges[-1] + LONGEST)
        edges.append(space if space > 0 else edges[-1] + LONGEST)
    edges.append(end)
    for first, last in pairwise(edges):
        piece = text[first:last]
        if piece.strip():
            yield first + len(piece) - len(piece.lstrip()), first + len(piece.rstrip())
