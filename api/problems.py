"""Errors as RFC 9457 problem details: one catalogue of types, one way to show them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from assistant.errors import IndexNotReadyError, InvalidQuestionError, ModelNotReadyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from fastapi import Request
    from pydantic import ValidationError

MEDIA_TYPE = "application/problem+json"
DOCUMENTATION = "/rajapinta"
OPENAI_PATHS = (
    "/v1/chat/completions",
    "/v1/models",
    # Not served; but who asks for them reads errors in OpenAI's shape alone.
    "/v1/completions",
    "/v1/responses",
    "/v1/embeddings",
)
_OPENAI_SERVED = "Of OpenAI's API, /v1/chat/completions and /v1/models are served."
_OPENAI_CODES = {
    "unauthorised": "invalid_api_key",
    "too-many": "rate_limit_exceeded",
    "unknown-model": "model_not_found",
}


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of problem: its name in the type URI, status, title and what to do about it."""

    name: str
    status: int
    title: str
    advice: str


INVALID = ProblemType(
    "invalid-request",
    422,
    "The request does not hold",
    "Correct the fields named in `errors`.",
)
TOO_LONG = ProblemType(
    "too-long",
    413,
    "The request is too long",
    "Shorten the question, or send fewer of the earlier messages.",
)
TOO_SLOW = ProblemType(
    "too-slow",
    408,
    "The request came too slowly",
    "Send the same request again, whole at once.",
)
MEDIA = ProblemType(
    "unsupported-media-type",
    415,
    "The body is not of a kind that is read here",
    "Send `Content-Type: application/json`.",
)
NOT_FOUND = ProblemType(
    "not-found",
    404,
    "There is nothing at this address",
    "Look the id up in `/v1/services` or `/v1/sources`.",
)
UNKNOWN_MODEL = ProblemType(
    "unknown-model",
    404,
    "There is no such model here",
    "Use a name that `GET /v1/models` lists.",
)
METHOD = ProblemType(
    "method-not-allowed",
    405,
    "The address does not take this method",
    "Use a method named in the `Allow` header.",
)
UNAUTHORISED = ProblemType(
    "unauthorised",
    401,
    "The API asks for a key",
    "Send `Authorization: Bearer <key>`; the operator of this server gives keys.",
)
FORBIDDEN = ProblemType(
    "forbidden-origin",
    403,
    "Pages of this site may not use the API",
    "The operator names the site in `TIENVIITTA_CORS_ORIGINS`.",
)
FEEDBACK_OFF = ProblemType(
    "feedback-off",
    404,
    "No feedback is kept here",
    "The operator has set `TIENVIITTA_FEEDBACK=off`.",
)
TOO_MANY = ProblemType(
    "too-many",
    429,
    "Too many questions at once",
    "Wait for the seconds given in `Retry-After` and send the same request again.",
)
NOT_READY = ProblemType(
    "not-ready",
    503,
    "The assistant is not ready",
    "The operator does what `detail` says; then send the same request again.",
)
INTERNAL = ProblemType(
    "internal-error",
    500,
    "Something went wrong on the server",
    "Report the `request_id`; the log names the fault by it.",
)
CATALOGUE = (
    INVALID,
    TOO_LONG,
    TOO_SLOW,
    MEDIA,
    NOT_FOUND,
    UNKNOWN_MODEL,
    METHOD,
    UNAUTHORISED,
    FORBIDDEN,
    FEEDBACK_OFF,
    TOO_MANY,
    NOT_READY,
    INTERNAL,
)
_BY_STATUS = {kind.status: kind for kind in reversed(CATALOGUE)}


@dataclass(frozen=True, slots=True)
class FieldError:
    """One thing wrong with one field of the request."""

    field: str
    reason: str


