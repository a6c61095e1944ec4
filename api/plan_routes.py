"""The address of the plan as a page to read."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request, Response

from api import plan_page, wording
from api.desk import PRIVATE, status_badge
from api.desk_filters import DESK, read_day
from api.problems import NOT_FOUND, ProblemError
from api.protocol import Assistant
from api.reception import Reception, reception_of, today
from api.resting import Resting, document_of
from api.templating import templates

PLAN = "/suunnitelma"
router = APIRouter(include_in_schema=False)
ReceptionParam = Annotated[Reception, Depends(reception_of)]


@router.get(PLAN)
async def plan(request: Request, reception: ReceptionParam, pvm: str = "") -> Response:
    """Show the plan with its contents, and at each passage the services that rest on it."""
    assistant = await reception.assistant()
    context = await reception.gate.run(read_plan, assistant, pvm)
    return templates.TemplateResponse(request, "plan.html", context, headers=PRIVATE)


def read_plan(assistant: Assistant, written_day: str = "") -> dict[str, Any]:
    """Return what the page shows.

    Args:
        assistant: The assistant.
        written_day: The day on which the services are judged, as it was written; else today.

    Raises:
        ProblemError: ``not-found``: the corpus holds no document.
    """
    corpus = assistant.corpus
    source = document_of(corpus)
    if source is None:
        raise ProblemError(NOT_FOUND, "The corpus holds no document.")
    day = read_day(written_day) if written_day else None
    resting = Resting(corpus, source.id)
    blocks = plan_page.read_document(source, resting)
    cards = {card.id: card for card in assistant.service_cards(as_of=day or today())}
    return {
        "source": source,
        "blocks": blocks,
        "contents": plan_page.contents_of(blocks, resting),
        "citing": plan_page.citing(resting, cards),
        "anchor": plan_page.passage_anchor,
        "inline": plan_page.inline,
        "section_title": plan_page.section_title,
        "status_badge": status_badge,
        "day": day or today(),
        "day_query": f"?pvm={day.isoformat()}" if day and day != today() else "",
        "day_fault": bool(written_day) and day is None,
        "wording": wording,
        "DESK": DESK,
    }
