"""A question, a search or a list limited to some of the corpora, over HTTP and by its tools."""

from __future__ import annotations

import anyio
import pytest
from fake_assistant import CORPORA
from mcp import Client

from api.gate import Gate
from api.mcp_server import build_server
from api.reception import Reception

MESSAGES = [{"role": "user", "content": "Mistä Kalajoella saa ohjausta työnhakuun?"}]
ASKING = ["/v1/chat", "/v1/search", "/v1/chat/completions"]


@pytest.mark.parametrize("path", ASKING)
@pytest.mark.parametrize(
    ("given", "limit"),
    [(["kainuu"], ("kainuu",)), (["kainuu", "maakunta", "kainuu"], ("kainuu", "maakunta")),
     ([], ()), (None, ())],
)  # fmt: skip
def test_a_question_is_limited_to_the_corpora_that_it_names(client, assistant, path, given, limit):
    response = client.post(path, json={"messages": MESSAGES, "corpora": given})
    assert response.status_code == 200, response.text
    assert assistant.asked[-1].corpora == limit


@pytest.mark.parametrize("path", ASKING)
def test_a_question_that_names_none_may_be_answered_from_all(client, assistant, path):
    client.post(path, json={"messages": MESSAGES})
    assert assistant.asked[-1].corpora == ()


def test_a_search_in_an_address_names_them_one_by_one(client, assistant):
    client.get("/v1/search?q=ohjausta&corpora=kainuu&corpora=maakunta")
    assert assistant.asked[-1].corpora == ("kainuu", "maakunta")


@pytest.mark.parametrize("path", ["/v1/chat", "/v1/search"])
def test_a_corpus_that_is_not_here_is_a_problem_that_names_those_that_are(client, assistant, path):
    response = client.post(path, json={"messages": MESSAGES, "corpora": ["kainuu", "lappi"]})
    problem = response.json()
    assert (response.status_code, problem["status"]) == (422, 422)
    assert problem["errors"][0]["field"] == "corpora"
    assert "maakunta, kainuu" in problem["detail"]
    assert "lappi" not in response.text
    assert assistant.asked == []


@pytest.mark.parametrize("path", ["/v1/services?corpora=lappi", "/v1/search?q=apua&corpora=lappi"])
def test_an_unknown_corpus_in_an_address_is_the_same_problem(client, path):
    response = client.get(path)
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"] == "corpora"


def test_an_openai_client_is_told_of_an_unknown_corpus_in_its_own_shape(client):
    body = {"messages": MESSAGES, "corpora": ["lappi"]}
    response = client.post("/v1/chat/completions", json=body)
    assert response.status_code == 400
    assert response.json()["error"]["param"] == "corpora"


@pytest.mark.parametrize("given", ["kainuu", [1], ["a\x00"], ["x"] * 21])
def test_what_is_no_list_of_ids_is_refused(client, given):
    response = client.post("/v1/chat", json={"messages": MESSAGES, "corpora": given})
    assert response.status_code == 422
    assert response.json()["errors"][0]["field"].startswith("corpora")


def test_services_are_limited_as_questions_are(client, assistant):
    assert client.get("/v1/services?corpora=kainuu&corpora=maakunta").status_code == 200
    assert assistant.filters["corpora"] == ["kainuu", "maakunta"]


def test_the_corpora_are_listed_beside_the_sources(client):
    listed = client.get("/v1/sources").json()["corpora"]
    assert [corpus["id"] for corpus in listed] == [corpus.id for corpus in CORPORA]
    assert [(corpus["priority"], corpus["main"]) for corpus in listed] == [
        (100, True),
        (40, False),
    ]


def test_the_tools_are_limited_too(assistant):
    async def run():
        server = build_server(Reception(lambda: assistant, Gate(2, 8)), "http://opas/")
        async with Client(server) as client:
            asking = {"question": "Kuka auttaa?", "corpora": ["kainuu"]}
            await client.call_tool("ask", asking)
            await client.call_tool("search_services", {"query": "apua", "corpora": ["maakunta"]})
            return await client.call_tool("ask", {**asking, "corpora": ["lappi"]})

    refused = anyio.run(run)
    assert [ask.corpora for ask in assistant.asked] == [("kainuu",), ("maakunta",)]
    assert assistant.filters["corpora"] == ["maakunta"]
    assert refused.is_error
    assert "maakunta, kainuu" in refused.content[0].text