class ProblemError(Exception):
    """A request that ends in a problem.

    Args:
        kind: What kind of problem it is.
        detail: What is wrong this time, in words that help to put it right.
        errors: The fields at fault.
        headers: Headers of the response.
    """

    def __init__(
        self,
        kind: ProblemType,
        detail: str,
        errors: Iterable[FieldError] = (),
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.kind, self.detail = kind, detail
        self.errors, self.headers = tuple(errors), dict(headers or {})
        super().__init__(detail)

    def body(self, request_id: str | None = None) -> dict[str, Any]:
        """Return the problem object of RFC 9457, section 3."""
        body: dict[str, Any] = {
            "type": f"{DOCUMENTATION}#{self.kind.name}",
            "title": self.kind.title,
            "status": self.kind.status,
            "detail": self.detail,
        }
        if self.errors:
            body["errors"] = [{"field": e.field, "reason": e.reason} for e in self.errors]
        if request_id:
            body["request_id"] = request_id
        return body


def invalid(field: str, reason: str) -> ProblemError:
    """Return the problem of one field that doesn't hold."""
    return ProblemError(INVALID, f"{field}: {reason}", [FieldError(field, reason)])


def from_validation(error: ValidationError | RequestValidationError) -> ProblemError:
    """Turn what pydantic found into one problem that names every field.

    What was sent is never repeated: it may be personal, and it may not even be encodable.
    """
    found = [_field_error(item) for item in error.errors()]
    detail = "; ".join(f"{e.field}: {e.reason}" for e in found)
    return ProblemError(INVALID, detail, found)


def _field_error(item: Mapping[str, Any]) -> FieldError:
    kind, place = item["type"], [p for p in item["loc"] if p not in {"body", "query", "path"}]
    field = ".".join(_printable(str(part)) for part in place) or "body"
    if kind == "extra_forbidden":
        return FieldError(field, "is not a field of this request; remove it")
    if kind == "missing":
        return FieldError(field, "is missing")
    if kind in {"json_invalid", "value_error"}:
        message = str(item["ctx"]["error"])
        return FieldError(field, message if kind == "value_error" else f"not JSON: {message}")
    return FieldError(field, str(item["msg"]))


def _printable(part: str) -> str:
    safe = "".join(char if char.isprintable() else "�" for char in part)
    return safe if len(safe) <= 60 else f"{safe[:60]}…"


def from_exception(error: Exception) -> ProblemError:
    """Turn any exception into the problem that the client is told of.

    Exceptions that aren't meant for the client become ``internal-error`` and tell nothing.
    """
    match error:
        case ProblemError():
            return error
        case RequestValidationError():
            return from_validation(error)
        case InvalidQuestionError():
            return invalid(error.field, error.reason)
        case IndexNotReadyError() | ModelNotReadyError():
            return ProblemError(NOT_READY, str(error), headers={"Retry-After": "30"})
        case HTTPException():
            return _from_http(error)
        case _:
            return ProblemError(INTERNAL, "The fault is in the log under this request_id.")


def _from_http(error: HTTPException) -> ProblemError:
    kind = _BY_STATUS.get(error.status_code)
    if kind is None:
        kind = ProblemType("http-error", error.status_code, "The request failed", "See `detail`.")
    return ProblemError(kind, kind.title, headers=error.headers)


def problem_response(request: Request, error: Exception) -> JSONResponse:
    """Answer a request with the problem that an exception stands for.

    Addresses that speak another protocol get it in that protocol's own shape.
    """
    problem = from_exception(error)
    if request.url.path.startswith(OPENAI_PATHS):
        if problem.kind is NOT_FOUND:
            problem = ProblemError(NOT_FOUND, f"{NOT_FOUND.title}. {_OPENAI_SERVED}")
        return openai_error(problem)
    return JSONResponse(
        problem.body(getattr(request.state, "request_id", None)),
        status_code=problem.kind.status,
        headers=problem.headers,
        media_type=MEDIA_TYPE,
    )


def openai_error(problem: ProblemError) -> JSONResponse:
    """Answer with a problem as clients of OpenAI's API expect it.

    They read 400 where ours is 422, and their libraries try 429 and 5xx again by themselves.
    """
    status = 400 if problem.kind is INVALID else problem.kind.status
    return JSONResponse(
        openai_error_body(problem), status_code=status, headers=dict(problem.headers)
    )


def openai_error_body(problem: ProblemError) -> dict[str, Any]:
    """Return a problem as OpenAI's error object."""
    kind = problem.kind
    types = {401: "authentication_error", 429: "rate_limit_error", 403: "permission_error"}
    other = "server_error" if kind.status >= 500 else "invalid_request_error"
    return {
        "error": {
            "message": problem.detail,
            "type": types.get(kind.status, other),
            "param": problem.errors[0].field if problem.errors else None,
            "code": _OPENAI_CODES.get(kind.name, kind.name.replace("-", "_")),
        }
    }


def openapi_responses(kinds: Sequence[ProblemType]) -> dict[int | str, dict[str, Any]]:
    """Describe problems for a route's OpenAPI entry, an example each."""
    by_status: dict[int | str, dict[str, Any]] = {}
    for kind in kinds:
        described = by_status.setdefault(
            kind.status,
            {
                "description": kind.title,
                "content": {
                    MEDIA_TYPE: {
                        "schema": {"$ref": "#/components/schemas/Problem"},
                        "examples": {},
                    }
                },
            },
        )
        body = ProblemError(kind, kind.advice).body("5f0c2a9be1d34c77")
        described["content"][MEDIA_TYPE]["examples"][kind.name] = {"value": body}
    return by_status
