"""The whole corpus read and brought together: one record for each service and project."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from assistant.corpus import Corpus
from assistant.domain import CorpusInfo, Passage, PassageKind, Service, Source
from assistant.errors import CorpusError
from assistant.places import Places
from ingest.corpora import INFO_FILE, MAIN_ID, MAIN_PRIORITY, CorpusPlace, find_corpora, read_info
from ingest.documents import DOCUMENT_FILE, read_document
from ingest.entries import merge_entries, read_entry
from ingest.gather import gather_services, link_services, odd_things
from ingest.imports import import_directories
from ingest.marked_yaml import read_text
from ingest.plan import read_plan
from ingest.plan_source import read_plan_source, read_questions
from ingest.records import RECORDS_FILE, read_records
from ingest.services import Description, place_quotes, read_description
from ingest.split import split_description, split_plan
from ingest.words import read_glossary, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from assistant.domain import Vocabulary


@dataclass(frozen=True, slots=True)
class Reading:
    """A corpus that holds, and what a reader of it should know.

    Attributes:
        corpus: What was read.
        warnings: Things that hold but look odd, such as two end dates of one project.
        descriptions: The service descriptions, for further checks.
        places: The places of the corpus, ready to be asked.
    """

    corpus: Corpus
    warnings: tuple[str, ...] = ()
    descriptions: tuple[Description, ...] = field(default=(), repr=False)
    places: Places | None = field(default=None, repr=False)


@dataclass(slots=True)
class _Part:
    """What one of the corpora holds."""

    sources: list[Source] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)
    services: list[Service] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    descriptions: tuple[Description, ...] = ()


@dataclass(frozen=True, slots=True)
class _Shared:
    """What every corpus uses: the words and places of the main one."""

    vocabulary: Vocabulary
    places: Places


def read_corpus(directory: Path, more: Iterable[Path] = ()) -> Reading:
    """Read and check a corpus, and others beside it.

    Args:
        directory: The main corpus, as docs/corpus.md describes it.
        more: Directories of more corpora, or of directories of them; they use the vocabulary, the
            glossary and the places of the main one.

    Raises:
        CorpusError: Something doesn't hold; names file, line and reason.
    """
    places_data = _places(directory / "places.json")
    places = Places.from_file(directory / "places.json")
    vocabulary = read_vocabulary(directory / "vocabulary.yaml", "vocabulary.yaml")
    shared = _Shared(vocabulary, places)
    plan = read_plan_source(directory / "plan" / "plan.yaml")
    main = CorpusPlace(directory, _main_info(directory, plan))
    others = find_corpora(more)
    _refuse_main_id(main, others)
    parts = [_read_part(place, shared) for place in (main, *others)]
    services = tuple(service for part in parts for service in part.services)
    corpus = Corpus(
        sources=tuple(source for part in parts for source in part.sources),
        passages=tuple(passage for part in parts for passage in part.passages),
        services=services,
        glossary=read_glossary(
            directory / "glossary.yaml", "glossary.yaml", vocabulary, plan, {s.id for s in services}
        ),
        vocabulary=vocabulary,
        places=places_data,
        corpora=(main.info, *(place.info for place in others)),
    )
    _refuse_twice(corpus)
    return Reading(
        corpus,
        tuple(warning for part in parts for warning in part.warnings),
        tuple(d for part in parts for d in part.descriptions),
        places,
    )


def _main_info(directory: Path, plan: Source) -> CorpusInfo:
    """What tells the main corpus from the others; without a file, its plan's metadata does."""
    if (directory / INFO_FILE).exists():
        return read_info(directory / INFO_FILE, main=True)
    return CorpusInfo(
        MAIN_ID, plan.title, MAIN_PRIORITY, plan.language, plan.licence, plan.checked_on, main=True
    )


def _refuse_main_id(main: CorpusPlace, others: Iterable[CorpusPlace]) -> None:
    for place in others:
        if place.info.id == main.info.id:
            reason = f"id: {place.info.id!r} is the id of the main corpus; choose another"
            raise CorpusError(str(place.directory / INFO_FILE), None, reason)


def _read_part(place: CorpusPlace, shared: _Shared) -> _Part:
    part = _Part()
    if place.info.main or (place.directory / "plan").is_dir():
        _read_plan_and_services(place, shared, part)
    elif (place.directory / "services").is_dir():
        reason = "descriptions quote a plan; add plan/plan.yaml, or import the services"
        raise CorpusError(place.label("services"), None, reason)
    for directory in import_directories(place.directory):
        if (directory / RECORDS_FILE).exists():
            names = shared.places.names()
            path = directory / RECORDS_FILE
            for record in read_records(path, place, shared.vocabulary, names):
                part.sources.append(record.source)
                part.passages += record.passages
                part.services.append(record.service)
        if (directory / DOCUMENT_FILE).exists():
            document, passages = read_document(directory, place)
            part.sources.append(document)
            part.passages += passages
    return part


