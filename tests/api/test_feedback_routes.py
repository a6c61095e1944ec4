"""Feedback over HTTP."""

from __future__ import annotations

import json
import logging
import sqlite3
import threading
from contextlib import closing
from datetime import date, timedelta

import anyio
import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.feedback import Feedback, FeedbackStore, forget_daily
from api.reception import today
from assistant.errors import IndexNotReadyError
from assistant.settings import ServerSettings

THUMB = {"answer_id": "a1", "rating": "up"}


def kept(client: TestClient) -> list:
    return client.app.state.feedback.all(today())


def test_a_thumb_is_stored_and_nothing_of_the_conversation(client):
    response = client.post("/v1/feedback", json=THUMB)
    assert response.status_code == 201
    (stored,) = kept(client)
    assert response.json()["id"] == stored.id
    assert date.fromisoformat(response.json()["kept_until"]) == today() + timedelta(days=180)
    assert (stored.question, stored.answer, stored.comment) == (None, None, None)
    assert stored.generation == "g1"


def test_the_question_and_the_answer_are_stored_when_the_person_agrees(client):
    texts = {"question": "Kuka auttaa? 040 123 4567", "answer": "Ohjaamo."}
    client.post("/v1/feedback", json={**THUMB, "agreed": True, **texts})
    (stored,) = kept(client)
    assert (stored.question, stored.answer) == ("Kuka auttaa? [puhelinnumero]", "Ohjaamo.")


@pytest.mark.parametrize("text", ["question", "answer"])
def test_texts_without_agreement_are_refused_and_nothing_is_stored(client, text):
    response = client.post("/v1/feedback", json={**THUMB, text: "salaisuus"})
    assert response.status_code == 422
    assert "agreed" in response.json()["detail"]
    assert "salaisuus" not in response.text
    assert kept(client) == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"rating": "up"}, "answer_id"),
        ({**THUMB, "rating": "five"}, "rating"),
        ({**THUMB, "answer_id": "a b"}, "answer_id"),
        ({**THUMB, "answer_id": "a" * 65}, "answer_id"),
        ({**THUMB, "comment": "a" * 1001}, "comment"),
        ({**THUMB, "comment": "a\x00"}, "comment"),
        ({**THUMB, "name": "Matti"}, "name"),
    ],
)
def test_names_the_field_that_does_not_hold(client, body, field):
    response = client.post("/v1/feedback", json=body)
    assert response.status_code == 422
    assert [e["field"] for e in response.json()["errors"]] == [field]
    assert kept(client) == []


def test_a_comment_after_a_thumb_takes_its_place(client):
    first = client.post("/v1/feedback", json=THUMB).json()["id"]
    body = {**THUMB, "rating": "down", "comment": "Väärä numero", "replaces": first}
    client.post("/v1/feedback", json=body)
    (stored,) = kept(client)
    assert (stored.rating, stored.comment) == ("down", "Väärä numero")


def test_whoever_has_the_id_takes_it_back(client):
    id_ = client.post("/v1/feedback", json=THUMB).json()["id"]
    assert client.delete(f"/v1/feedback/{id_}").status_code == 204
    assert kept(client) == []
    assert client.delete(f"/v1/feedback/{id_}").status_code == 404


def test_neither_the_id_nor_the_comment_is_logged(client, caplog):
    caplog.set_level(logging.INFO, logger="tienviitta.api")
    id_ = client.post("/v1/feedback", json={**THUMB, "comment": "salaisuus"}).json()["id"]
    client.delete(f"/v1/feedback/{id_}")
    lines = [json.loads(r.getMessage()) for r in caplog.records if r.name == "tienviitta.api"]
    assert lines[0]["rating"] == "up"
    assert lines[1]["path"] == "/v1/feedback/{feedback_id}"
    assert id_ not in caplog.text
    assert "salaisuus" not in caplog.text


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/v1/feedback"), ("DELETE", "/v1/feedback/x")]
)
def test_where_none_is_kept_it_is_said(assistant, method, path):
    client = TestClient(create_app(lambda: assistant))
    response = client.request(method, path, json=THUMB)
    assert response.status_code == 404
    assert response.json()["type"].endswith("#feedback-off")


def test_it_is_taken_also_while_no_question_can_be_answered(tmp_path):
    def provider():
        raise IndexNotReadyError("x")

    server = ServerSettings(feedback=tmp_path / "f.sqlite")
    client = TestClient(create_app(provider, server=server))
    assert client.post("/v1/feedback", json=THUMB).status_code == 201


def test_a_file_that_cannot_be_written_is_a_problem_without_its_path(tmp_path, assistant):
    (tmp_path / "f").write_text("")
    server = ServerSettings(feedback=tmp_path / "f" / "deeper.sqlite")
    client = TestClient(create_app(lambda: assistant, server=server))
    response = client.post("/v1/feedback", json=THUMB)
    assert response.status_code == 500
    assert str(tmp_path) not in response.text


@pytest.fixture
def aged(tmp_path):
    store = FeedbackStore(tmp_path / "f.sqlite", days=180)
    store.add(Feedback("", today() - timedelta(days=181), "a1", "up"))
    return store


def test_what_is_too_old_goes_when_the_server_starts_and_again_every_day(aged, monkeypatch):
    slept = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)
        if len(slept) == 2:
            raise TimeoutError
        aged.add(Feedback("", today() - timedelta(days=181), "a1", "up"))

    monkeypatch.setattr("api.feedback.anyio.sleep", sleep)
    with pytest.raises(TimeoutError):
        anyio.run(forget_daily, aged)
    assert slept == [86_400, 86_400]
    with closing(sqlite3.connect(aged.path)) as connection:
        assert connection.execute("SELECT count(*) FROM feedback").fetchone() == (0,)


def test_a_server_looks_after_it_from_its_start(aged, assistant, monkeypatch):
    looked_after = threading.Event()
    monkeypatch.setattr(FeedbackStore, "forget_old", lambda *_: looked_after.set())
    with TestClient(create_app(lambda: assistant, server=ServerSettings(feedback=aged.path))):
        assert looked_after.wait(30)


def test_a_file_that_cannot_be_read_does_not_keep_the_server_from_starting(tmp_path, assistant):
    path = tmp_path / "f.sqlite"
    path.write_text("no database" * 100)
    app = create_app(lambda: assistant, server=ServerSettings(feedback=path))
    with TestClient(app) as client:
        assert client.get("/healthz").status_code == 200
