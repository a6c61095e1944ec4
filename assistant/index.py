"""One generation of the index: Chroma's vectors, the lexical index and the corpus they're made of.

The only module that knows chromadb. A generation is a directory that is written once and never
changed; ``CURRENT`` in the index directory names the one that serves.
"""

from __future__ import annotations

import fcntl
import json
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, BinaryIO, cast

import numpy as np

from assistant.corpus import Corpus
from assistant.errors import IndexNotReadyError
from assistant.lexical import LexicalIndex

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path

    from chromadb.api.client import Client
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

FORMAT = 1
CURRENT = "CURRENT"
GENERATIONS = "generations"
MANIFEST = "manifest.json"
READERS = "readers.lock"
SHELVES = ("passages", "asked")
BATCH = 2000
GRAPH = {
    "hnsw:space": "cosine",
    "hnsw:construction_ef": 400,
    "hnsw:search_ef": 200,
    "hnsw:M": 32,
}
"""The graph of neighbours, denser than Chroma's default, whose search leaves some texts unfound."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is made of.

    Attributes:
        generation: Its name.
        created_at: ISO time in UTC.
        model: The embedding model's name with its digest.
        dimension: Length of a vector.
        corpus: SHA-256 over the sources' digests and the words of the field.
        counts: How many passages, services, sources and asked-as lines.
        format: Version of the layout.
    """

    generation: str
    created_at: str
    model: str
    dimension: int
    corpus: str
    counts: dict[str, int]
    format: int = FORMAT


@dataclass(frozen=True, slots=True)
class Unit:
    """A text to be found: a passage, or a line of how people ask for a service.

    Attributes:
        id: The passage's id, or the asked-as line's.
        text: What is embedded.
        terms: What is indexed by words.
        shelf: ``passages`` or ``asked``.
        metadata: Kept beside the vector, for users of the vector store.
        document: What a user of the vector store reads.
    """

    id: str
    text: str
    terms: tuple[str, ...]
    shelf: str
    metadata: Mapping[str, str | int]
    document: str


