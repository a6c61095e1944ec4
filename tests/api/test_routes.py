"""The API over HTTP, against hand-made answers."""

from __future__ import annotations

import json
from datetime import date

import pytest
from fake_assistant import ANSWERED, DESCRIPTION, PLAN, PLAN_TEXT, FakeAssistant
from fastapi.testclient import TestClient

from api.app import create_app
from api.reception import today
from assistant.dialogue import Audience, Message
from assistant.errors import IndexNotReadyError, InvalidQuestionError, ModelNotReadyError

PROBLEM = "application/problem+json"


def question(text: str = "Missä voi opiskella suomea?", **more: object) -> dict[str, object]:
    return {"messages": [{"role": "user", "content": text}], **more}


def fields(response) -> set[str]:
    assert response.headers["content-type"] == PROBLEM
    return {e["field"] for e in response.json()["errors"]}


def events(body: str) -> list[tuple[str, dict[str, object]]]:
    found = []
    for block in body.strip().split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n"))
        found.append((lines["event"], json.loads(lines["data"])))
    return found


class TestChat:
    def test_gives_the_contract_answer(self, client):
        answer = client.post("/v1/chat", json=question()).json()
        assert answer["outcome"] == "answered"
        assert answer["text"] == ANSWERED.text
        assert [s["status"] for s in answer["services"]] == ["active", "ended", "upcoming"]
        assert answer["services"][1]["valid_to"] == "2026-05-31"
        assert answer["citations"][0]["basis"][0]["seen_on"] == "2026-11-24"
        assert answer["question"]["kind"] == "service"

    def test_every_quote_stands_in_the_source_to_the_character(self, client):
        for citation in client.post("/v1/chat", json=question()).json()["citations"]:
            source = client.get(f"/v1/sources/{citation['source_id']}").json()
            assert source["text"][citation["start"] : citation["end"]] == citation["quote"]
            assert source["sha256"] == citation["sha256"]
            assert source["language"] == citation["language"]

    def test_hands_the_whole_request_to_the_assistant(self, client, assistant):
        client.post(
            "/v1/chat",
            json={
                "messages": [
                    {"role": "user", "content": "hei"},
                    {"role": "assistant", "content": "mitä etsit"},
                    {"role": "user", "content": "töitä"},
                ],
                "audience": "counsellor",
                "municipality": "oulu",
                "as_of": "2026-01-31",
                "language": "sv",
            },
        )
        (ask,) = assistant.asked
        assert ask.messages[1] == Message("assistant", "mitä etsit")
        assert (ask.audience, ask.municipality) == (Audience.COUNSELLOR, "Oulu")
        assert (ask.as_of, ask.language) == (date(2026, 1, 31), "sv")

    @pytest.mark.parametrize(
        ("body", "field"),
        [
            ({}, "messages"),
            ({"messages": []}, "messages"),
            (question(""), "messages"),
            (question(" \n "), "messages"),
            ({"messages": [{"role": "assistant", "content": "hei"}]}, "messages"),
            ({"messages": [{"role": "system", "content": "hei"}]}, "messages.0.role"),
            ({"messages": [{"role": "user", "content": 5}]}, "messages.0.content"),
            ({"messages": [{"role": "user", "content": "a\x00b"}]}, "messages.0.content"),
            ({"messages": [{"role": "user", "content": "a", "x": 1}]}, "messages.0.x"),
            (question(as_of="2026-02-30"), "as_of"),
            (question(as_of="24.11.2026"), "as_of"),
            (question(as_of=1_700_000_000), "as_of"),
            (question(as_of="1700000000"), "as_of"),
            (question(municipality="Atlantis"), "municipality"),
            (question(municipality="Ou\x00lu"), "municipality"),
            (question(audience="boss"), "audience"),
            (question(language="suomi!"), "language"),
            (question(colour="red"), "colour"),
        ],
    )
    def test_names_the_field_that_does_not_hold(self, client, assistant, body, field):
        response = client.post("/v1/chat", json=body)
        assert response.status_code == 422
        assert fields(response) == {field}
        assert field in response.json()["detail"]
        assert assistant.asked == []

    @pytest.mark.parametrize(
        "body",
        [
            b"",
            b"{",
            b"[]",
            b"\xff\xfe",
            b"[" * 100_000,
            b'{"messages": NaN}',
            b'{"messages": [{"role": "user", "content": "\\ud800"}]}',
            b'{"messages": [{"role": "user", "content": "\\udc00x"}]}',
            b'{"messages": [], "\\ud800": 1}',
            b'{"messages": ' + b"9" * 5000 + b"}",
        ],
    )
    def test_refuses_what_is_not_a_json_object(self, client, body):
        response = client.post(
            "/v1/chat", content=body, headers={"content-type": "application/json"}
        )
        assert response.status_code == 422
        assert fields(response)

    def test_what_was_sent_is_not_repeated_in_the_problem(self, client):
        response = client.post("/v1/chat", json=question("salainen", as_of="salainen"))
        assert response.status_code == 422
        assert "salainen" not in response.text

    def test_a_fault_in_the_question_found_by_the_assistant_names_its_field(
        self, client, assistant
    ):
        assistant.fault = InvalidQuestionError("language", "there are no words in it")
        response = client.post("/v1/chat", json=question(language="sv"))
        assert response.status_code == 422
        assert fields(response) == {"language"}

    def test_the_longest_question_is_answered_and_one_more_is_too_long(self, client):
        assert client.post("/v1/chat", json=question("ä" * 4000)).status_code == 200
        response = client.post("/v1/chat", json=question("ä" * 4001))
        assert response.status_code == 413
        assert "4001" in response.json()["detail"]

    @pytest.mark.parametrize("kind", ["text/plain", "", "application/x-www-form-urlencoded"])
    def test_another_media_type_is_refused(self, client, kind):
        response = client.post(
            "/v1/chat", content=json.dumps(question()), headers={"content-type": kind}
        )
        assert response.status_code == 415
        assert response.headers["accept"] == "application/json"


