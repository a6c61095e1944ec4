"""Chat models that write by a script, and a server that speaks as OpenAI-compatible ones do."""

from __future__ import annotations

import json
import re
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from pydantic import Field

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

SHOWN = re.compile(r'<lahde tunnus="(\w+)" nimi="([^"]*)">(.*?)</lahde>', re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A piece of the sources as a request shows it."""

    token: str
    name: str
    text: str


def shown_in(user: str) -> list[Shown]:
    return [Shown(t, unescape(name), unescape(text)) for t, name, text in SHOWN.findall(user)]


class ScriptedModel(BaseChatModel):
    """Streams what its script writes for a request; remembers the requests.

    ``script`` is given the user's message and yields pieces of text, or raises.
    """

    script: Any
    requests: list[list[Any]] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(self, messages, stop=None, run_manager=None, **_):
        text = "".join(self.script(messages[-1].text))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(text))])

    def _stream(self, messages, stop=None, run_manager=None, **_):
        self.requests.append(messages)
        for piece in self.script(messages[-1].text):
            yield ChatGenerationChunk(message=AIMessageChunk(piece))


def faithful(user: str) -> Iterator[str]:
    """Writes each piece of the sources as it stands, a few letters at a time."""
    for piece in shown_in(user):
        yield from re.findall(r".{1,7}", f"{piece.token}: {piece.text}", re.DOTALL)
        yield "\n"


def saying(*lines: str) -> Callable[[str], Iterator[str]]:
    """A script that writes lines, ``{0}`` standing for the token of the first piece shown."""

    def script(user: str) -> Iterator[str]:
        tokens = [piece.token for piece in shown_in(user)]
        for line in lines:
            yield line.format(*tokens) + "\n"

    return script


@dataclass
class Stub:
    """A server on this machine that answers requests in turn by a list of behaviours.

    A behaviour is a status with headers, or the pieces of a stream; the last one goes on.
    """

    behaviours: list[Any]
    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    url: str = ""


@dataclass(frozen=True)
class Status:
    """An answer that is an error."""

    code: int


@dataclass(frozen=True)
class Stream:
    """An answer in pieces; then it ends well, breaks off, or hangs."""

    pieces: Iterable[str] | Callable[[str], Iterable[str]]
    then: str = "done"
    finish: str = "stop"
    usage: tuple[int, int] | None = None


@contextmanager
def openai_server(*behaviours: Status | Stream) -> Iterator[Stub]:  # noqa: C901
    """Serve by a list of behaviours until the block ends."""
    stub = Stub(list(behaviours))

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            body = json.loads(self.rfile.read(length))
            stub.bodies.append(body)
            stub.headers.append({k.lower(): v for k, v in self.headers.items()})
            number = min(len(stub.bodies), len(stub.behaviours)) - 1
            behaviour = stub.behaviours[number]
            if isinstance(behaviour, Status):
                self.refuse(behaviour)
            else:
                self.stream(behaviour, body)

        def refuse(self, status: Status) -> None:
            text = json.dumps({"error": {"message": "no", "type": "stub"}}).encode()
            self.send_response(status.code)
            self.send_header("Content-Type", "application/json")
            self.send_header("retry-after-ms", "1")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def stream(self, behaviour: Stream, body: dict[str, Any]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Connection", "close")
            self.end_headers()
            user = body["messages"][-1]["content"]
            pieces = behaviour.pieces(user) if callable(behaviour.pieces) else behaviour.pieces
            try:
                for piece in pieces:
                    self.event({"content": piece}, None)
                if behaviour.then == "hang":
                    stub.released.wait(30)
                if behaviour.then != "done":
                    self.close_connection = True
                    self.wfile.write(b"data: {torn")
                    return
                self.event({}, behaviour.finish)
                if behaviour.usage and (body.get("stream_options") or {}).get("include_usage"):
                    self.tell_usage(*behaviour.usage)
                self.wfile.write(b"data: [DONE]\n\n")
            except OSError:
                return

        def tell_usage(self, prompt: int, completion: int) -> None:
            data = {
                "id": "stub",
                "object": "chat.completion.chunk",
                "created": 0,
                "model": "stub",
                "choices": [],
                "usage": {
                    "prompt_tokens": prompt,
                    "completion_tokens": completion,
                    "total_tokens": prompt + completion,
                },
            }
            self.wfile.write(f"data: {json.dumps(data)}\n\n".encode())

        def event(self, delta: dict[str, str], finish: str | None) -> None:
            data = {
                "id": "stub",
                "object": "chat.completion.chunk",
                "created": 0,
                "model": "stub",
                "choices": [{"index": 0, "delta": delta, "finish_reason": finish}],
            }
            self.wfile.write(f"data: {json.dumps(data)}\n\n".encode())
            self.wfile.flush()

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    stub.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield stub
    finally:
        stub.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