def write_generation(
    directory: Path,
    corpus: Corpus,
    units: Sequence[Unit],
    vectors: NDArray[np.float32],
    manifest: Manifest,
) -> None:
    """Write a generation into an empty directory.

    Args:
        directory: Exists and is empty.
        corpus: What the units were made of.
        units: What is to be found.
        vectors: Unit-length vectors, shape (units, dimension), in the units' order.
        manifest: Describes the generation; written last.
    """
    corpus.save(directory)
    client = _client(directory)
    try:
        for shelf in SHELVES:
            rows = [row for row, unit in enumerate(units) if unit.shelf == shelf]
            _write_shelf(client, shelf, [units[row] for row in rows], vectors[rows])
            lexical = directory / f"lexical-{shelf}"
            lexical.mkdir()
            LexicalIndex.build(
                [units[row].id for row in rows], [units[row].terms for row in rows]
            ).save(lexical)
    finally:
        client.close()
    (directory / READERS).touch()
    (directory / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")


def _write_shelf(
    client: Client, shelf: str, units: Sequence[Unit], vectors: NDArray[np.float32]
) -> None:
    collection = client.create_collection(shelf, metadata=GRAPH, embedding_function=None)
    for start in range(0, len(units), BATCH):
        batch = units[start : start + BATCH]
        collection.add(
            ids=[unit.id for unit in batch],
            embeddings=vectors[start : start + BATCH],
            metadatas=[dict(unit.metadata) for unit in batch],
            documents=[unit.document for unit in batch],
        )


def current_generation(index: Path) -> str:
    """The name of the generation that serves.

    Raises:
        IndexNotReadyError: There is none.
    """
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        name = ""
    if not name or "/" in name:
        raise IndexNotReadyError(f"There is no index in {index}; run `tienviitta ingest`.")
    return name


def read_manifest(directory: Path) -> Manifest:
    """Read a generation's manifest.

    Raises:
        IndexNotReadyError: It's missing, torn or of another layout.
    """
    try:
        manifest = Manifest(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise _torn(directory) from None
    if manifest.format != FORMAT:
        raise IndexNotReadyError(
            f"The index has layout {manifest.format}, this version reads {FORMAT}; "
            "run `tienviitta ingest` again."
        )
    return manifest


def asked_id(leads_to: str, number: int) -> str:
    """The id of a line of how people ask for a service or a passage."""
    return f"{leads_to}#{number}"


def asked_for(line_id: str) -> str:
    """The id of the service or passage that a line leads to."""
    return line_id.rpartition("#")[0]


class Index:
    """An opened generation.

    While it's open it holds a shared lock, so that the generation isn't deleted under it.
    """

    def __init__(self, directory: Path, embeddings: Embeddings, model: str) -> None:
        """Open a generation.

        Args:
            directory: The generation.
            embeddings: The embedding model, for users of the vector store.
            model: The embedding model's name with its digest.

        Raises:
            IndexNotReadyError: The generation is missing, torn or made with another model.
        """
        self.manifest = read_manifest(directory)
        if self.manifest.model != model:
            raise IndexNotReadyError(
                f"The index was made with the embedding model {self.manifest.model}, but the "
                f"settings name {model}; run `tienviitta ingest` again."
            )
        self.directory = directory
        with ExitStack() as opened:
            self._lock = opened.enter_context(_held(directory))
            self.corpus = Corpus.load(directory)
            self._lexical = {
                shelf: LexicalIndex.load(directory / f"lexical-{shelf}") for shelf in SHELVES
            }
            self._client = _client(directory)
            opened.callback(self._client.close)
            self.vector_stores = {shelf: self._store(shelf, embeddings) for shelf in SHELVES}
            opened.pop_all()

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every term that the texts hold."""
        return frozenset().union(*(lexical.vocabulary for lexical in self._lexical.values()))

    def nearest(
        self, vector: NDArray[np.float32], limit: int, shelf: str = "passages"
    ) -> list[tuple[str, float]]:
        """Find the texts nearest in meaning.

        Args:
            vector: The question's unit-length vector, shape (dimension,).
            limit: At most so many.
            shelf: ``passages`` or ``asked``.

        Returns:
            Ids with cosine similarities, the nearest first.
        """
        found = self.vector_stores[shelf].similarity_search_by_vector_with_relevance_scores(
            vector.tolist(), k=limit
        )
        return [(str(document.id), 1.0 - distance) for document, distance in found]

    def nearest_each(
        self, vectors: NDArray[np.float32], shelf: str = "passages"
    ) -> list[tuple[str, float]]:
        """The nearest text of each of many vectors, with its cosine similarity.

        Args:
            vectors: Unit-length vectors, shape (queries, dimension).
            shelf: ``passages`` or ``asked``.
        """
        collection = self._client.get_collection(shelf)
        found: list[tuple[str, float]] = []
        for start in range(0, len(vectors), BATCH):
            got: Any = collection.query(
                query_embeddings=vectors[start : start + BATCH],
                n_results=1,
                include=["distances"],
            )
            found += [
                (ids[0], 1.0 - distances[0])
                for ids, distances in zip(got["ids"], got["distances"], strict=True)
            ]
        return found

    def by_words(
        self, terms: Sequence[tuple[str, float]], limit: int, shelf: str = "passages"
    ) -> list[tuple[str, float]]:
        """Find the texts that share words with the question; see `LexicalIndex.rank`."""
        return self._lexical[shelf].rank(terms, limit)

    def coverage(self, words: Sequence[Sequence[str]], shelf: str = "passages") -> float:
        """How much of a question the text that holds most of it holds, from 0 to 1."""
        shares = self._lexical[shelf].coverage(words)
        return float(shares.max()) if len(shares) else 0.0

    def rarest(self, words: Sequence[Sequence[str]]) -> float:
        """How much the word that tells most tells, from 0 (in every text) to 1 (in none)."""
        lexical = self._lexical["passages"]
        most = lexical.weight_of(())
        return max((lexical.weight_of(terms) / most for terms in words), default=0.0)

    def known_share(self, words: Sequence[Sequence[str]]) -> float:
        """How much of a question any text holds, weighted by how much each word tells."""
        lexical = self._lexical["passages"]
        weights = [lexical.weight_of(terms) for terms in words]
        vocabulary = [self._lexical[shelf].vocabulary for shelf in SHELVES]
        known = [any(term in terms for terms in vocabulary for term in word) for word in words]
        whole = sum(weights)
        return sum(w for w, k in zip(weights, known, strict=True) if k) / whole if whole else 0.0

    def vectors(self, shelf: str = "passages") -> dict[str, NDArray[np.float32]]:
        """Every vector by its id: for exact search and for checking a generation."""
        got: Any = self._client.get_collection(shelf).get(include=["embeddings"])
        return dict(zip(got["ids"], np.asarray(got["embeddings"], np.float32), strict=True))

    def close(self) -> None:
        """Let go of the generation's files."""
        self._client.close()
        self._lock.close()

    def _store(self, shelf: str, embeddings: Embeddings) -> Chroma:
        from chromadb.errors import ChromaError
        from langchain_chroma import Chroma

        try:
            return Chroma(
                collection_name=shelf,
                client=self._client,
                embedding_function=embeddings,
                create_collection_if_not_exists=False,
            )
        except ChromaError:
            raise _torn(self.directory) from None


def unused_generations(index: Path, keep: Iterable[str]) -> list[Path]:
    """The generations that nobody reads and that aren't to be kept."""
    kept = set(keep)
    return [
        path
        for path in sorted((index / GENERATIONS).glob("*"))
        if path.is_dir() and path.name not in kept and not _is_read(path)
    ]


def _is_read(directory: Path) -> bool:
    try:
        with (directory / READERS).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def _held(directory: Path) -> BinaryIO:
    """The file that tells, while it's open, that a generation is read."""
    try:
        lock = (directory / READERS).open("rb")
    except OSError:
        raise _torn(directory) from None
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def _torn(directory: Path) -> IndexNotReadyError:
    return IndexNotReadyError(f"{directory} is missing or torn; run `tienviitta ingest` again.")


def _client(directory: Path) -> Client:
    import chromadb
    from chromadb.config import Settings
    from chromadb.errors import ChromaError

    try:
        client = chromadb.PersistentClient(
            path=str(directory / "chroma"),
            settings=Settings(anonymized_telemetry=False, allow_reset=False),
        )
    except ChromaError:
        raise _torn(directory) from None
    return cast("Client", client)
