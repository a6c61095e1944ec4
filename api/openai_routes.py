"""The assistant for clients of OpenAI's chat completions: the same answers under their protocol."""

import json
import re
import time
from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import JSONResponse, StreamingResponse

from api import sse
from api.middleware import where
from api.openai_schemas import (
    MODELS,
    Annotation,
    AnswerMessage,
    Choice,
    Completion,
    CompletionRequest,
    Model,
    Models,
    UrlCitation,
    Usage,
)
from api.plain_text import place_url, whole_text
from api.presence import ClientGoneError
from api.problems import (
    INVALID,
    MEDIA,
    NOT_READY,
    TOO_LONG,
    TOO_MANY,
    UNAUTHORISED,
    UNKNOWN_MODEL,
    FieldError,
    ProblemError,
    ProblemType,
    from_exception,
    openai_error_body,
)
from api.protocol import Assistant
from api.reception import (
    Reception,
    check_corpora,
    check_length,
    parse_body,
    reception_of,
    recognised_municipality,
    require_media,
)
from api.schemas import AnswerOut
from assistant.dialogue import Ask

router = APIRouter(tags=["OpenAI-compatible"])
ReceptionParam = Annotated[Reception, Depends(reception_of)]

_SINCE = int(time.time())
_COUNTED = re.compile(r"\w+|[^\w\s]")
_MARKER = re.compile(r"\[(\d{1,3})\]")
_DESCRIPTION = """The answer of `/v1/chat` for clients of OpenAI's API. `content` has the markers
`[n]` and ends in contacts and sources; `tienviitta` holds the whole answer, and in a stream stands
in the last chunk with a choice. System messages are not taken as instructions."""
_STREAM_EXAMPLE = (
    'data: {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1795500000, '
    '"model": "tienviitta", "choices": [{"index": 0, "delta": {"content": "Kalajoella "}, '
    '"finish_reason": null}]}\n\ndata: [DONE]\n\n'
)


def _errors(kinds: list[ProblemType]) -> dict[int | str, dict[str, Any]]:
    described: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        status = 400 if kind is INVALID else kind.status
        described[status] = {
            "description": kind.title,
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/OpenAiError"},
                    "example": openai_error_body(ProblemError(kind, kind.advice)),
                }
            },
        }
    return described


@router.post(
    "/v1/chat/completions",
    response_model=Completion,
    summary="Ask as an OpenAI client",
    description=_DESCRIPTION,
    responses={
        200: {"content": {sse.MEDIA_TYPE: {"example": _STREAM_EXAMPLE}}},
        **_errors([INVALID, TOO_LONG, MEDIA, UNKNOWN_MODEL, UNAUTHORISED, TOO_MANY, NOT_READY]),
    },
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/CompletionRequest"}}
            },
        }
    },
)
async def complete(request: Request, reception: ReceptionParam) -> Response:
    """Answer a conversation."""
    require_media(request, "application/json")
    wanted = parse_body(CompletionRequest, await request.body())
    _check_model(wanted.model)
    chat = wanted.chat()
    check_length(chat.messages[-1].content)
    assistant = await reception.assistant()
    check_corpora(assistant, chat.corpora)
    names = assistant.municipality_names()
    ask = chat.ask(recognised_municipality(chat.municipality, names))
    base_url = str(request.base_url)
    if wanted.stream:
        reception.gate.check()
        stream = _stream(request, reception, assistant, ask, wanted)
        return StreamingResponse(stream, media_type=sse.MEDIA_TYPE, headers=sse.HEADERS)
    answer = await reception.answer_while_present(request, assistant, ask)
    completion = _completion(answer, wanted, assistant.generation, base_url)
    return JSONResponse(completion.model_dump(mode="json"), headers={"Cache-Control": "no-store"})


@router.get(
    "/v1/models",
    summary="List models",
    responses=_errors([UNAUTHORISED, TOO_MANY]),
)
async def models() -> Models:
    """List the names under which the assistant answers, as OpenAI clients ask for them."""
    return Models(data=[Model(id=name, created=_SINCE) for name in MODELS])


@router.get(
    "/v1/models/{model}",
    summary="One model",
    responses=_errors([UNKNOWN_MODEL, UNAUTHORISED, TOO_MANY]),
)
async def one_model(model: str) -> Model:
    """Tell that the assistant answers under a name."""
    _check_model(model)
    return Model(id=model, created=_SINCE)


def _check_model(name: str) -> None:
    if name not in MODELS:
        names = " and ".join(MODELS)
        raise ProblemError(
            UNKNOWN_MODEL,
            f"There's no such model here; there are {names}.",
            [FieldError("model", "is not a model of this server")],
        )


def _completion(
    answer: AnswerOut, wanted: CompletionRequest, generation: str, base_url: str
) -> Completion:
    content = whole_text(answer, base_url)
    return Completion(
        id=f"chatcmpl-{answer.id}",
        created=int(time.time()),
        model=wanted.model,
        system_fingerprint=generation,
        choices=[
            Choice(
                message=AnswerMessage(content=content, annotations=_annotations(answer, base_url))
            )
        ],
        usage=_usage(wanted, content),
        tienviitta=answer,
    )


def _annotations(answer: AnswerOut, base_url: str) -> list[Annotation]:
    by_number = {citation.n: citation for citation in answer.citations}
    return [
        Annotation(
            url_citation=UrlCitation(
                url=place_url(by_number[int(match[1])], base_url),
                title=by_number[int(match[1])].title,
                start_index=match.start(),
                end_index=match.end(),
            )
        )
        for match in _MARKER.finditer(answer.text)
        if int(match[1]) in by_number
    ]


def _usage(wanted: CompletionRequest, content: str) -> Usage:
    read = sum(len(_COUNTED.findall(message.text)) for message in wanted.messages)
    written = len(_COUNTED.findall(content))
    return Usage(prompt_tokens=read, completion_tokens=written, total_tokens=read + written)


async def _stream(
    request: Request,
    reception: Reception,
    assistant: Assistant,
    ask: Ask,
    wanted: CompletionRequest,
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
        yield _data(openai_error_body(problem))
        return
    completion = _completion(answer, wanted, assistant.generation, str(request.base_url))
    usage = bool(wanted.stream_options and wanted.stream_options.include_usage)
    for chunk in _chunks(completion, with_usage=usage):
        if await request.is_disconnected():
            facts["broken_off"] = True
            return
        yield _data(chunk)
    yield b"data: [DONE]\n\n"


def _chunks(completion: Completion, *, with_usage: bool) -> Iterator[dict[str, Any]]:
    whole = completion.model_dump(mode="json")
    head = {name: whole[name] for name in ("id", "created", "model", "system_fingerprint")}
    head["object"] = "chat.completion.chunk"
    # Where the counts are asked for, every chunk has the field, null but in the last.
    usage: dict[str, Any] = {"usage": None} if with_usage else {}

    def chunk(delta: Mapping[str, Any], finish_reason: str | None = None) -> dict[str, Any]:
        choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish_reason}
        return {**head, "choices": [choice], **usage}

    yield chunk({"role": "assistant", "content": ""})
    message = whole["choices"][0]["message"]
    for piece in sse.chunks(message["content"]):
        yield chunk({"content": piece})
    last = chunk({"annotations": message["annotations"]}, "stop")
    yield {**last, "tienviitta": whole["tienviitta"]}
    if with_usage:
        yield {**head, "choices": [], "usage": whole["usage"]}


def _data(body: Mapping[str, Any]) -> bytes:
    return f"data: {json.dumps(body, ensure_ascii=False)}\n\n".encode()
