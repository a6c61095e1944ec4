"""Whatever the language model's server does, people get the answer that needs none."""

from __future__ import annotations

import json
import logging
import random
import socket
import threading
from contextlib import contextmanager
from urllib.request import Request, urlopen

import pytest
from tiny_corpus import HashEmbedder

from api.app import create_app
from assistant.bootstrap import open_assistant
from assistant.settings import LanguageModelSettings, Settings

OK = b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Type: "
EVENT = b'data: {"id":"x","object":"chat.completion.chunk","choices":[{"index":0,"delta":'
GARBAGE = random.Random(5).randbytes(4000)
ANSWERS = {
    "bytes that are no HTTP": GARBAGE,
    "a page": OK + b"text/html\r\n\r\n<h1>Tervetuloa</h1>",
    "events of noise": OK + b"text/event-stream\r\n\r\ndata: " + GARBAGE.replace(b"\n", b""),
    "nothing": b"",
    "an error": b"HTTP/1.1 500 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
    "half an answer": OK + b"text/event-stream\r\n\r\n" + EVENT + b'{"content":"Sil"}}]}\n\n',
    "what isn't so": OK
    + b"text/event-stream\r\n\r\n"
    + EVENT
    + b'{"content":"Silta maksaa 900 euroa."},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n',
    "a list": OK + b"application/json\r\nContent-Length: 2\r\n\r\n[]",
}


@contextmanager
def model_server(answer):
    """Answer every connection with the same bytes; ``None`` keeps it waiting."""
    waiting, stopped = [], threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def run():
            while True:
                connection, _ = listening.accept()
                if stopped.is_set():
                    connection.close()
                    return
                connection.recv(65536)
                if answer is None:
                    waiting.append(connection)
                    continue
                connection.sendall(answer)
                connection.close()

        thread = threading.Thread(target=run)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1"
        finally:
            stopped.set()
            with socket.create_connection(listening.getsockname()):
                thread.join()
            for connection in waiting:
                connection.close()


def answered(service, serve, url):
    settings = Settings(
        index=service.index,
        llm=LanguageModelSettings(url, "malli", timeout=1, retries=0) if url else None,
    )
    assistant = open_assistant(settings, HashEmbedder())
    body = {
        "messages": [{"role": "user", "content": "Mikä on Silta-hanke?"}],
        "as_of": "2026-11-24",
    }
    try:
        with serve(create_app(lambda: assistant)) as (host, port):
            request = Request(
                f"http://{host}:{port}/v1/chat",
                json.dumps(body).encode(),
                {"Content-Type": "application/json"},
            )
            with urlopen(request, timeout=60) as response:
                return json.load(response)
    finally:
        assistant.close()


def assert_told_without(service, serve, url, caplog):
    plain = answered(service, serve, None)
    told = answered(service, serve, url)
    assert plain["citations"]
    assert [told[part] for part in ("outcome", "text", "citations", "services")] == [
        plain[part] for part in ("outcome", "text", "citations", "services")
    ]
    assert "fallback" in {notice["kind"] for notice in told["notices"]}
    logged = [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING]
    assert all("Silta" not in line for line in logged)
    return " ".join(logged)


@pytest.mark.parametrize("name", ANSWERS)
def test_a_model_that_answers_garbage(service, serve, caplog, name):
    with model_server(ANSWERS[name]) as url:
        logged = assert_told_without(service, serve, url, caplog)
    assert ("see that its server runs" in logged) == (name != "what isn't so")


def test_a_model_that_hangs(service, serve, caplog):
    with model_server(None) as url:
        logged = assert_told_without(service, serve, url, caplog)
    assert "answers are told without it: see that its server runs" in logged


def test_a_model_that_refuses(service, serve, caplog):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    logged = assert_told_without(service, serve, f"http://127.0.0.1:{port}/v1", caplog)
    assert "TIENVIITTA_LLM_BASE_URL" in logged
