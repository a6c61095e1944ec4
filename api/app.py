"""Puts the web application together."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from api import pages, routes
from api.gate import Gate
from api.middleware import BodyLimit, RequestContext
from api.problems import ProblemError
from api.reception import Reception
from api.schemas import ChatRequest, Problem
from assistant.errors import TienviittaError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from api.protocol import Provider

STATIC = Path(__file__).parent / "static"
BODY_LIMIT = 256 * 1024
DESCRIPTION = """Guidance in Northern Ostrobothnia, Finland: services, projects and the region's
plan for lifelong guidance. Every statement that comes from a source is cited to the character. No
conversation is stored: the client sends the messages along."""


def create_app(
    provider: Provider,
    *,
    region: Sequence[str] = (),
    running: int = 2,
    waiting: int = 32,
    body_limit: int = BODY_LIMIT,
) -> FastAPI:
    """Return the web application.

    Args:
        provider: Gives the assistant of the newest generation; called for every request.
        region: Names of the municipalities that the page offers first.
        running: How many questions are answered at a time.
        waiting: How many more may wait for their turn; the next gets ``too-many``.
        body_limit: The most bytes of a request's body.
    """
    app = FastAPI(
        title="Tienviitta",
        version="1",
        description=DESCRIPTION,
        # FastAPI's own pages load their scripts from a third party.
        docs_url=None,
        redoc_url=None,
    )
    app.state.reception = Reception(provider, Gate(running, waiting), tuple(region))
    app.include_router(routes.router)
    app.include_router(pages.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for kind in (ProblemError, RequestValidationError, HTTPException, TienviittaError):
        app.add_exception_handler(kind, pages.show_problem)
    app.add_middleware(BodyLimit, limit=body_limit)
    app.add_middleware(RequestContext)
    _describe_what_is_read_by_hand(app)
    return app


def _describe_what_is_read_by_hand(app: FastAPI) -> None:
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schemas = generate()["components"]["schemas"]
            for model in (ChatRequest, Problem):
                schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
                schemas.update(schema.pop("$defs", {}))
                schemas[model.__name__] = schema
            # FastAPI describes its own shape of an error, which is never sent.
            for name in ("HTTPValidationError", "ValidationError"):
                schemas.pop(name, None)
        return generate()

    app.openapi = openapi  # type: ignore[method-assign]
