"""Services and sources over HTTP, to be browsed without a question."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool

from api import fresh
from api.export import MEDIA_TYPE as CSV
from api.export import services_csv
from api.problems import (
    INVALID,
    NOT_FOUND,
    NOT_READY,
    TOO_MANY,
    UNAUTHORISED,
    ProblemError,
    openapi_responses,
)
from api.protocol import Assistant
from api.reception import (
    Reception,
    check_corpora,
    reception_of,
    recognised_municipality,
    today,
)
from api.schemas import (
    CorpusOut,
    DayQuery,
    ServiceCardOut,
    ServiceOut,
    ServicesOut,
    ServicesQuery,
    SourceHeadOut,
    SourceOut,
    SourceQuery,
    SourcesOut,
)
from assistant.dialogue import ServiceCard

router = APIRouter()
ReceptionParam = Annotated[Reception, Depends(reception_of)]

JSON_LINES = "application/jsonl"
PAGE = 20
TABLE = 1_000
_BUSY = (UNAUTHORISED, TOO_MANY, NOT_READY)
_NOT_MODIFIED: dict[int | str, dict[str, object]] = {
    304: {"description": "Nothing has changed since the `ETag` that was sent."}
}


@router.get(
    "/v1/services",
    response_model=ServicesOut,
    tags=["Services"],
    summary="List services",
    responses={
        200: {
            "content": {
                "text/csv": {"example": "id,name,kind,…\r\nduuniportti,Duuniportti-hanke,…\r\n"},
                JSON_LINES: {"example": '{"id": "duuniportti", "name": "Duuniportti-hanke"}\n'},
            }
        },
        **_NOT_MODIFIED,
        **openapi_responses([INVALID, *_BUSY]),
    },
)
async def services(
    request: Request, reception: ReceptionParam, query: Annotated[ServicesQuery, Query()]
) -> Response | ServicesOut:
    """List the services that fit every given filter, as they are on a day.

    With `Accept: text/csv` or `format=csv` a table for spreadsheets: no cell of it is run as a
    formula. `format=jsonl` gives a service a line.
    """
    assistant = await reception.assistant()
    municipality = recognised_municipality(query.municipality, assistant.municipality_names())
    day = query.as_of or today()
    tag = fresh.entity_tag(request, assistant.generation, day)
    if kept := fresh.unchanged(request, tag):
        return kept
    check_corpora(assistant, query.corpora)
    found = await reception.gate.run(_chosen, assistant, query, municipality, day)
    form = query.format or _accepted(request)
    limit = query.limit or (PAGE if form == "json" else TABLE)
    page = found[query.offset : query.offset + limit]
    headers = fresh.headers(tag) | {"X-Total-Count": str(len(found))}
    if form == "csv":
        headers["Content-Disposition"] = f'attachment; filename="palvelut-{day}.csv"'
        return Response(services_csv(page), media_type=CSV, headers=headers)
    if form == "jsonl":
        return Response(_lines(page), media_type=JSON_LINES, headers=headers)
    out = ServicesOut(
        total=len(found),
        limit=limit,
        offset=query.offset,
        as_of=day,
        items=[ServiceCardOut.model_validate(card) for card in page],
    )
    return Response(out.model_dump_json(), media_type="application/json", headers=headers)


def _chosen(
    assistant: Assistant, query: ServicesQuery, municipality: str | None, day: date
) -> tuple[ServiceCard, ...]:
    return assistant.service_cards(
        as_of=day,
        municipality=municipality,
        target_group=query.target_group,
        topic=query.topic,
        query=query.q,
        status=query.status,
        area=query.area,
        theme=query.theme,
        kind=query.kind,
        funder=query.funder,
        language=query.language,
        corpora=query.corpora or (),
    )


def _accepted(request: Request) -> str:
    wanted = request.headers.get("accept", "").lower()
    if "application/json" in wanted or "*/*" in wanted.split(";")[0]:
        return "json"
    if "text/csv" in wanted:
        return "csv"
    return "jsonl" if "jsonl" in wanted or "ndjson" in wanted else "json"


def _lines(cards: Iterable[ServiceCard]) -> str:
    dumped = (ServiceCardOut.model_validate(card).model_dump(mode="json") for card in cards)
    return "".join(json.dumps(card, ensure_ascii=False) + "\n" for card in dumped)


@router.get(
    "/v1/services/{service_id}",
    response_model=ServiceOut,
    tags=["Services"],
    summary="One service",
    responses={**_NOT_MODIFIED, **openapi_responses([NOT_FOUND, INVALID, *_BUSY])},
)
async def service(
    request: Request,
    service_id: str,
    reception: ReceptionParam,
    query: Annotated[DayQuery, Query()],
) -> Response | ServiceOut:
    """Give one service as it is on a day, and its whole record with every place it rests on."""
    assistant = await reception.assistant()
    record = assistant.service(service_id)
    if record is None:
        raise ProblemError(NOT_FOUND, "No service has this id; GET /v1/services lists them.")
    day = query.as_of or today()
    tag = fresh.entity_tag(request, assistant.generation, day)
    if kept := fresh.unchanged(request, tag):
        return kept
    cards = await reception.gate.run(assistant.service_cards, as_of=day)
    card = next((card for card in cards if card.id == record.id), None)
    if card is None:
        raise ProblemError(NOT_FOUND, "The service isn't shown on this day.")
    out = ServiceOut.model_validate({"as_of": day, "service": card, "record": record})
    return _json(out.model_dump_json(), tag)


@router.get(
    "/v1/sources",
    response_model=SourcesOut,
    tags=["Sources"],
    summary="List sources",
    responses={**_NOT_MODIFIED, **openapi_responses([*_BUSY])},
)
async def sources(request: Request, reception: ReceptionParam) -> Response | SourcesOut:
    """List every source that answers are drawn from, and the corpora that they belong to."""
    assistant = await reception.assistant()
    tag = fresh.entity_tag(request, assistant.generation)
    if kept := fresh.unchanged(request, tag):
        return kept
    found = assistant.sources()
    out = SourcesOut(
        total=len(found),
        items=[SourceHeadOut.model_validate(source) for source in found],
        corpora=[CorpusOut.model_validate(corpus) for corpus in assistant.corpora()],
    )
    return _json(out.model_dump_json(), tag)


@router.get(
    "/v1/sources/{source_id:path}",
    response_model=SourceOut,
    tags=["Sources"],
    summary="One source",
    responses={
        200: {"content": {"text/plain": {"example": "Pohjois-Pohjanmaan elinikäisen ohjauksen …"}}},
        **_NOT_MODIFIED,
        **openapi_responses([NOT_FOUND, INVALID, *_BUSY]),
    },
)
async def source(
    request: Request,
    source_id: str,
    reception: ReceptionParam,
    query: Annotated[SourceQuery, Query()],
) -> Response | SourceOut:
    """Give one source to the character, so that any quote can be checked."""
    assistant = await reception.assistant()
    found = assistant.source(source_id)
    if found is None:
        raise ProblemError(NOT_FOUND, "No source has this id; GET /v1/sources lists them.")
    tag = fresh.entity_tag(request, assistant.generation)
    if kept := fresh.unchanged(request, tag):
        return kept
    if query.format == "text":
        headers = fresh.headers(tag) | {"Content-Language": found.language}
        return PlainTextResponse(found.text, headers=headers)
    dumped = await run_in_threadpool(SourceOut.model_validate(found).model_dump_json)
    return _json(dumped, tag)


def _json(body: str, tag: str) -> Response:
    return Response(body, media_type="application/json", headers=fresh.headers(tag))
