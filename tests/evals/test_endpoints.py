from __future__ import annotations

import json
import socket
import threading

import httpx
import pytest
import uvicorn
from evaluation_examples import case, source

from api.app import create_app
from assistant.dialogue import Message
from assistant.errors import TienviittaError
from evals.adapters import InProcess, TargetError, TransientError
from evals.endpoints import ChatCompletions, RefusedError, Server
from evals.jsonl import as_json

HIT = {
    "rank": 1,
    "score": 1.5,
    "service_id": "x",
    "why": ["Ii"],
    "rejected": None,
    "passages": [{"id": "p", "source_id": "plan", "start": 0, "end": 5, "text": "verbatim"}],
}


class Site:
    """Answers paths with what it's told to, and remembers what it was sent."""

    def __init__(self, **paths):
        self.paths, self.sent = paths, []

    def __call__(self, request):
        body = json.loads(request.content) if request.content else None
        self.sent.append((request.url.path, body, request.headers.get("authorization")))
        said = self.paths.get(request.url.path.strip("/").replace("/", "_"), 404)
        if isinstance(said, Exception):
            raise said
        return (
            said
            if isinstance(said, httpx.Response)
            else (httpx.Response(said) if isinstance(said, int) else httpx.Response(200, json=said))
        )


def client(site):
    return httpx.Client(transport=httpx.MockTransport(site))


def server(**paths):
    site = Site(**paths)
    return Server("http://assistant.test/", client=client(site)), site


def test_a_server_is_asked_the_contracts_request_and_its_search_for_the_hits():
    target, site = server(
        v1_chat={"outcome": "answered", "text": "Hei"},
        v1_search={"hits": [HIT], "rejected": [{**HIT, "rejected": "elsewhere"}]},
    )
    got = target.respond(case(municipality="Ii"), limit=7)
    assert got.answer == {"outcome": "answered", "text": "Hei"}
    assert [hit["rejected"] for hit in got.hits] == [None, "elsewhere"]
    assert "text" not in got.hits[0]["passages"][0]
    assert [path for path, _, _ in site.sent] == ["/v1/chat", "/v1/search"]
    assert site.sent[0][1]["municipality"] == "Ii"
    assert site.sent[1][1]["limit"] == 7
    assert got.request == site.sent[0][1]


def test_a_server_that_asks_for_a_key_gets_it_with_every_request():
    site = Site(readyz={"generation": "g"}, v1_chat={"outcome": "answered", "text": "Hei"})
    target = Server("http://assistant.test", api_key="hush", client=client(site))
    told = json.dumps([target.describe(), as_json(target.respond(case()))])
    assert [key for _, _, key in site.sent] == ["Bearer hush"] * 3
    assert "hush" not in told


def test_a_server_without_a_search_gives_no_hits_and_is_not_asked_for_them_again():
    target, site = server(v1_chat={"outcome": "answered", "text": "Hei"})
    assert target.respond(case()).hits is None
    assert target.respond(case()).hits is None
    assert [path for path, _, _ in site.sent] == ["/v1/chat", "/v1/search", "/v1/chat"]


@pytest.mark.parametrize("status", [429, 500, 503])
def test_a_busy_server_may_be_asked_again_when_it_says(status):
    busy = httpx.Response(status, headers={"retry-after": "7"}, json={"detail": "kiire"})
    with pytest.raises(TransientError, match=f"{status}: kiire") as caught:
        server(v1_chat=busy)[0].respond(case())
    assert caught.value.wait_seconds == 7


def test_a_server_that_cannot_be_reached_may_be_asked_again():
    target, _ = server(v1_chat=httpx.ConnectError("refused"))
    with pytest.raises(TransientError, match="can't be reached: refused"):
        target.respond(case())


def test_what_a_server_refuses_is_told_in_its_words():
    problem = httpx.Response(422, json={"title": "Virhe", "detail": "kuntaa ei ole"})
    with pytest.raises(RefusedError, match="422: kuntaa ei ole"):
        server(v1_chat=problem)[0].respond(case())


