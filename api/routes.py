"""The HTTP API, version 1."""

from collections.abc import AsyncIterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import PlainTextResponse, StreamingResponse

from api import sse
from api.middleware import where
from api.problems import (
    INVALID,
    MEDIA,
    NOT_FOUND,
    NOT_READY,
    TOO_LONG,
    TOO_MANY,
    ProblemError,
    from_exception,
    openapi_responses,
)
from api.protocol import Assistant
from api.reception import (
    Reception,
    parse_chat,
    reception_of,
    recognised_municipality,
    require_media,
    today,
)
from api.schemas import (
    AnswerOut,
    DayQuery,
    HealthOut,
    ReadyOut,
    ServiceCardOut,
    ServiceOut,
    ServicesOut,
    ServicesQuery,
    SourceHeadOut,
    SourceOut,
    SourceQuery,
    SourcesOut,
)
from assistant.dialogue import Ask, ServiceCard

router = APIRouter()
ReceptionParam = Annotated[Reception, Depends(reception_of)]

_CHAT_DESCRIPTION = """Answers the last message from the sources, or says that they do not tell.

With `Accept: text/event-stream` or `"stream": true` the same answer comes as server-sent events:
`meta` (id, outcome, language, question), `text` (a `delta` of the text, many times), `answer` (the
whole answer) and `done`. A fault after the stream has begun is an `error` event that holds a
problem."""
_BUSY = (TOO_MANY, NOT_READY)
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
    # The body is read here and not by the framework: pydantic's own JSON reader refuses what
    # Python's lets through (NaN, lone surrogates, bottomless nesting).
    chat_request = parse_chat(await request.body())
    assistant = await reception.assistant()
    names = assistant.municipality_names()
    ask = chat_request.ask(recognised_municipality(chat_request.municipality, names))
    if not (chat_request.stream or sse.MEDIA_TYPE in request.headers.get("accept", "")):
        return await reception.answer(assistant, ask, request.state.facts)
    reception.gate.check()
    stream = _stream(reception, assistant, ask, request)
    return StreamingResponse(stream, media_type=sse.MEDIA_TYPE, headers=sse.HEADERS)


async def _stream(
    reception: Reception, assistant: Assistant, ask: Ask, request: Request
) -> AsyncIterator[bytes]:
    facts = request.state.facts
    facts["streamed"] = True
    try:
        answer = await reception.answer(assistant, ask, facts)
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


@router.get(
    "/v1/services",
    tags=["Services"],
    summary="List services",
    responses=openapi_responses([INVALID, *_BUSY]),
)
async def services(
    reception: ReceptionParam, query: Annotated[ServicesQuery, Query()]
) -> ServicesOut:
    """List the services that fit every given filter, as they are on a day."""
    assistant = await reception.assistant()
    day = query.as_of or today()
    municipality = recognised_municipality(query.municipality, assistant.municipality_names())
    found: tuple[ServiceCard, ...] = await reception.gate.run(
        assistant.service_cards,
        as_of=day,
        municipality=municipality,
        target_group=query.target_group,
        topic=query.topic,
        query=query.q,
        status=query.status,
    )
    page = found[query.offset : query.offset + query.limit]
    return ServicesOut(
        total=len(found),
        limit=query.limit,
        offset=query.offset,
        as_of=day,
        items=[ServiceCardOut.model_validate(card) for card in page],
    )


@router.get(
    "/v1/services/{service_id}",
    tags=["Services"],
    summary="One service",
    responses=openapi_responses([NOT_FOUND, INVALID, *_BUSY]),
)
async def service(
    service_id: str, reception: ReceptionParam, query: Annotated[DayQuery, Query()]
) -> ServiceOut:
    """Give one service as it is on a day, and its whole record with every place it rests on."""
    assistant = await reception.assistant()
    record = assistant.service(service_id)
    if record is None:
        raise ProblemError(NOT_FOUND, "No service has this id; GET /v1/services lists them.")
    day = query.as_of or today()
    cards = await reception.gate.run(assistant.service_cards, as_of=day)
    card = next((card for card in cards if card.id == record.id), None)
    if card is None:
        raise ProblemError(NOT_FOUND, "The service isn't shown on this day.")
    return ServiceOut.model_validate({"as_of": day, "service": card, "record": record})


@router.get(
    "/v1/sources",
    tags=["Sources"],
    summary="List sources",
    responses=openapi_responses([*_BUSY]),
)
async def sources(reception: ReceptionParam) -> SourcesOut:
    """List every source that answers are drawn from."""
    found = (await reception.assistant()).sources()
    return SourcesOut(
        total=len(found), items=[SourceHeadOut.model_validate(source) for source in found]
    )


@router.get(
    "/v1/sources/{source_id:path}",
    response_model=SourceOut,
    tags=["Sources"],
    summary="One source",
    responses={
        200: {"content": {"text/plain": {}}},
        **openapi_responses([NOT_FOUND, INVALID, *_BUSY]),
    },
)
async def source(
    source_id: str, reception: ReceptionParam, query: Annotated[SourceQuery, Query()]
) -> SourceOut | Response:
    """Give one source to the character, so that any quote can be checked."""
    found = (await reception.assistant()).source(source_id)
    if found is None:
        raise ProblemError(NOT_FOUND, "No source has this id; GET /v1/sources lists them.")
    if query.format == "text":
        return PlainTextResponse(found.text, headers={"Content-Language": found.language})
    return SourceOut.model_validate(found)


@router.get("/healthz", tags=["Operation"], summary="Does the process answer")
async def healthz() -> HealthOut:
    """Say that the process answers, whether or not it can answer questions."""
    return HealthOut()


@router.get(
    "/readyz",
    tags=["Operation"],
    summary="Can questions be answered",
    responses=openapi_responses([*_BUSY]),
)
async def readyz(reception: ReceptionParam) -> ReadyOut:
    """Say which generation of the index questions are answered from."""
    assistant = await reception.assistant()
    return ReadyOut(generation=assistant.generation, passages=assistant.passages)
