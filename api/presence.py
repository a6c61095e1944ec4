"""Work that stops when nobody waits for it any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import anyio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from starlette.requests import Request

T = TypeVar("T")


class ClientGoneError(Exception):
    """The client has closed the connection before its answer was ready."""


async def while_present(request: Request, work: Callable[[], Awaitable[T]]) -> T:
    """Do work as long as the client is there.

    What waits for its turn then never begins; a step that a thread has begun is ended, and its
    result dropped. The body must have been read before.

    Raises:
        ClientGoneError: The client is gone.
    """
    done: list[T] = []
    failed: list[Exception] = []
    gone = False
    async with anyio.create_task_group() as group:

        async def watch() -> None:
            nonlocal gone
            while (await request.receive())["type"] != "http.disconnect":
                continue
            gone = True
            group.cancel_scope.cancel()

        group.start_soon(watch)
        # Kept and raised outside: a task group would wrap it into a group of errors.
        try:
            done.append(await work())
        except Exception as error:  # noqa: BLE001 - raised again below
            failed.append(error)
        group.cancel_scope.cancel()
    if gone:
        raise ClientGoneError
    if failed:
        raise failed[0]
    return done[0]
