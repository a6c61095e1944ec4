"""What the routes and the pages share: the assistant, the gate, and the checks between them."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import uuid4

from pydantic import BaseModel, ValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request  # noqa: TC002 - FastAPI reads the annotation

from api.presence import ClientGoneError, while_present
from api.problems import MEDIA, TOO_LONG, ProblemError, from_validation, invalid
from api.schemas import HELSINKI, MAX_QUESTION, AnswerOut, ChatRequest
from api.sharing import Shared

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from api.gate import Gate
    from api.protocol import Assistant, Provider
    from assistant.dialogue import Answer, Ask


M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Reception:
    """Where a question is handed in.

    Attributes:
        provider: Gives the assistant of the newest generation.
        gate: Bounds the work.
        region: Municipalities that the page offers first.
    """

    provider: Provider
    gate: Gate
    region: tuple[str, ...] = ()
    _same: Shared[Answer] = field(default_factory=Shared, repr=False, compare=False)

    async def assistant(self) -> Assistant:
        """Return the assistant; the first call may take the time that a model takes to load.

        Raises:
            IndexNotReadyError: There's no index.
            ModelNotReadyError: The model can't be loaded.
        """
        # Beside the gate: whether questions can be answered must be told even when many wait.
        return await run_in_threadpool(self.provider)

    async def answer(self, assistant: Assistant, ask: Ask, facts: dict[str, Any]) -> AnswerOut:
        """Answer a question, and tell the log how it went but not what it was.

        Who asks the very same while it's being answered gets that answer, under an id of their own.
        """
        own = False

        async def work() -> Answer:
            nonlocal own
            own = True
            return await self.gate.run(assistant.ask, ask)

        answer = await self._same.get((assistant, ask), work)
        if not own:
            answer = replace(answer, id=uuid4().hex)
        facts.update(
            answer_id=answer.id,
            outcome=answer.outcome.value,
            audience=ask.audience.value,
            language=answer.language,
            messages=len(ask.messages),
            citations=len(answer.citations),
            services=len(answer.services),
            generation=assistant.generation,
            timings_ms=dict(answer.timings_ms),
        )
        if answer.usage:
            facts["usage"] = asdict(answer.usage)
        return to_contract(answer, assistant)

    async def answer_while_present(
        self, request: Request, assistant: Assistant, ask: Ask
    ) -> AnswerOut:
        """Answer a question unless the one who asked it has gone.

        Raises:
            ClientGoneError: The client is gone; nothing more is done for it.
        """
        facts: dict[str, Any] = request.state.facts
        try:
            return await while_present(request, lambda: self.answer(assistant, ask, facts))
        except ClientGoneError:
            facts["broken_off"] = True
            raise


def reception_of(request: Request) -> Reception:
    """Return the reception of the application that serves a request."""
    reception: Reception = request.app.state.reception
    return reception


def today() -> date:
    """Return today's date in Helsinki."""
    return datetime.now(HELSINKI).date()


def to_contract(answer: Answer, assistant: Assistant) -> AnswerOut:
    """Return the contract's answer, each quote with the language of its source."""
    out = AnswerOut.model_validate(answer)
    for citation in out.citations:
        source = assistant.source(citation.source_id)
        if source is not None:
            citation.language = source.language
    return out


def recognised_municipality(name: str | None, names: Sequence[str]) -> str | None:
    """Return a municipality's name as the corpus writes it.

    Raises:
        ProblemError: It isn't among the names.
    """
    if name is None or not name.strip():
        return None
    wanted = name.strip().casefold()
    for known in names:
        if known.casefold() == wanted:
            return known
    raise invalid("municipality", "is not a municipality of Finland; write its Finnish name")


def check_corpora(assistant: Assistant, corpora: Collection[str] | None) -> None:
    """Refuse a limit to corpora that there aren't.

    Raises:
        ProblemError: One of them isn't known.
    """
    known = [corpus.id for corpus in assistant.corpora()]
    if any(corpus not in known for corpus in corpora or ()):
        # What was sent isn't repeated.
        raise invalid("corpora", f"names a corpus that isn't here; there are {', '.join(known)}")


def parse_chat(body: bytes) -> ChatRequest:
    """Read the body of a chat request.

    Raises:
        ProblemError: It isn't JSON, a field doesn't hold, or the question is too long.
    """
    chat = parse_body(ChatRequest, body)
    check_length(chat.messages[-1].content)
    return chat


def parse_body(model: type[M], body: bytes) -> M:
    """Read a body as JSON of one form.

    Pydantic's own reader refuses what Python's lets through: NaN, lone surrogates, bottomless
    nesting.

    Raises:
        ProblemError: It isn't JSON, or a field doesn't hold.
    """
    try:
        return model.model_validate_json(body)
    except ValidationError as error:
        raise from_validation(error) from None


def check_length(question: str) -> None:
    """Refuse a question that is too long.

    Raises:
        ProblemError: ``too-long``.
    """
    if len(question) > MAX_QUESTION:
        raise ProblemError(
            TOO_LONG,
            f"The question has {len(question)} characters; the most is {MAX_QUESTION}.",
        )


def require_media(request: Request, wanted: str) -> None:
    """Refuse a body of another kind.

    Raises:
        ProblemError: ``unsupported-media-type``.
    """
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if given != wanted:
        raise ProblemError(
            MEDIA, f"The body is {_shown(given)}; send it as {wanted}.", headers={"Accept": wanted}
        )


def _shown(media_type: str) -> str:
    shown = "".join(c for c in media_type if c.isascii() and c.isprintable())[:60]
    return shown or "of no stated kind"
