"""What is embedded and indexed of a corpus: its passages, and the lines of how people ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.finnish import index_terms
from assistant.unit import Unit, asked_id
from ingest.services import without_markers

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from assistant.corpus import Corpus
    from assistant.domain import Passage, Service
    from assistant.finnish import Analyser


def make_units(corpus: Corpus, analyser: Analyser) -> tuple[Unit, ...]:
    """Make what is to be found: each passage, and each line of how people ask for a service."""
    units = [_passage_unit(corpus, passage, analyser) for passage in corpus.passages]
    asking = [(one.id, one.source_id, one.asked_as) for one in corpus.services]
    asking += [(one.id, one.source_id, one.asked_as) for one in corpus.passages]
    for leads_to, source_id, lines in asking:
        metadata = {"leads_to": leads_to, **_corpus_of(corpus, source_id)}
        units += _asked_units(leads_to, lines, metadata, analyser)
    return tuple(units)


def _corpus_of(corpus: Corpus, source_id: str) -> dict[str, str]:
    """The corpus of what is found, by which a search can be limited; none where there's but one."""
    source = corpus.source_by_id.get(source_id)
    return {"corpus": source.corpus} if source is not None and source.corpus else {}


def _asked_units(
    leads_to: str, lines: Sequence[str], metadata: Mapping[str, str], analyser: Analyser
) -> list[Unit]:
    return [
        Unit(
            id=asked_id(leads_to, number),
            text=line,
            terms=tuple(index_terms(analyser.tokens(line))),
            shelf="asked",
            metadata=metadata,
            document=line,
        )
        for number, line in enumerate(lines)
    ]


def _passage_unit(corpus: Corpus, passage: Passage, analyser: Analyser) -> Unit:
    service = corpus.service_by_id.get(passage.service_id or "")
    text = _described(passage, service)
    words = text if service is None else f"{text} {_facets(service)}"
    metadata: dict[str, str | int] = {
        "source_id": passage.source_id,
        "kind": str(passage.kind),
        "locator": passage.locator,
        "start": passage.start,
        "end": passage.end,
    }
    if passage.service_id:
        metadata["service_id"] = passage.service_id
    metadata |= _corpus_of(corpus, passage.source_id)
    return Unit(
        id=passage.id,
        text=text,
        terms=tuple(index_terms(analyser.tokens(words))),
        shelf="passages",
        metadata=metadata,
        document=passage.text,
    )


def _described(passage: Passage, service: Service | None) -> str:
    """A passage with what gives it its meaning: headings, parents, the service's names."""
    text = without_markers(passage.text.replace("**", " "))
    if service is not None and passage.source_id == service.source_id:
        return f"{', '.join((service.name, *service.aliases))}. {text}"
    headings = passage.heading_path[1:]
    return " ".join((*(f"{heading}." for heading in headings), passage.context, text))


def _facets(service: Service) -> str:
    return " ".join(
        (
            service.name,
            *service.aliases,
            *service.providers,
            *service.municipalities[:6],
            *service.target_groups,
            *service.topics,
        )
    )
