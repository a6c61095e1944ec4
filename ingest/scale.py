"""How the index bears size: ingest, memory, room, time, recall and quality beside distractors.

Each size is measured in processes of its own, one that ingests and one that answers, so that their
memory is theirs alone.
"""

from __future__ import annotations

import resource
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, Any

import numpy as np

from assistant.bootstrap import open_assistant
from assistant.embedding import open_embedder
from assistant.finnish import open_analyser
from assistant.generation import GENERATIONS, current_generation
from assistant.index import Index
from assistant.names import known_names
from assistant.places import Places
from ingest.publish import publish
from ingest.read import read_corpus
from ingest.synthetic import is_made_up, with_distractors
from ingest.units import make_units

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from assistant.chain import Assistant
    from assistant.corpus import Corpus
    from assistant.dialogue import Ask
    from assistant.domain import Passage
    from assistant.embedding import Embedder
    from assistant.settings import Settings
    from assistant.unit import Unit

    Vectors = NDArray[np.float32]

ROUNDS = 3
TOP = 10
SAMPLE = 2500
FEW = 5
TRUE_UP_TO = 5000
"""Beyond so many, embedding all takes the better part of an hour."""
KIN, PLACE, NOISE = 0.75, 0.25, 0.25
TIE = 1e-6
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured of one size.

    Attributes:
        settings: The corpus and the model.
        distractors: How many made-up passages stand beside the corpus.
        true_vectors: Whether all of them are embedded; else most get vectors near those of others.
        at_home: Whether made-up services are in the home region too.
        asks: Questions to time.
        quality: Measures the answers, such as Success@5.
    """

    settings: Settings
    distractors: int
    true_vectors: bool
    at_home: bool
    asks: Sequence[Ask]
    quality: Callable[[Assistant], float]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What an ingest took.

    Attributes:
        texts: How many passages and lines were indexed.
        embedded: How many of them the model embedded.
        seconds: The whole ingest, without reading the corpus and loading model and libraries.
        embedding_seconds: What embedding took of it, or would have taken for all texts.
        estimated: Whether the embedding time is that of the sample, taken for all texts.
        memory_mb: The most memory of the process.
        index_mb: Size of the generation on disk.
    """

    texts: int
    embedded: int
    seconds: float
    embedding_seconds: float
    estimated: bool
    memory_mb: float
    index_mb: float

    @property
    def ratio(self) -> float:
        """The rate of the ingest against that of embedding alone."""
        return self.embedding_seconds / self.seconds


@dataclass(frozen=True, slots=True)
class Served:
    """What answering takes; times are milliseconds, each question's best of its rounds.

    Attributes:
        opening_seconds: Opening the generation.
        memory_mb: The process's memory after the questions.
        retrieval: p50 and p95 of understanding, embedding and ranking.
        ranking: p50 and p95 of the same without embedding the question.
        index: p50 and p95 of the approximate search in the passages alone.
        recall: Of the ten exactly nearest passages, how many the approximate search finds.
        quality: What the plan's measure gives.
    """

    opening_seconds: float
    memory_mb: float
    retrieval: tuple[float, float]
    ranking: tuple[float, float]
    index: tuple[float, float]
    recall: float
    quality: float


class TimedEmbedder:
    """An embedding model that tells how long it took, and that may be spared texts.

    Args:
        embedder: The true model.
        near: Vectors of texts that it isn't asked for.
    """

    def __init__(self, embedder: Embedder, near: dict[str, Vectors]) -> None:
        self.name, self.dimension = embedder.name, embedder.dimension
        self.seconds, self.embedded = 0.0, 0
        self._embedder, self._near = embedder, near

    def embed_passages(self, texts: Sequence[str], **_: object) -> Vectors:
        """See `Embedder.embed_passages`."""
        vectors = np.zeros((len(texts), self.dimension), np.float32)
        asked = [row for row, text in enumerate(texts) if text not in self._near]
        start = perf_counter()
        vectors[asked] = self._embedder.embed_passages([texts[row] for row in asked])
        self.seconds += perf_counter() - start
        self.embedded += len(asked)
        for row, text in enumerate(texts):
            if text in self._near:
                vectors[row] = self._near[text]
        return vectors

    def as_langchain(self) -> Any:  # noqa: ANN401 - LangChain's own type is imported when used
        """See `Embedder.as_langchain`."""
        return self._embedder.as_langchain()


def measure(plan: Plan) -> tuple[Ingested, Served]:
    """Ingest and serve one size, in a directory that is deleted afterwards."""
    with TemporaryDirectory(prefix="tienviitta-scale-") as directory:
        settings = replace(plan.settings, index=Path(directory))
        moved = replace(plan, settings=settings)
        return _apart(ingest, moved), _apart(serve, moved)


def _apart(function: Callable[[Plan], Any], plan: Plan) -> Any:  # noqa: ANN401
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(function, plan).result()


