"""Writes a generation of the index: vectors for Chroma, words, and what tells the classes apart."""

from __future__ import annotations

import json
from contextlib import ExitStack, contextmanager
from dataclasses import asdict
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from assistant.discriminant import Discriminant
from assistant.generation import MANIFEST, READERS
from assistant.graph_files import blank_unused
from assistant.index import BATCH, CHROMA, DISCRIMINANT, SHELVES, open_client
from assistant.lexical import LexicalIndex
from assistant.unit import asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    import numpy as np
    from chromadb.api import ClientAPI
    from numpy.typing import NDArray

    from assistant.chroma_server import ChromaServer
    from assistant.corpus import Corpus
    from assistant.generation import Manifest
    from assistant.unit import Unit

T = TypeVar("T")

GRAPH = {
    "hnsw:space": "cosine",
    "hnsw:construction_ef": 400,
    "hnsw:M": 32,
}
"""The graph of neighbours, denser than Chroma's default, whose search leaves some texts unfound."""
LEAST_SEARCHED, MOST_SEARCHED, SEARCHED_SHARE = 200, 2000, 60
"""How many neighbours a search keeps in view: one in so many texts, within bounds.

With 200 of 66,000 texts it finds 93 of 100 of the exactly nearest, with 800 it finds 99.
"""


def write_generation(
    directory: Path,
    corpus: Corpus,
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    manifest: Manifest,
    server: ChromaServer | None = None,
) -> None:
    """Write a generation into an empty directory.

    Args:
        directory: Exists and is empty.
        corpus: What the units were made of.
        units: What is to be found.
        vectors: Unit-length vectors, shape (units, dimension), in the units' order.
        manifest: Describes the generation; written last.
        server: Keeps the vectors instead of the directory.

    Raises:
        OSError: It can't be written, for want of room or rights.
    """
    corpus.save(directory)
    with ExitStack() as opened:
        if server is None:
            with _writing():
                own = open_client(directory / CHROMA)
            opened.callback(own.close)
        for shelf in SHELVES:
            rows = [row for row, unit in enumerate(units) if unit.shelf == shelf]
            name = server.collection_name(manifest.generation, shelf) if server else shelf
            with _writing():
                _write_shelf(
                    server.client if server else own,
                    name,
                    [units[row] for row in rows],
                    vectors[rows],
                    server,
                )
            lexical = directory / f"lexical-{shelf}"
            lexical.mkdir()
            LexicalIndex.build(
                [units[row].id for row in rows], [units[row].terms for row in rows]
            ).save(lexical)
    if server is None:
        blank_unused(directory / CHROMA)
    asked = [row for row, unit in enumerate(units) if unit.shelf == "asked"]
    Discriminant.fit(vectors[asked], [asked_for(units[row].id) for row in asked]).save(
        directory / DISCRIMINANT
    )
    (directory / READERS).touch()
    (directory / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def _write_shelf(
    client: ClientAPI,
    shelf: str,
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    server: ChromaServer | None,
) -> None:
    ask = server.tried if server else _directly
    # What was asked of a server and not answered may have been done: it's asked so that twice does
    # no harm.
    create = client.get_or_create_collection if server else client.create_collection
    graph = {**GRAPH, "hnsw:search_ef": searched(len(units))}
    collection = ask(lambda: create(shelf, metadata=graph, embedding_function=None))
    put = collection.upsert if server else collection.add
    for start in range(0, len(units), BATCH):
        batch = units[start : start + BATCH]
        ask(
            partial(
                put,
                ids=[unit.id for unit in batch],
                embeddings=vectors[start : start + BATCH],
                metadatas=[dict(unit.metadata) for unit in batch],
                documents=[unit.document for unit in batch],
            )
        )


def searched(texts: int) -> int:
    """How many neighbours a search among so many texts keeps in view."""
    return min(max(LEAST_SEARCHED, texts // SEARCHED_SHARE), MOST_SEARCHED)


def _directly(ask: Callable[[], T]) -> T:
    return ask()


@contextmanager
def _writing() -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError as error:
        raise OSError(f"Chroma can't write: {error}") from None
