"""Tools for other assistants, by the Model Context Protocol: ask, search services, get a source.

The SDK is loaded when it's first spoken to: most servers never are.
"""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Literal

import anyio
from pydantic import BaseModel, Field, ValidationError

from api.middleware import where
from api.plain_text import whole_text
from api.problems import (
    METHOD,
    NOT_READY,
    ProblemError,
    from_exception,
    from_validation,
    problem_response,
)
from api.reception import Reception, check_corpora, check_length, recognised_municipality, today
from api.schemas import ChatRequest, Corpora, ServiceCardOut
from assistant.dialogue import Ask, Audience, Message
from assistant.domain import Status  # noqa: TC001 - the SDK reads the types of tools

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable

    from anyio.abc import TaskGroup, TaskStatus
    from mcp.server.mcpserver import MCPServer
    from starlette.types import ASGIApp, Receive, Scope, Send

    from api.protocol import Assistant

logger = logging.getLogger("tienviitta.api")

LONGEST_EXTRACT = 20_000
INSTRUCTIONS = """Guidance, education, employment and support services in Northern Ostrobothnia,
Finland. Answers are in plain Finnish (Swedish, English or Russian when asked in them) and cite
public sources to the character: keep the markers [n] and the sources. What has ended is told as
ended. When the tool says that the sources don't tell, say so and don't guess."""
Question = Annotated[str, Field(description="The question, in any of fi, sv, en, ru.")]
Municipality = Annotated[
    str | None, Field(description="Finnish name of the municipality where the person lives.")
]
Day = Annotated[date | None, Field(description="The day on which validity is judged.")]


class Turn(BaseModel):
    """An earlier turn of the conversation."""

    role: Literal["user", "assistant"]
    content: str


class FoundServices(BaseModel):
    """Services, the best first."""

    total: int
    as_of: date
    items: list[ServiceCardOut]


class Extract(BaseModel):
    """A source's text, or a piece of it: `text` is `source[start:end]`."""

    id: str
    title: str
    sha256: str
    language: str
    url: str | None
    characters: int
    start: int
    end: int
    text: str


class Tools:
    """What the tools do, whatever carries them.

    Args:
        reception: Where questions are handed in.
        base_url: Address of the page, to link to sources.
    """

    def __init__(self, reception: Reception, base_url: str) -> None:
        self._reception, self._base_url = reception, base_url

    async def ask(
        self,
        question: Question,
        municipality: Municipality = None,
        audience: Annotated[
            Audience, Field(description="citizen: plain and short; counsellor: everything.")
        ] = Audience.CITIZEN,
        as_of: Day = None,
        language: Annotated[
            str | None, Field(pattern=r"^[a-z]{2,3}$", description="Language of the answer.")
        ] = None,
        history: Annotated[
            list[Turn] | None, Field(description="Earlier turns, oldest first.")
        ] = None,
        corpora: Corpora = None,
    ) -> Any:  # noqa: ANN401 - text and structure together, which the SDK's own type holds
        """Ask for guidance in Northern Ostrobothnia; the answer cites its sources."""
        from mcp.types import CallToolResult, TextContent

        earlier = [turn.model_dump() for turn in history or ()]
        chat = ChatRequest.model_validate(
            {
                "messages": [*earlier, {"role": "user", "content": question}],
                "audience": audience,
                "municipality": municipality,
                "as_of": as_of,
                "language": language,
                "corpora": corpora,
            }
        )
        check_length(question)
        assistant = await self._reception.assistant()
        check_corpora(assistant, chat.corpora)
        names = assistant.municipality_names()
        ask = chat.ask(recognised_municipality(municipality, names))
        answer = await self._reception.answer(assistant, ask, {})
        return CallToolResult(
            content=[TextContent(type="text", text=whole_text(answer, self._base_url))],
            structured_content=answer.model_dump(mode="json"),
        )

    async def search_services(
        self,
        query: Annotated[
            str | None, Field(max_length=4_000, description="What is needed, in own words.")
        ] = None,
        municipality: Municipality = None,
        target_group: Annotated[str | None, Field(description="Such as maahanmuuttajat.")] = None,
        topic: Annotated[str | None, Field(description="Such as työnhaku.")] = None,
        status: Annotated[Status | None, Field(description="Status on the day.")] = None,
        as_of: Day = None,
        corpora: Corpora = None,
        limit: Annotated[int, Field(ge=1, le=50)] = 10,
    ) -> FoundServices:
        """Find services and projects, each with its status on a day, contacts and description."""
        assistant = await self._reception.assistant()
        check_corpora(assistant, corpora)
        place = recognised_municipality(municipality, assistant.municipality_names())
        day = as_of or today()

        def chosen() -> list[ServiceCardOut]:
            cards = assistant.service_cards(
                as_of=day,
                municipality=place,
                target_group=target_group,
                topic=topic,
                status=status,
                corpora=corpora or (),
            )
            by_id = {card.id: card for card in cards}
            ranked = list(by_id)
            if query and query.strip():
                ranked = [
                    id_ for id_ in _ranked(assistant, query, place, day, corpora) if id_ in by_id
                ]
            return [ServiceCardOut.model_validate(by_id[id_]) for id_ in ranked]

        found = await self._reception.gate.run(chosen)
        return FoundServices(total=len(found), as_of=day, items=found[:limit])

    async def get_source(
        self,
        id: Annotated[str, Field(description="The source_id of a citation.")],  # noqa: A002
        start: Annotated[int, Field(ge=0, description="First character.")] = 0,
        end: Annotated[int | None, Field(ge=0, description="The character after the last.")] = None,
    ) -> Extract:
        """Get a source's own text to check or read around a quote, at most 20,000 characters."""
        from mcp.server.mcpserver.exceptions import ToolError

        source = (await self._reception.assistant()).source(id)
        if source is None:
            raise ToolError("id: no source has this id; use the source_id of a citation")
        length = len(source.text)
        stop = min(length, start + LONGEST_EXTRACT, length if end is None else end)
        if start > stop:
            raise ToolError(f"start: lies after the end; the source has {length} characters")
        return Extract(
            id=source.id,
            title=source.title,
            sha256=source.sha256,
            language=source.language,
            url=source.url,
            characters=length,
            start=start,
            end=stop,
            text=source.quote(start, stop),
        )


