"""The server under load: many clients at once against one alone, over true sockets.

Each client waits for its answer, reads it for a while, and asks the next. The questions differ, and
those that one client asks alone are asked in the load too, so that the two are compared on the same
work. Without time to read, clients keep the machine full: each then waits for all the others, and
the ratio is about the number of clients shared among the processors at best (Little's law).
"""

from __future__ import annotations

import asyncio
import os
import ssl
import subprocess
import sys
import time
from collections import Counter
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

import httpx

from assistant.errors import TienviittaError
from assistant.settings import OFF

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from assistant.settings import Settings

NEEDS = (
    "Kuka auttaa työnhaussa",
    "Mistä saan apua opintojen valintaan",
    "Missä voi opiskella suomea",
    "Kuka neuvoo alan vaihdossa",
    "Mitä tehdä, kun jään työttömäksi",
    "Mistä nuori saa apua",
    "Kuka auttaa yrityksen perustamisessa",
    "Mistä saa ohjausta osatyökykyinen",
)
PLACES = ("", " Oulussa", " Raahessa", " Kuusamossa", " Kalajoella", " Ylivieskassa", " Limingassa")
QUESTIONS = tuple(f"{need}{place}?" for place in PLACES for need in NEEDS)
ALONE = 48
WARMING = 8
START_SECONDS = 180.0
_pause = asyncio.sleep
_TIMEOUT = httpx.Timeout(120.0)


class BenchError(TienviittaError):
    """The server that was to be measured doesn't answer."""


@dataclass(frozen=True, slots=True)
class Load:
    """What was measured; times in milliseconds, memory in megabytes.

    Attributes:
        clients: How many asked at once.
        requests: How many questions they asked.
        think: Seconds that each read between an answer and its next question.
        errors: How many of them got anything else than an answer.
        seconds: How long the load took.
        alone_p50: Median of one client alone.
        p50: Median of the many.
        p95: 95th percentile of the many.
        memory: Resident memory of the server, from before the load to its end, in equal steps.
        faults: What the errors were, each kind with how many there were.
    """

    clients: int
    requests: int
    think: float
    errors: int
    seconds: float
    alone_p50: float
    p50: float
    p95: float
    memory: tuple[float, ...] = ()
    faults: Mapping[str, int] = field(default_factory=dict)

    @property
    def ratio(self) -> float:
        """How many times the single client's median the 95th percentile of the many is."""
        return self.p95 / self.alone_p50

    @property
    def rate(self) -> float:
        """Questions answered in a second."""
        return self.requests / self.seconds


