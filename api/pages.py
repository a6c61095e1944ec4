"""The pages for people: the conversation, the sources, and the description of the API."""

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request, Response
from pydantic import ValidationError

from api import embedding, source_view, wording
from api.problems import (
    CATALOGUE,
    NOT_FOUND,
    ProblemError,
    from_exception,
    from_validation,
    problem_response,
)
from api.reception import (
    Reception,
    check_length,
    reception_of,
    recognised_municipality,
    require_media,
    today,
)
from api.schemas import AnswerOut, ChatRequest
from api.templating import templates, words_of
from assistant.dialogue import Audience
from assistant.domain import Source
from assistant.errors import TienviittaError

router = APIRouter(include_in_schema=False)
router.include_router(embedding.router)
ReceptionParam = Annotated[Reception, Depends(reception_of)]
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the page says of its sources before the first question."""

    documents: tuple[Source, ...]
    services: int
    services_seen: str

    def summary(self, words: wording.Words) -> str:
        """The sources in a few words, each with its date."""
        documents = words.say("page-knows-documents", count=len(self.documents))
        services = words.say("page-knows-services", count=self.services)
        newest = max((d.checked_on for d in self.documents if d.checked_on), default="")
        parts = []
        if self.documents:
            parts.append(_dated(words, documents, newest))
        if self.services:
            parts.append(_dated(words, services, self.services_seen))
        if len(parts) < 2:
            return "".join(parts)
        return words.say("page-knows-both", documents=parts[0], services=parts[1])

    @classmethod
    def of(cls, sources: tuple[Source, ...]) -> "Knowledge":
        """Sum up the sources of an assistant."""
        services = [s for s in sources if s.id.startswith("services/")]
        seen = max((s.checked_on for s in services if s.checked_on), default="")
        documents = tuple(s for s in sources if not s.id.startswith("services/"))
        return cls(documents, len(services), seen)


def _dated(words: wording.Words, what: str, day: str) -> str:
    return words.say("page-knows-dated", what=what, date=words.date(day)) if day else what


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in the form, and what came of it."""

    question: str = ""
    municipality: str = ""
    audience: str = Audience.CITIZEN.value
    answer: AnswerOut | None = None
    message: str | None = None
    status: int = 200


@router.get("/")
async def front(request: Request, reception: ReceptionParam) -> Response:
    """Show the conversation's page before the first question."""
    return await _front(request, reception, Filled())


@router.post("/")
async def front_with_answer(request: Request, reception: ReceptionParam) -> Response:
    """Answer a single question on the page itself, for browsers without scripts.

    The form is posted, not got: a question in the address would end up in logs and histories.
    """
    require_media(request, FORM)
    # Each field once, none that grows: what can't be read as UTF-8 is replaced, not refused.
    form = parse_qs((await request.body()).decode("utf-8", "replace"), keep_blank_values=True)
    question, municipality, audience = (
        form.get(name, [""])[0].strip() for name in ("q", "kunta", "rooli")
    )
    filled = Filled(question, municipality, audience or Audience.CITIZEN.value)
    try:
        answer = await _answer(request, reception, filled)
    except (ProblemError, TienviittaError) as error:
        filled = _failed(request, filled, error)
    else:
        filled = replace(filled, answer=answer)
    return await _front(request, reception, filled)


async def _answer(request: Request, reception: Reception, filled: Filled) -> AnswerOut:
    try:
        chat = ChatRequest.model_validate(
            {
                "messages": [{"role": "user", "content": filled.question}],
                "audience": filled.audience,
                "municipality": filled.municipality or None,
                "language": words_of(request).answer_language,
            }
        )
    except ValidationError as error:
        raise from_validation(error) from None
    check_length(filled.question)
    assistant = await reception.assistant()
    names = assistant.municipality_names()
    ask = chat.ask(recognised_municipality(chat.municipality, names))
    return await reception.answer(assistant, ask, request.state.facts)


def _failed(request: Request, filled: Filled, error: Exception) -> Filled:
    status = from_exception(error).kind.status
    return replace(filled, message=words_of(request).problem(status), status=status)


async def _front(request: Request, reception: Reception, filled: Filled) -> Response:
    assistant = None
    try:
        assistant = await reception.assistant()
    except (ProblemError, TienviittaError) as error:
        if filled.message is None:
            filled = _failed(request, filled, error)
    names = assistant.municipality_names() if assistant else ()
    region = [name for name in reception.region if name in names]
    words = words_of(request)
    knowledge = Knowledge.of(assistant.sources()) if assistant else None
    keeps_feedback = getattr(request.app.state, "feedback", None) is not None
    context = {
        "filled": filled,
        "knowledge": knowledge,
        "knows": knowledge.summary(words) if knowledge else "",
        "region": region,
        "others": [name for name in names if name not in region],
        "today": today(),
        "data": {**words.script(), "feedback": keeps_feedback},
    }
    # What a person wrote is on the page: no cache is to keep it.
    headers = {"Cache-Control": "no-store"}
    return templates.TemplateResponse(
        request, "index.html", context, status_code=filled.status, headers=headers
    )


@router.get("/lahteet")
async def source_list(request: Request, reception: ReceptionParam) -> Response:
    """List the sources."""
    sources = (await reception.assistant()).sources()
    context = {
        "documents": [s for s in sources if not s.id.startswith("services/")],
        "services": sorted(
            (s for s in sources if s.id.startswith("services/")), key=lambda s: s.title.casefold()
        ),
    }
    return templates.TemplateResponse(request, "sources.html", context)


@router.get("/lahteet/{source_id:path}")
async def source_page(
    request: Request,
    reception: ReceptionParam,
    source_id: str,
    start: Annotated[int | None, Query()] = None,
    end: Annotated[int | None, Query()] = None,
) -> Response:
    """Show a whole source with the quoted place marked."""
    source = (await reception.assistant()).source(source_id)
    if source is None:
        raise ProblemError(NOT_FOUND, "No source has this id.")
    asked_for_place = start is not None or end is not None
    found = source_view.holds(source.text, start, end)
    context = {
        "source": source,
        "text": source_view.render(source.text, source.title, start, end),
        "found": found,
        "place_missing": asked_for_place and not found,
    }
    return templates.TemplateResponse(request, "source.html", context)


@router.get("/saavutettavuus")
async def accessibility(request: Request) -> Response:
    """Tell how accessible the pages are, what was tested and what is known to lack."""
    return templates.TemplateResponse(request, "accessibility.html")


@router.get("/rajapinta")
async def api_description(request: Request) -> Response:
    """Describe the API from its own OpenAPI document, with nothing loaded from elsewhere."""
    context = {"spec": request.app.openapi(), "problems": CATALOGUE}
    return templates.TemplateResponse(request, "api.html", context)


def show_problem(request: Request, error: Exception) -> Response:
    """Answer with a problem: as a page to a browser that asks for a page, else as JSON."""
    if not _wants_page(request):
        return problem_response(request, error)
    problem = from_exception(error)
    context: dict[str, Any] = {
        "message": words_of(request).problem(problem.kind.status),
        "status": problem.kind.status,
        "request_id": getattr(request.state, "request_id", ""),
    }
    return templates.TemplateResponse(
        request,
        "problem.html",
        context,
        status_code=problem.kind.status,
        headers=problem.headers,
    )


def _wants_page(request: Request) -> bool:
    is_api = request.url.path.startswith(("/v1/", "/healthz", "/readyz", "/openapi"))
    return not is_api and "text/html" in request.headers.get("accept", "")
