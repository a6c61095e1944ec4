"""Bounded work: few questions at a time, a short queue, and a clear no to the rest."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import anyio.to_thread

from api.problems import TOO_MANY, ProblemError

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
T = TypeVar("T")


class Gate:
    """Runs CPU-bound work in threads, with an upper bound on running and waiting.

    Args:
        running: How many run at a time. More than the cores only makes each slower.
        waiting: How many may wait; the next one is refused at once.
    """

    def __init__(self, running: int, waiting: int) -> None:
        self._limiter = anyio.CapacityLimiter(running)
        self._room = running + waiting
        self._inside = 0

    @property
    def inside(self) -> int:
        """How many are being worked on or wait."""
        return self._inside

    def check(self) -> None:
        """Refuse when the queue is full.

        Raises:
            ProblemError: ``too-many``, with the seconds to wait.
        """
        if self._inside >= self._room:
            raise ProblemError(
                TOO_MANY,
                f"{self._room} requests are being worked on already.",
                headers={"Retry-After": "2"},
            )

    async def run(self, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run work in a thread when its turn comes.

        Raises:
            ProblemError: ``too-many``, when the queue is full.
        """
        self.check()
        self._inside += 1
        try:
            return await anyio.to_thread.run_sync(
                partial(work, *args, **kwargs), limiter=self._limiter
            )
        finally:
            self._inside -= 1
