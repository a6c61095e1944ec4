from __future__ import annotations

import json
import os
import signal
import subprocess
import sys

import numpy as np
import pytest
from filelock import FileLock
from tiny_corpus import HashEmbedder

from assistant.errors import IndexNotReadyError
from assistant.finnish import open_analyser
from assistant.generation import CURRENT, FORMAT, GENERATIONS, MANIFEST, current_generation
from assistant.index import Index
from assistant.settings import ROOT
from assistant.unit import asked_for
from ingest import publish as publishing
from ingest.publish import PublishError, make_units, publish
from ingest.read import read_corpus


class ZeroEmbedder(HashEmbedder):
    """A broken model, whose vectors point nowhere."""

    def embed_passages(self, texts, *, progress=None):
        return np.zeros((len(texts), self.dimension), dtype=np.float32)


@pytest.fixture
def index(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def corpus(tiny):
    return read_corpus(tiny.directory).corpus


@pytest.fixture
def embedder():
    return HashEmbedder()


def serving(index, embedder):
    directory = index / GENERATIONS / current_generation(index)
    return Index(directory, embedder.as_langchain(), embedder.name)


def generations(index):
    return sorted(path.name for path in (index / GENERATIONS).iterdir())


def test_a_published_generation_serves_what_was_read(index, corpus, embedder):
    told = []
    published = publish(corpus, index, embedder, lambda *counts: told.append(counts))
    assert current_generation(index) == published.manifest.generation
    opened = serving(index, embedder)
    try:
        assert opened.corpus.services == corpus.services
        assert opened.manifest.counts == {
            "sources": 4, "passages": len(corpus.passages), "services": 3, "asked": 18,
            "glossary": 2,
        }  # fmt: skip
        assert opened.manifest.model == "hash-1"
        assert set(opened.vectors()) == {passage.id for passage in corpus.passages}
        assert len(opened.vectors("asked")) == 18
    finally:
        opened.close()
    assert told == [(published.embedded, published.embedded)]


def test_each_text_is_found_by_its_own_vector_and_by_its_words(index, corpus, embedder):
    publish(corpus, index, embedder)
    units = make_units(corpus, open_analyser())
    opened = serving(index, embedder)
    try:
        for unit in units:
            found, similarity = opened.nearest(embedder.embed_query(unit.text), 1, unit.shelf)[0]
            assert similarity == pytest.approx(1.0, abs=1e-3)
            if sum(other.text == unit.text for other in units) == 1:
                assert found == unit.id
        found = opened.by_words([("kirppu", 1.0)], 3, "asked")
        assert [asked_for(line_id) for line_id, _ in found] == ["kirppu"] * 3
    finally:
        opened.close()


def test_unchanged_texts_arent_embedded_again(index, corpus, embedder):
    first = publish(corpus, index, embedder)
    embedder.embedded.clear()
    second = publish(corpus, index, embedder)
    assert embedder.embedded == []
    assert (second.embedded, second.reused) == (0, first.embedded)


def test_only_what_was_changed_is_embedded_again(index, tiny, embedder):
    publish(read_corpus(tiny.directory).corpus, index, embedder)
    embedder.embedded.clear()
    tiny.change("services/silta.md", "- poika on jäänyt kotiin", "- tyttö on jäänyt kotiin")
    published = publish(read_corpus(tiny.directory).corpus, index, embedder)
    assert embedder.embedded == ["tyttö on jäänyt kotiin"]
    assert published.embedded == 1


def test_another_model_embeds_everything_again(index, corpus, embedder):
    first = publish(corpus, index, embedder)
    second = publish(corpus, index, HashEmbedder("hash-2"))
    assert (second.embedded, second.reused) == (first.embedded, 0)


def test_an_index_of_another_model_isnt_opened(index, corpus, embedder):
    publish(corpus, index, embedder)
    with pytest.raises(IndexNotReadyError, match="made with the embedding model hash-1, but"):
        serving(index, HashEmbedder("hash-2"))


def test_a_generation_that_fails_its_check_leaves_the_last_one_serving(index, corpus, embedder):
    good = publish(corpus, index, embedder).manifest.generation
    with pytest.raises(PublishError, match="isn't found by its own vector; run it again"):
        publish(corpus, index, ZeroEmbedder("zero"))
    assert current_generation(index) == good
    assert generations(index) == [good]
    assert list(index.glob(".draft-*")) == []
    serving(index, embedder).close()


def test_a_stop_in_mid_write_leaves_the_last_one_serving(index, corpus, embedder, monkeypatch):
    good = publish(corpus, index, embedder).manifest.generation

    def stop(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing, "_check", stop)
    with pytest.raises(KeyboardInterrupt):
        publish(corpus, index, embedder)
    assert current_generation(index) == good
    assert list(index.glob(".draft-*")) == []


def test_what_a_killed_ingest_left_is_removed_by_the_next(index, corpus, embedder):
    left = index / ".draft-20200101T000000Z-abcdef"
    (left / "chroma").mkdir(parents=True)
    (left / "chroma" / "torn").write_bytes(b"torn")
    publish(corpus, index, embedder)
    assert not left.exists()


def test_a_second_ingest_at_the_same_time_is_refused(index, corpus, embedder):
    index.mkdir()
    with (
        FileLock(index / "ingest.lock"),
        pytest.raises(PublishError, match="Another ingest is writing to "),
    ):
        publish(corpus, index, embedder)
    assert not (index / CURRENT).exists()


def test_an_old_generation_lives_as_long_as_it_is_read(index, corpus, embedder):
    first = publish(corpus, index, embedder).manifest.generation
    reader = serving(index, embedder)
    second = publish(corpus, index, embedder)
    assert second.deleted == ()
    assert generations(index) == sorted([first, second.manifest.generation])
    assert reader.nearest(embedder.embed_query("x"), 1)
    reader.close()
    third = publish(corpus, index, embedder)
    assert set(third.deleted) == {first, second.manifest.generation}
    assert generations(index) == [third.manifest.generation]


@pytest.mark.parametrize("torn", ["", "{", "[]", '{"generation": "x"}'])
def test_a_torn_manifest_is_an_error_and_the_next_ingest_mends_it(index, corpus, embedder, torn):
    name = publish(corpus, index, embedder).manifest.generation
    (index / GENERATIONS / name / MANIFEST).write_text(torn, encoding="utf-8")
    with pytest.raises(IndexNotReadyError, match="is missing or torn; run `tienviitta ingest`"):
        serving(index, embedder)
    assert publish(corpus, index, embedder).reused == 0
    serving(index, embedder).close()


def test_a_manifest_of_another_layout_is_an_error(index, corpus, embedder):
    name = publish(corpus, index, embedder).manifest.generation
    path = index / GENERATIONS / name / MANIFEST
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 99}), encoding="utf-8")
    with pytest.raises(IndexNotReadyError, match=f"has layout 99, this version reads {FORMAT}"):
        serving(index, embedder)


