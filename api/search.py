"""What retrieval finds for a question, kept and rejected, with the evidence: no answer is made."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from api.problems import (
    INVALID,
    MEDIA,
    NOT_READY,
    TOO_LONG,
    TOO_MANY,
    UNAUTHORISED,
    from_validation,
    openapi_responses,
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
    today,
)
from api.schemas import EXAMPLE, Asking, Corpora, IsoDate, MessageIn, Text
from assistant.dialogue import Ask, Audience, Found, Hit, Question
from assistant.domain import AreaLevel, Passage, Status

router = APIRouter(tags=["Search"])
ReceptionParam = Annotated[Reception, Depends(reception_of)]

_PROBLEMS = openapi_responses([INVALID, TOO_LONG, UNAUTHORISED, TOO_MANY, NOT_READY])
_LIMIT = 20


class SearchRequest(Asking):
    """What is looked for: a question with the conversation before it, as in `/v1/chat`."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {**EXAMPLE, "limit": 5, "rejected": True}}
    )

    limit: int = Field(_LIMIT, ge=1, le=100, strict=True, description="The most hits of each kind.")
    rejected: bool = Field(
        True, strict=True, description="Give also what was left out, with the reason."
    )


class SearchQuery(BaseModel):
    """What is looked for, in the address; what may be personal is posted instead."""

    model_config = ConfigDict(extra="forbid")

    q: Text = Field(min_length=1, description="The question.", examples=["apua työnhakuun"])
    audience: Audience = Field(Audience.CITIZEN, description="Who asks.")
    municipality: Text | None = Field(None, description="Finnish name of a municipality.")
    as_of: IsoDate | None = Field(None, description="The day; today in Helsinki when absent.")
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}$", description="Of the question.")
    corpora: Corpora = None
    limit: int = Field(_LIMIT, ge=1, le=100, description="The most hits of each kind.")
    rejected: bool = Field(True, description="Give also what was left out, with the reason.")


class PassageOut(BaseModel):
    """A verbatim piece of a source: `text` is `text[start:end]` of it, in Unicode code points."""

    id: str
    source_id: str
    title: str
    locator: str
    kind: str
    theme: int | None
    text: str
    start: int
    end: int
    sha256: str
    language: str
    corpus: str | None = Field(None, description="Id of the corpus that the source belongs to.")


class HitOut(BaseModel):
    """A service, or a passage that belongs to none, with what speaks for it."""

    rank: int = Field(description="From 1, among the kept or among the rejected.")
    score: float = Field(description="Only comparable within one question.")
    service_id: str | None
    name: str | None
    status: Status | None
    level: AreaLevel | None = Field(description="How near it is to the place asked about.")
    why: list[str] = Field(description="What of the question it fits.")
    evidence: dict[str, float] = Field(description="What each signal gave.")
    rejected: str | None = Field(
        description="`elsewhere`, `wrong_age`, `told` or `other_corpus`, when it was left out."
    )
    passages: list[PassageOut]


class SearchedOut(BaseModel):
    """How the question was understood."""

    standalone: str
    language: str
    municipalities: list[str]
    target_groups: list[str]
    topics: list[str]


class SearchOut(BaseModel):
    """What was found, the best first."""

    generation: str
    as_of: date
    question: SearchedOut
    signals: dict[str, float] = Field(
        description="How sure it is that the sources hold an answer at all."
    )
    total: int
    total_rejected: int
    hits: list[HitOut]
    rejected: list[HitOut]


@router.post(
    "/v1/search",
    response_model=SearchOut,
    summary="Search",
    responses={**_PROBLEMS, **openapi_responses([MEDIA])},
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/SearchRequest"}}
            },
        }
    },
)
async def search(request: Request, reception: ReceptionParam) -> JSONResponse:
    """Find what the sources hold of a question, kept and rejected, and why."""
    require_media(request, "application/json")
    return await _searched(request, reception, parse_body(SearchRequest, await request.body()))


@router.get(
    "/v1/search",
    response_model=SearchOut,
    summary="Search by an address",
    responses=_PROBLEMS,
)
async def search_by_address(
    request: Request, reception: ReceptionParam, query: Annotated[SearchQuery, Query()]
) -> JSONResponse:
    """Find what the sources hold of a question that is no secret: addresses end up in logs."""
    try:
        wanted = SearchRequest(
            messages=[MessageIn(role="user", content=query.q)],
            **query.model_dump(exclude={"q"}),
        )
    except ValidationError as error:
        raise from_validation(error) from None
    return await _searched(request, reception, wanted)


async def _searched(request: Request, reception: Reception, wanted: SearchRequest) -> JSONResponse:
    check_length(wanted.messages[-1].content)
    assistant = await reception.assistant()
    check_corpora(assistant, wanted.corpora)
    names = assistant.municipality_names()
    ask = wanted.ask(recognised_municipality(wanted.municipality, names))
    question, found = await reception.gate.run(assistant.ranked, ask)
    request.state.facts.update(
        kept=len(found.kept), rejected=len(found.rejected), generation=assistant.generation
    )
    out = await reception.gate.run(_out, assistant, ask, question, found, wanted)
    return JSONResponse(out, headers={"Cache-Control": "no-store"})


def _out(
    assistant: Assistant, ask: Ask, question: Question, found: Found, wanted: SearchRequest
) -> dict[str, Any]:
    out = SearchOut(
        generation=assistant.generation,
        as_of=ask.as_of or today(),
        question=SearchedOut(
            standalone=question.standalone,
            language=question.language,
            municipalities=list(question.municipalities),
            target_groups=list(question.target_groups),
            topics=list(question.topics),
        ),
        signals=dict(found.signals),
        total=len(found.kept),
        total_rejected=len(found.rejected),
        hits=hits_out(assistant, found.kept[: wanted.limit]),
        rejected=hits_out(assistant, found.rejected[: wanted.limit]) if wanted.rejected else [],
    )
    return out.model_dump(mode="json")


def hits_out(assistant: Assistant, hits: tuple[Hit, ...]) -> list[HitOut]:
    """Return hits as the contract's shapes, numbered from 1."""
    return [_hit(assistant, hit, rank) for rank, hit in enumerate(hits, start=1)]


def _hit(assistant: Assistant, hit: Hit, rank: int) -> HitOut:
    record = assistant.service(hit.service_id) if hit.service_id else None
    return HitOut(
        rank=rank,
        score=hit.score,
        service_id=hit.service_id,
        name=record.name if record else None,
        status=hit.status,
        level=hit.level,
        why=list(hit.why),
        evidence=dict(hit.evidence),
        rejected=hit.rejected,
        passages=[_passage(assistant, passage) for passage in hit.passages],
    )


def _passage(assistant: Assistant, passage: Passage) -> PassageOut:
    source = assistant.source(passage.source_id)
    return PassageOut(
        id=passage.id,
        source_id=passage.source_id,
        title=source.title if source else passage.source_id,
        locator=passage.locator,
        kind=passage.kind.value,
        theme=passage.theme,
        text=passage.text,
        start=passage.start,
        end=passage.end,
        sha256=source.sha256 if source else "",
        language=source.language if source else "fi",
        corpus=source.corpus if source else None,
    )
