"""The same question asked by several at once is worked on once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Hashable

T = TypeVar("T")


class _Work(Generic[T]):
    """Work that somebody does and others wait for."""

    def __init__(self) -> None:
        self.ended = anyio.Event()
        self.result: list[T] = []
        self.error: Exception | None = None


class Shared(Generic[T]):
    """Lets those who want the same thing at the same moment wait for one piece of work.

    Nothing is kept when the work has ended: whoever comes afterwards has it done anew. For use on
    one event loop.
    """

    def __init__(self) -> None:
        self._going_on: dict[Hashable, _Work[T]] = {}

    async def get(self, key: Hashable, work: Callable[[], Awaitable[T]]) -> T:
        """Return what the work gives, or what the same work gives that already goes on.

        Who began it may leave (be cancelled); then one of those who wait begins it again.

        Args:
            key: What is wanted; the same key means that the same result will do.
            work: Does it.

        Raises:
            Exception: What the work raises, to all who waited for it.
        """
        while (going_on := self._going_on.get(key)) is not None:
            await going_on.ended.wait()
            if going_on.error is not None:
                raise going_on.error
            if going_on.result:
                return going_on.result[0]
        mine = self._going_on[key] = _Work()
        try:
            mine.result.append(await work())
        except Exception as error:
            mine.error = error
            raise
        finally:
            del self._going_on[key]
            mine.ended.set()
        return mine.result[0]
