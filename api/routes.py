"""The HTTP API, version 1."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse, StreamingResponse

from api import sse
from api.metrics import MEDIA_TYPE as MEASURES
from api.metrics import Metrics
from api.middleware import where
from api.operation_schemas import HealthOut, ReadyOut
from api.presence import ClientGoneError
from api.problems import (
    INVALID,
    MEDIA,
    NOT_READY,
    TOO_LONG,
    TOO_MANY,
    UNAUTHORISED,
    from_exception,
    openapi_responses,
)
from api.protocol import Assistant
from api.reception import (
    Reception,
    check_corpora,
    parse_chat,
    reception_of,
    recognised_municipality,
    require_media,
)
from api.schemas import AnswerOut
from assistant.dialogue import Ask
from assistant.errors import TienviittaError

router = APIRouter()
ReceptionParam = Annotated[Reception, Depends(reception_of)]

_CHAT_DESCRIPTION = """Answers the last message from the sources, or says that they do not tell.

With `Accept: text/event-stream` or `"stream": true` the same answer comes as server-sent events:
`meta` (id, outcome, language, question), `text` (a `delta` of the text, many times), `answer` (the
whole answer) and `done`. A fault after the stream has begun is an `error` event that holds a
problem."""
_BUSY = (UNAUTHORISED, TOO_MANY, NOT_READY)
_NOT_KEPT = {"Cache-Control": "no-store"}
_STREAM_EXAMPLE = 'event: text\ndata: {"delta": "Kalajoella ohjausta antaa "}\n\n'


@router.post(
    "/v1/chat",
    response_model=AnswerOut,
    tags=["Chat"],
    summary="Ask",
    description=_CHAT_DESCRIPTION,
    responses={
        200: {"content": {sse.MEDIA_TYPE: {"example": _STREAM_EXAMPLE}}},
        **openapi_responses([INVALID, TOO_LONG, MEDIA, *_BUSY]),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/ChatRequest"}}
            },
        }
    },
)
async def chat(request: Request, reception: ReceptionParam) -> Any:  # noqa: ANN401 - a model or a stream
    """Answer a question."""
    require_media(request, "application/json")
    chat_request = parse_chat(await request.body())
    assistant = await reception.assistant()
    check_corpora(assistant, chat_request.corpora)
    names = assistant.municipality_names()
    ask = chat_request.ask(recognised_municipality(chat_request.municipality, names))
    if not (chat_request.stream or sse.MEDIA_TYPE in request.headers.get("accept", "")):
        answer = await reception.answer_while_present(request, assistant, ask)
        return JSONResponse(answer.model_dump(mode="json"), headers=_NOT_KEPT)
    reception.gate.check()
    stream = _stream(reception, assistant, ask, request)
    return StreamingResponse(stream, media_type=sse.MEDIA_TYPE, headers=sse.HEADERS)


async def _stream(
    reception: Reception, assistant: Assistant, ask: Ask, request: Request
) -> AsyncIterator[bytes]:
    facts = request.state.facts
    facts["streamed"] = True
    try:
        answer = await reception.answer_while_present(request, assistant, ask)
    except ClientGoneError:
        return
    except Exception as error:  # noqa: BLE001 - the status is sent already
        problem = from_exception(error)
        facts["error" if problem.kind.status == 500 else "problem"] = where(error)
        yield sse.event("error", problem.body(request.state.request_id))
        return
    for event in sse.answer_events(answer):
        if await request.is_disconnected():
            facts["broken_off"] = True
            return
        yield event


@router.get("/healthz", tags=["Operation"], summary="Does the process answer")
async def healthz() -> HealthOut:
    """Say that the process answers, whether or not it can answer questions."""
    return HealthOut()


@router.get(
    "/readyz",
    tags=["Operation"],
    summary="Can questions be answered",
    responses=openapi_responses([TOO_MANY, NOT_READY]),
)
async def readyz(reception: ReceptionParam) -> ReadyOut:
    """Say which generation of the index questions are answered from."""
    assistant = await reception.assistant()
    return ReadyOut(generation=assistant.generation, passages=assistant.passages)


@router.get(
    "/metrics",
    tags=["Operation"],
    summary="Measures for Prometheus",
    response_class=PlainTextResponse,
    responses={
        200: {"content": {"text/plain": {"example": "tienviitta_passages 617.0\n"}}},
        **openapi_responses([UNAUTHORISED]),
    },
)
async def metrics(request: Request, reception: ReceptionParam) -> Response:
    """Tell counts and times of what kinds of requests there were, never what was in them."""
    measures: Metrics = request.app.state.metrics
    # Whether it's ready is told by /readyz.
    with suppress(TienviittaError):
        assistant = await reception.assistant()
        measures.serves(assistant.generation, assistant.passages)
    return Response(measures.text(), media_type=MEASURES)
