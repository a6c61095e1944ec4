"""The tools for other assistants, spoken to by the protocol's official client."""

from __future__ import annotations

import logging
import os
import subprocess
import sys

import anyio
import pytest
from fake_assistant import ANSWERED, CARDS, PLAN, PLAN_TEXT
from fastapi.testclient import TestClient
from live_server import serving
from mcp import Client, StdioServerParameters

from api.app import create_app
from api.gate import Gate
from api.mcp_server import build_server
from api.reception import Reception
from assistant.dialogue import Audience, Message
from assistant.errors import IndexNotReadyError
from assistant.settings import ROOT, ServerSettings

QUESTION = "Missä voi opiskella suomea?"
INITIALISE = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "initialize",
    "params": {
        "protocolVersion": "2025-06-18",
        "capabilities": {},
        "clientInfo": {"name": "test", "version": "1"},
    },
}
HEADERS = {"accept": "application/json, text/event-stream", "host": "localhost"}


@pytest.fixture
def call(assistant):
    """Call one tool in this process."""

    def call_(name: str, **arguments: object):
        async def run():
            server = build_server(Reception(lambda: assistant, Gate(2, 8)), "http://opas/")
            async with Client(server) as client:
                return await client.call_tool(name, arguments)

        return anyio.run(run)

    return call_


def error(result) -> str:
    assert result.is_error
    return result.content[0].text


def test_the_three_tools_are_described_and_change_nothing(assistant):
    async def run():
        server = build_server(Reception(lambda: assistant, Gate(2, 8)), "http://opas/")
        async with Client(server) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in anyio.run(run)}
    assert set(tools) == {"ask", "search_services", "get_source"}
    for tool in tools.values():
        assert tool.description
        assert tool.annotations.read_only_hint
    properties = tools["ask"].input_schema["properties"]
    assert set(properties) == {
        "question",
        "municipality",
        "audience",
        "as_of",
        "language",
        "history",
        "corpora",
    }
    assert all("description" in p for name, p in properties.items())


class TestAsk:
    def test_gives_the_text_with_its_sources_and_the_whole_answer(self, call):
        result = call("ask", question=QUESTION)
        assert result.content[0].text.startswith(ANSWERED.text)
        assert "http://opas/lahteet/services/villa-victor?start=" in result.content[0].text
        assert result.structured_content["outcome"] == "answered"
        assert len(result.structured_content["citations"]) == 2

    def test_hands_on_the_conversation_and_who_asks(self, call, assistant):
        call(
            "ask",
            question="Entä Oulussa?",
            municipality="oulu",
            audience="counsellor",
            as_of="2026-05-01",
            language="en",
            history=[{"role": "user", "content": "a"}, {"role": "assistant", "content": "b"}],
        )
        (ask,) = assistant.asked
        assert ask.messages == (
            Message("user", "a"),
            Message("assistant", "b"),
            Message("user", "Entä Oulussa?"),
        )
        assert (ask.municipality, ask.audience) == ("Oulu", Audience.COUNSELLOR)
        assert (ask.as_of.isoformat(), ask.language) == ("2026-05-01", "en")

    @pytest.mark.parametrize(
        ("arguments", "told"),
        [
            ({"question": " "}, "messages"),
            ({"question": "ä" * 4001}, "4001"),
            ({"question": "a\x00"}, "NUL"),
            ({"question": "a", "municipality": "Atlantis"}, "municipality"),
        ],
    )
    def test_what_does_not_hold_is_told(self, call, assistant, arguments, told):
        assert told in error(call("ask", **arguments))
        assert assistant.asked == []

    def test_a_fault_tells_nothing_of_itself(self, call, assistant, caplog):
        caplog.set_level(logging.INFO)
        assistant.fault = RuntimeError("salaisuus")
        assert "salaisuus" not in error(call("ask", question="toinen salaisuus"))
        assert "RuntimeError at " in caplog.text
        assert "salaisuus" not in caplog.text

    def test_while_not_ready_it_says_what_to_do(self):
        def provider():
            raise IndexNotReadyError("Run `tienviitta ingest`.")

        async def run():
            server = build_server(Reception(provider, Gate(2, 8)), "http://opas/")
            async with Client(server) as client:
                return await client.call_tool("ask", {"question": "a"})

        assert "tienviitta ingest" in error(anyio.run(run))


