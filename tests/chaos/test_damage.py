"""A file that a disk has torn is noticed before it's read, and the next ingest writes it anew."""

from __future__ import annotations

import logging
import random
import shutil

import pytest
from served_index import ASK
from tiny_corpus import HashEmbedder

from assistant import bootstrap
from assistant.bootstrap import AssistantProvider
from assistant.errors import IndexNotReadyError
from assistant.generation import CURRENT, GENERATIONS, current_generation, pointed_generation
from assistant.settings import Settings
from ingest.publish import leave_unchanged
from ingest.read import read_corpus

KINDS = (
    "manifest.json", "SHA256SUMS", "passages.json", "services.json", "sources.json",
    "glossary.json", "vocabulary.json", "places.json", "corpora.json", "chroma/chroma.sqlite3",
    "chroma/*/data_level0.bin", "chroma/*/header.bin", "chroma/*/length.bin",
    "lexical-passages/data.csc.index.npy", "lexical-asked/indices.csc.index.npy",
    "lexical-passages/indptr.csc.index.npy", "lexical-passages/vocab.index.json",
    "lexical-asked/params.index.json", "lexical-asked/ids.json", "discriminant.npz",
    "vectors.npy", "vectors.json", "made-from",
)  # fmt: skip
ADVICE = "run `tienviitta ingest`"


def flip(path, chance):
    held = bytearray(path.read_bytes())
    held[chance.randrange(len(held))] ^= 1 << chance.randrange(8)
    path.write_bytes(held)


def cut(path, chance):
    held = path.read_bytes()
    path.write_bytes(held[: chance.randrange(len(held))])


def assert_refused(service):
    with pytest.raises(IndexNotReadyError, match=ADVICE):
        service.open().close()


@pytest.fixture(scope="module")
def generation(tmp_path_factory):
    from served_index import Service
    from tiny_corpus import TinyCorpus

    directory = tmp_path_factory.mktemp("damage")
    service = Service(TinyCorpus.write(directory / "corpus"), directory / "index")
    service.publish()
    return service


@pytest.mark.parametrize("harm", [flip, cut])
@pytest.mark.parametrize("kind", KINDS)
def test_damage_to_a_file_is_noticed_when_the_index_is_opened(generation, kind, harm):
    path = next(generation.directory.glob(kind))
    whole = path.read_bytes()
    for seed in range(8):
        try:
            harm(path, random.Random(seed))
            assert_refused(generation)
        finally:
            path.write_bytes(whole)
    generation.open().close()


def test_every_file_of_a_generation_is_of_a_kind_that_is_harmed_here(generation):
    suffixes = {path.suffix for kind in KINDS for path in generation.directory.glob(kind)}
    files = [path for path in generation.directory.rglob("*") if path.is_file()]
    assert {path.suffix for path in files if path.stat().st_size} == suffixes


def test_torn_vectors_arent_taken_over_by_the_next_ingest(service):
    flip(service.directory / "vectors.npy", random.Random(1))
    service.assert_healed()


@pytest.mark.chaos
@pytest.mark.parametrize("harm", [flip, cut])
@pytest.mark.parametrize("kind", KINDS)
def test_the_next_ingest_heals_damage_to_a_file(service, kind, harm):
    harm(next(service.directory.glob(kind)), random.Random(kind))
    assert_refused(service)
    corpus = read_corpus(service.tiny.directory).corpus
    assert leave_unchanged(corpus, service.index, HashEmbedder().name) is None
    service.assert_healed()


def test_a_running_server_answers_on_while_its_files_are_torn(service):
    provider = AssistantProvider(Settings(index=service.index))
    provider._embedder = HashEmbedder()
    before = provider().ask(ASK).text
    for path in service.directory.rglob("*"):
        if path.is_file() and path.stat().st_size and "opened" not in str(path):
            flip(path, random.Random(7))
    assert provider().ask(ASK).text == before
    provider().close()
    service.assert_healed()


POINTERS = {
    "deleted": lambda path: path.unlink(),
    "empty": lambda path: path.write_bytes(b""),
    "not text": lambda path: path.write_bytes(b"\xff\xfe\x00"),
    "of another place": lambda path: path.write_text("..\n"),
    "of a generation that isn't there": lambda path: path.write_text("20200101T000000Z-aaaaaa\n"),
}


LOST = [
    harm if harm in {"deleted", "not text"} else pytest.param(harm, marks=pytest.mark.chaos)
    for harm in POINTERS
]


@pytest.mark.parametrize("harm", LOST)
def test_without_its_pointer_the_newest_generation_serves(service, harm, caplog):
    POINTERS[harm](service.index / CURRENT)
    service.assert_serves()
    logged = [r.getMessage() for r in caplog.records if r.levelno == logging.ERROR]
    assert ADVICE in logged[0]
    assert current_generation(service.index) in logged[0]
    service.assert_healed()


@pytest.mark.parametrize("harm", LOST)
def test_a_running_server_says_once_that_its_pointer_is_torn(service, harm, caplog):
    provider = AssistantProvider(Settings(index=service.index))
    provider._embedder = HashEmbedder()
    serving = provider()
    POINTERS[harm](service.index / CURRENT)
    assert {provider().generation for _ in range(3)} == {serving.generation}
    assert provider().ask(ASK).citations
    (logged,) = (r.getMessage() for r in caplog.records if r.levelno == logging.ERROR)
    assert "ingest" in logged
    provider().close()
    service.assert_healed()


def test_an_ingest_that_changes_nothing_writes_a_lost_pointer(service):
    name = current_generation(service.index)
    (service.index / CURRENT).unlink()
    corpus = read_corpus(service.tiny.directory).corpus
    assert leave_unchanged(corpus, service.index, HashEmbedder().name).unchanged
    assert pointed_generation(service.index) == name


def test_an_older_generation_serves_while_the_newest_is_torn(service, caplog, monkeypatch):
    old = current_generation(service.index)
    new = "29990101T000000Z-aaaaaa"
    shutil.copytree(service.directory, service.index / GENERATIONS / new)
    (service.index / CURRENT).write_text(f"{new}\n")
    flip(service.index / GENERATIONS / new / "passages.json", random.Random(3))
    monkeypatch.setattr(bootstrap, "open_embedder", lambda settings: HashEmbedder())
    provider = AssistantProvider(Settings(index=service.index))
    assert {provider().generation for _ in range(3)} == {old}
    (logged,) = (r.getMessage() for r in caplog.records if r.levelno == logging.ERROR)
    assert new in logged
    assert ADVICE in logged
    provider().close()
    service.assert_healed()