def ingest(plan: Plan) -> Ingested:
    """Make a generation and tell what it took."""
    settings = plan.settings
    shipped = read_corpus(settings.corpus, settings.corpora).corpus
    places = Places.from_data(dict(shipped.places))
    corpus = with_distractors(shipped, places, plan.distractors, at_home=plan.at_home)
    embedder = open_embedder(settings)
    _warm(shipped, embedder)
    near, spared = {}, 0.0
    if not plan.true_vectors:
        start = perf_counter()
        near = _near_vectors(corpus, embedder)
        spared = perf_counter() - start
    timed = TimedEmbedder(embedder, near)
    start = perf_counter()
    published = publish(corpus, settings.index, timed)  # type: ignore[arg-type]
    seconds = perf_counter() - start
    texts = published.embedded + published.reused
    estimated = not plan.true_vectors and timed.embedded < texts
    embedding = timed.seconds
    if estimated:
        sampled = min(SAMPLE, plan.distractors)
        embedding += spared / sampled * (texts - timed.embedded)
        seconds += embedding - timed.seconds
    directory = settings.index / GENERATIONS / current_generation(settings.index)
    size = sum(path.stat().st_size for path in directory.rglob("*") if path.is_file())
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Ingested(texts, timed.embedded, seconds, embedding, estimated, memory, size / MB)


def _warm(corpus: Corpus, embedder: Embedder) -> None:
    """Load what the first ingest of a process waits for, as the model is loaded beforehand."""
    with TemporaryDirectory(prefix="tienviitta-scale-") as directory:
        few = replace(corpus, services=corpus.services[:FEW])
        publish(replace(few, passages=_passages_of(few)), Path(directory), embedder)


def _passages_of(corpus: Corpus) -> tuple[Passage, ...]:
    return tuple(corpus.passage_by_id[one] for s in corpus.services for one in s.passage_ids)


def _near_vectors(corpus: Corpus, embedder: Embedder) -> dict[str, Vectors]:
    """Vectors for the made-up passages: a sample's own, and mixtures of them for the rest.

    A passage beyond the sample lies near one of the same topics, drawn to one of the same place,
    and set apart from both by chance.
    """
    units = [u for u in make_units(corpus, open_analyser(known_names(corpus))) if is_made_up(u.id)]
    sample = units[:SAMPLE]
    vectors = embedder.embed_passages([unit.text for unit in sample])
    kin: dict[object, list[int]] = {}
    for row, unit in enumerate(sample):
        for key in _kin(corpus, unit):
            kin.setdefault(key, []).append(row)
    chance = np.random.default_rng(len(units))
    near = {unit.text: vectors[row] for row, unit in enumerate(sample)}
    every = list(range(len(sample)))
    for unit in units[SAMPLE:]:
        topics, place = (kin.get(key, every) for key in _kin(corpus, unit))
        noise = chance.normal(size=embedder.dimension)
        mixed = KIN * vectors[chance.choice(topics)] + PLACE * vectors[chance.choice(place)]
        mixed = mixed + NOISE * noise / np.linalg.norm(noise)
        near[unit.text] = (mixed / np.linalg.norm(mixed)).astype(np.float32)
    return near


def _kin(corpus: Corpus, unit: Unit) -> tuple[object, object]:
    service = corpus.service_by_id[str(unit.metadata["service_id"])]
    return service.topics, service.municipalities


def serve(plan: Plan) -> Served:
    """Open what was made, and tell what answering takes."""
    embedder = open_embedder(plan.settings)
    start = perf_counter()
    assistant = open_assistant(plan.settings, embedder)
    opening = perf_counter() - start
    assistant.warm()
    try:
        retrieval, ranking = _times(assistant, plan.asks)
        directory = plan.settings.index / GENERATIONS / assistant.generation
        memory = _memory_mb()
        index = Index(directory, embedder.as_langchain(), embedder.name)
        try:
            searching, recall = _recall(index, [assistant.embed(ask.question) for ask in plan.asks])
        finally:
            index.close()
        quality = plan.quality(assistant)
    finally:
        assistant.close()
    return Served(
        opening, memory, _middle(retrieval), _middle(ranking), _middle(searching), recall, quality
    )


def _times(assistant: Assistant, asks: Sequence[Ask]) -> tuple[list[float], list[float]]:
    retrieval, ranking = [], []
    for ask in asks:
        best, rest = float("inf"), float("inf")
        for _ in range(ROUNDS):
            start = perf_counter()
            understood = assistant.understand(ask)
            assistant.retrieve(understood)
            done = perf_counter()
            assistant.embed(understood.question.standalone)
            embedding = perf_counter() - done
            best, rest = min(best, done - start), min(rest, done - start - embedding)
        retrieval.append(best * 1000)
        ranking.append(max(rest, 0.0) * 1000)
    return retrieval, ranking


def _recall(index: Index, questions: Sequence[Vectors]) -> tuple[list[float], float]:
    """Times of the approximate search in ms, and its recall against comparing every vector.

    Passages as near as the last of the exact ten are as good as it.
    """
    matrix = np.stack(list(index.vectors().values()))
    times, found = [], 0
    for vector in questions:
        start = perf_counter()
        nearest = index.nearest(vector, TOP)
        times.append((perf_counter() - start) * 1000)
        last = np.partition(matrix @ vector, -TOP)[-TOP]
        found += sum(likeness >= last - TIE for _, likeness in nearest)
    return times, found / (TOP * len(questions))


def _middle(times: Sequence[float]) -> tuple[float, float]:
    p50, p95 = np.percentile(times, (50, 95))
    return float(p50), float(p95)


def _memory_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / MB
