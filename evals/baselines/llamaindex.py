"""Plain LlamaIndex: its vector index and store, kept in files, the nearest texts found."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder
    from evals.baselines.contestant import Search, Text


def build(texts: Sequence[Text], embedder: Embedder, directory: Path) -> None:
    """Index texts."""
    from llama_index.core import VectorStoreIndex
    from llama_index.core.schema import TextNode

    nodes = [TextNode(id_=one.id, text=one.text) for one in texts]
    index = VectorStoreIndex(nodes, embed_model=_model(embedder))
    index.storage_context.persist(str(directory))


def open_index(embedder: Embedder, directory: Path) -> Search:
    """Open the index."""
    from llama_index.core import StorageContext, load_index_from_storage

    model = _model(embedder)
    stored = StorageContext.from_defaults(persist_dir=str(directory))
    index = load_index_from_storage(stored, embed_model=model)

    def search(ask: Ask, limit: int) -> list[str]:
        retriever = index.as_retriever(similarity_top_k=limit, embed_model=model)
        return [found.node.node_id for found in retriever.retrieve(ask.question)]

    return search


def _model(embedder: Embedder) -> Any:  # noqa: ANN401 - a class that is made where it's imported
    from llama_index.core.embeddings import BaseEmbedding

    class OurEmbedding(BaseEmbedding):
        """Our embedding model as LlamaIndex's."""

        def _get_text_embedding(self, text: str) -> list[float]:
            return self._get_text_embeddings([text])[0]

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            vectors: list[list[float]] = embedder.embed_passages(texts).tolist()
            return vectors

        def _get_query_embedding(self, query: str) -> list[float]:
            vector: list[float] = embedder.embed_query(query).tolist()
            return vector

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return self._get_query_embedding(query)

    return OurEmbedding(model_name="ours")
