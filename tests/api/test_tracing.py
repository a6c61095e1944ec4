"""Traces for OpenTelemetry."""

from __future__ import annotations

import builtins

import pytest
from fastapi.testclient import TestClient

pytest.importorskip("opentelemetry.exporter.otlp.proto.http")
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from api import tracing
from api.app import create_app
from api.tracing import Tracing, open_tracing
from assistant.errors import SettingsError
from assistant.settings import ServerSettings

ASKED = {"messages": [{"role": "user", "content": "salaisuus"}]}
TRACE, PARENT = "0af7651916cd43dd8448eb211c80319c", "b7ad6b7169203331"


@pytest.fixture
def exporter(monkeypatch):
    exporter = InMemorySpanExporter()
    monkeypatch.setattr(tracing, "open_tracing", lambda _: Tracing(exporter, now=True))
    return exporter


@pytest.fixture
def client(assistant, exporter):
    server = ServerSettings(otlp_endpoint="http://127.0.0.1:4318/v1/traces")
    return TestClient(create_app(lambda: assistant, server=server))


def test_a_question_is_a_span_with_a_span_each_step(client, exporter):
    client.post("/v1/chat", json=ASKED)
    *steps, root = exporter.get_finished_spans()
    assert root.name == "POST /v1/chat"
    assert root.attributes["http.response.status_code"] == 200
    assert root.attributes["tienviitta.outcome"] == "answered"
    assert [step.name for step in steps] == ["understand"]
    (step,) = steps
    assert step.parent.span_id == root.context.span_id
    assert step.end_time - step.start_time == 1_000_000
    assert step.end_time == root.end_time


def test_it_goes_on_the_callers_trace(client, exporter):
    client.get("/healthz", headers={"traceparent": f"00-{TRACE}-{PARENT}-01"})
    (root,) = exporter.get_finished_spans()
    assert f"{root.context.trace_id:032x}" == TRACE
    assert f"{root.parent.span_id:016x}" == PARENT


@pytest.mark.parametrize("header", ["", "x", "00-0-0-00", "ä"])
def test_a_broken_trace_of_the_caller_is_left(client, exporter, header):
    client.get("/healthz", headers={"traceparent": header.encode()})
    (root,) = exporter.get_finished_spans()
    assert root.parent is None


def test_nothing_that_was_sent_is_in_them(client, exporter, assistant):
    client.get("/v1/services?q=salaisuus")
    client.get("/v1/sources/salaisuus")
    assistant.fault = RuntimeError("salaisuus")
    client.post("/v1/chat", json=ASKED)
    spans = exporter.get_finished_spans()
    assert "salaisuus" not in "".join(span.to_json() for span in spans)
    assert not spans[-1].status.is_ok


def test_the_true_exporter_is_opened_by_the_setting():
    opened = open_tracing("http://127.0.0.1:4318/v1/traces")
    opened.close()


def test_without_the_packages_it_says_what_to_install(monkeypatch):
    true_import = builtins.__import__

    def without(name: str, *rest: object):
        if name.startswith("opentelemetry.exporter"):
            raise ImportError(name)
        return true_import(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(SettingsError, match=r"\[otel\]"):
        open_tracing("http://127.0.0.1:4318")