def _read_plan_and_services(place: CorpusPlace, shared: _Shared, part: _Part) -> None:
    """Read a plan with project entries and the descriptions that quote it."""
    directory, prefix = place.directory, place.prefix
    plan = read_plan_source(directory / "plan" / "plan.yaml", prefix)
    plan = replace(plan, corpus=place.info.id)
    cut = split_plan(plan, read_plan(plan.text))
    entries = [
        read_entry(plan.text, plan.id, item, passage, shared.places)
        for item, passage in cut
        # A long entry is cut into several passages: the first one stands for it.
        if item.bold and passage.kind is PassageKind.PROJECT and passage.start == item.start
    ]
    descriptions = _descriptions(place, shared)
    locate = {passage.start: passage.locator for _, passage in cut}
    statements = {d.form.id: place_quotes(d, plan, locate) for d in descriptions}
    services = gather_services(descriptions, statements, merge_entries(entries), prefix)
    owner = {e.passage_id: service.id for service in services for e in service.entries}
    first = {item.start: passage.id for item, passage in reversed(cut)}
    passages = [replace(p, service_id=owner.get(first[item.start])) for item, p in cut]
    passages += [passage for d in descriptions for passage in split_description(d)]
    passages = read_questions(directory / "plan" / "questions.yaml", plan, passages)
    part.sources += [plan, *(d.source for d in descriptions)]
    part.passages += passages
    part.services += link_services(services, passages)
    part.warnings += odd_things(part.services)
    part.descriptions = descriptions


def _refuse_twice(corpus: Corpus) -> None:
    """No id of a source, a passage or a service stands twice."""
    for records, by_id in (
        (corpus.sources, corpus.source_by_id),
        (corpus.passages, corpus.passage_by_id),
        (corpus.services, corpus.service_by_id),
    ):
        if len(records) == len(by_id):
            continue
        seen: set[str] = set()
        for record in records:
            if record.id in seen:
                reason = f"{record.id!r} is the id of two of them; give one another id"
                raise CorpusError(f"{type(record).__name__.lower()}s", None, reason)
            seen.add(record.id)


def _places(path: Path) -> Mapping[str, Any]:
    try:
        data: dict[str, Any] = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise CorpusError(path.name, error.lineno, f"this isn't JSON: {error.msg}") from None
    return data


def _descriptions(place: CorpusPlace, shared: _Shared) -> tuple[Description, ...]:
    descriptions = tuple(
        read_description(path, place.label(f"services/{path.name}"))
        for path in sorted((place.directory / "services").glob("*.md"))
    )
    _check_terms(descriptions, shared)
    return tuple(_named_in(place, d) for d in descriptions)


def _named_in(place: CorpusPlace, d: Description) -> Description:
    """A description whose ids tell which corpus it's of."""
    prefix = place.prefix
    source = replace(d.source, corpus=place.info.id)
    if not prefix:
        return replace(d, source=source)
    names = {"id": f"{prefix}{d.form.id}", "next": [f"{prefix}{one}" for one in d.form.next]}
    title = f"{source.title} ({place.info.title})"
    source = replace(source, id=f"services/{names['id']}", title=title)
    return replace(d, form=d.form.model_copy(update=names), source=source)


def _check_terms(descriptions: Sequence[Description], shared: _Shared) -> None:
    """Refuse what isn't in the closed lists."""
    ids = {description.form.id for description in descriptions}
    vocabulary, known = shared.vocabulary, shared.places.names()
    for d in descriptions:
        form = d.form
        lists: tuple[tuple[str, Iterable[str], Any, str], ...] = (
            ("target_groups", form.target_groups, vocabulary.target_groups, "vocabulary.yaml"),
            ("topics", form.topics, vocabulary.topics, "vocabulary.yaml"),
            ("kind", [form.kind], vocabulary.kinds, "vocabulary.yaml"),
            ("municipalities", form.municipalities, known, "places.json"),
            ("next", form.next, ids, "services"),
        )
        for name, values, allowed, where in lists:
            for number, value in enumerate(values):
                if value not in allowed:
                    key = (name,) if name == "kind" else (name, number)
                    raise d.yaml.error(key, f"{value!r} isn't in {where}")
        if form.valid_from and form.valid_to and form.valid_from > form.valid_to:
            raise d.yaml.error(("valid_to",), "the end is before the start")