class TestSearchServices:
    def test_gives_what_fits_the_filters(self, call, assistant):
        result = call("search_services", municipality="oulu", status="ended", as_of="2026-11-24")
        found = result.structured_content
        assert [item["id"] for item in found["items"]] == ["duuniportti"]
        assert (found["total"], found["as_of"]) == (1, "2026-11-24")
        assert assistant.filters["municipality"] == "Oulu"

    def test_ranks_by_what_is_needed(self, call, assistant):
        found = call("search_services", query="työtä").structured_content
        assert [item["id"] for item in found["items"]] == ["duuniportti"]
        assert assistant.asked[0].question == "työtä"

    def test_gives_no_more_than_asked_for(self, call):
        found = call("search_services", limit=1).structured_content
        assert (len(found["items"]), found["total"]) == (1, len(CARDS))


class TestGetSource:
    def test_gives_a_place_to_the_character(self, call):
        found = call("get_source", id=PLAN.id, start=100, end=180).structured_content
        assert found["text"] == PLAN_TEXT[100:180]
        assert found["sha256"] == PLAN.sha256

    def test_a_long_source_comes_in_pieces(self, call):
        pieces, start = [], 0
        while start < len(PLAN_TEXT):
            found = call("get_source", id=PLAN.id, start=start).structured_content
            pieces.append(found["text"])
            assert len(found["text"]) <= 20_000
            start = found["end"]
        assert "".join(pieces) == PLAN_TEXT

    @pytest.mark.parametrize("arguments", [{"id": "nothing"}, {"id": PLAN.id, "start": 9_999_999}])
    def test_what_is_not_there_is_told(self, call, arguments):
        assert error(call("get_source", **arguments))


class TestOverHttp:
    def test_the_client_gets_the_same_answer(self, assistant):
        async def run(address: str):
            async with Client(f"{address}/mcp") as client:
                first = await client.call_tool("ask", {"question": QUESTION})
                second = await client.call_tool("ask", {"question": QUESTION})
                return first, second

        with serving(create_app(lambda: assistant)) as (address, _):
            first, second = anyio.run(run, address)
        assert first.structured_content == second.structured_content
        assert first.structured_content["text"] == ANSWERED.text

    def test_a_session_is_neither_made_nor_needed(self, assistant):
        with TestClient(create_app(lambda: assistant)) as client:
            response = client.post("/mcp", json=INITIALISE, headers=HEADERS)
            assert response.status_code == 200
            assert "mcp-session-id" not in response.headers
            assert response.headers["content-security-policy"]
            assert response.json()["result"]["serverInfo"]["name"] == "tienviitta"
            assert client.get("/mcp").status_code == 405
            assert client.get("/mcp").headers["allow"] == "POST"

    def test_a_page_of_another_site_may_not_use_it_unless_listed(self, assistant):
        listed = ServerSettings(cors_origins=("https://kunta.fi",))
        with TestClient(create_app(lambda: assistant, server=listed)) as client:
            for origin, status in (
                ("https://kunta.fi", 200),
                ("http://localhost", 200),
                ("https://paha.example", 403),
                ("null", 403),
            ):
                headers = {**HEADERS, "origin": origin}
                response = client.post("/mcp", json=INITIALISE, headers=headers)
                assert response.status_code == status, origin

    def test_before_the_server_has_started_it_is_not_ready(self, client):
        assert client.post("/mcp", json=INITIALISE, headers=HEADERS).status_code == 503

    def test_the_sdk_is_not_loaded_before_it_is_needed(self):
        program = (
            "import sys; sys.path.insert(0, 'tests/api'); import api.app; "
            "sys.exit('mcp.server' in sys.modules)"
        )
        assert (
            subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False).returncode == 0
        )


def test_over_standard_input_the_true_command_answers(true_index_directory):
    environment = {**os.environ, "TIENVIITTA_INDEX": str(true_index_directory)}
    command = StdioServerParameters(
        command=sys.executable, args=["-m", "tienviitta", "mcp"], cwd=str(ROOT), env=environment
    )

    async def run():
        async with Client(command) as client:
            return await client.call_tool(
                "ask", {"question": "Mistä Kalajoella saa apua työnhakuun?"}
            )

    answer = anyio.run(run).structured_content
    assert answer["outcome"] in {"answered", "partial"}
    assert answer["citations"]
