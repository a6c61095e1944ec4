"""The shapes of OpenAI's chat completions, as far as they make sense here.

Source: the OpenAPI description of OpenAI's API (github.com/openai/openai-openapi).
"""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic.config import JsonDict

from api.plain_text import without_tail
from api.schemas import AnswerOut, ChatRequest, Corpora, IsoDate, MessageIn, Text
from assistant.dialogue import Audience

MODEL = "tienviitta"
COUNSELLOR_MODEL = "tienviitta-counsellor"
MODELS = {MODEL: Audience.CITIZEN, COUNSELLOR_MODEL: Audience.COUNSELLOR}
_READ = {"user": "user", "assistant": "assistant"}
_TEXT_PARTS = ("text", "input_text", "output_text", "refusal")
_EXAMPLE: JsonDict = {
    "model": MODEL,
    "messages": [{"role": "user", "content": "Mistä Kalajoella saa ohjausta työnhakuun?"}],
    "stream": False,
    "municipality": None,
    "as_of": "2026-11-24",
}


class Part(BaseModel):
    """One part of a message; only text is read."""

    type: Literal["text", "input_text", "output_text", "refusal"] = Field(
        description="What the part is: images, sound and files are not read here."
    )
    text: Text = Field("", description="What is said.")


class CompletionMessage(BaseModel):
    """One turn. Of other roles than `user` and `assistant` nothing is taken as an instruction."""

    role: Literal["user", "assistant", "system", "developer", "tool", "function"]
    content: Text | list[Part] | None = None

    @field_validator("content", mode="before")
    @classmethod
    def _is_text(cls, content: object) -> object:
        kinds = (
            [one.get("type") for one in content if isinstance(one, dict)]
            if isinstance(content, list)
            else []
        )
        if any(kind not in _TEXT_PARTS for kind in kinds):
            raise ValueError("holds a part that isn't text; pictures, sound and files aren't read")
        return content

    @property
    def text(self) -> str:
        """What is said, parts joined."""
        if isinstance(self.content, list):
            return "\n".join(part.text for part in self.content)
        return self.content or ""


class StreamOptions(BaseModel):
    """How a stream ends."""

    include_usage: bool | None = Field(
        None, strict=True, description="Tell the counts in a chunk of their own."
    )


class CompletionRequest(BaseModel):
    """A conversation, as clients of OpenAI's API send it. Settings of models are passed over."""

    model_config = ConfigDict(extra="ignore", json_schema_extra={"example": _EXAMPLE})

    model: str = Field(MODEL, max_length=200, description=" or ".join(f"`{m}`" for m in MODELS))
    messages: list[CompletionMessage] = Field(min_length=1, description="Oldest first.")
    stream: bool | None = Field(None, strict=True, description="Answer as server-sent chunks.")
    stream_options: StreamOptions | None = None
    n: Literal[1] | None = Field(None, description="There is one answer.")
    audience: Audience | None = Field(
        None, description="For whom; what the model's name says when absent."
    )
    municipality: Text | None = Field(None, description="Finnish name of a municipality.")
    as_of: IsoDate | None = Field(None, description="The day on which validity is judged.")
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}$", description="Of the answer.")
    corpora: Corpora = None
    response_format: dict[str, Any] | None = Field(
        None, description="Answers are text: `text` alone is a kind that is known."
    )
    tool_choice: str | dict[str, Any] | None = Field(
        None, description="No tools are called: they may be told, but none may be required."
    )

    @field_validator("messages")
    @classmethod
    def _ends_in_a_question(cls, messages: list[CompletionMessage]) -> list[CompletionMessage]:
        last = messages[-1]
        if last.role != "user" or not last.text.strip():
            raise ValueError("the last message must be a question of the user, in text")
        return messages

    @field_validator("response_format")
    @classmethod
    def _is_told_as_text(cls, wanted: dict[str, Any] | None) -> dict[str, Any] | None:
        if wanted is not None and wanted.get("type") != "text":
            raise ValueError(
                "answers are text here; the whole answer as JSON is in `tienviitta` beside it, "
                "and at /v1/chat"
            )
        return wanted

    @field_validator("tool_choice")
    @classmethod
    def _requires_no_tool(cls, wanted: str | dict[str, Any] | None) -> str | dict[str, Any] | None:
        if wanted not in (None, "none", "auto"):
            raise ValueError("no tools are called here; leave it out, or send none or auto")
        return wanted

    def chat(self) -> ChatRequest:
        """Return the contract's request: turns of the user and the assistant, text alone.

        Contacts and sources, which were put after the answers' own text, are taken off again.
        """
        turns = [
            MessageIn(role="user" if m.role == "user" else "assistant", content=_said(m))
            for m in self.messages
            if m.role in _READ
        ]
        return ChatRequest(
            messages=turns,
            audience=self.audience or MODELS.get(self.model, Audience.CITIZEN),
            municipality=self.municipality,
            as_of=self.as_of,
            language=self.language,
            corpora=self.corpora,
            stream=bool(self.stream),
        )


def _said(message: CompletionMessage) -> str:
    return without_tail(message.text) if message.role == "assistant" else message.text


class UrlCitation(BaseModel):
    """A place of a source, and where its marker stands in the content."""

    url: str
    title: str
    start_index: int
    end_index: int


class Annotation(BaseModel):
    """A citation, as clients of OpenAI's API show it."""

    type: Literal["url_citation"] = "url_citation"
    url_citation: UrlCitation


class AnswerMessage(BaseModel):
    """What the assistant says."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: str | None = None
    annotations: list[Annotation] = []


class Choice(BaseModel):
    """The one answer."""

    index: Literal[0] = 0
    message: AnswerMessage
    logprobs: Any | None = None
    finish_reason: Literal["stop"] = "stop"


class Usage(BaseModel):
    """Words and signs read and written; no language model's tokens."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Completion(BaseModel):
    """An answer, and in `tienviitta` the whole of it as `/v1/chat` gives it."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str
    system_fingerprint: str = Field(description="The generation of the index.")
    choices: list[Choice]
    usage: Usage
    tienviitta: AnswerOut


class Model(BaseModel):
    """A name under which the assistant answers."""

    id: str
    object: Literal["model"] = "model"
    created: int
    owned_by: str = "tienviitta"


class Models(BaseModel):
    """Every name under which the assistant answers."""

    object: Literal["list"] = "list"
    data: list[Model]


class ErrorDetail(BaseModel):
    """What is wrong, in OpenAI's words."""

    message: str
    type: str
    param: str | None = None
    code: str | None = None


class OpenAiError(BaseModel):
    """An error as clients of OpenAI's API read it."""

    error: ErrorDetail
