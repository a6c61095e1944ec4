"""The same question asked by several at once is worked on once."""

from __future__ import annotations

import json
import socket

import anyio
import pytest
from live_server import serving
from test_presence import SlowAssistant, rest, send, until

from api.app import create_app
from api.sharing import Shared


class Work:
    """Work that ends when it's let, and counts how often it was begun."""

    def __init__(self, error: Exception | None = None) -> None:
        self.begun, self.let, self.error = 0, anyio.Event(), error

    async def __call__(self) -> int:
        self.begun += 1
        await self.let.wait()
        if self.error is not None:
            raise self.error
        return self.begun


def test_those_who_want_the_same_at_once_share_the_work_and_nothing_is_kept():
    async def run() -> tuple[list[int], int]:
        shared: Shared[int] = Shared()
        work, got = Work(), []

        async def want() -> None:
            got.append(await shared.get("a", work))

        async with anyio.create_task_group() as group:
            for _ in range(5):
                group.start_soon(want)
            await anyio.wait_all_tasks_blocked()
            work.let.set()
        return got, await shared.get("a", work)

    assert anyio.run(run) == ([1] * 5, 2)


def test_those_who_want_other_things_do_not_share():
    async def run() -> int:
        shared: Shared[int] = Shared()
        work = Work()
        async with anyio.create_task_group() as group:
            group.start_soon(shared.get, "a", work)
            group.start_soon(shared.get, "b", work)
            await anyio.wait_all_tasks_blocked()
            work.let.set()
        return work.begun

    assert anyio.run(run) == 2


def test_when_the_one_who_began_leaves_another_begins_again():
    async def run() -> tuple[list[int], int]:
        shared: Shared[int] = Shared()
        work, got = Work(), []

        async def want() -> None:
            got.append(await shared.get("a", work))

        async with anyio.create_task_group() as others:
            async with anyio.create_task_group() as first:
                first.start_soon(want)
                await anyio.wait_all_tasks_blocked()
                for _ in range(3):
                    others.start_soon(want)
                await anyio.wait_all_tasks_blocked()
                first.cancel_scope.cancel()
            await anyio.wait_all_tasks_blocked()
            work.let.set()
        return got, work.begun

    assert anyio.run(run) == ([2] * 3, 2)


def test_a_failure_is_told_to_all_and_is_not_kept():
    async def run() -> list[str]:
        shared: Shared[int] = Shared()
        work, told = Work(ValueError("no")), []

        async def want() -> None:
            with pytest.raises(ValueError, match="no"):
                await shared.get("a", work)
            told.append("no")

        async with anyio.create_task_group() as group:
            for _ in range(3):
                group.start_soon(want)
            await anyio.wait_all_tasks_blocked()
            work.let.set()
        assert work.begun == 1
        work.error = None
        assert await shared.get("a", work) == 2
        return told

    assert anyio.run(run) == ["no"] * 3


def ask_together(first: dict, second: dict) -> tuple[SlowAssistant, list[dict]]:
    """Ask two questions of which the second comes while the first is being answered."""
    assistant = SlowAssistant()
    app = create_app(lambda: assistant, running=1, waiting=4)
    waiting: list[str] = []
    get = app.state.reception._same.get

    async def counted(key, work):
        waiting.append("")
        return await get(key, work)

    app.state.reception._same.get = counted
    with serving(app) as (address, _):
        host, port = address.removeprefix("http://").split(":")
        clients = [socket.create_connection((host, int(port))) for _ in range(2)]
        for client, body in zip(clients, (first, second), strict=True):
            send(client, "/v1/chat", {"messages": [{"role": "user", "content": "a"}], **body})
        until(lambda: len(waiting) == 2)
        assistant.let.set()
        answers = [json.loads(rest(client).split(b"\r\n\r\n", 1)[1]) for client in clients]
        for client in clients:
            client.close()
    return assistant, answers


def test_the_same_question_at_once_is_answered_once_under_ids_of_their_own():
    assistant, (one, other) = ask_together({}, {})
    assert len(assistant.asked) == 1
    assert one.pop("id") != other.pop("id")
    assert one == other


@pytest.mark.parametrize(
    "differs",
    [
        {"municipality": "Oulu"},
        {"audience": "counsellor"},
        {"as_of": "2024-01-01"},
        {"language": "sv"},
        {"corpora": ["maakunta"]},
        {
            "messages": [
                {"role": "user", "content": "b"},
                {"role": "assistant", "content": "c"},
                {"role": "user", "content": "a"},
            ]
        },
    ],
)
def test_a_question_that_differs_in_anything_is_answered_by_itself(differs):
    assistant, _ = ask_together({}, differs)
    assert len(assistant.asked) == 2
