"""The templates of the pages: their filters, and the words of the language that was asked for."""

from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.templating import Jinja2Templates
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from api import answer_view, wording


def words_of(request: Request) -> wording.Words:
    """Return the words of the language that a request's address asks for."""
    return wording.words(request.query_params.get(wording.PARAMETER))


@pass_context
def source_url(
    context: Context, source_id: str, start: int | None = None, end: int | None = None
) -> str:
    """Return the address of a source's page, at a place in it when one is given."""
    path = f"/lahteet/{source_id}"
    words: wording.Words = context["words"]
    if start is None or end is None:
        return words.link(path)
    return f"{words.link(path, start=start, end=end)}#kohta"


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


def _language_links(request: Request) -> list[tuple[str, str, str]]:
    """The same page in each language: its code, its own name and its address."""
    kept = {k: v for k, v in request.query_params.items() if k != wording.PARAMETER}
    return [
        (code, name, wording.words(code).link(request.url.path, **kept))
        for code, name in wording.LANGUAGES.items()
    ]


def _shared(request: Request) -> dict[str, Any]:
    words = words_of(request)
    return {
        "words": words,
        "say": words.say,
        "link": words.link,
        "language_links": _language_links(request),
        # The sources are Finnish: what a page in another language repeats of them is marked.
        "fi": Markup(' lang="fi"') if words.source_language else "",
    }


templates = Jinja2Templates(
    directory=Path(__file__).parent / "templates", context_processors=[_shared]
)
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
    breakable=wording.breakable,
)
templates.env.globals.update(wording=wording, source_url=source_url, badge=answer_view.badge)
