"""The corpus as read: everything that an index is made of and an answer rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from assistant.domain import CorpusInfo, GlossaryTerm, Passage, Service, Source, Vocabulary
from assistant.errors import IndexNotReadyError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

PLACES_FILE = "places.json"


@dataclass(frozen=True)
class Corpus:
    """Sources, the passages cut from them, the services they tell of, and the words of the field.

    ``places`` is the content of ``places.json``, for `assistant.places.Places`. ``corpora`` tells
    of the corpora that it was read from, the main one first.
    """

    sources: tuple[Source, ...]
    passages: tuple[Passage, ...]
    services: tuple[Service, ...]
    glossary: tuple[GlossaryTerm, ...]
    vocabulary: Vocabulary
    places: Mapping[str, Any]
    corpora: tuple[CorpusInfo, ...] = ()

    @cached_property
    def source_by_id(self) -> Mapping[str, Source]:
        """The sources by their id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def passage_by_id(self) -> Mapping[str, Passage]:
        """The passages by their id."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def service_by_id(self) -> Mapping[str, Service]:
        """The services by their id."""
        return {service.id: service for service in self.services}

    @cached_property
    def corpus_by_id(self) -> Mapping[str, CorpusInfo]:
        """The corpora by their id."""
        return {corpus.id: corpus for corpus in self.corpora}

    def corpus_of(self, source_id: str) -> CorpusInfo | None:
        """The corpus that a source belongs to; ``None`` when it isn't known."""
        source = self.source_by_id.get(source_id)
        return self.corpus_by_id.get(source.corpus or "") if source else None

    def is_within(self, source_id: str, corpora: Collection[str]) -> bool:
        """Whether a source belongs to one of the corpora that a question is limited to.

        A question that is limited to none (empty) may be answered from all.
        """
        if not corpora:
            return True
        source = self.source_by_id.get(source_id)
        return source is not None and source.corpus in corpora

    def save(self, directory: Path) -> None:
        """Write the corpus as JSON files into a directory that exists."""
        for name, adapter in _ADAPTERS.items():
            (directory / f"{name}.json").write_bytes(adapter.dump_json(getattr(self, name)))

    @classmethod
    def load(cls, directory: Path) -> Corpus:
        """Read what `save` wrote.

        Raises:
            IndexNotReadyError: A file is missing or torn.
        """
        values: dict[str, Any] = {}
        for name, adapter in _ADAPTERS.items():
            path = directory / f"{name}.json"
            if name == "corpora" and not path.exists():
                continue  # written before several corpora could stand side by side
            try:
                values[name] = adapter.validate_json(path.read_bytes())
            except (OSError, ValidationError):
                raise IndexNotReadyError(
                    f"{path} is missing or torn; run `tienviitta ingest` again."
                ) from None
        return cls(**values)


_ADAPTERS: dict[str, TypeAdapter[Any]] = {
    "sources": TypeAdapter(tuple[Source, ...]),
    "passages": TypeAdapter(tuple[Passage, ...]),
    "services": TypeAdapter(tuple[Service, ...]),
    "glossary": TypeAdapter(tuple[GlossaryTerm, ...]),
    "vocabulary": TypeAdapter(Vocabulary),
    "places": TypeAdapter(dict[str, Any]),
    "corpora": TypeAdapter(tuple[CorpusInfo, ...]),
}
