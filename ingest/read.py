"""The whole corpus read and brought together: one record for each service and project."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from assistant.corpus import Corpus
from assistant.domain import Entry, Passage, PassageKind, Service, Source, Statement
from assistant.errors import CorpusError
from assistant.places import Places
from ingest.entries import merge_entries, read_entry, short_name
from ingest.marked_yaml import parse, read_text
from ingest.plan import read_plan
from ingest.services import Description, place_quotes, read_description
from ingest.split import split_description, split_plan
from ingest.words import read_glossary, read_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from assistant.domain import Vocabulary


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


def read_corpus(directory: Path) -> Reading:
    """Read and check a corpus.

    Args:
        directory: The corpus, as docs/corpus.md describes it.

    Raises:
        CorpusError: Something doesn't hold; names file, line and reason.
    """
    places_data = _places(directory / "places.json")
    places = Places.from_file(directory / "places.json")
    vocabulary = read_vocabulary(directory / "vocabulary.yaml", "vocabulary.yaml")
    plan = read_plan_source(directory / "plan" / "plan.yaml")
    cut = split_plan(plan, read_plan(plan.text))
    entries = [
        read_entry(plan.text, plan.id, item, passage, places)
        for item, passage in cut
        # A long entry is cut into several passages: the first one stands for it.
        if item.bold and passage.kind is PassageKind.PROJECT and passage.start == item.start
    ]
    descriptions = _descriptions(directory / "services", vocabulary, places)
    locate = {passage.start: passage.locator for _, passage in cut}
    statements = {d.form.id: place_quotes(d, plan, locate) for d in descriptions}
    services = _services(descriptions, statements, merge_entries(entries))
    owner = {e.passage_id: service.id for service in services for e in service.entries}
    first = {item.start: passage.id for item, passage in reversed(cut)}
    passages = [replace(p, service_id=owner.get(first[item.start])) for item, p in cut]
    passages += [passage for d in descriptions for passage in split_description(d)]
    passages = read_questions(directory / "plan" / "questions.yaml", plan, passages)
    corpus = Corpus(
        sources=(plan, *(d.source for d in descriptions)),
        passages=tuple(passages),
        services=_linked(services, passages),
        glossary=read_glossary(
            directory / "glossary.yaml", "glossary.yaml", vocabulary, plan, {s.id for s in services}
        ),
        vocabulary=vocabulary,
        places=places_data,
    )
    return Reading(corpus, tuple(_warnings(corpus.services)), descriptions, places)


def read_plan_source(path: Path) -> Source:
    """Read a plan's metadata and its text.

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
        id=form.id,
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


def _places(path: Path) -> Mapping[str, Any]:
    try:
        data: dict[str, Any] = json.loads(read_text(path))
    except json.JSONDecodeError as error:
        raise CorpusError(path.name, error.lineno, f"this isn't JSON: {error.msg}") from None
    return data


def _descriptions(
    directory: Path, vocabulary: Vocabulary, places: Places
) -> tuple[Description, ...]:
    descriptions = tuple(
        read_description(path, f"services/{path.name}") for path in sorted(directory.glob("*.md"))
    )
    ids = {description.form.id for description in descriptions}
    known = places.names()
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
    return descriptions


def _services(
    descriptions: Sequence[Description],
    statements: Mapping[str, tuple[Statement, ...]],
    groups: Sequence[tuple[Entry, ...]],
) -> tuple[Service, ...]:
    claims = _claims(descriptions)
    entries_of: dict[str, list[Entry]] = {}
    unclaimed: list[Service] = []
    for group in groups:
        owners = {
            owner for entry in group if (owner := claims.pop_owner(entry.name.value)) is not None
        }
        if len(owners) > 1:
            names = ", ".join(sorted(owners))
            raise CorpusError(
                "services",
                None,
                f"{group[0].name.value!r} is one project, but {names} describe parts of it; "
                "keep its plan_entries in one file",
            )
        if owners:
            entries_of.setdefault(owners.pop(), []).extend(group)
        else:
            unclaimed.append(_from_entries(group))
    claims.refuse_unused()
    described = [
        _from_description(d, statements[d.form.id], tuple(entries_of.get(d.form.id, ())))
        for d in descriptions
    ]
    return (*described, *unclaimed)


class _Claims:
    """Which description tells of which bold name."""

    def __init__(self) -> None:
        self.owner: dict[str, tuple[Description, int]] = {}
        self.used: set[str] = set()

    def pop_owner(self, name: str) -> str | None:
        """The id of the description that tells of a name."""
        key = _bare(name)
        self.used.add(key)
        return self.owner[key][0].form.id if key in self.owner else None

    def refuse_unused(self) -> None:
        """Refuse a claim of a name that the plan doesn't print."""
        for name, (d, number) in self.owner.items():
            if name not in self.used:
                reason = "the plan has no bold entry of this name"
                raise d.yaml.error(("plan_entries", number), reason)


