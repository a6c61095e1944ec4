"""What every request passes: an id, a bound on its body, safe headers and one line of log.

Plain ASGI, since a streamed response must pass through untouched.
"""

from __future__ import annotations

import json
import logging
import re
import secrets
import time
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import anyio
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request

from api.problems import TOO_LONG, TOO_SLOW, ProblemError, problem_response

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

logger = logging.getLogger("tienviitta.api")

REQUEST_ID = "X-Request-ID"
GONE = 499
"""nginx's status of a client that has gone; it's only in the log, nobody is there to read it."""
_REQUEST_ID_FORM = re.compile(r"[A-Za-z0-9._-]{1,64}")
SECURITY_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


TLS_ONLY = "max-age=31536000"
_GROUPS = ("/static", "/mcp")


@dataclass(frozen=True, slots=True)
class Served:
    """What is told of a served request: nothing of what was in it.

    Attributes:
        request_id: Its id.
        method: The HTTP method.
        path: The path without its query.
        route: The path's form, such as ``/v1/services/{service_id}``; ``other`` without a route.
        status: The response's status; 499 when the client left before there was one.
        started_ns: When it began, in nanoseconds of the epoch.
        seconds: How long it took.
        headers: Headers of the request.
        facts: What routes have told for the log.
    """

    request_id: str
    method: str
    path: str
    route: str
    status: int
    started_ns: int
    seconds: float
    headers: Mapping[str, str]
    facts: Mapping[str, Any]


class RequestContext:
    """Gives a request its id and its log line, and turns a stray exception into a problem.

    A route adds what it wants logged to ``request.state.facts``: counts, names of outcomes and
    timings only. The path is logged without its query, and of an exception only where it rose:
    both could hold what a person wrote.

    Args:
        app: The application within.
        observers: Told of every request once it's served.
    """

    def __init__(self, app: ASGIApp, observers: Sequence[Callable[[Served], None]] = ()) -> None:
        self.app, self.observers = app, tuple(observers)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        given_headers = Headers(scope=scope)
        given = given_headers.get(REQUEST_ID, "")
        request_id = given if _REQUEST_ID_FORM.fullmatch(given) else secrets.token_hex(8)
        facts: dict[str, Any] = {}
        scope.setdefault("state", {}).update(request_id=request_id, facts=facts)
        status = 0
        method = scope["method"]
        started, started_ns = time.perf_counter(), time.time_ns()

        async def send_with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                headers[REQUEST_ID] = request_id
                for name, value in SECURITY_HEADERS.items():
                    headers.setdefault(name, value)
                if scope["scheme"] == "https":
                    headers.setdefault("Strict-Transport-Security", TLS_ONLY)
            await send(message)

        try:
            await self.app(scope, receive, send_with_headers)
        except Exception as error:  # noqa: BLE001 - the last place where it can become a problem
            facts["error"] = where(error)
            if status:
                facts["broken_off"] = True
            else:
                response = problem_response(Request(scope), error)
                await response(scope, receive, send_with_headers)
        finally:
            seconds = time.perf_counter() - started
            served = Served(
                request_id=request_id,
                method=method,
                path=scope["path"],
                route=_route(scope),
                status=status or GONE,
                started_ns=started_ns,
                seconds=seconds,
                headers=given_headers,
                facts=facts,
            )
            _log(served)
            for observe in self.observers:
                observe(served)


def where(error: Exception) -> str:
    """Return where an exception rose, without its message: that could hold a question."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    places = " > ".join(f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames)
    return f"{type(error).__name__} at {places}"


def _log(served: Served) -> None:
    facts = served.facts
    record = {
        "request_id": served.request_id,
        "method": served.method,
        # Whoever knows a feedback's id may erase it.
        "path": served.route if served.path.startswith("/v1/feedback/") else served.path,
        "status": served.status,
        "ms": round(served.seconds * 1000, 1),
        **facts,
    }
    level = logging.ERROR if "error" in facts else logging.INFO
    logger.log(level, json.dumps(record, ensure_ascii=True), extra={"record": record})


def _route(scope: Scope) -> str:
    """The form of a request's path: few of them, whatever is asked for."""
    path = scope["path"]
    for group in _GROUPS:
        if path == group or path.startswith(f"{group}/"):
            return group
    route = scope.get("route")
    return str(getattr(route, "path", None) or "other")


class HeadAsGet:
    """Answers HEAD as GET, without the body."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http" or scope["method"] != "HEAD":
            await self.app(scope, receive, send)
            return

        async def send_without_body(message: Message) -> None:
            if message["type"] == "http.response.body":
                message = {**message, "body": b""}
            await send(message)

        # Changed in place: what the routes note in the scope is read outside.
        scope["method"] = "GET"
        await self.app(scope, receive, send_without_body)


class BodyLimit:
    """Refuses a body above a number of bytes, whether or not its length is announced, or too slow.

    Args:
        app: The application within.
        limit: The most bytes that are read.
        seconds: The time until the last of them.
    """

    def __init__(self, app: ASGIApp, limit: int, seconds: float) -> None:
        self.app, self.limit, self.seconds = app, limit, seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        # Python refuses to read a number of thousands of digits, so their count is bounded first.
        if announced.isdecimal() and (len(announced) > 12 or int(announced) > self.limit):
            await problem_response(Request(scope), self._problem())(scope, receive, send)
            return
        seen, whole = 0, False
        end = anyio.current_time() + self.seconds

        async def counted() -> Message:
            nonlocal seen, whole
            # After the body, what is waited for is that the client leaves.
            if whole:
                return await receive()
            try:
                with anyio.fail_after(end - anyio.current_time()):
                    message = await receive()
            except TimeoutError:
                raise self._slow() from None
            if message["type"] == "http.request":
                whole = not message.get("more_body", False)
                seen += len(message.get("body", b""))
                if seen > self.limit:
                    raise self._problem()
            return message

        await self.app(scope, counted, send)

    def _slow(self) -> ProblemError:
        return ProblemError(
            TOO_SLOW,
            f"The body wasn't whole within {self.seconds:g} seconds.",
            headers={"Connection": "close"},
        )

    def _problem(self) -> ProblemError:
        return ProblemError(
            TOO_LONG,
            f"The body is larger than {self.limit} bytes; send fewer of the earlier messages.",
            # The rest of the body is never read, so the connection can't be used again.
            headers={"Connection": "close"},
        )
