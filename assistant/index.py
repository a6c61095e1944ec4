"""One generation of the index: Chroma's vectors, the lexical index and the corpus they're made of.

With `assistant.index_writer` and `assistant.chroma_server` the only module that knows chromadb. A
generation is a directory that is written once and never changed; ``CURRENT`` in the index directory
names the one that serves.
"""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar, cast

import numpy as np

from assistant.corpus import Corpus
from assistant.discriminant import Discriminant
from assistant.errors import IndexNotReadyError
from assistant.generation import (
    CORPUS_BLIND,
    UNSEALED,
    hold,
    read_manifest,
    torn,
)
from assistant.lexical import LexicalIndex
from assistant.limit import Limits
from assistant.overall import OverallIndex
from assistant.seal import SUMS, WorkingCopy, check_seal
from assistant.unit import asked_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from chromadb.api import ClientAPI
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection as Shelf
    from langchain_chroma import Chroma
    from langchain_core.embeddings import Embeddings
    from numpy.typing import NDArray

    from assistant.chroma_server import ChromaServer

T = TypeVar("T")

CHROMA = "chroma"
DISCRIMINANT = "discriminant.npz"
SHELVES = ("passages", "asked")
BATCH = 2000


class Index:
    """An opened generation.

    While it's open it holds a shared lock, so that the generation isn't deleted under it.
    """

    def __init__(
        self,
        directory: Path,
        embeddings: Embeddings,
        model: str,
        server: ChromaServer | None = None,
    ) -> None:
        """Open a generation.

        Args:
            directory: The generation.
            embeddings: The embedding model, for users of the vector store.
            model: The embedding model's name with its digest.
            server: Has the vectors, where the directory doesn't; its connection is closed with it.

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
            self._lock = opened.enter_context(hold(directory))
            # Where there are digests they count, whatever a torn manifest says of its layout.
            if self.manifest.format != UNSEALED or (directory / SUMS).exists():
                check_seal(directory)
            self.corpus = Corpus.load(directory)
            self._lexical = {
                shelf: LexicalIndex.load(directory / f"lexical-{shelf}") for shelf in SHELVES
            }
            self._overall = OverallIndex(
                [
                    (self._lexical["passages"], self.record_of),
                    (self._lexical["asked"], lambda line: self.record_of(asked_for(line))),
                ]
            )
            self._discriminant = Discriminant.load(directory / DISCRIMINANT)
            self._limits = Limits(
                self.corpus,
                {
                    "passages": self._lexical["passages"].ids,
                    "asked": [asked_for(line) for line in self._lexical["asked"].ids],
                    "overall": self._overall.names,
                    "classes": self._discriminant.names,
                },
            )
            self._server = server
            self._own = opened.enter_context(ExitStack())
            self._searches = ThreadPoolExecutor(thread_name_prefix="nearest")
            self._own.callback(self._searches.shutdown)
            if server:
                self._own.callback(server.close)
            self._client = server.client if server else self._open_own(directory)
            self._collections = {shelf: self._collection(shelf) for shelf in SHELVES}
            self.vector_stores = {shelf: self._store(shelf, embeddings) for shelf in SHELVES}
            opened.pop_all()

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every term that the texts hold."""
        return frozenset().union(*(lexical.vocabulary for lexical in self._lexical.values()))

    def nearest(
        self,
        vector: NDArray[np.float32],
        limit: int,
        shelf: str = "passages",
        corpora: Sequence[str] = (),
    ) -> list[tuple[str, float]]:
        """Find the texts nearest in meaning.

        Args:
            vector: The question's unit-length vector, shape (dimension,).
            limit: At most so many.
            shelf: ``passages`` or ``asked``.
            corpora: Ids of the corpora to find in; all when empty.

        Returns:
            Ids with cosine similarities, the nearest first.
        """
        # Ids and distances alone: texts and metadata would take Chroma longer than the search.
        query = partial(
            self._collections[shelf].query,
            query_embeddings=vector[None],
            n_results=limit,
            include=["distances"],
        )
        got: Any = self._asked(partial(query, where=self._where(shelf, corpora)))
        distances = got["distances"][0]
        return [(one, 1.0 - far) for one, far in zip(got["ids"][0], distances, strict=True)]

    def nearest_soon(
        self,
        vector: NDArray[np.float32],
        limit: int,
        shelf: str = "passages",
        corpora: Sequence[str] = (),
    ) -> Future[list[tuple[str, float]]]:
        """What `nearest` finds, looked up on another thread: Chroma lets Python go on."""
        soon = self._searches.submit(self.nearest, vector, limit, shelf, corpora)
        # Python gives each thread a turn of 5 ms: without a pause, the search would begin only
        # when whoever asked for it has nothing else to do.
        time.sleep(0)
        return soon

    def nearest_each(
        self, vectors: NDArray[np.float32], shelf: str = "passages"
    ) -> list[tuple[str, float]]:
        """The nearest text of each of many vectors, with its cosine similarity.

        Args:
            vectors: Unit-length vectors, shape (queries, dimension).
            shelf: ``passages`` or ``asked``.
        """
        collection = self._collections[shelf]
        found: list[tuple[str, float]] = []
        for start in range(0, len(vectors), BATCH):
            got: Any = self._asked(
                partial(
                    collection.query,
                    query_embeddings=vectors[start : start + BATCH],
                    n_results=1,
                    include=["distances"],
                )
            )
            found += [
                (ids[0], 1.0 - distances[0])
                for ids, distances in zip(got["ids"], got["distances"], strict=True)
            ]
        return found

    def by_words(
        self,
        terms: Sequence[tuple[str, float]],
        limit: int,
        shelf: str = "passages",
        corpora: Sequence[str] = (),
    ) -> list[tuple[str, float]]:
        """Find the texts that share words with the question; see `LexicalIndex.rank`."""
        return self._lexical[shelf].rank(terms, limit, self._limits.among(shelf, corpora))

    def by_words_overall(
        self, terms: Sequence[tuple[str, float]], limit: int, corpora: Sequence[str] = ()
    ) -> list[tuple[str, float]]:
        """Find the services and lone passages all of whose texts share words with the question.

        Returns:
            Ids of services, and of passages that belong to none, with scores, the best first.
        """
        return self._overall.rank(terms, limit, self._limits.among("overall", corpora))

    def likeliest(
        self, vector: NDArray[np.float32], limit: int, corpora: Sequence[str] = ()
    ) -> list[tuple[str, float]]:
        """The services and passages that a question like this is likeliest asked for.

        Args:
            vector: The question's unit-length vector, shape (dimension,).
            limit: At most so many.
            corpora: Ids of the corpora that they may stand in; all when empty.

        Returns:
            Ids with logarithms of probabilities, the likeliest first.
        """
        among = self._limits.among("classes", corpora)
        return self._discriminant.likeliest(vector, limit, among)

    def is_within(self, record: str, corpora: Sequence[str]) -> bool:
        """Whether a service or lone passage stands within some corpora; all do when empty."""
        return not corpora or self._limits.holds(record, frozenset(corpora))

    def record_of(self, leads_to: str) -> str:
        """What a service or passage is ranked as: its service, or itself where it has none."""
        passage = self.corpus.passage_by_id.get(leads_to)
        return passage.service_id or leads_to if passage else leads_to

    def rarest(self, words: Sequence[Sequence[str]]) -> float:
        """How much the word that tells most tells, from 0 (in every text) to 1 (in none)."""
        lexical = self._lexical["passages"]
        most = lexical.weight_of(())
        return max((lexical.weight_of(terms) / most for terms in words), default=0.0)

    def known_share(self, words: Sequence[Sequence[str]], corpora: Sequence[str] = ()) -> float:
        """How much of a question any text holds, weighted by how much each word tells."""
        lexical = self._lexical["passages"]
        weights = [lexical.weight_of(terms) for terms in words]
        among = [(self._lexical[shelf], self._limits.among(shelf, corpora)) for shelf in SHELVES]
        known = [any(texts.holds(word, mask) for texts, mask in among) for word in words]
        whole = sum(weights)
        return sum(w for w, k in zip(weights, known, strict=True) if k) / whole if whole else 0.0

    def vectors(self, shelf: str = "passages") -> dict[str, NDArray[np.float32]]:
        """Every vector by its id: for exact search and for checking a generation."""
        collection = self._collections[shelf]
        if self._server is None:
            return _by_id(collection.get(include=["embeddings"]))
        found: dict[str, NDArray[np.float32]] = {}
        for start in range(0, self._server.tried(collection.count), BATCH):
            get = partial(collection.get, include=["embeddings"], limit=BATCH, offset=start)
            found |= _by_id(self._server.tried(get))
        return found

    def close(self) -> None:
        """Let go of the generation's files."""
        self._own.close()
        self._lock.close()

    def _open_own(self, directory: Path) -> ClientAPI:
        copy = WorkingCopy(directory, CHROMA)
        self._own.callback(copy.close)
        with _reading(directory):
            client = open_client(copy.path)
        self._own.callback(client.close)
        return client

    def _asked(self, ask: Callable[[], T]) -> T:
        return self._server.tried(ask) if self._server else ask()

    def _where(self, shelf: str, corpora: Sequence[str]) -> Any:  # noqa: ANN401 - Chroma's own type
        """What Chroma is to look among; where its texts don't tell their corpus, all of them."""
        if self._limits.among(shelf, corpora) is None:
            return None
        blind = shelf == "asked" and self.manifest.format <= CORPUS_BLIND
        return None if blind else {"corpus": {"$in": sorted(set(corpora))}}

    def _name(self, shelf: str) -> str:
        if self._server is None:
            return shelf
        return self._server.collection_name(self.manifest.generation, shelf)

    def _collection(self, shelf: str) -> Shelf:
        name = self._name(shelf)
        with _reading(self.directory):
            return self._asked(lambda: self._client.get_collection(name))

    def _store(self, shelf: str, embeddings: Embeddings) -> Chroma:
        from langchain_chroma import Chroma

        with _reading(self.directory):
            return Chroma(
                collection_name=self._name(shelf),
                client=cast("Any", self._client),
                embedding_function=embeddings,
                create_collection_if_not_exists=False,
            )


def _by_id(got: Any) -> dict[str, NDArray[np.float32]]:  # noqa: ANN401 - Chroma's own type
    return dict(zip(got["ids"], np.asarray(got["embeddings"], np.float32), strict=True))


@contextmanager
def _reading(directory: Path) -> Iterator[None]:
    from chromadb.errors import ChromaError

    try:
        yield
    except ChromaError:
        raise torn(directory) from None


def open_client(path: Path) -> Client:
    """Open Chroma on a directory."""
    import chromadb
    from chromadb.config import Settings

    client = chromadb.PersistentClient(
        path=str(path),
        settings=Settings(anonymized_telemetry=False, allow_reset=False),
    )
    return cast("Client", client)
