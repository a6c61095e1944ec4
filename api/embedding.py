"""The widget that other sites add to theirs: its script, its words, and a page that shows it."""

from pathlib import Path

from fastapi import APIRouter, Request, Response
from fastapi.responses import FileResponse, JSONResponse

from api.templating import templates, words_of

router = APIRouter(include_in_schema=False)
WIDGET = Path(__file__).parent / "static" / "widget.js"
EXAMPLES_SHOWN = 3


@router.get("/widget.js")
async def widget() -> Response:
    """Give the script that a site adds; it loads the rest from ``/static``."""
    return FileResponse(WIDGET, media_type="text/javascript", headers={"Cache-Control": "no-cache"})


@router.get("/widget.json")
async def widget_words(request: Request) -> Response:
    """Give the widget's words, and whether feedback is kept."""
    words = words_of(request)
    examples = [question for _, question in words.examples()[:EXAMPLES_SHOWN]]
    keeps_feedback = getattr(request.app.state, "feedback", None) is not None
    told = {**words.script(), "examples": examples, "feedback": keeps_feedback}
    return JSONResponse(told)


@router.get("/upotus")
async def demonstration(request: Request) -> Response:
    """Show the widget, and tell how a site adds it."""
    origin = f"{request.url.scheme}://{request.url.netloc}"
    return templates.TemplateResponse(request, "embed.html", {"origin": origin})
