"""Search over HTTP: hits kept and rejected, with what speaks for them."""

from __future__ import annotations

import pytest
from fake_assistant import PASSAGE, PLAN, PLAN_TEXT
from fastapi.testclient import TestClient

from api.app import create_app
from assistant.dialogue import Audience

QUESTION = "Mistä Kalajoella saa ohjausta työnhakuun?"


def body(**more: object) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": QUESTION}], **more}


def test_gives_hits_with_their_evidence_and_places(client):
    found = client.post("/v1/search", json=body()).json()
    first, lone = found["hits"]
    assert (first["rank"], first["service_id"], first["name"]) == (
        1,
        "duuniportti",
        "Duuniportti-hanke",
    )
    assert (first["status"], first["level"]) == ("ended", "municipality")
    assert first["why"] == ["Kalajoki", "työnhaku"]
    assert first["evidence"] == {"dense": 0.9, "ended": -1.0}
    (passage,) = first["passages"]
    assert PLAN_TEXT[passage["start"] : passage["end"]] == passage["text"] == PASSAGE.text
    assert passage["sha256"] == PLAN.sha256
    assert passage["locator"] == "Osa 3 › Duuniportti -hanke"
    assert (lone["service_id"], lone["name"], lone["status"]) == (None, None, None)


def test_tells_what_was_left_out_and_why(client):
    found = client.post("/v1/search", json=body()).json()
    (rejected,) = found["rejected"]
    assert (rejected["rejected"], rejected["service_id"]) == ("elsewhere", "villa-victor")
    assert (found["total"], found["total_rejected"]) == (2, 1)
    without = client.post("/v1/search", json=body(rejected=False)).json()
    assert without["rejected"] == []
    assert without["total_rejected"] == 1


def test_tells_how_the_question_was_understood_and_from_what(client):
    found = client.post("/v1/search", json=body(as_of="2026-05-01")).json()
    assert found["question"]["standalone"] == QUESTION
    assert (found["generation"], found["as_of"]) == ("g1", "2026-05-01")
    assert found["signals"] == {"known": 1.0, "nearest": 0.9}


def test_the_same_is_found_by_an_address(client, assistant):
    query = {"q": QUESTION, "municipality": "kalajoki", "as_of": "2026-05-01", "limit": 1}
    by_address = client.get("/v1/search", params=query)
    sent = body(municipality="Kalajoki", as_of="2026-05-01", limit=1)
    assert by_address.json() == client.post("/v1/search", json=sent).json()
    assert len(by_address.json()["hits"]) == 1
    assert by_address.headers["cache-control"] == "no-store"
    first, second = assistant.asked
    assert first == second
    assert (first.municipality, first.audience) == ("Kalajoki", Audience.CITIZEN)


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"limit": 0}, "limit"),
        ({"limit": 101}, "limit"),
        ({"stream": True}, "stream"),
        ({"municipality": "Atlantis"}, "municipality"),
        ({"messages": []}, "messages"),
    ],
)
def test_names_the_field_that_does_not_hold(client, more, field):
    response = client.post("/v1/search", json=body(**more))
    assert response.status_code == 422
    assert [e["field"] for e in response.json()["errors"]] == [field]


@pytest.mark.parametrize("query", ["", "q=", "q=%20", "q=%00", "q=a&limit=x", "q=a&colour=red"])
def test_an_address_that_does_not_hold_is_refused(client, query):
    assert client.get(f"/v1/search?{query}").status_code == 422


def test_a_question_too_long_is_refused_however_it_comes(client):
    assert client.get("/v1/search", params={"q": "a" * 4001}).status_code == 413
    long = {"messages": [{"role": "user", "content": "a" * 4001}]}
    assert client.post("/v1/search", json=long).status_code == 413


def test_the_true_index_tells_why_a_project_is_left_out(true_assistant):
    client = TestClient(create_app(lambda: true_assistant))
    sent = {
        "messages": [
            {
                "role": "user",
                "content": "Mistä Kalajoella asuva maahanmuuttaja saa ohjausta työnhakuun?",
            }
        ],
        "as_of": "2026-11-24",
    }
    found = client.post("/v1/search", json=sent).json()
    assert found["question"]["municipalities"] == ["Kalajoki"]
    assert found["hits"][0]["level"] in {"municipality", "subregion"}
    assert all(hit["rejected"] is None for hit in found["hits"])
    assert {hit["rejected"] for hit in found["rejected"]} <= {"elsewhere", "wrong_age"}
    for passage in (p for hit in found["hits"] for p in hit["passages"]):
        source = true_assistant.source(passage["source_id"])
        assert source.quote(passage["start"], passage["end"]) == passage["text"]
