"""Counts and times for Prometheus."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient
from prometheus_client.parser import text_string_to_metric_families

from api.app import create_app
from assistant.errors import IndexNotReadyError

ASKED = {"messages": [{"role": "user", "content": "salaisuus"}]}


def samples(client: TestClient) -> dict[tuple[str, frozenset[tuple[str, str]]], float]:
    text = client.get("/metrics").text
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


def value(client: TestClient, name: str, **labels: str) -> float | None:
    return samples(client).get((name, frozenset(labels.items())))


def test_requests_are_counted_by_route_method_and_status(client):
    for id_ in ("duuniportti", "villa-victor", "nothing"):
        client.get(f"/v1/services/{id_}")
    client.head("/v1/sources")
    route = "/v1/services/{service_id}"
    assert value(client, "tienviitta_requests_total", route=route, method="GET", status="200") == 2
    assert value(client, "tienviitta_requests_total", route=route, method="GET", status="404") == 1
    counted = {"route": "/v1/sources", "method": "HEAD", "status": "200"}
    assert value(client, "tienviitta_requests_total", **counted) == 1
    assert value(client, "tienviitta_request_seconds_count", route=route) == 3


def test_answers_are_counted_by_how_they_ended_and_each_step_is_timed(client):
    client.post("/v1/chat", json=ASKED)
    client.post("/v1/chat", json={**ASKED, "stream": True})
    client.post("/v1/chat/completions", json={**ASKED, "model": "tienviitta"})
    labels = {"outcome": "answered", "audience": "citizen", "language": "fi"}
    assert value(client, "tienviitta_answers_total", **labels) == 3
    assert value(client, "tienviitta_step_seconds_sum", step="total") == pytest.approx(0.06)
    assert value(client, "tienviitta_step_seconds_count", step="understand") == 3


def test_thumbs_are_counted(client):
    client.post("/v1/feedback", json={"answer_id": "a", "rating": "down"})
    assert value(client, "tienviitta_feedback_total", rating="down") == 1


def test_tells_which_generation_answers(client, assistant):
    assert value(client, "tienviitta_index_info", generation="g1") == 1
    assistant.generation, assistant.passages = "g2", 9
    assert value(client, "tienviitta_index_info", generation="g2") == 1
    assert value(client, "tienviitta_index_info", generation="g1") is None
    assert value(client, "tienviitta_passages") == 9


def test_nothing_that_was_sent_is_in_it_and_unknown_addresses_are_one(client):
    client.post("/v1/chat", json=ASKED)
    for path in ("/salaisuus", "/v1/services?q=salaisuus", "/v1/sources/salaisuus", "/salaisuus/2"):
        client.get(path)
    assert "salaisuus" not in client.get("/metrics").text
    counted = {"route": "other", "method": "GET", "status": "404"}
    assert value(client, "tienviitta_requests_total", **counted) == 2


def test_strange_methods_do_not_make_new_series(client):
    client.request("SALAISUUS", "/v1/chat")
    assert "SALAISUUS" not in client.get("/metrics").text


def test_without_an_index_it_still_tells_the_rest():
    def provider():
        raise IndexNotReadyError("x")

    client = TestClient(create_app(provider))
    assert client.get("/readyz").status_code == 503
    counted = {"route": "/readyz", "method": "GET", "status": "503"}
    assert value(client, "tienviitta_requests_total", **counted) == 1
    assert value(client, "tienviitta_inside") == 0
