"""An answer's text as blocks and runs, for the page that is made on the server.

The page's own script does the same in ``static/text.js``; a test holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import date

    from api.schemas import AnswerOut, NoticeOut

MARKER = r"\[(?P<n>\d{1,3})\]"
URL = r"(?P<url>https?://[^\s\u00a0<>\"\[\]]*[^\s\u00a0<>\"\[\].,;:!?)])"
EMAIL = r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
PHONE = (
    r"(?P<phone>(?<![\w.,/+-])(?:112|116[ ]?\d{3}|(?:\+358[ ]?|0)\d{1,4}(?:[ -]?\d{2,4}){1,4})"
    r"(?![\w-]*\d))"
)
# ASCII, as the letters and digits of JavaScript's expressions are.
_RUN = re.compile("|".join((MARKER, URL, EMAIL, PHONE)), re.ASCII)
_ITEM = re.compile(r"^(?:[-•*]|\d{1,2}[.)])\s+")
_LEAD = re.compile(r"(.{80,}?[.!?])\s+(\S.*)", re.DOTALL)
_QUOTED = re.compile(r"([“”«][^“”«»]+[”»])")
_LIST_SIGN = re.compile(r"^[ \t]*-[ \t]+", re.MULTILINE)
_DESCRIBED_IN = "fi"
_SHORTEST_NUMBER = 7
_LONGEST_LABEL = 40
ENDING_DAYS = 60


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: plain, a citation's marker, or a link.

    ``lang`` is the language of a stretch that isn't in the answer's own.
    """

    text: str
    n: int | None = None
    href: str | None = None
    lang: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or a list when ``is_list``; a paragraph has one item."""

    items: tuple[tuple[Run, ...], ...]
    is_list: bool = False


def runs(text: str, numbers: Collection[int] = ()) -> tuple[Run, ...]:
    """Cut a text into plain stretches, markers of known citations, and links.

    Args:
        text: What is shown.
        numbers: Numbers of the citations there are; other markers stay plain text.
    """
    found: list[Run] = []
    plain = 0
    for match in _RUN.finditer(text):
        run = _run(match, numbers)
        if run is None:
            continue
        if match.start() > plain:
            found.append(Run(text[plain : match.start()]))
        found.append(run)
        plain = match.end()
    if plain < len(text):
        found.append(Run(text[plain:]))
    return tuple(found)


def with_languages(found: Iterable[Run], answer: AnswerOut) -> tuple[Run, ...]:
    """Mark what an answer in one language repeats from sources in another, for screen readers.

    Args:
        found: The runs of the answer's text.
        answer: The answer, with the quotes and descriptions that it repeats.
    """
    known = [(_flat(c.quote), c.language) for c in answer.citations]
    known += [(f"{card.name}: {card.description}", _DESCRIBED_IN) for card in answer.services]
    foreign = [(text, language) for text, language in known if language != answer.language]
    marked: list[Run] = []
    for run in found:
        if run.n is not None or run.href is not None or not foreign:
            marked.append(run)
            continue
        pieces = (piece for piece in _QUOTED.split(run.text) if piece)
        marked += (replace(run, text=piece, lang=_language(piece, foreign)) for piece in pieces)
    return tuple(marked)


def _language(piece: str, foreign: Sequence[tuple[str, str]]) -> str | None:
    bare = piece.strip(" \n“”«»")
    if not any(letter.isalpha() for letter in bare):
        return None
    return next((language for text, language in foreign if bare in text), None)


def _flat(quote: str) -> str:
    return " ".join(_LIST_SIGN.sub("", quote).replace("**", "").split())


def _run(match: re.Match[str], numbers: Collection[int]) -> Run | None:
    text = match.group()
    match match.lastgroup:
        case "n":
            n = int(match["n"])
            return Run(text, n=n) if n in numbers else None
        case "url":
            return Run(text, href=text)
        case "email":
            return Run(text, href=f"mailto:{text}")
        case _:
            return Run(text, href=phone_href(text)) if _is_number(text) else None


def _is_number(text: str) -> bool:
    return not text.startswith("0") or sum(c.isdigit() for c in text) >= _SHORTEST_NUMBER


def phone_href(number: str) -> str:
    """Return the ``tel:`` link of a number as people write it."""
    return "tel:" + re.sub(r"[ -]", "", number)


def blocks(text: str, numbers: Collection[int] = ()) -> tuple[Block, ...]:
    """Cut an answer's text into paragraphs and lists; an indented line goes on with its item."""
    found: list[Block] = []
    items: list[tuple[Run, ...]] = []
    for line in text.split("\n"):
        stripped = line.strip()
        bullet = _ITEM.match(stripped)
        if bullet:
            items.append(runs(stripped[bullet.end() :], numbers))
            continue
        if items and stripped and line.startswith("  "):
            items[-1] += (Run(" "), *runs(stripped, numbers))
            continue
        if items:
            found.append(Block(tuple(items), is_list=True))
            items = []
        if stripped:
            found.append(Block((runs(stripped, numbers),)))
    if items:
        found.append(Block(tuple(items), is_list=True))
    return tuple(found)


def lead(text: str) -> tuple[str, str]:
    """Cut a description after its first sentence or two, into what is shown and what unfolds.

    The first part has at least 80 characters, where the text has them; the second may be empty.
    """
    match = _LEAD.match(text)
    return (match[1], match[2]) if match else (text, "")


def grouped(notices: Sequence[NoticeOut]) -> dict[str, list[NoticeOut]]:
    """Return the notices by their kind, in the order in which the kinds first come."""
    by_kind: dict[str, list[NoticeOut]] = {}
    for notice in notices:
        by_kind.setdefault(notice.kind, []).append(notice)
    return by_kind


def badge(status: str, valid_to: date | None, today: date) -> str:
    """Return the state that a card shows: its status, or ``ending`` when its last day is near.

    Args:
        status: The card's status on the day of the answer.
        valid_to: Its last day, if the sources tell one.
        today: The day of the answer.
    """
    near = valid_to is not None and 0 <= (valid_to - today).days <= ENDING_DAYS
    return "ending" if near and status == "active" else status


def phones(text: str) -> tuple[Run, ...]:
    """Return the phone numbers of a text, each once, in their order."""
    found = {r.href: r for r in runs(text) if r.href is not None and r.href.startswith("tel:")}
    return tuple(found.values())


def safe_url(url: str | None) -> str | None:
    """Return a URL that may be linked to, or ``None``: only the web's own schemes."""
    return url if url is not None and re.match(r"https?://", url, re.IGNORECASE) else None


def url_label(url: str) -> str:
    """Return a link's address as people read it: no scheme, and only the site when it's long."""
    bare = re.sub(r"^https?://(?:www\.)?", "", url, flags=re.IGNORECASE).removesuffix("/")
    return bare if len(bare) <= _LONGEST_LABEL else f"{bare.split('/')[0]}/…"


def quoted(text: str) -> Markup:
    """Return a quote as HTML, every character kept; the signs of bold text take no room."""
    sign = Markup('<span class="syntax">**</span>')
    pieces = [
        Markup("<strong>{}</strong>").format(piece) if i % 2 else escape(piece)
        for i, piece in enumerate(text.split("**"))
    ]
    return sign.join(pieces)
