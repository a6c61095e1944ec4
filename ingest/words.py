"""The vocabulary's closed lists and the glossary read from YAML."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from assistant.domain import Basis, GlossaryTerm, Source, Vocabulary, VocabularyTerm
from ingest.marked_yaml import MarkedYaml, parse, read_text

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

T = TypeVar("T")
LANGUAGES = ("fi", "sv", "en", "ru", "uk")
Text = Annotated[str, Field(min_length=1)]


class _TermForm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    definition: Text
    ages: tuple[int, int] | None = None
    broader: Text | None = None
    ptv: str | None = None
    outside: bool = False


class _VocabularyForm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kinds: dict[str, Text]
    areas: dict[str, Text]
    target_groups: dict[str, _TermForm]
    topics: dict[str, _TermForm]


class _SourceForm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    quote: Text | None = None
    url: Text | None = None
    seen_on: date | None = None
    says: Text | None = None


class _GlossaryForm(BaseModel):
    model_config = ConfigDict(extra="forbid")
    term: Text
    kind: Literal["concept", "abbreviation", "old_name"]
    meaning: Text | None = None
    source: _SourceForm | None = None
    words: dict[Literal["fi", "sv", "en", "ru", "uk"], list[Text]] = {}
    target_groups: list[Text] = []
    topics: list[Text] = []
    expands: list[Text] = []
    now: Text | None = None
    now_id: Text | None = None
    since: date | None = None


def read_vocabulary(path: Path, name: str) -> Vocabulary:
    """Read ``vocabulary.yaml``.

    Raises:
        CorpusError: The file doesn't have the form, or a broader term doesn't exist.
    """
    marked = parse(read_text(path), name)
    form = _validated(TypeAdapter(_VocabularyForm), marked)
    for kind in ("target_groups", "topics"):
        terms: dict[str, _TermForm] = getattr(form, kind)
        for term, value in terms.items():
            if value.broader and value.broader not in terms:
                raise marked.error((kind, term, "broader"), f"{value.broader!r} isn't in the list")
    return Vocabulary(form.kinds, form.areas, _terms(form.target_groups), _terms(form.topics))


def read_glossary(
    path: Path, name: str, vocabulary: Vocabulary, plan: Source, service_ids: Collection[str]
) -> tuple[GlossaryTerm, ...]:
    """Read ``glossary.yaml``.

    Raises:
        CorpusError: The file doesn't have the form, a term stands twice or isn't in the
            vocabulary, ``now_id`` names no service, or a quote isn't in the plan to the character.
    """
    marked = parse(read_text(path), name)
    forms = _validated(TypeAdapter(dict[Literal["terms"], list[_GlossaryForm]]), marked)["terms"]
    seen: set[str] = set()
    terms = []
    for number, form in enumerate(forms):
        key = ("terms", number)
        if form.term.casefold() in seen:
            raise marked.error((*key, "term"), f"{form.term!r} stands twice")
        seen.add(form.term.casefold())
        for group in form.target_groups:
            if group not in vocabulary.target_groups:
                raise marked.error((*key, "target_groups"), f"{group!r} isn't in vocabulary.yaml")
        for topic in form.topics:
            if topic not in vocabulary.topics:
                raise marked.error((*key, "topics"), f"{topic!r} isn't in vocabulary.yaml")
        if form.now_id is not None and form.now_id not in service_ids:
            raise marked.error((*key, "now_id"), f"{form.now_id!r} isn't in services")
        terms.append(
            GlossaryTerm(
                term=form.term,
                kind=form.kind,
                meaning=form.meaning,
                words={language: tuple(words) for language, words in form.words.items()},
                target_groups=tuple(form.target_groups),
                topics=tuple(form.topics),
                expands=tuple(form.expands),
                now=form.now,
                now_id=form.now_id,
                since=form.since,
                basis=_basis(marked, (*key, "source"), form.source, plan),
            )
        )
    return tuple(terms)


def _terms(forms: Mapping[str, _TermForm]) -> dict[str, VocabularyTerm]:
    return {
        term: VocabularyTerm(term, form.definition, form.ages, form.broader, form.ptv, form.outside)
        for term, form in forms.items()
    }


def _basis(
    marked: MarkedYaml, key: tuple[str | int, ...], form: _SourceForm | None, plan: Source
) -> Basis | None:
    if form is None:
        return None
    if form.quote is None:
        seen = form.seen_on.isoformat() if form.seen_on else None
        return Basis(url=form.url, seen_on=seen, quote=form.says)
    start = plan.text.find(form.quote)
    if start < 0:
        raise marked.error((*key, "quote"), "this isn't in the plan to the character")
    return Basis(plan.id, plan.title, form.quote, start, start + len(form.quote))


def _validated(adapter: TypeAdapter[T], marked: MarkedYaml) -> T:
    try:
        return adapter.validate_python(marked.value)
    except ValidationError as error:
        first: Any = error.errors(include_url=False)[0]
        raise marked.error(tuple(first["loc"]), str(first["msg"])) from None
