"""A plan's metadata, its text, and how people ask for what it tells."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.domain import Passage, Source
from ingest.marked_yaml import parse, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


class PlanForm(BaseModel):
    """The metadata of a plan."""

    model_config = ConfigDict(extra="forbid")
    id: str
    title: str
    publisher: str
    version: str
    checked_on: str
    language: str
    licence: str
    file: str
    url: str | None = None


class AskedForm(BaseModel):
    """How people ask for what a piece of the plan tells."""

    model_config = ConfigDict(extra="forbid")
    quote: str
    ask: list[str]


class QuestionsForm(BaseModel):
    """The form of ``questions.yaml``."""

    model_config = ConfigDict(extra="forbid")
    questions: list[AskedForm]


def read_plan_source(path: Path, prefix: str = "") -> Source:
    """Read a plan's metadata and its text.

    Args:
        path: The metadata.
        prefix: What the source's id begins with.

    Raises:
        CorpusError: A file is missing or doesn't have the form.
    """
    marked = parse(read_text(path), path.name)
    try:
        form = PlanForm.model_validate(marked.value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None
    text = read_text(path.parent / form.file)
    return Source(
        id=f"{prefix}{form.id}",
        title=form.title,
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        language=form.language,
        publisher=form.publisher,
        version=form.version,
        checked_on=form.checked_on,
        licence=form.licence,
        url=form.url,
    )


def read_questions(path: Path, plan: Source, passages: Sequence[Passage]) -> list[Passage]:
    """Give the plan's passages the lines of how people ask for them.

    Args:
        path: ``questions.yaml``; a corpus may do without.
        plan: The plan that its quotes are pieces of.
        passages: All passages.

    Raises:
        CorpusError: The file doesn't have the form, or a quote is in no passage of the plan.
    """
    if not path.exists():
        return list(passages)
    marked = parse(read_text(path), path.name)
    try:
        form = QuestionsForm.model_validate(marked.value)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None
    lines: dict[str, tuple[str, ...]] = {}
    for number, asked in enumerate(form.questions):
        fits = [p for p in passages if p.source_id == plan.id and asked.quote in p.text]
        if not fits:
            key = ("questions", number, "quote")
            raise marked.error(key, "no passage of the plan holds this to the character")
        for passage in fits:
            lines[passage.id] = (*lines.get(passage.id, ()), *asked.ask)
    return [replace(passage, asked_as=lines.get(passage.id, ())) for passage in passages]
