"""Shapes of what tells of the server itself, and of problems."""

from typing import Literal

from pydantic import BaseModel


class HealthOut(BaseModel):
    """The process answers."""

    status: Literal["ok"] = "ok"


class ReadyOut(BaseModel):
    """An index is there to answer from."""

    status: Literal["ready"] = "ready"
    generation: str
    passages: int


class FieldErrorOut(BaseModel):
    """One thing wrong with one field."""

    field: str
    reason: str


class Problem(BaseModel):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldErrorOut] = []
    request_id: str | None = None