class TestStream:
    @pytest.mark.parametrize(
        ("body", "headers"),
        [
            (question(stream=True), {}),
            (question(), {"accept": "text/event-stream"}),
        ],
    )
    def test_tells_the_same_answer_in_events(self, client, body, headers):
        response = client.post("/v1/chat", json=body, headers=headers)
        assert response.headers["content-type"].startswith("text/event-stream")
        told = events(response.text)
        names = [name for name, _ in told]
        assert names[0] == "meta"
        assert names[-2:] == ["answer", "done"]
        assert set(names[1:-2]) == {"text"}
        assert set(told[0][1]) == {"id", "outcome", "language", "question"}
        text = "".join(data["delta"] for name, data in told if name == "text")
        assert text == ANSWERED.text
        assert told[-2][1] == client.post("/v1/chat", json=question()).json()

    def test_a_fault_after_the_start_is_an_error_event_without_internals(self, client, assistant):
        assistant.fault = RuntimeError("/etc/secret")
        ((name, problem),) = events(client.post("/v1/chat", json=question(stream=True)).text)
        assert name == "error"
        assert problem["status"] == 500
        assert "secret" not in json.dumps(problem)

    def test_a_bad_request_gets_its_status_and_not_a_stream(self, client):
        response = client.post("/v1/chat", json=question("", stream=True))
        assert response.status_code == 422


class TestServices:
    def test_lists_with_paging(self, client):
        page = client.get("/v1/services", params={"limit": 1, "offset": 1}).json()
        assert (page["total"], page["limit"], page["offset"]) == (3, 1, 1)
        assert [item["id"] for item in page["items"]] == ["duuniportti"]

    def test_past_the_end_is_an_empty_page(self, client):
        assert client.get("/v1/services?offset=99").json()["items"] == []

    def test_hands_every_filter_to_the_assistant(self, client, assistant):
        client.get(
            "/v1/services",
            params={
                "municipality": "OULU",
                "target_group": "nuoret",
                "topic": "työnhaku",
                "status": "active",
                "q": "ohjaamo",
                "as_of": "2026-05-01",
                "area": "region",
                "theme": 3,
                "kind": "project",
                "funder": "ESR",
                "language": "sv",
                "corpora": "kainuu",
            },
        )
        assert assistant.filters == {
            "as_of": date(2026, 5, 1),
            "municipality": "Oulu",
            "target_group": "nuoret",
            "topic": "työnhaku",
            "query": "ohjaamo",
            "status": "active",
            "area": "region",
            "theme": 3,
            "kind": "project",
            "funder": "ESR",
            "language": "sv",
            "corpora": ["kainuu"],
        }

    def test_judges_today_when_no_day_is_given(self, client):
        assert client.get("/v1/services").json()["as_of"] == today().isoformat()

    @pytest.mark.parametrize(
        ("query", "field"),
        [
            ("limit=0", "limit"),
            ("limit=1001", "limit"),
            ("theme=0", "theme"),
            ("area=village", "area"),
            ("language=suomi", "language"),
            ("format=xlsx", "format"),
            ("limit=x", "limit"),
            ("offset=-1", "offset"),
            ("offset=" + "9" * 5000, "offset"),
            ("status=dead", "status"),
            ("as_of=2026-13-01", "as_of"),
            ("municipality=Atlantis", "municipality"),
            ("q=%00", "q"),
            ("colour=red", "colour"),
        ],
    )
    def test_names_the_parameter_that_does_not_hold(self, client, query, field):
        response = client.get(f"/v1/services?{query}")
        assert response.status_code == 422
        assert fields(response) == {field}

    def test_gives_one_with_its_card_and_its_record(self, client):
        found = client.get("/v1/services/duuniportti?as_of=2026-11-24").json()
        assert found["service"]["status"] == "ended"
        assert found["record"]["entries"][0]["funders"][0]["value"] == "Duuniportti -hanke"
        assert found["record"]["source_id"] == "services/duuniportti"
        assert found["as_of"] == "2026-11-24"

    @pytest.mark.parametrize("id_", ["nothing", "hidden", "%00", "a%20b"])
    def test_an_unknown_id_is_not_found(self, client, id_):
        response = client.get(f"/v1/services/{id_}")
        assert response.status_code == 404
        assert response.headers["content-type"] == PROBLEM


