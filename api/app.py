"""Puts the web application together."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import ClientDisconnect
from starlette.responses import Response
from starlette.routing import Route

from api import (
    catalogue_routes,
    desk,
    feedback_routes,
    openai_routes,
    pages,
    plan_routes,
    routes,
    search,
)
from api.access import Access
from api.description import describe
from api.feedback import FeedbackStore, forget_daily
from api.gate import Gate
from api.mcp_server import McpDoor
from api.metrics import Metrics
from api.middleware import GONE, REQUEST_ID, BodyLimit, HeadAsGet, RequestContext
from api.presence import ClientGoneError
from api.problems import ProblemError
from api.reception import Reception
from assistant.errors import TienviittaError
from assistant.settings import ServerSettings

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence
    from contextlib import AbstractAsyncContextManager

    from starlette.requests import Request

    from api.middleware import Served
    from api.protocol import Provider
    from api.tracing import Tracing

STATIC = Path(__file__).parent / "static"
BODY_LIMIT = 256 * 1024
BODY_SECONDS = 30.0
DESCRIPTION = """Guidance in Northern Ostrobothnia, Finland: services, projects and the region's
plan for lifelong guidance. Every statement that comes from a source is cited to the character. No
conversation is stored: the client sends the messages along."""


ROUTERS = (
    routes,
    search,
    catalogue_routes,
    feedback_routes,
    openai_routes,
    pages,
    desk,
    plan_routes,
)


def create_app(
    provider: Provider,
    *,
    region: Sequence[str] = (),
    running: int = 2,
    waiting: int = 128,
    body_limit: int = BODY_LIMIT,
    body_seconds: float = BODY_SECONDS,
    server: ServerSettings | None = None,
) -> FastAPI:
    """Return the web application.

    Args:
        provider: Gives the assistant of the newest generation; called for every request.
        region: Names of the municipalities that the page offers first.
        running: How many questions are answered at a time.
        waiting: How many more may wait for their turn; the next gets ``too-many``.
        body_limit: The most bytes of a request's body.
        body_seconds: The time until the last of them.
        server: Keys, limits, feedback and what tells of the server; open and without when absent.

    Raises:
        SettingsError: Traces are to be told, but what tells them isn't installed.
    """
    settings = server or ServerSettings()
    gate = Gate(running, waiting)
    reception = Reception(provider, gate, tuple(region))
    door, metrics = McpDoor(reception), Metrics(gate)
    tracing = _tracing(settings)
    feedback = (
        FeedbackStore(settings.feedback, settings.feedback_days) if settings.feedback else None
    )

    app = FastAPI(
        title="Tienviitta",
        version="1",
        description=DESCRIPTION,
        # FastAPI's own pages load their scripts from a third party.
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan(door, feedback, tracing),
    )
    app.state.reception, app.state.feedback = reception, feedback
    app.state.metrics = metrics
    _add_routes(app, door)
    observers = [metrics.observe] if tracing is None else [metrics.observe, tracing.observe]
    app.add_middleware(BodyLimit, limit=body_limit, seconds=body_seconds)
    _add_middleware(app, settings, observers)
    describe(app)
    return app


def _lifespan(
    door: McpDoor, feedback: FeedbackStore | None, tracing: Tracing | None
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    """Return what runs beside the application from its start to its end."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        async with door.open(), anyio.create_task_group() as beside:
            if feedback is not None:
                beside.start_soon(forget_daily, feedback)
            yield
            beside.cancel_scope.cancel()
        if tracing is not None:
            await run_in_threadpool(tracing.close)

    return lifespan


def _add_routes(app: FastAPI, door: McpDoor) -> None:
    for part in ROUTERS:
        app.include_router(part.router)
    app.router.routes.append(Route("/mcp", door, methods=None, include_in_schema=False))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for kind in (ProblemError, RequestValidationError, HTTPException, TienviittaError):
        app.add_exception_handler(kind, pages.show_problem)
    for left in (ClientGoneError, ClientDisconnect):
        app.add_exception_handler(left, _nobody_there)


def _tracing(settings: ServerSettings) -> Tracing | None:
    if settings.otlp_endpoint is None:
        return None
    from api.tracing import open_tracing

    return open_tracing(settings.otlp_endpoint)


def _add_middleware(
    app: FastAPI,
    settings: ServerSettings,
    observers: Sequence[Callable[[Served], None]],
) -> None:
    """Put what every request passes around the application, the innermost first."""
    app.add_middleware(Access, settings=settings)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST", "DELETE"),
            allow_headers=("Authorization", "X-API-Key", REQUEST_ID, "MCP-Protocol-Version"),
            expose_headers=(REQUEST_ID, "Retry-After", "ETag", "X-Total-Count"),
        )
    app.add_middleware(HeadAsGet)
    app.add_middleware(RequestContext, observers=observers)


def _nobody_there(request: Request, _: Exception) -> Response:
    request.state.facts["broken_off"] = True
    return Response(status_code=GONE)
