"""A true Chroma server, two API processes, and a new corpus in the middle of their questions."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import httpx
import pytest
from tiny_corpus import HashEmbedder

from assistant import chroma_server
from assistant.bootstrap import open_assistant
from assistant.chroma_server import ChromaServer
from assistant.dialogue import Ask, Message
from assistant.errors import IndexNotReadyError
from assistant.generation import GENERATIONS, current_generation
from assistant.mirror import mirror
from assistant.settings import ROOT, ChromaSettings, Settings
from ingest.publish import leave_unchanged, publish
from ingest.read import read_corpus

QUESTION = "Mikä on Silta-hanke?"
OLD, NEW = "Silta on Oulun kaupungin hanke.", "Silta on hanke Oulun nuorille."
PATIENCE = 60
API = """
import sys
import uvicorn
from tiny_corpus import HashEmbedder
from api.app import create_app
from assistant import bootstrap
from assistant.settings import Settings

bootstrap.open_embedder = lambda settings: HashEmbedder()
bootstrap.LOOKS_EVERY = 0.2
provider = bootstrap.AssistantProvider(Settings.from_environment())
uvicorn.run(create_app(provider), port=int(sys.argv[1]), log_level="warning")
"""


def free_port():
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", 0))
        except OSError as error:
            pytest.skip(f"no port can be bound: {error}")
        return probe.getsockname()[1]


def wait_for(ready):
    """Ask until something is true; an exception of the connection counts as not yet."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            if ready():
                return
        except httpx.TransportError:
            pass
        threading.Event().wait(0.05)
    pytest.fail("it didn't come about in a minute")


@contextmanager
def running(command, **more):
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **more
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait()


@contextmanager
def chroma_running(directory, port):
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "run", "--path", str(directory), "--port", str(port)]
    with running(command, cwd=directory) as process:
        wait_for(lambda: httpx.get(f"http://127.0.0.1:{port}/api/v2/heartbeat").is_success)
        yield process


@pytest.fixture(scope="module")
def chroma(tmp_path_factory):
    """The address of a Chroma server."""
    port = free_port()
    with chroma_running(tmp_path_factory.mktemp("chroma"), port):
        yield f"http://127.0.0.1:{port}"


@pytest.fixture
def server(chroma):
    server = ChromaServer(ChromaSettings(chroma))
    yield server
    for collection in server.client.list_collections():
        server.client.delete_collection(collection.name)
    server.close()


@pytest.fixture
def embedder():
    return HashEmbedder()


@pytest.fixture
def put(tiny, tmp_path, server, embedder):
    """Ingest the tiny corpus as it stands, on a machine of its own."""
    return lambda: publish(
        read_corpus(tiny.directory).corpus, tmp_path / "ingest", embedder, server=server
    )


def parts(server, generation):
    names = [one.name for one in server.client.list_collections()]
    return [name for name in names if generation in name]


def test_another_machine_answers_as_one_with_its_own_index(put, tiny, tmp_path, chroma, embedder):
    put()
    alone = publish(read_corpus(tiny.directory).corpus, tmp_path / "alone", embedder)
    assert alone.embedded
    there = Settings(index=tmp_path / "there", chroma=ChromaSettings(chroma))
    ask = Ask((Message("user", QUESTION),))
    answers = []
    for settings in (there, Settings(index=tmp_path / "alone")):
        assistant = open_assistant(settings, embedder)
        answers.append(assistant.ask(ask))
        assistant.close()
    assert answers[0].text == answers[1].text
    assert answers[0].citations == answers[1].citations
    assert not (there.index / GENERATIONS / current_generation(there.index) / "chroma").exists()


def test_the_vectors_of_another_machine_spare_embedding(put, tiny, tmp_path, server, embedder):
    put()
    embedder.embedded.clear()
    tiny.change("services/silta.md", "- poika on jäänyt kotiin", "- tyttö on jäänyt kotiin")
    publish(read_corpus(tiny.directory).corpus, tmp_path / "other", embedder, server=server)
    assert embedder.embedded == ["tyttö on jäänyt kotiin"]


def test_an_unchanged_corpus_is_left_as_it_serves(put, tiny, tmp_path, server, embedder):
    name = put().manifest.generation
    corpus = read_corpus(tiny.directory).corpus
    left = leave_unchanged(corpus, tmp_path / "ingest", embedder.name, server)
    assert left is not None
    assert left.manifest.generation == name
    server.delete(name)
    assert leave_unchanged(corpus, tmp_path / "ingest", embedder.name, server) is None


def test_what_no_process_reads_any_more_is_deleted(put, server, monkeypatch):
    first = put().manifest.generation
    second = put().manifest.generation
    assert server.pointed() == second
    assert len(parts(server, first)) == len(parts(server, second)) == 3
    monkeypatch.setattr(chroma_server, "GRACE", timedelta(0))
    third = put().manifest.generation
    assert parts(server, first) == parts(server, second) == []
    assert len(parts(server, third)) == 3


