"""The load benchmark measures a true server."""

from __future__ import annotations

import asyncio
import json
import os

import pytest
from fake_assistant import FakeAssistant
from hypothesis import given
from hypothesis import strategies as st
from live_server import serving
from typer.testing import CliRunner

import tienviitta
from api import bench
from api.app import create_app
from api.bench import ALONE, WARMING, BenchError, Load, measure, memory_of, percentile, report
from assistant.errors import IndexNotReadyError


@pytest.fixture
def assistant():
    return FakeAssistant()


@pytest.fixture
def address(assistant):
    with serving(create_app(lambda: assistant)) as (url, _):
        yield url


def test_asks_as_many_as_it_was_told_alone_and_then_at_once(address, assistant):
    load = asyncio.run(measure(address, clients=4, requests=20))
    assert (load.clients, load.requests, load.errors) == (4, 20, 0)
    assert len(assistant.asked) == WARMING + ALONE + 20
    assert 0 < load.p50 <= load.p95
    assert load.alone_p50 > 0
    assert load.rate > 0


def test_the_questions_differ(address, assistant):
    asyncio.run(measure(address, clients=4, requests=20))
    last = [ask.question for ask in assistant.asked[-20:]]
    assert len(set(last)) == 20


def test_what_is_no_answer_counts_as_an_error():
    class Tired(FakeAssistant):
        """Fails at every other question of the load."""

        def ask(self, ask):
            answer = super().ask(ask)
            if len(self.asked) > WARMING + ALONE and len(self.asked) % 2:
                raise RuntimeError
            return answer

    assistant = Tired()
    with serving(create_app(lambda: assistant, running=1)) as (url, _):
        load = asyncio.run(measure(url, clients=4, requests=20))
    assert load.errors == 10
    assert load.faults == {"status 500": 10}
    assert "errors             status 500 (10)" in report(load)


def test_memory_is_read_from_before_to_the_end(address):
    load = asyncio.run(measure(address, clients=2, requests=10, pid=os.getpid()))
    assert len(load.memory) == 11
    assert all(megabytes > 1 for megabytes in load.memory)


def test_a_server_that_does_not_answer_is_told():
    def provider():
        raise IndexNotReadyError("x")

    with serving(create_app(provider)) as (url, _), pytest.raises(BenchError, match="no answer"):
        asyncio.run(measure(url, clients=1, requests=1))


def test_memory_of_no_process_is_nothing():
    assert memory_of(None) == 0.0
    assert memory_of(2**22 + 1) == 0.0


@given(st.lists(st.floats(0, 1e6), min_size=1), st.integers(1, 100))
def test_a_percentile_is_a_value_that_so_many_do_not_exceed(values, share):
    told = percentile(values, share)
    assert told in [round(value, 2) for value in values]
    assert sum(round(v, 2) <= told for v in values) >= share / 100 * len(values)


def test_a_percentile_by_hand():
    assert percentile([5, 1, 4, 2, 3], 50) == 3
    assert percentile([5, 1, 4, 2, 3], 95) == 5
    assert percentile([7], 1) == 7


def test_the_report_tells_the_ratio():
    load = Load(64, 640, 5.0, 0, 10.0, alone_p50=20.0, p50=100.0, p95=250.0, memory=(900.0, 901.0))
    told = report(load)
    assert "p95 / p50 alone    12.5" in told
    assert "0 errors" in told
    assert "64.0 answers/s" in told
    assert "900 901 MB" in told


def test_without_pauses_the_report_tells_what_cannot_be_beaten(monkeypatch):
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    told = report(Load(64, 640, 0.0, 0, 10.0, alone_p50=20.0, p50=600.0, p95=800.0))
    assert "the best ratio on 2 processors is about 32" in told


def test_clients_that_read_leave_pauses(address, monkeypatch):
    slept = []

    async def sleep(seconds):
        slept.append(seconds)

    monkeypatch.setattr(bench, "_pause", sleep)
    asyncio.run(measure(address, clients=4, requests=8, think=2.0))
    assert slept.count(2.0) == 8
    assert {0.0, 0.5, 1.0, 1.5} <= set(slept)


def test_the_command_prints_it_and_writes_it(address, tmp_path):
    words = ["bench-load", "--url", address, "--clients", "2", "--requests", "4", "--think", "0"]
    told = CliRunner().invoke(tienviitta.app, [*words, "--output", str(tmp_path / "load.json")])
    assert told.exit_code == 0, told.output
    assert "2 clients, 4 questions, 0 errors" in told.stdout
    assert json.loads((tmp_path / "load.json").read_text())["errors"] == 0


def test_a_server_that_cannot_start_is_told(monkeypatch, tmp_path):
    from assistant.settings import Settings

    monkeypatch.setattr(bench, "START_SECONDS", 0.0)
    with pytest.raises(BenchError, match="ready"), bench.serving(Settings(index=tmp_path)):
        pass
