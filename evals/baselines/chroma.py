"""Plain LangChain with Chroma: texts embedded, the nearest found."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from langchain_chroma import Chroma

    from assistant.dialogue import Ask
    from assistant.embedding import Embedder
    from evals.baselines.contestant import Search, Text

BATCH = 2000


def build(texts: Sequence[Text], embedder: Embedder, directory: Path) -> None:
    """Index texts."""
    store = _store(embedder, directory)
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        store.add_texts([one.text for one in batch], ids=[one.id for one in batch])


def open_index(embedder: Embedder, directory: Path) -> Search:
    """Open the index."""
    store = _store(embedder, directory)

    def search(ask: Ask, limit: int) -> list[str]:
        return [str(found.id) for found in store.similarity_search(ask.question, k=limit)]

    return search


def _store(embedder: Embedder, directory: Path) -> Chroma:
    from chromadb.config import Settings
    from langchain_chroma import Chroma

    return Chroma(
        collection_name="texts",
        embedding_function=embedder.as_langchain(),
        persist_directory=str(directory),
        client_settings=Settings(
            anonymized_telemetry=False, is_persistent=True, persist_directory=str(directory)
        ),
    )