def test_a_server_that_is_not_there_or_not_ours_is_told_before_anything_is_asked():
    with pytest.raises(TargetError, match="tienviitta serve"):
        server(readyz=httpx.ConnectError("refused"))[0].describe()
    with pytest.raises(TargetError, match="--openai MODEL"):
        server(readyz={"hello": 1})[0].describe()


def test_a_true_server_answers_as_the_assistant_in_this_process(tiny_assistant):
    app = create_app(lambda: tiny_assistant, region=("Kalajoki",))
    config = uvicorn.Config(app, access_log=False, log_level="warning", ws="none", lifespan="off")
    running = uvicorn.Server(config)
    one = case(messages=(Message("user", "Mikä on Silta-hanke?"),))
    expected = InProcess(tiny_assistant).respond(one)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        thread = threading.Thread(target=running.run, kwargs={"sockets": [listening]})
        thread.start()
        try:
            with Server(f"http://127.0.0.1:{listening.getsockname()[1]}") as target:
                assert target.describe()["generation"] == tiny_assistant.generation
                sources, got = target.sources(), target.respond(one)
        finally:
            running.should_exit = True
            thread.join()
    told = {one.id: (one.text, one.sha256) for one in tiny_assistant.sources()}
    assert {one.id: (one.text, one.sha256) for one in sources.values()} == told
    assert got.answer["text"] == expected.answer["text"]
    for name in ("start", "end", "quote", "sha256"):
        assert [c[name] for c in got.answer["citations"]] == [
            c[name] for c in expected.answer["citations"]
        ]
    if got.hits is not None:
        assert [hit["service_id"] for hit in got.kept] == [
            hit["service_id"] for hit in expected.kept
        ]


SAID = {"id": "x", "choices": [{"message": {"content": "Hei"}}], "usage": {"total_tokens": 9}}


def model(said, key="secret"):
    site = Site(v1_chat_completions=said)
    sources = {"plan": source()}
    return ChatCompletions("http://m.test/v1", "m", sources, api_key=key, client=client(site)), site


def test_a_chat_endpoint_gives_a_text_and_tells_no_outcome_citations_or_hits():
    target, site = model(SAID)
    got = target.respond(case(messages=(Message("user", "Missä?"),)))
    assert got.answer["text"] == "Hei"
    assert (got.answer["outcome"], got.answer["citations"], got.hits) == (None, [], None)
    assert got.answer["usage"] == {"total_tokens": 9}
    _, body, key = site.sent[0]
    assert (body["model"], body["temperature"], key) == ("m", 0, "Bearer secret")
    assert [message["role"] for message in body["messages"]] == ["system", "user"]


def test_a_password_of_the_address_is_kept_nowhere_and_told_nowhere():
    site = Site(readyz={"generation": "g"}, v1_chat=httpx.ConnectError("refused"))
    target = Server("http://me:hush@m.test", client=client(site))
    assert target.describe()["base_url"] == "http://me:•••@m.test"
    with pytest.raises(TransientError) as caught:
        target.respond(case())
    assert "hush" not in str(caught.value)


def test_a_key_is_kept_nowhere():
    target, _ = model(SAID)
    kept = json.dumps([target.describe(), as_json(target.respond(case()))])
    assert "secret" not in kept
    assert target.sources() == {"plan": source()}


@pytest.mark.parametrize("said", [{"error": "x"}, {"choices": []}, []])
def test_what_does_not_answer_as_a_chat_endpoint_is_told(said):
    with pytest.raises(TienviittaError, match="chat completions"):
        model(said)[0].respond(case())


def test_a_chat_endpoint_cannot_search_alone():
    with pytest.raises(TienviittaError, match="--retrieval-only"):
        model(SAID)[0].respond(case(), retrieval_only=True)