def _claims(descriptions: Sequence[Description]) -> _Claims:
    claims = _Claims()
    for d in descriptions:
        for number, name in enumerate(d.form.plan_entries):
            if _bare(name) in claims.owner:
                other = claims.owner[_bare(name)][0].path
                raise d.yaml.error(("plan_entries", number), f"{other} has this entry too")
            claims.owner[_bare(name)] = (d, number)
    return claims


def _bare(name: str) -> str:
    return name.strip(" .,")


def _from_description(
    d: Description, statements: tuple[Statement, ...], entries: tuple[Entry, ...]
) -> Service:
    form = d.form
    states = [entry.state.value for entry in entries if entry.state]
    return Service(
        id=form.id,
        name=form.name,
        kind=form.kind,
        aliases=tuple(form.aliases),
        names=_names((form.name, *form.aliases), entries),
        providers=tuple(form.providers),
        funders=tuple(form.funders),
        municipalities=tuple(form.municipalities),
        area=form.area,
        target_groups=tuple(form.target_groups),
        topics=tuple(form.topics),
        languages=tuple(form.languages),
        cost=form.cost,
        channels={k: v for k, v in form.channels.model_dump().items() if v},
        valid_from=form.valid_from,
        valid_to=form.valid_to,
        periods=tuple(period for entry in entries for period in entry.periods),
        state=states[0] if states else None,
        statements=statements,
        entries=entries,
        may_go_on=form.after_end == "unknown",
        next_ids=tuple(form.next),
        confidence=form.confidence,
        checked_on=d.source.checked_on,
        asked_as=d.asked_as,
    )


def _from_entries(entries: tuple[Entry, ...]) -> Service:
    """A record for a project that only the plan tells of."""
    name = short_name(entries[0].name.value)
    periods = tuple(period for entry in entries for period in entry.periods)
    starts = [period.valid_from for period in periods if period.valid_from]
    ends = [period.valid_to for period in periods if period.valid_to]
    places = dict.fromkeys(m for entry in entries for m in entry.municipalities)
    states = [entry.state.value for entry in entries if entry.state]
    letters = "".join(c if c.isalnum() and c.isascii() else "-" for c in _folded(name))
    return Service(
        id="-".join(part for part in letters.split("-") if part),
        name=name,
        kind="project",
        aliases=tuple(dict.fromkeys(_bare(entry.name.value) for entry in entries)),
        names=_names((name,), entries),
        providers=tuple(dict.fromkeys(o.value for e in entries for o in e.organisers)),
        funders=tuple(dict.fromkeys(f.value for e in entries for f in e.funders)),
        municipalities=tuple(places),
        valid_from=min(starts, default=None),
        valid_to=max(ends, default=None),
        periods=periods,
        state=states[0] if states else None,
        entries=entries,
        confidence="low",
    )


def _names(given: Iterable[str], entries: Iterable[Entry]) -> tuple[str, ...]:
    printed = [name for e in entries for name in (_bare(e.name.value), short_name(e.name.value))]
    return tuple(dict.fromkeys((*given, *printed)))


def _folded(name: str) -> str:
    return name.casefold().translate(str.maketrans("äöå", "aoa"))


def _linked(services: Iterable[Service], passages: Sequence[Passage]) -> tuple[Service, ...]:
    """Services with the passages that tell of them: entries, own body, then what they rest on."""
    linked = []
    for service in services:
        ids = dict.fromkeys(entry.passage_id for entry in service.entries)
        ids |= dict.fromkeys(p.id for p in passages if p.source_id == service.source_id)
        for statement in service.statements:
            for basis in statement.basis:
                ids |= dict.fromkeys(
                    p.id
                    for p in passages
                    if basis.start is not None
                    and basis.end is not None
                    and p.source_id == basis.source_id
                    and p.start < basis.end
                    and basis.start < p.end
                )
        linked.append(replace(service, passage_ids=tuple(ids)))
    return tuple(linked)


def _warnings(services: Iterable[Service]) -> Iterable[str]:
    for service in services:
        for period in service.periods:
            if period.problem and period.printed:
                yield f"{service.name}: {period.printed.value}: {period.problem}"
        ends = dict.fromkeys(p.valid_to for p in service.periods if p.valid_to)
        if len(ends) > 1:
            days = ", ".join(day.isoformat() for day in ends)
            yield f"{service.name}: the plan prints {len(ends)} end dates: {days}"
        if service.entries and not ends and not service.state:
            yield f"{service.name}: the plan prints no end date"
        if not service.statements:
            yield f"{service.name}: no description in corpus/services"
