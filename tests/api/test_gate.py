"""Bounded work."""

from __future__ import annotations

import threading

import anyio
import pytest
from fake_assistant import FakeAssistant
from fastapi.testclient import TestClient

from api.app import create_app
from api.gate import Gate
from api.problems import ProblemError


def test_runs_no_more_than_it_may_and_refuses_the_one_too_many():
    running, most = 0, 0
    lock, release = threading.Lock(), threading.Event()

    def work(value: int) -> int:
        nonlocal running, most
        with lock:
            running += 1
            most = max(most, running)
        release.wait(10)
        with lock:
            running -= 1
        return value

    async def main() -> list[int]:
        gate = Gate(running=2, waiting=1)
        results: list[int] = []

        async def ask(value: int) -> None:
            results.append(await gate.run(work, value))

        async with anyio.create_task_group() as group:
            for value in range(3):
                group.start_soon(ask, value)
            await anyio.wait_all_tasks_blocked()
            with pytest.raises(ProblemError) as refused:
                await gate.run(work, 99)
            assert refused.value.kind.status == 429
            assert refused.value.headers["Retry-After"]
            release.set()
        gate.check()
        return results

    assert sorted(anyio.run(main)) == [0, 1, 2]
    assert most == 2


def test_a_failure_gives_its_place_back():
    def fail() -> None:
        raise ValueError("no")

    async def main() -> None:
        gate = Gate(running=1, waiting=0)
        for _ in range(3):
            with pytest.raises(ValueError, match="no"):
                await gate.run(fail)

    anyio.run(main)


@pytest.mark.parametrize("stream", [True, False])
def test_a_question_above_the_bound_gets_429_while_the_rest_still_answers(stream):
    body = {"messages": [{"role": "user", "content": "a"}], "stream": stream}
    another = {**body, "messages": [{"role": "user", "content": "b"}]}
    seen = []

    class Busy(FakeAssistant):
        def ask(self, ask):
            seen.append(client.post("/v1/chat", json=another))
            seen.append(client.get("/readyz"))
            seen.append(client.post("/", data={"q": "b"}))
            return super().ask(ask)

    busy = Busy()
    client = TestClient(create_app(lambda: busy, running=1, waiting=0))
    assert client.post("/v1/chat", json=body).status_code == 200
    refused, ready, page = seen
    assert refused.status_code == 429
    assert refused.headers["content-type"] == "application/problem+json"
    assert int(refused.headers["retry-after"]) > 0
    assert ready.status_code == 200
    assert page.status_code == 429
    assert "Kysyjiä on juuri nyt paljon" in page.text
