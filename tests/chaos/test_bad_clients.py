"""Clients that leave in mid-stream, send slowly or send nonsense cost the others nothing."""

from __future__ import annotations

import json
import logging
import random
import socket
import struct

import pytest
from tiny_corpus import HashEmbedder

from api.app import create_app
from assistant.bootstrap import open_assistant
from assistant.settings import Settings

BODY = json.dumps(
    {
        "messages": [{"role": "user", "content": "Mikä on Silta-hanke?"}],
        "as_of": "2026-11-24",
        "stream": True,
    }
).encode()
LEAVING = 12


def head(length):
    return (
        "POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
        f"Content-Length: {length}\r\n\r\n"
    ).encode()


def read_all(line):
    held = b""
    while piece := line.recv(65536):
        held += piece
    return held


@pytest.fixture
def assistant(service):
    assistant = open_assistant(Settings(index=service.index), HashEmbedder())
    yield assistant
    assistant.close()


def answer_of(address):
    with socket.create_connection(address, timeout=60) as line:
        line.sendall(head(len(BODY)).replace(b"Host: x", b"Host: x\r\nConnection: close") + BODY)
        return read_all(line)


def leave(line):
    # A reset in place of an orderly end.
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def test_clients_that_leave_in_mid_stream_leave_nothing_behind(assistant, serve, caplog):
    caplog.set_level(logging.INFO, logger="tienviitta.api")
    app = create_app(lambda: assistant, running=1, waiting=LEAVING)
    chance = random.Random(11)
    with serve(app) as address:
        for _ in range(LEAVING):
            line = socket.create_connection(address, timeout=60)
            line.sendall(head(len(BODY)) + BODY)
            if chance.random() < 0.7:
                line.recv(chance.randrange(1, 400))
            leave(line)
        # Served after all of them, for one is served at a time.
        assert b"event: answer" in answer_of(address) or b"Silta on Oulun" in answer_of(address)
    assert app.state.reception.gate.inside == 0
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []


def test_a_body_that_comes_too_slowly_is_refused_and_others_are_answered(assistant, serve):
    app = create_app(lambda: assistant, running=1, waiting=1, body_seconds=1.0)
    with serve(app) as address:
        slow = [socket.create_connection(address, timeout=60) for _ in range(8)]
        for line in slow:
            line.sendall(head(len(BODY)) + BODY[:5])
        assert b"Silta" in answer_of(address)
        for line in slow:
            told = read_all(line)
            assert told.startswith(b"HTTP/1.1 408 ")
            assert b"wasn't whole within 1 seconds" in told
            line.close()
    assert app.state.reception.gate.inside == 0


@pytest.mark.parametrize("cut", [1, 40, len(head(9)), len(head(9)) + 3])
def test_a_client_that_leaves_before_its_question_is_whole_is_no_fault(
    assistant, serve, caplog, cut
):
    with serve(create_app(lambda: assistant)) as address:
        line = socket.create_connection(address, timeout=60)
        line.sendall((head(len(BODY)) + BODY)[:cut])
        leave(line)
        assert b"Silta" in answer_of(address)
    assert [r for r in caplog.records if r.levelno >= logging.ERROR] == []


def test_bytes_that_are_no_http_are_no_fault(assistant, serve):
    with serve(create_app(lambda: assistant)) as address:
        with socket.create_connection(address, timeout=60) as line:
            line.sendall(random.Random(2).randbytes(3000) + b"\r\n\r\n")
            line.shutdown(socket.SHUT_WR)
            assert not read_all(line).startswith(b"HTTP/1.1 5")
        assert b"Silta" in answer_of(address)
