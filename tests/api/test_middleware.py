"""What every request passes through."""

from __future__ import annotations

import json
import logging

import anyio
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.errors import IndexNotReadyError

LIMIT = 2_000
JSON = {"content-type": "application/json"}


@pytest.fixture
def small(assistant):
    return TestClient(create_app(lambda: assistant, body_limit=LIMIT))


def body_of(size: int) -> bytes:
    start = b'{"messages": [{"role": "user", "content": "hei"}]'
    return start + b" " * (size - len(start) - 1) + b"}"


class TestBodyLimit:
    def test_a_body_of_exactly_the_limit_is_read(self, small):
        assert small.post("/v1/chat", content=body_of(LIMIT), headers=JSON).status_code == 200

    def test_an_announced_length_above_it_is_refused(self, small, assistant):
        response = small.post("/v1/chat", content=body_of(LIMIT + 1), headers=JSON)
        assert response.status_code == 413
        assert response.headers["content-type"] == "application/problem+json"
        assert assistant.asked == []

    def test_a_chunked_body_is_counted_as_it_comes(self, small, assistant):
        whole = body_of(LIMIT + 1)
        chunks = (whole[i : i + 100] for i in range(0, len(whole), 100))
        response = small.post("/v1/chat", content=chunks, headers=JSON)
        assert response.status_code == 413
        assert str(LIMIT) in response.json()["detail"]
        assert assistant.asked == []

    def test_a_chunked_body_within_it_is_read(self, small):
        chunks = iter([body_of(LIMIT)[:50], body_of(LIMIT)[50:]])
        assert small.post("/v1/chat", content=chunks, headers=JSON).status_code == 200

    def test_bytes_are_counted_and_not_characters(self, small):
        content = json.dumps(
            {"messages": [{"role": "user", "content": "ä" * (LIMIT // 2)}]}, ensure_ascii=False
        )
        assert len(content) < LIMIT
        assert small.post("/v1/chat", content=content.encode(), headers=JSON).status_code == 413

    def test_the_form_is_bounded_too(self, small):
        response = small.post("/", data={"q": "a" * LIMIT})
        assert response.status_code == 413

    def test_an_absurd_length_is_refused(self, small):
        headers = JSON | {"content-length": "9" * 5000}
        assert small.post("/v1/chat", content=b"{}", headers=headers).status_code == 413


class TestHeaders:
    @pytest.mark.parametrize(
        "path", ["/", "/v1/sources", "/v1/nothing", "/static/app.js", "/healthz"]
    )
    def test_every_response_is_safe_to_show(self, client, path):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"

    def test_a_request_id_is_given_back(self, client):
        assert client.get("/healthz", headers={"X-Request-ID": "abc-1"}).headers[
            "x-request-id"
        ] == ("abc-1")

    def test_a_request_id_of_another_form_is_replaced(self, client):
        given = client.get("/healthz", headers={"X-Request-ID": "a b\t{}"}).headers["x-request-id"]
        assert given != "a b\t{}"
        assert given.isalnum()

    def test_a_problem_carries_the_request_id(self, client):
        response = client.get("/v1/nothing", headers={"X-Request-ID": "abc-1"})
        assert response.json()["request_id"] == "abc-1"


class TestLog:
    @pytest.fixture
    def log(self, caplog):
        caplog.set_level(logging.INFO, logger="tienviitta.api")
        return caplog

    @pytest.mark.parametrize("stream", [True, False])
    def test_tells_how_it_went_but_not_what_was_asked(self, client, log, stream):
        asked = {"messages": [{"role": "user", "content": "salaisuus"}], "stream": stream}
        client.post("/v1/chat", json=asked)
        (record,) = (r for r in log.records if r.name == "tienviitta.api")
        line = json.loads(record.getMessage())
        assert (line["path"], line["status"], line["outcome"]) == ("/v1/chat", 200, "answered")
        assert (line["citations"], line["services"]) == (2, 3)
        assert line["timings_ms"]["total"] == 20.0
        assert "salaisuus" not in log.text

    def test_leaves_out_the_query_and_the_form(self, client, log):
        client.get("/v1/services?q=salaisuus")
        client.post("/", data={"q": "salaisuus"})
        assert "salaisuus" not in log.text

    def test_a_fault_is_a_problem_without_internals_and_a_log_line_without_its_message(
        self, client, assistant, log
    ):
        assistant.fault = RuntimeError("salaisuus")
        response = client.post("/v1/chat", json={"messages": [{"role": "user", "content": "a"}]})
        assert response.status_code == 500
        assert response.headers["content-type"] == "application/problem+json"
        assert response.headers["content-security-policy"]
        assert "salaisuus" not in response.text + log.text
        assert "RuntimeError at " in log.text
        assert "fake_assistant.py" in log.text

    def test_a_fault_in_a_stream_is_logged_by_its_place(self, client, assistant, log):
        assistant.fault = RuntimeError("salaisuus")
        asked = {"messages": [{"role": "user", "content": "a"}], "stream": True}
        client.post("/v1/chat", json=asked)
        assert "salaisuus" not in log.text
        assert "RuntimeError at " in log.text


def test_a_fault_of_the_provider_is_a_problem():
    def provider():
        raise IndexNotReadyError("Run `tienviitta ingest`.")

    page = TestClient(create_app(provider)).get("/", headers={"accept": "text/html"})
    assert page.status_code == 503
    assert "ei ole vielä valmis" in page.text


def test_a_stream_stops_when_the_client_is_gone(assistant, caplog):
    caplog.set_level(logging.INFO, logger="tienviitta.api")
    body = json.dumps({"messages": [{"role": "user", "content": "a"}], "stream": True}).encode()
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": "/v1/chat",
        "raw_path": b"/v1/chat",
        "query_string": b"",
        "headers": [(b"content-type", b"application/json")],
    }
    incoming = iter([{"type": "http.request", "body": body, "more_body": False}])
    sent = b""

    async def receive():
        return next(incoming, {"type": "http.disconnect"})

    async def send(message):
        nonlocal sent
        sent += message.get("body", b"")

    anyio.run(create_app(lambda: assistant), scope, receive, send)
    assert b"event: done" not in sent
    (record,) = (r for r in caplog.records if r.name == "tienviitta.api")
    assert json.loads(record.getMessage())["broken_off"] is True