def test_an_ingest_that_fails_leaves_the_last_generation_serving(
    put, server, embedder, monkeypatch
):
    good = put().manifest.generation
    monkeypatch.setattr(ChromaServer, "upload", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        put()
    assert server.pointed() == good
    names = [one.name for one in server.client.list_collections()]
    assert len(names) == 4


def test_a_torn_piece_is_told_and_nothing_is_served(put, tmp_path, server):
    name = put().manifest.generation
    files = server.client.get_collection(server.collection_name(name, "files"))
    files.update(ids=["places.json#0"], documents=["torn"], embeddings=[[1.0, 0.0]])
    with pytest.raises(IndexNotReadyError, match=r"places.json of generation .* is torn on"):
        mirror(server, tmp_path / "there")
    assert list((tmp_path / "there").glob(".fetched-*")) == []


def test_a_server_without_an_index_says_to_ingest(server, tmp_path):
    with pytest.raises(IndexNotReadyError, match="holds no index; run `tienviitta ingest`"):
        mirror(server, tmp_path)


def test_a_server_that_isnt_there_is_told_with_its_address(tmp_path):
    address = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(IndexNotReadyError, match=f"{address} doesn't answer"):
        mirror(ChromaServer(ChromaSettings(address)), tmp_path)


def test_a_server_that_never_answers_is_waited_for_as_long_as_is_set(tmp_path):
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(IndexNotReadyError, match="doesn't answer"):
            mirror(ChromaServer(ChromaSettings(address, timeout=1)), tmp_path)


def test_a_server_that_stops_in_mid_service_is_told_and_answers_again(tiny, tmp_path, embedder):
    directory, port = tmp_path / "own", free_port()
    directory.mkdir()
    settings = ChromaSettings(f"http://127.0.0.1:{port}", timeout=1)
    with chroma_running(directory, port) as process:
        server = ChromaServer(settings)
        corpus = read_corpus(tiny.directory).corpus
        publish(corpus, tmp_path / "i", embedder, server=server)
        there = Settings(index=tmp_path / "i", chroma=settings)
        assistant = open_assistant(there, embedder)
        ask = Ask((Message("user", QUESTION),))
        before = assistant.ask(ask)
        process.send_signal(signal.SIGSTOP)
        try:
            with pytest.raises(IndexNotReadyError, match="doesn't answer"):
                assistant.ask(ask)
        finally:
            process.send_signal(signal.SIGCONT)
        assert assistant.ask(ask).text == before.text
        assistant.close()
        server.close()


def asked(client, port):
    body = {"messages": [{"role": "user", "content": QUESTION}], "as_of": "2026-11-24"}
    return client.post(f"http://127.0.0.1:{port}/v1/chat", json=body, timeout=30)


def test_two_api_processes_go_over_to_a_new_corpus_without_a_failed_request(
    put, tiny, tmp_path, chroma
):
    put()
    ports = [free_port(), free_port()]
    path = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    seen = {port: [] for port in ports}
    stop = threading.Event()

    def load(port):
        with httpx.Client() as client:
            while not stop.is_set():
                answer = asked(client, port)
                told = answer.json().get("text", "")
                seen[port].append((answer.status_code, OLD in told, NEW in told))

    def api(port):
        environment = {
            **os.environ,
            "PYTHONPATH": path,
            "TIENVIITTA_CHROMA_URL": chroma,
            "TIENVIITTA_INDEX": str(tmp_path / f"api-{port}"),
            "TIENVIITTA_FEEDBACK": "off",
        }
        return running([sys.executable, "-c", API, str(port)], env=environment)

    with api(ports[0]), api(ports[1]), httpx.Client() as client:
        for port in ports:
            wait_for(lambda port=port: asked(client, port).is_success)
        threads = [threading.Thread(target=load, args=(port,)) for port in ports for _ in range(2)]
        for thread in threads:
            thread.start()
        tiny.change("services/silta.md", OLD, NEW)
        put()
        try:
            wait_for(lambda: all(any(new for _, _, new in seen[port][-3:]) for port in ports))
        finally:
            stop.set()
            for thread in threads:
                thread.join()
    for told in seen.values():
        assert {status for status, _, _ in told} == {200}
        assert all(old or new for _, old, new in told)
        assert told[0][1]
        assert told[-1][2]


def test_deleted_text_is_gone_from_the_servers_database_once_vacuumed(
    tiny, tmp_path, embedder, monkeypatch
):
    secret, directory, port = "Kvartsipuuro", tmp_path / "own", free_port()
    directory.mkdir()
    monkeypatch.setattr(chroma_server, "GRACE", timedelta(0))
    with chroma_running(directory, port):
        server = ChromaServer(ChromaSettings(f"http://127.0.0.1:{port}"))
        tiny.change("services/silta.md", OLD, f"{OLD[:-1]} nimeltään {secret}.")
        publish(read_corpus(tiny.directory).corpus, tmp_path / "i", embedder, server=server)
        assert "chroma.sqlite3" in holding(directory, secret)
        tiny.change("services/silta.md", f"{OLD[:-1]} nimeltään {secret}.", OLD)
        publish(read_corpus(tiny.directory).corpus, tmp_path / "i", embedder, server=server)
        assert holding(tmp_path / "i", secret) == []
        server.close()
    chroma = Path(sys.executable).with_name("chroma")
    command = [str(chroma), "vacuum", "--path", str(directory), "--force"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=directory)
    # A small graph's file may hold what the server has had in memory: docs/scale.md tells.
    assert "chroma.sqlite3" not in holding(directory, secret)


def holding(directory, text):
    return [
        path.name
        for path in directory.rglob("*")
        if path.is_file() and text.encode() in path.read_bytes()
    ]
