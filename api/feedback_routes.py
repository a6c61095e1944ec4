"""Thumbs and comments on answers, over HTTP."""

from datetime import date
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic.config import JsonDict
from starlette.concurrency import run_in_threadpool

from api.feedback import Feedback, FeedbackStore
from api.problems import (
    FEEDBACK_OFF,
    INVALID,
    MEDIA,
    NOT_FOUND,
    TOO_LONG,
    TOO_MANY,
    ProblemError,
    openapi_responses,
)
from api.reception import Reception, parse_body, reception_of, require_media, today
from api.schemas import MAX_QUESTION, Text
from assistant.errors import TienviittaError

router = APIRouter(tags=["Feedback"])

MAX_COMMENT = 1_000
MAX_ANSWER = 20_000
_ID = r"^[A-Za-z0-9_-]{1,64}$"
_EXAMPLE: JsonDict = {
    "answer_id": "0c5f1d1f8f0c4a0d9b6a3f4f5f0c1b2a",
    "rating": "down",
    "comment": "Puhelinnumero ei vastaa.",
    "agreed": False,
}


class FeedbackIn(BaseModel):
    """What somebody thinks of one answer."""

    model_config = ConfigDict(extra="forbid", json_schema_extra={"example": _EXAMPLE})

    answer_id: str = Field(pattern=_ID, description="The `id` of the answer.")
    rating: Literal["up", "down"] = Field(description="Thumb.")
    comment: Text | None = Field(None, max_length=MAX_COMMENT, description="In the person's words.")
    agreed: bool = Field(
        False,
        strict=True,
        description="The person has said that the question and the answer may be stored.",
    )
    question: Text | None = Field(None, max_length=MAX_QUESTION, description="Only with `agreed`.")
    answer: Text | None = Field(
        None, max_length=MAX_ANSWER, description="The answer's text; only with `agreed`."
    )
    replaces: str | None = Field(
        None, pattern=_ID, description="Id of earlier feedback on the same answer."
    )

    @model_validator(mode="after")
    def _only_what_was_agreed(self) -> "FeedbackIn":
        if not self.agreed and (self.question is not None or self.answer is not None):
            raise ValueError(
                "question and answer are stored only when the person agrees; send agreed: true, "
                "or leave them out"
            )
        return self


class FeedbackOut(BaseModel):
    """What was stored, and for how long."""

    model_config = ConfigDict(
        json_schema_extra={"example": {"id": "h3J5fKc0S2mQvV7bq1xZtA", "kept_until": "2027-05-23"}}
    )

    id: str = Field(description="Whoever has it can take the feedback back.")
    kept_until: date = Field(description="The last day on which it is kept.")


def store_of(request: Request) -> FeedbackStore:
    """Return where feedback is kept.

    Raises:
        ProblemError: ``feedback-off``.
    """
    store: FeedbackStore | None = request.app.state.feedback
    if store is None:
        raise ProblemError(FEEDBACK_OFF, FEEDBACK_OFF.advice)
    return store


StoreParam = Annotated[FeedbackStore, Depends(store_of)]
ReceptionParam = Annotated[Reception, Depends(reception_of)]


@router.post(
    "/v1/feedback",
    status_code=201,
    summary="Say what an answer was like",
    responses=openapi_responses([INVALID, TOO_LONG, MEDIA, FEEDBACK_OFF, TOO_MANY]),
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {
                "application/json": {"schema": {"$ref": "#/components/schemas/FeedbackIn"}}
            },
        }
    },
)
async def give(request: Request, store: StoreParam, reception: ReceptionParam) -> FeedbackOut:
    """Store a thumb, and a comment if there is one, with personal data masked.

    The question and the answer are stored only when the person agrees to it.
    """
    require_media(request, "application/json")
    given = parse_body(FeedbackIn, await request.body())
    day = today()
    feedback = Feedback(
        id="",
        day=day,
        answer_id=given.answer_id,
        rating=given.rating,
        comment=given.comment,
        question=given.question,
        answer=given.answer,
        generation=await _generation(reception),
    )
    stored = await run_in_threadpool(store.add, feedback, given.replaces)
    request.state.facts.update(rating=stored.rating, commented=stored.comment is not None)
    return FeedbackOut(id=stored.id, kept_until=store.kept_until(day))


@router.delete(
    "/v1/feedback/{feedback_id}",
    status_code=204,
    summary="Take feedback back",
    responses=openapi_responses([NOT_FOUND, FEEDBACK_OFF, TOO_MANY]),
)
async def take_back(feedback_id: str, store: StoreParam) -> Response:
    """Erase one feedback; whoever has its id may."""
    if not await run_in_threadpool(store.erase, feedback_id):
        raise ProblemError(NOT_FOUND, "No feedback has this id; it may have been erased already.")
    return Response(status_code=204)


async def _generation(reception: Reception) -> str | None:
    try:
        return (await reception.assistant()).generation
    except TienviittaError:
        return None
