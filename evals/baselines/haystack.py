"""Plain Haystack: its store in memory, kept in a file, and a pipeline of embedder and retriever."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder
    from evals.baselines.contestant import Search, Text

STORE = "documents.json"
TELEMETRY = "HAYSTACK_TELEMETRY_ENABLED"


def build(texts: Sequence[Text], embedder: Embedder, directory: Path) -> None:
    """Index texts."""
    os.environ.setdefault(TELEMETRY, "False")
    from haystack import Document
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    vectors = embedder.embed_passages([one.text for one in texts]).tolist()
    store = InMemoryDocumentStore(embedding_similarity_function="cosine")
    store.write_documents(
        [
            Document(id=one.id, content=one.text, embedding=vector)
            for one, vector in zip(texts, vectors, strict=True)
        ]
    )
    store.save_to_disk(str(directory / STORE))


def open_index(embedder: Embedder, directory: Path) -> Search:
    """Open the index."""
    os.environ.setdefault(TELEMETRY, "False")
    from haystack import Pipeline
    from haystack.components.retrievers.in_memory import InMemoryEmbeddingRetriever
    from haystack.document_stores.in_memory import InMemoryDocumentStore

    store = InMemoryDocumentStore.load_from_disk(str(directory / STORE))
    pipeline = Pipeline()
    pipeline.add_component("embedder", _component(embedder))
    pipeline.add_component("retriever", InMemoryEmbeddingRetriever(store))
    pipeline.connect("embedder.embedding", "retriever.query_embedding")

    def search(ask: Ask, limit: int) -> list[str]:
        asked = {"embedder": {"text": ask.question}, "retriever": {"top_k": limit}}
        return [str(found.id) for found in pipeline.run(asked)["retriever"]["documents"]]

    return search


def _component(embedder: Embedder) -> Any:  # noqa: ANN401 - a class that is made where it's imported
    from haystack import component

    @component
    class OurTextEmbedder:
        """Our embedding model as a component of Haystack."""

        @component.output_types(embedding=list[float])
        def run(self, text: str) -> dict[str, list[float]]:
            """Embed a question."""
            return {"embedding": embedder.embed_query(text).tolist()}

    return OurTextEmbedder()