@pytest.mark.parametrize("kept", [0, 100])
def test_torn_vectors_are_made_again(index, corpus, embedder, kept):
    first = publish(corpus, index, embedder)
    vectors = index / GENERATIONS / first.manifest.generation / publishing.VECTORS
    vectors.write_bytes(vectors.read_bytes()[:kept])
    second = publish(corpus, index, embedder)
    assert (second.embedded, second.reused) == (first.embedded, 0)


@pytest.mark.parametrize("named", ["", "\n", "../elsewhere\n"])
def test_a_pointer_that_names_no_generation_is_an_error(index, named):
    index.mkdir()
    (index / CURRENT).write_text(named, encoding="utf-8")
    with pytest.raises(IndexNotReadyError, match="There is no index in"):
        current_generation(index)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("services/silta.md", "- poika on", "- tyttö on"),
        ("plan/plan.txt", "Työ muuttuu", "Työ muuttuu nopeasti"),
        ("glossary.yaml", "[työkkäri, mol]", "[työkkäri]"),
        ("vocabulary.yaml", "ages: [13, 29]", "ages: [13, 30]"),
    ],
)
def test_the_corpus_digest_follows_what_was_read(index, tiny, embedder, name, old, new):
    first = publish(read_corpus(tiny.directory).corpus, index, embedder).manifest
    again = publish(read_corpus(tiny.directory).corpus, index, embedder).manifest
    tiny.change(name, old, new)
    other = publish(read_corpus(tiny.directory).corpus, index, embedder).manifest
    assert first.corpus == again.corpus != other.corpus


KILLED = """
import os, signal, sys
from pathlib import Path
from tiny_corpus import HashEmbedder
from ingest import publish as publishing
from ingest.read import read_corpus

publishing._check = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
publishing.publish(read_corpus(Path(sys.argv[1])).corpus, Path(sys.argv[2]), HashEmbedder())
"""


def test_a_killed_ingest_leaves_the_last_generation_and_frees_the_lock(index, tiny, embedder):
    good = publish(read_corpus(tiny.directory).corpus, index, embedder).manifest.generation
    tiny.change("services/silta.md", "- poika on", "- tyttö on")
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tiny.directory), str(index)],
        env={**os.environ, "PYTHONPATH": path},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert len(list(index.glob(".draft-*"))) == 1
    assert current_generation(index) == good
    serving(index, embedder).close()
    published = publish(read_corpus(tiny.directory).corpus, index, embedder)
    assert published.embedded == 1
    assert list(index.glob(".draft-*")) == []
    assert generations(index) == [published.manifest.generation]
