"""Services and sources as tables, and what a client may keep of them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from fake_assistant import CARDS, PLAN

PATHS = ["/v1/services", "/v1/services/duuniportti", "/v1/sources", f"/v1/sources/{PLAN.id}"]


def rows(response) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(response.text)))


class TestTables:
    @pytest.mark.parametrize(
        ("query", "accept"), [("?format=csv", "application/json"), ("", "text/csv")]
    )
    def test_a_table_has_a_line_a_service(self, client, query, accept):
        response = client.get(f"/v1/services{query}", headers={"accept": accept})
        assert response.headers["content-type"] == "text/csv; charset=utf-8"
        assert "attachment" in response.headers["content-disposition"]
        assert [row["id"] for row in rows(response)] == [card.id for card in CARDS]
        assert rows(response)[1]["valid_to"] == "2026-05-31"

    def test_no_cell_is_run_as_a_formula(self, client, assistant, monkeypatch):
        card = replace(CARDS[0], name='=HYPERLINK("http://paha")', cost="-1+1", providers=("@a",))
        monkeypatch.setattr(assistant, "service_cards", lambda **_: (card,))
        (row,) = rows(client.get("/v1/services?format=csv"))
        assert [row["name"][:2], row["cost"][:2], row["providers"]] == ["'=", "'-", "'@a"]

    def test_lines_of_json_are_the_cards(self, client):
        response = client.get("/v1/services?format=jsonl")
        assert response.headers["content-type"] == "application/jsonl"
        told = [json.loads(line) for line in response.text.splitlines()]
        assert told == client.get("/v1/services").json()["items"]

    def test_a_table_is_whole_unless_a_limit_is_given(self, client, assistant, monkeypatch):
        many = tuple(replace(CARDS[0], id=f"s{n}") for n in range(50))
        monkeypatch.setattr(assistant, "service_cards", lambda **_: many)
        assert len(client.get("/v1/services").json()["items"]) == 20
        whole = client.get("/v1/services?format=csv")
        assert len(rows(whole)) == 50
        assert whole.headers["x-total-count"] == "50"
        assert len(rows(client.get("/v1/services?format=csv&limit=7&offset=45"))) == 5

    @pytest.mark.parametrize("accept", ["*/*", "text/html", "application/json, text/csv", ""])
    def test_json_is_given_unless_a_table_alone_is_asked_for(self, client, accept):
        response = client.get("/v1/services", headers={"accept": accept})
        assert response.headers["content-type"] == "application/json"


class TestKeeping:
    @pytest.mark.parametrize("path", PATHS)
    def test_what_has_not_changed_is_not_sent_again(self, client, path):
        first = client.get(path)
        again = client.get(path, headers={"if-none-match": first.headers["etag"]})
        assert again.status_code == 304
        assert again.content == b""
        assert again.headers["etag"] == first.headers["etag"]

    @pytest.mark.parametrize("path", PATHS)
    def test_a_new_generation_changes_it(self, client, assistant, path):
        tag = client.get(path).headers["etag"]
        assistant.generation = "g2"
        assert client.get(path, headers={"if-none-match": tag}).status_code == 200

    def test_another_day_query_or_form_changes_it(self, client):
        paths = ["", "?as_of=2026-01-01", "?status=ended", "?format=csv", "?offset=1"]
        tags = [client.get(f"/v1/services{path}").headers["etag"] for path in paths]
        assert len(set(tags)) == len(tags)

    def test_one_of_many_tags_is_enough_and_an_unknown_one_is_not(self, client):
        tag = client.get("/v1/sources").headers["etag"]
        given = {"if-none-match": f'"x", {tag.removeprefix("W/")}'}
        assert client.get("/v1/sources", headers=given).status_code == 304
        assert client.get("/v1/sources", headers={"if-none-match": '"x"'}).status_code == 200

    def test_what_does_not_exist_is_not_found_whatever_the_client_has(self, client):
        response = client.get("/v1/sources/nothing", headers={"if-none-match": "*"})
        assert response.status_code == 404


class TestHead:
    @pytest.mark.parametrize("path", [*PATHS, "/healthz", "/readyz", "/metrics", "/openapi.json"])
    def test_tells_what_get_would_without_the_body(self, client, path):
        head, got = client.head(path), client.get(path)
        assert head.status_code == got.status_code == 200
        assert head.content == b""
        assert head.headers["content-type"] == got.headers["content-type"]

    def test_the_length_is_that_of_the_body(self, client):
        assert int(client.head("/v1/sources").headers["content-length"]) == len(
            client.get("/v1/sources").content
        )

    def test_an_address_that_only_takes_questions_takes_no_head(self, client):
        assert client.head("/v1/chat").status_code == 405
