"""A document of any kind written into a corpus as plain text, with a metadata file beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from typing import TYPE_CHECKING, Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from assistant.domain import Source
from assistant.errors import CorpusError
from ingest.documents import DOCUMENT_FILE, ID, TEXT_FILE, Heading, split_document
from ingest.importers.blocks import PlainDocument, as_plain
from ingest.importers.cleaning import clean_line, web_address
from ingest.importers.convert import convert
from ingest.importers.files import LARGEST_DOCUMENT, MEGABYTE, describe_files
from ingest.importers.store import open_import
from ingest.marked_yaml import parse, read_text

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.domain import CorpusInfo
    from ingest.importers.convert import Converted
    from ingest.importers.report import Report

FIELDS = ("id", "title", "publisher", "version", "date", "language", "licence", "url")
LONGEST_TITLE = 300
DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


class MetadataForm(BaseModel):
    """What a document is: the form of the file given with ``--metadata``."""

    model_config = ConfigDict(extra="forbid")
    id: Annotated[str, Field(pattern=ID, max_length=100)] | None = None
    title: Annotated[str, Field(min_length=1, max_length=LONGEST_TITLE)] | None = None
    publisher: str | None = None
    version: str | None = None
    date: Annotated[str, Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")] | None = None
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] | None = None
    licence: str | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None


@dataclass(frozen=True, slots=True)
class DocumentTarget:
    """Where a document goes, and what is told of it.

    Attributes:
        corpus: The corpus's directory.
        info: What it is.
        metadata: A metadata file.
        given: Values of the metadata's fields that win over the file's and the document's own.
        replace: Overwrite what was changed by hand.
    """

    corpus: Path
    info: CorpusInfo
    metadata: Path | None = None
    given: dict[str, str] = field(default_factory=dict)
    replace: bool = False


def take_document(path: Path, target: DocumentTarget, report: Report) -> None:
    """Write a document into a corpus.

    Args:
        path: A PDF, DOCX, HTML, Markdown or plain text file.
        target: Where it goes.
        report: Is told what was taken and what not.

    Raises:
        CorpusError: The file can't be read or trusted, its title or licence isn't known, or what is
            there was changed by hand. Nothing is written then.
    """
    if not path.is_file():
        raise CorpusError(str(path), None, "there's no such file")
    if path.stat().st_size > LARGEST_DOCUMENT:
        reason = f"it's larger than {LARGEST_DOCUMENT // MEGABYTE} MB; cut it into parts"
        raise CorpusError(str(path), None, reason)
    converted = convert(path)
    made = as_plain(converted.blocks)
    metadata = _metadata(path, target, converted)
    report.unit = "passages"
    report.corpus, report.licence = target.info.id, metadata.get("licence")
    report.date = metadata.get("date")
    report.inputs = describe_files([path])
    for reason in converted.notes:
        report.leave_out(path.name, "", reason)
    for line, reason in made.notes:
        report.note(f"{TEXT_FILE}:{line}", "", [reason])
    report.taken = _count_passages(made, metadata, path)
    with open_import(target.corpus, metadata["id"], replace=target.replace) as draft:
        (draft.path / TEXT_FILE).write_bytes(made.text.encode())
        text = _as_yaml(metadata, made.headings)
        (draft.path / DOCUMENT_FILE).write_text(text, encoding="utf-8")
        report.into = str(draft.target)
        report.changed = draft.commit(
            {
                "importer": report.importer,
                "inputs": report.inputs,
                "licence": report.licence,
                "date": report.date,
                "taken": report.taken,
            }
        )


def _count_passages(made: PlainDocument, metadata: dict[str, str], path: Path) -> int:
    """How many passages the text will be cut into."""
    source = Source(
        "document", metadata["title"], made.text, sha256(made.text.encode()).hexdigest()
    )
    starts = [0]
    for line in made.text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    headings = [Heading(level, starts[line - 1], starts[line] - 1) for level, line in made.headings]
    count = len(split_document(source, metadata["title"], headings))
    if not count:
        raise CorpusError(str(path), None, "there's no text in it under any heading")
    return count


def _metadata(path: Path, target: DocumentTarget, converted: Converted) -> dict[str, str]:
    """What is told of the document: as given, else in the file, else by the document itself."""
    told = {key: own for key in FIELDS if (own := _own(converted, key))}
    if target.metadata is not None:
        told |= _read_metadata(target.metadata)
    told |= {key: value for key, value in target.given.items() if value}
    if "title" not in told:
        heading = next((block for block in converted.blocks if block.level), None)
        if heading is not None:
            told["title"] = clean_line(heading.text).text[:LONGEST_TITLE]
    told.setdefault("language", target.info.language)
    told.setdefault("id", _as_id(path.stem))
    if target.info.licence:
        told.setdefault("licence", target.info.licence)
    try:
        MetadataForm.model_validate(told)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise CorpusError(str(path), None, f"{first['loc'][0]}: {first['msg']}") from None
    for key, advice in (("title", "--title"), ("licence", "--licence")):
        if key not in told:
            reason = f"its {key} isn't told; give {advice} or a file with --metadata"
            raise CorpusError(str(path), None, reason)
    return {key: told[key] for key in FIELDS if key in told}


def _own(converted: Converted, key: str) -> str | None:
    """What a document tells of itself, where it can be used."""
    value = clean_line(converted.metadata.get(key, "")).text
    if key == "date":
        match = DAY.match(value)
        return match[0] if match else None
    if key == "language":
        return value if re.fullmatch("[a-z]{2}", value) else None
    if key == "url":
        return web_address(value)
    return value[:LONGEST_TITLE] or None


def _read_metadata(path: Path) -> dict[str, str]:
    marked = parse(read_text(path), str(path))
    value = marked.value
    if isinstance(value, dict) and isinstance(value.get("date"), date | int):
        value = {**value, "date": str(value["date"])}
    try:
        form = MetadataForm.model_validate(value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None
    return {key: one for key, one in form.model_dump().items() if one is not None}


def _as_id(stem: str) -> str:
    letters = stem.casefold().translate(str.maketrans("äöå", "aoa"))
    bare = "-".join(re.findall(r"[a-z0-9]+", letters))[:60].strip("-")
    return bare or sha256(stem.encode("utf-8", "surrogateescape")).hexdigest()[:8]


def _as_yaml(metadata: dict[str, str], headings: list[tuple[int, int]]) -> str:
    """YAML with each heading on a line of its own: people correct what was detected wrongly."""
    told = {**metadata, "file": TEXT_FILE}
    text = yaml.safe_dump(told, allow_unicode=True, sort_keys=False, width=1000)
    if not headings:
        return text + "headings: []\n"
    lines = [f"- [{level}, {line}]" for level, line in headings]
    return text + "\n".join(("headings:  # level, and line of the text", *lines)) + "\n"
