from __future__ import annotations

import pytest
from tiny_corpus import HashEmbedder

from assistant.generation import CURRENT, GENERATIONS, current_generation
from assistant.index import Index
from assistant.settings import Settings
from ingest import unchanged
from ingest.publish import leave_unchanged, publish
from ingest.read import read_corpus

SECRET = "Kvartsipuuro"


@pytest.fixture
def index(tmp_path):
    return tmp_path / "index"


@pytest.fixture
def embedder():
    return HashEmbedder()


@pytest.fixture
def corpus(tiny):
    return read_corpus(tiny.directory).corpus


def test_an_unchanged_corpus_is_left_as_it_serves(index, corpus, embedder):
    made = publish(corpus, index, embedder)
    left = leave_unchanged(corpus, index, embedder.name)
    assert left is not None
    assert left.unchanged
    assert (left.embedded, left.reused) == (0, made.embedded)
    assert left.manifest == made.manifest


def test_without_an_index_there_is_nothing_to_leave(index, corpus, embedder):
    assert leave_unchanged(corpus, index, embedder.name) is None


def test_a_changed_corpus_model_or_code_makes_anew(index, tiny, corpus, embedder, monkeypatch):
    publish(corpus, index, embedder)
    assert leave_unchanged(corpus, index, "hash-2") is None
    tiny.change("services/silta.md", "- poika on", "- tyttö on")
    assert leave_unchanged(read_corpus(tiny.directory).corpus, index, embedder.name) is None
    monkeypatch.setattr(unchanged, "CODE", ("assistant",))
    assert leave_unchanged(corpus, index, embedder.name) is None


@pytest.mark.parametrize("file", ["passages.json", "vectors.npy", "chroma/chroma.sqlite3", CURRENT])
def test_a_byte_that_was_lost_makes_anew(index, corpus, embedder, file):
    name = publish(corpus, index, embedder).manifest.generation
    path = index / CURRENT if file == CURRENT else index / GENERATIONS / name / file
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    left = leave_unchanged(corpus, index, embedder.name)
    assert left is None or file == CURRENT


def test_an_old_generation_is_deleted_by_an_ingest_that_changes_nothing(
    index, tiny, corpus, embedder
):
    old = publish(corpus, index, embedder).manifest.generation
    directory = index / GENERATIONS / old
    reader = Index(directory, embedder.as_langchain(), embedder.name)
    tiny.change("services/silta.md", "- poika on", "- tyttö on")
    changed = read_corpus(tiny.directory).corpus
    assert publish(changed, index, embedder).held == (old,)
    reader.close()
    left = leave_unchanged(changed, index, embedder.name)
    assert left is not None
    assert (left.deleted, left.held) == ((old,), ())
    assert not directory.exists()


def test_the_default_model_is_named_without_loading_it(true_embedder):
    assert unchanged.known_model_name(Settings()) == true_embedder.name
    assert unchanged.known_model_name(Settings(passage_prompt="x: ")) is None
    assert unchanged.known_model_name(Settings(embedding_model="some/model")) is None


def _files_that_hold(index, text):
    """Every file of the index that holds a text, in any of the forms that it's written in."""
    escaped = text.encode("unicode_escape")
    forms = {text.encode(), text.encode("utf-16-le"), text.casefold().encode(), escaped}
    return [
        path.relative_to(index).as_posix()
        for path in index.rglob("*")
        if path.is_file() and any(form in path.read_bytes() for form in forms)
    ]


def test_deleted_text_is_in_no_file_of_the_index(index, tiny, embedder):
    tiny.change("services/silta.md", "- poika on", f"- {SECRET} on")
    tiny.put(
        "services/puuro.md", tiny.text("services/kirppu.md").replace("id: kirppu", "id: puuro")
    )
    tiny.change("services/puuro.md", "name: Kirppu-hanke", f"name: {SECRET}-hanke")
    tiny.change("services/puuro.md", "aliases: [Kirppu]", f"aliases: [{SECRET}]")
    tiny.change("services/puuro.md", "plan_entries:\n  - Kirppu -hanke.\n  - Kirppu.\n", "")
    tiny.change("services/puuro.md", "Kirppu oli Kalajoen", f"{SECRET} oli Kalajoen")
    with_it = read_corpus(tiny.directory).corpus
    publish(with_it, index, embedder)
    vector = embedder.embed_query(f"{SECRET} on jäänyt kotiin").tobytes()
    assert len(_files_that_hold(index, SECRET)) >= 4
    assert any(vector in path.read_bytes() for path in index.rglob("*") if path.is_file())

    (tiny.directory / "services" / "puuro.md").unlink()
    tiny.change("services/silta.md", f"- {SECRET} on", "- poika on")
    publish(read_corpus(tiny.directory).corpus, index, embedder)

    assert len(list((index / GENERATIONS).iterdir())) == 1
    assert current_generation(index)
    assert _files_that_hold(index, SECRET) == []
    assert not any(vector in path.read_bytes() for path in index.rglob("*") if path.is_file())