def _ranked(
    assistant: Assistant, query: str, place: str | None, day: date, corpora: list[str] | None
) -> list[str]:
    messages = (Message("user", query),)
    ask = Ask(messages, Audience.COUNSELLOR, place, day, corpora=tuple(corpora or ()))
    _, found = assistant.ranked(ask)
    return [hit.service_id for hit in found.kept if hit.service_id]


def build_server(reception: Reception, base_url: str) -> MCPServer[Any]:
    """Return a server of the protocol with the three tools."""
    from mcp.server.mcpserver import MCPServer
    from mcp.types import ToolAnnotations

    server: MCPServer[Any] = MCPServer(
        "tienviitta",
        title="Tienviitta",
        instructions=INSTRUCTIONS,
        website_url=base_url,
        version="1",
        log_level="WARNING",
    )
    tools = Tools(reception, base_url)
    harmless = ToolAnnotations(read_only_hint=True, open_world_hint=False)
    for tool in (tools.ask, tools.search_services, tools.get_source):
        server.add_tool(_telling_what_is_wrong(tool), annotations=harmless)
    return server


def _telling_what_is_wrong(tool: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
    """Turn errors into the protocol's, with the problem's words and nothing of what was asked."""

    @wraps(tool)
    async def told(*args: object, **kwargs: object) -> object:
        from mcp.server.mcpserver.exceptions import ToolError

        try:
            return await tool(*args, **kwargs)
        except ToolError:
            raise
        except ValidationError as error:
            raise ToolError(from_validation(error).detail) from None
        except Exception as error:  # noqa: BLE001 - what the SDK would log could hold the question
            problem = from_exception(error)
            if problem.kind.status == 500:
                logger.error("tool %s: %s", tool.__name__, where(error))
            raise ToolError(problem.detail) from None

    return told


class McpDoor:
    """The protocol over HTTP, opened at the first request. Keeps no session between requests.

    Args:
        reception: Where questions are handed in.
    """

    def __init__(self, reception: Reception) -> None:
        self._reception = reception
        self._group: TaskGroup | None = None
        self._app: ASGIApp | None = None
        self._lock = anyio.Lock()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Be ready to open; whatever was opened is closed at the end."""
        async with anyio.create_task_group() as group:
            self._group = group
            try:
                yield
            finally:
                self._group = self._app = None
                group.cancel_scope.cancel()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        from starlette.requests import Request

        request = Request(scope)
        if request.method != "POST":
            # The other methods are for sessions, which a stateless server has none of.
            problem = ProblemError(METHOD, METHOD.advice, headers={"Allow": "POST"})
            await problem_response(request, problem)(scope, receive, send)
            return
        app = await self._opened(str(request.base_url))
        if app is None:
            closed = ProblemError(NOT_READY, "The server is starting or stopping.")
            await problem_response(request, closed)(scope, receive, send)
            return
        await app(scope, receive, send)

    async def _opened(self, base_url: str) -> ASGIApp | None:
        async with self._lock:
            if self._app is None and self._group is not None:
                self._app = await self._group.start(self._serve, base_url)
            return self._app

    async def _serve(self, base_url: str, *, task_status: TaskStatus[ASGIApp]) -> None:
        from starlette.concurrency import run_in_threadpool

        server = await run_in_threadpool(build_server, self._reception, base_url)
        # What may ask is checked before, for every address alike.
        from mcp.server.transport_security import TransportSecuritySettings

        open_to = TransportSecuritySettings(enable_dns_rebinding_protection=False)
        server.streamable_http_app(
            stateless_http=True, json_response=True, transport_security=open_to
        )
        manager = server.session_manager
        async with manager.run():
            task_status.started(manager.handle_request)
            await anyio.sleep_forever()
