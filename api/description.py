"""The description of the API as OpenAPI, with what routes read by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from api.examples import EXAMPLES, PARAMETERS
from api.feedback_routes import FeedbackIn
from api.openai_schemas import CompletionRequest, OpenAiError
from api.operation_schemas import Problem
from api.schemas import ChatRequest
from api.search import SearchRequest

if TYPE_CHECKING:
    from fastapi import FastAPI

BY_HAND = (ChatRequest, SearchRequest, FeedbackIn, CompletionRequest, OpenAiError, Problem)
"""What no route declares, since bodies are read by hand and errors are made elsewhere."""


def describe(app: FastAPI) -> None:
    """Let an application's description hold every shape that its routes name."""
    generate = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            described = generate()
            schemas = described["components"]["schemas"]
            for model in BY_HAND:
                schema = model.model_json_schema(ref_template="#/components/schemas/{model}")
                schemas.update(schema.pop("$defs", {}))
                schemas[model.__name__] = schema
            _drop_what_is_never_sent(described)
            _add_keys(described)
            _add_examples(described)
        return generate()

    app.openapi = openapi  # type: ignore[method-assign]


def _drop_what_is_never_sent(described: dict[str, Any]) -> None:
    """Take FastAPI's own shape of an error out, which it describes wherever a path varies."""
    for name in ("HTTPValidationError", "ValidationError"):
        described["components"]["schemas"].pop(name, None)
    for methods in described["paths"].values():
        for operation in methods.values():
            told = operation["responses"].get("422", {}).get("content", {})
            if "HTTPValidationError" in str(told.get("application/json", "")):
                del operation["responses"]["422"]


def _add_examples(described: dict[str, Any]) -> None:
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            example = EXAMPLES.get((method, path))
            for status in ("200", "201") if example is not None else ():
                told = operation["responses"].get(status, {}).get("content", {})
                if "application/json" in told:
                    told["application/json"]["example"] = example
            for parameter in operation.get("parameters", ()):
                if parameter["name"] in PARAMETERS:
                    parameter["example"] = PARAMETERS[parameter["name"]]


def _add_keys(described: dict[str, Any]) -> None:
    described["components"]["securitySchemes"] = {
        "key": {
            "type": "http",
            "scheme": "bearer",
            "description": "Only where the operator has set keys.",
        }
    }
    for path, methods in described["paths"].items():
        if path.startswith("/v1/") or path == "/metrics":
            for operation in methods.values():
                # Either a key or none: most servers are open.
                operation["security"] = [{"key": []}, {}]
