from __future__ import annotations

import gc
import shutil
import threading
from dataclasses import replace
from datetime import date

import pytest
from tiny_corpus import HashEmbedder, TinyCorpus

from assistant import bootstrap
from assistant.bootstrap import AssistantProvider, open_assistant
from assistant.dialogue import Ask, Message
from assistant.errors import IndexNotReadyError
from assistant.generation import CURRENT, GENERATIONS, current_generation, unused_generations
from assistant.settings import Settings
from ingest.publish import publish
from ingest.read import read_corpus

ASK = Ask((Message("user", "Mikä on Silta-hanke?"),), as_of=date(2026, 11, 24))


@pytest.fixture
def settings(tmp_path) -> Settings:
    return Settings(index=tmp_path / "index")


@pytest.fixture(autouse=True)
def embedder(monkeypatch):
    embedder = HashEmbedder()
    monkeypatch.setattr(bootstrap, "open_embedder", lambda settings: embedder)
    return embedder


@pytest.fixture
def put_in_service(settings, tiny, embedder):
    """Publish the tiny corpus as it stands; gives the generation's name."""

    def put() -> str:
        published = publish(read_corpus(tiny.directory).corpus, settings.index, embedder)
        return published.manifest.generation

    return put


@pytest.fixture
def provider(settings):
    provider = AssistantProvider(settings)
    yield provider
    if provider._assistant is not None:
        provider._assistant.close()


def directory_of(settings, generation):
    return settings.index / GENERATIONS / generation


def test_without_an_index_the_error_tells_to_ingest(settings, provider):
    for opened in (provider, lambda: open_assistant(settings)):
        with pytest.raises(IndexNotReadyError, match="run `tienviitta ingest`"):
            opened()


def test_an_index_that_comes_later_is_served(provider, put_in_service):
    with pytest.raises(IndexNotReadyError):
        provider()
    generation = put_in_service()
    assert provider().generation == generation


def test_an_index_of_another_model_isnt_opened(settings, put_in_service):
    put_in_service()
    with pytest.raises(IndexNotReadyError, match="hash-2"):
        open_assistant(settings, HashEmbedder("hash-2"))


def test_the_same_generation_is_opened_once(provider, put_in_service):
    put_in_service()
    assert provider() is provider()


def test_the_model_is_loaded_once_for_all_generations(
    provider, put_in_service, monkeypatch, embedder
):
    loaded = []
    monkeypatch.setattr(bootstrap, "open_embedder", lambda one: loaded.append(one) or embedder)
    for _ in range(2):
        put_in_service()
        provider()
    assert len(loaded) == 1


def test_a_new_generation_is_answered_from_without_a_restart(provider, put_in_service, tiny):
    put_in_service()
    before = provider().ask(ASK)
    tiny.change(
        "services/silta.md", "Silta on Oulun kaupungin hanke.", "Silta on hanke Oulun nuorille."
    )
    generation = put_in_service()
    after = provider()
    assert after.generation == generation
    assert "Silta on Oulun kaupungin hanke." in before.text
    assert "Silta on hanke Oulun nuorille." in after.ask(ASK).text


def test_the_old_generation_is_let_go_when_its_last_user_is_done(
    provider, put_in_service, settings
):
    old = put_in_service()
    answering = provider()
    put_in_service()
    provider()
    directory = directory_of(settings, old)
    assert directory not in unused_generations(settings.index, ())
    assert answering.ask(ASK).citations
    del answering
    gc.collect()
    assert directory in unused_generations(settings.index, ())


def test_a_question_that_was_being_answered_ends_on_the_generation_that_it_began_on(
    provider, put_in_service, embedder, monkeypatch
):
    old = put_in_service()
    reached, go_on = threading.Event(), threading.Event()
    embed, answers = embedder.embed_query, []

    def slowly(text):
        reached.set()
        assert go_on.wait(30)
        return embed(text)

    def answer():
        assistant = provider()
        answers.append((assistant.generation, assistant.ask(ASK)))

    provider()
    monkeypatch.setattr(embedder, "embed_query", slowly)
    thread = threading.Thread(target=answer)
    thread.start()
    assert reached.wait(30)
    new = put_in_service()
    assert provider().generation == new
    go_on.set()
    thread.join(30)
    ((generation, answered),) = answers
    assert generation == old
    assert answered.citations


def test_while_one_thread_opens_a_generation_others_are_answered_from_the_old_one(
    provider, put_in_service, monkeypatch
):
    old = put_in_service()
    provider()
    opening, go_on = threading.Event(), threading.Event()
    real_open = bootstrap._open

    def slowly(*arguments):
        opening.set()
        assert go_on.wait(30)
        return real_open(*arguments)

    monkeypatch.setattr(bootstrap, "_open", slowly)
    new = put_in_service()
    thread = threading.Thread(target=provider)
    thread.start()
    assert opening.wait(30)
    assert provider().generation == old
    go_on.set()
    thread.join(30)
    assert provider().generation == new