class TestSources:
    def test_lists_without_texts(self, client):
        listed = client.get("/v1/sources").json()
        assert listed["total"] == 2
        assert listed["items"][0]["characters"] == len(PLAN_TEXT)
        assert "text" not in listed["items"][0]

    def test_gives_one_whose_id_has_a_slash(self, client):
        source = client.get("/v1/sources/services/villa-victor").json()
        assert source["text"] == DESCRIPTION

    def test_gives_the_bare_text_to_the_character(self, client):
        response = client.get(f"/v1/sources/{PLAN.id}?format=text")
        assert response.headers["content-type"] == "text/plain; charset=utf-8"
        assert response.headers["content-language"] == "fi"
        assert response.content.decode() == PLAN_TEXT

    def test_an_unknown_id_is_not_found(self, client):
        assert client.get("/v1/sources/services/nothing").status_code == 404

    def test_an_unknown_format_is_refused(self, client):
        assert fields(client.get(f"/v1/sources/{PLAN.id}?format=pdf")) == {"format"}


class TestOperation:
    def test_health_needs_no_index(self, unready):
        assert unready(IndexNotReadyError("x")).get("/healthz").json() == {"status": "ok"}

    def test_readiness_tells_the_generation(self, client):
        ready = client.get("/readyz").json()
        assert ready == {"status": "ready", "generation": "g1", "passages": 7}

    @pytest.mark.parametrize("error", [IndexNotReadyError, ModelNotReadyError])
    @pytest.mark.parametrize(
        "path", ["/readyz", "/v1/services", "/v1/services/a", "/v1/sources", "/v1/sources/a"]
    )
    def test_says_what_to_do_while_not_ready(self, unready, error, path):
        response = unready(error("Run `tienviitta ingest`.")).get(path)
        assert response.status_code == 503
        assert response.json()["detail"] == "Run `tienviitta ingest`."
        assert response.headers["retry-after"] == "30"

    @pytest.mark.parametrize("stream", [True, False])
    def test_a_question_while_not_ready_gets_503(self, unready, stream):
        client = unready(IndexNotReadyError("Run `tienviitta ingest`."))
        assert client.post("/v1/chat", json=question(stream=stream)).status_code == 503

    def test_unknown_addresses_and_methods_are_problems(self, client):
        missing = client.get("/v1/nothing")
        assert (missing.status_code, missing.headers["content-type"]) == (404, PROBLEM)
        wrong = client.delete("/v1/chat")
        assert (wrong.status_code, wrong.headers["content-type"]) == (405, PROBLEM)
        assert wrong.headers["allow"] == "POST"

    def test_the_answer_comes_from_the_newest_generation(self):
        first, second = FakeAssistant(), FakeAssistant()
        second.generation = "g2"
        generations = iter([first, second])
        client = TestClient(create_app(lambda: next(generations)))
        seen = [client.get("/readyz").json()["generation"] for _ in range(2)]
        assert seen == ["g1", "g2"]


@pytest.fixture
def unready():
    def client(error: Exception) -> TestClient:
        def provider():
            raise error

        return TestClient(create_app(provider))

    return client
