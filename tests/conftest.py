"""What several suites share: a tiny corpus, the true one, and one index of the true one."""

from __future__ import annotations

import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock
from tiny_corpus import HashEmbedder, TinyCorpus

from assistant.chain import Assistant
from assistant.dialogue import Answer, Ask, Message
from assistant.embedding import open_embedder
from assistant.errors import IndexNotReadyError
from assistant.finnish import open_analyser
from assistant.generation import CURRENT, GENERATIONS, MANIFEST, current_generation
from assistant.index import Index
from assistant.names import known_names
from assistant.places import Places
from assistant.seal import SUMS
from assistant.settings import ROOT, Settings
from ingest.prepare_model import prepare_default_model
from ingest.publish import DIGESTS, VECTORS, publish
from ingest.read import read_corpus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from assistant.corpus import Corpus
    from assistant.embedding import Embedder
    from assistant.finnish import Analyser
    from ingest.read import Reading

TODAY = date(2026, 11, 24)


@pytest.fixture
def tiny(tmp_path: Path) -> TinyCorpus:
    """A corpus of three services that a test may change."""
    return TinyCorpus.write(tmp_path / "corpus")


@pytest.fixture(scope="session")
def true_reading() -> Reading:
    """The shipped corpus, read once."""
    return read_corpus(ROOT / "corpus")


@pytest.fixture(scope="session")
def true_corpus(true_reading: Reading) -> Corpus:
    return true_reading.corpus


@pytest.fixture(scope="session")
def true_places(true_reading: Reading) -> Places:
    assert true_reading.places is not None
    return true_reading.places


@pytest.fixture(scope="session")
def true_analyser(true_corpus: Corpus) -> Analyser:
    return open_analyser(known_names(true_corpus))


@pytest.fixture(scope="session")
def true_embedder() -> Embedder:
    """The default embedding model."""
    settings = Settings()
    prepare_default_model(settings.cache)
    return open_embedder(settings)


@pytest.fixture(scope="session")
def true_index_directory(
    true_corpus: Corpus,
    true_embedder: Embedder,
    tmp_path_factory: pytest.TempPathFactory,
    pytestconfig: pytest.Config,
) -> Path:
    """An index of the shipped corpus; vectors of the last run or of the served index are reused."""
    index = tmp_path_factory.mktemp("index")
    if not pytestconfig.cache:
        return _published(true_corpus, true_embedder, index, None)
    remembered = pytestconfig.cache.mkdir("vectors")
    # Of processes that test side by side, the first embeds and the others take what it remembers.
    with FileLock(remembered.with_name("vectors.lock")):
        return _published(true_corpus, true_embedder, index, remembered)


def _published(corpus: Corpus, embedder: Embedder, index: Path, remembered: Path | None) -> Path:
    known = remembered is not None and _copy_vectors(remembered, index)
    if not known:
        _copy_vectors(Settings().index, index)
    published = publish(corpus, index, embedder)
    if remembered is not None and (published.embedded or not known):
        shutil.rmtree(remembered / GENERATIONS, ignore_errors=True)
        _copy_vectors(index, remembered)
    return index


@pytest.fixture(scope="session")
def true_index(true_index_directory: Path, true_embedder: Embedder) -> Iterator[Index]:
    """The shipped corpus's index, opened."""
    generation = true_index_directory / GENERATIONS / current_generation(true_index_directory)
    index = Index(generation, true_embedder.as_langchain(), true_embedder.name)
    yield index
    index.close()


@pytest.fixture(scope="session")
def true_assistant(true_index: Index, true_embedder: Embedder, true_places: Places) -> Assistant:
    """Answers from the shipped corpus."""
    return Assistant(true_index, true_embedder, true_places)


@pytest.fixture(scope="session")
def tiny_assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Answers from the tiny corpus as it's written, without a true model."""
    directory = tmp_path_factory.mktemp("tiny")
    embedder = HashEmbedder()
    corpus = read_corpus(TinyCorpus.write(directory / "corpus").directory).corpus
    name = publish(corpus, directory / "index", embedder).manifest.generation
    generation = directory / "index" / GENERATIONS / name
    index = Index(generation, embedder.as_langchain(), embedder.name)
    yield Assistant(index, embedder, Places.from_data(dict(index.corpus.places)))
    index.close()


@pytest.fixture(scope="session")
def ask(true_assistant: Assistant) -> Callable[..., Answer]:
    """Ask by turns, the user's first; earlier answers may be given as `Answer`."""

    def ask_(*turns: str | Answer, as_of: date = TODAY, **more: object) -> Answer:
        messages = tuple(
            Message("assistant", turn.text) if isinstance(turn, Answer) else Message("user", turn)
            for turn in turns
        )
        return true_assistant.ask(Ask(messages, as_of=as_of, **more))

    return ask_


def _copy_vectors(source: Path, target: Path) -> bool:
    """Copy what spares a publish the embedding of unchanged texts; tells whether there was any."""
    try:
        name = current_generation(source)
        copied = target / GENERATIONS / name
        copied.mkdir(parents=True, exist_ok=True)
        for file in (MANIFEST, VECTORS, DIGESTS):
            shutil.copy(source / GENERATIONS / name / file, copied / file)
        if (source / GENERATIONS / name / SUMS).exists():
            shutil.copy(source / GENERATIONS / name / SUMS, copied / SUMS)
    except (IndexNotReadyError, OSError):
        return False
    (target / CURRENT).write_text(name + "\n", encoding="utf-8")
    return True