async def measure(
    url: str, clients: int, requests: int, think: float = 0.0, pid: int | None = None
) -> Load:
    """Ask many questions at once.

    Args:
        url: The server's address.
        clients: How many ask at once.
        requests: How many questions in all.
        think: Seconds that a client waits between an answer and its next question.
        pid: The server's process, to read its memory.

    Raises:
        BenchError: The server doesn't answer.
    """
    async with AsyncExitStack() as stack:
        # A connection each: a pool that all share lets some wait inside the client itself.
        trusted = ssl.create_default_context()
        askers = [
            await stack.enter_async_context(
                httpx.AsyncClient(base_url=url, timeout=_TIMEOUT, verify=trusted)
            )
            for _ in range(clients)
        ]
        alone = []
        for question in islice(cycle(QUESTIONS), WARMING + ALONE):
            took, fault = await _ask(askers[0], question)
            if fault:
                raise BenchError(
                    f"{url} gives no answer to a question ({fault}); is it Tienviitta?"
                )
            alone.append(took)
        memory = [m] if (m := memory_of(pid)) else []
        todo = iter(list(islice(cycle(QUESTIONS), requests)))
        done: list[tuple[float, str]] = []
        step = max(1, requests // 10)

        async def one(client: httpx.AsyncClient) -> None:
            for question in todo:
                done.append(await _ask(client, question))
                if pid is not None and len(done) % step == 0:
                    memory.append(memory_of(pid))
                await _pause(think)

        async def arriving(number: int) -> None:
            # People don't come all in the same moment when they take their time.
            await _pause(think * number / clients)
            await one(askers[number])

        started = time.perf_counter()
        await asyncio.gather(*(arriving(number) for number in range(clients)))
        seconds = time.perf_counter() - started
    times = [took for took, _ in done]
    faults = Counter(fault for _, fault in done if fault)
    return Load(
        clients=clients,
        requests=requests,
        think=think,
        errors=faults.total(),
        seconds=round(seconds, 2),
        alone_p50=percentile(alone[WARMING:], 50),
        p50=percentile(times, 50),
        p95=percentile(times, 95),
        memory=tuple(memory),
        faults=dict(faults),
    )


async def _ask(client: httpx.AsyncClient, question: str) -> tuple[float, str]:
    """Milliseconds until the answer, and what was wrong with it: nothing, when it's one."""
    body = {"messages": [{"role": "user", "content": question}]}
    started = time.perf_counter()
    try:
        response = await client.post("/v1/chat", json=body)
        fault = "" if response.is_success else f"status {response.status_code}"
        if not fault and "outcome" not in response.json():
            fault = "no answer"
    except (httpx.HTTPError, ValueError) as error:
        fault = type(error).__name__
    return (time.perf_counter() - started) * 1000, fault


def percentile(values: Sequence[float], share: int) -> float:
    """Return the smallest value that so many percent of the values don't exceed (nearest rank)."""
    ordered = sorted(values)
    return round(ordered[max(0, ceil(share / 100 * len(ordered)) - 1)], 2)


def memory_of(pid: int | None) -> float:
    """Return a process's resident memory in megabytes; 0 where the system doesn't tell."""
    if pid is None:
        return 0.0
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return round(pages * os.sysconf("SC_PAGE_SIZE") / 1e6, 1)


def report(load: Load) -> str:
    """Return the figures as lines to read."""
    lines = [
        (
            f"{load.clients} clients, {load.requests} questions, {load.errors} errors, "
            f"{load.seconds:.1f} s, {load.rate:.1f} answers/s"
        ),
        f"one client alone   p50 {load.alone_p50:8.1f} ms",
        f"{load.clients} at once".ljust(18) + f" p50 {load.p50:8.1f} ms   p95 {load.p95:8.1f} ms",
        f"p95 / p50 alone    {load.ratio:.1f}",
    ]
    if load.faults:
        told = ", ".join(f"{fault} ({count})" for fault, count in load.faults.items())
        lines.append(f"errors             {told}")
    if not load.think:
        cores = os.cpu_count() or 1
        lines.append(
            f"without pauses the best ratio on {cores} processors is about "
            f"{load.clients / cores:.0f}"
        )
    if load.memory:
        told = " ".join(f"{megabytes:.0f}" for megabytes in load.memory)
        lines.append(f"memory             {told} MB")
    return "\n".join(lines)


@contextmanager
def serving(settings: Settings) -> Iterator[tuple[str, int]]:
    """Run a server of its own process on a free port; gives its address and process id.

    Args:
        settings: Where the index is; keys and limits are left out of the measure.

    Raises:
        BenchError: It doesn't get ready.
    """
    port = _free_port()
    # One machine is many clients here, and none of them has a key.
    unlimited = {
        "TIENVIITTA_API_KEYS": "",
        "TIENVIITTA_RATE_LIMIT": OFF,
        "TIENVIITTA_INDEX": str(settings.index),
    }
    command = [sys.executable, "-m", "tienviitta", "serve", "--port", str(port)]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command,
        env={**os.environ, **unlimited},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(process, address)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait(timeout=60)


def _wait(process: subprocess.Popen[bytes], address: str) -> None:
    until = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            if httpx.get(f"{address}/readyz", timeout=5).is_success:
                return
        except httpx.HTTPError:
            pass
        time.sleep(0.2)
    raise BenchError("The server doesn't get ready; `tienviitta serve` tells why.")


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
