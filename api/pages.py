"""The pages for people: the conversation, the sources, and the description of the API."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import parse_qs, urlencode

from fastapi import APIRouter, Depends, Query, Request, Response
from fastapi.templating import Jinja2Templates
from markupsafe import Markup, escape
from pydantic import ValidationError

from api import answer_view, source_view, wording
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
)
from api.schemas import AnswerOut, ChatRequest
from assistant.dialogue import Audience
from assistant.domain import Source
from assistant.errors import TienviittaError

router = APIRouter(include_in_schema=False)
templates = Jinja2Templates(directory=Path(__file__).parent / "templates")
ReceptionParam = Annotated[Reception, Depends(reception_of)]
FORM = "application/x-www-form-urlencoded"


def source_url(source_id: str, start: int | None = None, end: int | None = None) -> str:
    """Return the address of a source's page, at a place in it when one is given."""
    if start is None or end is None:
        return f"/lahteet/{source_id}"
    return f"/lahteet/{source_id}?{urlencode({'start': start, 'end': end})}#kohta"


def described(text: str) -> Markup:
    """Return a description of the API as HTML: its paragraphs, and code in backticks."""
    code = Markup("<code>{}</code>")
    paragraphs = []
    for paragraph in text.split("\n\n"):
        pieces = [
            code.format(piece) if i % 2 else escape(piece)
            for i, piece in enumerate(paragraph.split("`"))
        ]
        paragraphs.append(Markup("<p>{}</p>").format(Markup("").join(pieces)))
    return Markup("").join(paragraphs) if text else Markup("")


templates.env.filters.update(
    described=described,
    blocks=answer_view.blocks,
    runs=answer_view.runs,
    with_languages=answer_view.with_languages,
    phones=answer_view.phones,
    lead=answer_view.lead,
    grouped=answer_view.grouped,
    quoted=answer_view.quoted,
    url_label=answer_view.url_label,
    safe_url=answer_view.safe_url,
    finnish_date=wording.finnish_date,
)
templates.env.globals.update(wording=wording, source_url=source_url)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the page says of its sources before the first question."""

    documents: tuple[Source, ...]
    services: int
    services_seen: str

    @property
    def summary(self) -> str:
        """The sources in a few words, each with its date."""
        parts = [_dated(f"asiakirjan ”{d.title}”", d.checked_on or "") for d in self.documents]
        if self.services:
            kind = "palvelukuvauksen" if self.services == 1 else "palvelukuvausta"
            parts.append(_dated(f"{self.services} {kind}", self.services_seen))
        return " ja ".join(parts)

    @classmethod
    def of(cls, sources: tuple[Source, ...]) -> "Knowledge":
        """Sum up the sources of an assistant."""
        services = [s for s in sources if s.id.startswith("services/")]
        seen = max((s.checked_on for s in services if s.checked_on), default="")
        documents = tuple(s for s in sources if not s.id.startswith("services/"))
        return cls(documents, len(services), seen)


def _dated(what: str, day: str) -> str:
    return f"{what} ({wording.finnish_date(day)})" if day else what


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
        status = from_exception(error).kind.status
        filled = Filled(
            question, municipality, filled.audience, None, wording.message(status), status
        )
    else:
        filled = Filled(question, municipality, filled.audience, answer)
    return await _front(request, reception, filled)


async def _answer(request: Request, reception: Reception, filled: Filled) -> AnswerOut:
    try:
        chat = ChatRequest.model_validate(
            {
                "messages": [{"role": "user", "content": filled.question}],
                "audience": filled.audience,
                "municipality": filled.municipality or None,
            }
        )
    except ValidationError as error:
        raise from_validation(error) from None
    check_length(filled.question)
    assistant = await reception.assistant()
    names = assistant.municipality_names()
    ask = chat.ask(recognised_municipality(chat.municipality, names))
    return await reception.answer(assistant, ask, request.state.facts)


async def _front(request: Request, reception: Reception, filled: Filled) -> Response:
    assistant = None
    try:
        assistant = await reception.assistant()
    except (ProblemError, TienviittaError) as error:
        status = from_exception(error).kind.status
        if filled.message is None:
            filled = Filled(
                filled.question,
                filled.municipality,
                filled.audience,
                message=wording.message(status),
                status=status,
            )
    names = assistant.municipality_names() if assistant else ()
    region = [name for name in reception.region if name in names]
    context = {
        "filled": filled,
        "knowledge": Knowledge.of(assistant.sources()) if assistant else None,
        "region": region,
        "others": [name for name in names if name not in region],
        "data": wording.script_data(),
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
        "message": wording.message(problem.kind.status),
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
