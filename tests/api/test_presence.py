"""Work stops when nobody waits for it any more."""

from __future__ import annotations

import json
import socket
import threading

import anyio
import anyio.to_thread
import pytest
from fake_assistant import ANSWERED, FakeAssistant
from live_server import serving

from api.app import create_app
from api.presence import ClientGoneError, while_present

ASKED = {"messages": [{"role": "user", "content": "a"}]}
ANOTHER = {"messages": [{"role": "user", "content": "b"}]}


class SlowAssistant(FakeAssistant):
    """Answers when it's let."""

    def __init__(self) -> None:
        super().__init__()
        self.begun, self.let = threading.Semaphore(0), threading.Event()

    def ask(self, ask):
        self.begun.release()
        assert self.let.wait(30)
        return super().ask(ask)


class Line:
    """What a request receives, until its client hangs up."""

    def __init__(self) -> None:
        self.hung_up = anyio.Event()

    async def receive(self) -> dict[str, str]:
        await self.hung_up.wait()
        return {"type": "http.disconnect"}


def test_work_is_done_while_the_client_is_there():
    async def run() -> int:
        async def work() -> int:
            return 7

        return await while_present(Line(), work)

    assert anyio.run(run) == 7


def test_an_error_of_the_work_comes_as_it_is():
    async def run() -> None:
        async def work() -> None:
            raise KeyError("x")

        await while_present(Line(), work)

    with pytest.raises(KeyError):
        anyio.run(run)


def test_work_ends_when_the_client_hangs_up():
    ended = []

    async def run() -> None:
        line = Line()

        async def work() -> None:
            line.hung_up.set()
            try:
                await anyio.sleep_forever()
            finally:
                ended.append(True)

        await while_present(line, work)

    with pytest.raises(ClientGoneError):
        anyio.run(run)
    assert ended == [True]


@pytest.mark.parametrize(
    ("path", "more"),
    [
        ("/v1/chat", {}),
        ("/v1/chat", {"stream": True}),
        ("/v1/chat/completions", {}),
        ("/v1/chat/completions", {"stream": True}),
    ],
)
def test_a_question_whose_asker_left_the_queue_is_never_answered(path, more):
    assistant = SlowAssistant()
    app = create_app(lambda: assistant, running=1, waiting=4)
    gate = app.state.reception.gate
    with serving(app) as (address, _):
        host, port = address.removeprefix("http://").split(":")
        first, second = (socket.create_connection((host, int(port))) for _ in range(2))
        send(first, path, {**ASKED, **more})
        assert assistant.begun.acquire(timeout=30)
        send(second, path, {**ANOTHER, **more})
        until(lambda: gate.inside == 2)
        second.close()
        until(lambda: gate.inside == 1)
        assistant.let.set()
        assert ANSWERED.text.split("\n")[0].encode() in first.recv(100_000) + rest(first)
        first.close()
    assert len(assistant.asked) == 1


@pytest.mark.parametrize("path", ["/v1/chat", "/v1/chat/completions"])
@pytest.mark.parametrize("stream", [True, False])
def test_a_client_that_left_is_logged_as_that_and_not_as_a_fault(caplog, path, stream):
    caplog.set_level("INFO", logger="tienviitta.api")
    assistant = SlowAssistant()
    body = json.dumps({**ASKED, "stream": stream}).encode()
    incoming = iter([{"type": "http.request", "body": body, "more_body": False}])
    sent = b""

    async def receive():
        if (message := next(incoming, None)) is not None:
            return message
        assert await anyio.to_thread.run_sync(lambda: assistant.begun.acquire(timeout=30))
        assistant.let.set()
        return {"type": "http.disconnect"}

    async def send_(message):
        nonlocal sent
        sent += message.get("body", b"")

    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    anyio.run(create_app(lambda: assistant), scope, receive, send_)
    assert ANSWERED.text[:20].encode() not in sent
    (record,) = (r for r in caplog.records if r.name == "tienviitta.api")
    line = json.loads(record.getMessage())
    assert (record.levelname, line["broken_off"]) == ("INFO", True)
    assert line["status"] == (200 if stream else 499)


def test_a_server_that_is_stopped_answers_what_it_has_and_takes_no_more():
    assistant = SlowAssistant()
    told: list[bytes] = []
    with serving(create_app(lambda: assistant)) as (address, server):
        host, port = address.removeprefix("http://").split(":")
        clients = [socket.create_connection((host, int(port))) for _ in range(2)]
        for client, asked in zip(clients, (ASKED, {**ANOTHER, "stream": True}), strict=True):
            send(client, "/v1/chat", asked)
            assert assistant.begun.acquire(timeout=30)
        server.should_exit = True
        assistant.let.set()
        told = [rest(client) for client in clients]
        for client in clients:
            client.close()
    assert all(b"200 OK" in answer for answer in told)
    assert told[0].rstrip().endswith(b"}")
    assert b"event: done" in told[1]
    with pytest.raises(OSError, match="refused"):
        socket.create_connection((host, int(port)), timeout=5)


def send(client: socket.socket, path: str, body: dict[str, object]) -> None:
    content = json.dumps({"model": "tienviitta", **body} if "completions" in path else body)
    head = (
        f"POST {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(content)}\r\n\r\n"
    )
    client.settimeout(30)
    client.sendall((head + content).encode())


def rest(client: socket.socket) -> bytes:
    found = b""
    while piece := client.recv(65536):
        found += piece
    return found


def until(holds) -> None:
    """Wait for what another thread does; a wait for ever is a failure."""
    waiting = threading.Event()
    for _ in range(3000):
        if holds():
            return
        waiting.wait(0.01)
    raise AssertionError("it never came")