def test_a_thread_that_comes_late_doesnt_open_the_generation_again(
    provider, put_in_service, monkeypatch
):
    put_in_service()
    late, go_on = provider(), threading.Event()
    checked = threading.Event()
    real_check = provider._is_outdated

    def check(serving):
        outdated = real_check(serving)
        if threading.current_thread() is thread:
            checked.set()
            assert go_on.wait(30)
        return outdated

    monkeypatch.setattr(provider, "_is_outdated", check)
    put_in_service()
    served = []
    thread = threading.Thread(target=lambda: served.append(provider()))
    thread.start()
    assert checked.wait(30)
    new = provider()
    assert new is not late
    go_on.set()
    thread.join(30)
    assert served == [new]
    assert provider() is new


BREAKS = {
    "manifest missing": lambda d: (d / "manifest.json").unlink(),
    "manifest torn": lambda d: (d / "manifest.json").write_text('{"generation": "x", '),
    "services missing": lambda d: (d / "services.json").unlink(),
    "passages torn": lambda d: (d / "passages.json").write_bytes(b"[{"),
    "places torn": lambda d: (d / "places.json").write_text("{"),
    "Chroma missing": lambda d: shutil.rmtree(d / "chroma"),
    "Chroma torn": lambda d: (d / "chroma" / "chroma.sqlite3").write_bytes(b"torn"),
    "lexical index missing": lambda d: shutil.rmtree(d / "lexical-asked"),
    "lexical index torn": lambda d: next((d / "lexical-passages").glob("*.npy")).write_bytes(b"x"),
    "readers' lock missing": lambda d: (d / "readers.lock").unlink(),
}


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """An index in service, and the provider that has it open."""
    directory = tmp_path_factory.mktemp("served")
    corpus = read_corpus(TinyCorpus.write(directory / "corpus").directory).corpus
    index, embedder = directory / "index", HashEmbedder()
    generation = publish(corpus, index, embedder).manifest.generation
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(bootstrap, "open_embedder", lambda settings: embedder)
        provider = AssistantProvider(Settings(index=index))
        provider()
    yield index, generation, provider
    provider().close()


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_generation_is_logged_once_and_the_old_one_serves(broken, served, caplog):
    index, old, provider = served
    new = f"broken-{list(BREAKS).index(broken)}"
    shutil.copytree(index / GENERATIONS / old, index / GENERATIONS / new)
    BREAKS[broken](index / GENERATIONS / new)
    (index / CURRENT).write_text(new + "\n")
    try:
        answering = [provider() for _ in range(3)]
    finally:
        (index / CURRENT).write_text(old + "\n")
    assert {one.generation for one in answering} == {old}
    assert answering[0].ask(ASK).citations
    (message,) = [r.getMessage() for r in caplog.records if r.name == "assistant.bootstrap"]
    assert new in message
    assert old in message


@pytest.mark.parametrize("broken", BREAKS)
def test_a_broken_generation_alone_is_an_index_that_isnt_ready(broken, served, tmp_path):
    index, old, _ = served
    shutil.copytree(index / GENERATIONS / old, tmp_path / "index" / GENERATIONS / old)
    BREAKS[broken](tmp_path / "index" / GENERATIONS / old)
    (tmp_path / "index" / CURRENT).write_text(old + "\n")
    with pytest.raises(IndexNotReadyError, match="run `tienviitta ingest` again"):
        open_assistant(Settings(index=tmp_path / "index"))


def test_after_a_broken_generation_the_next_whole_one_is_served(provider, put_in_service, settings):
    put_in_service()
    provider()
    BREAKS["manifest missing"](directory_of(settings, put_in_service()))
    provider()
    whole = put_in_service()
    assert provider().generation == whole


def test_an_index_that_goes_away_leaves_the_old_one_serving(provider, put_in_service, settings):
    old = put_in_service()
    provider()
    (settings.index / CURRENT).unlink()
    assert provider().generation == old


def test_a_closed_assistant_holds_nothing(settings, put_in_service):
    generation = put_in_service()
    assistant = open_assistant(settings)
    directory = directory_of(settings, current_generation(settings.index))
    assert unused_generations(settings.index, ()) == []
    assistant.close()
    assert unused_generations(settings.index, ()) == [directory]
    assert assistant.generation == generation


def test_the_settings_model_is_what_opens_when_none_is_given(settings, put_in_service, monkeypatch):
    put_in_service()
    given = []
    monkeypatch.setattr(bootstrap, "open_embedder", lambda one: given.append(one) or HashEmbedder())
    other = replace(settings, threads=1)
    open_assistant(other).close()
    assert given == [other]
