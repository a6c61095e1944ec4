"""PDF made plain text: what stands on the pages, with headings told by their letters."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import (
    LAParams,
    LTChar,
    LTContainer,
    LTCurve,
    LTImage,
    LTPage,
    LTTextBox,
    LTTextLine,
)
from pdfminer.pdfdocument import PDFDocument, PDFPasswordIncorrect, PDFTextExtractionNotAllowed
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser, PDFSyntaxError
from pdfminer.psexceptions import PSException
from pdfminer.utils import decode_text

from ingest.importers.lines import Line, as_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pdfminer.layout import LTItem

    from ingest.importers.blocks import Block

MOST_PAGES = 3000
SMALLEST = 3.0
"""Points; smaller letters can't be read by people."""
MARGIN = 0.09
"""The share of a page at its top and bottom where headers, footers and page numbers stand."""
REPEATED = 3
INVISIBLE_MODES = frozenset({3, 7})
BOLD = re.compile(r"bold|black|heavy|semibd|demi", re.IGNORECASE)
LEADER = re.compile(r"(?:\.\s?){4,}\s*\d*\s*$|…{2,}\s*\d+\s*$")
PAGE_NUMBER = re.compile(
    r"(?:sivu|sida|page|s\.)?\s*\d{1,4}(?:\s*[/(]\s*\d{1,4}\)?)?", re.IGNORECASE
)
DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")
WHITE_FROM, CMYK_WHITE_TO = 0.97, 0.03


class UnreadableError(Exception):
    """A document that can't be read; the message says why and what to do."""


class _Aggregator(PDFPageAggregator):
    """Collects a page's layout without text that is painted invisibly."""

    invisible = 0

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:  # noqa: ANN401
        if textstate.render in INVISIBLE_MODES:
            self.invisible += 1
            return
        super().render_string(textstate, seq, ncs, graphicstate)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A line of a page with where it stands."""

    line: Line
    page: int
    in_margin: bool


def read_pdf(data: bytes) -> tuple[list[Block], dict[str, str], list[str]]:
    """Read a PDF.

    Args:
        data: The file.

    Returns:
        Its blocks, the metadata that it tells of itself, and what was left out.

    Raises:
        UnreadableError: It's broken, locked, too long, or has no text that can be seen.
    """
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        if not document.is_extractable:
            raise UnreadableError("it doesn't allow its text to be taken out")
        seen, notes = _read_pages(document)
    except (PDFPasswordIncorrect, PDFTextExtractionNotAllowed):
        raise UnreadableError("it's locked with a password; unlock it first") from None
    except (PDFSyntaxError, PSException, ValueError, KeyError, TypeError, AssertionError) as error:
        raise UnreadableError(f"it's broken: {error}") from None
    if not seen:
        reason = "no text in it can be seen; if it's a scan, have its text recognised first"
        raise UnreadableError(reason)
    kept = _without_repeats(seen, notes)
    return as_blocks([one.line for one in kept]), _metadata(document), notes


def _read_pages(document: PDFDocument) -> tuple[list[_Seen], list[str]]:
    resources = PDFResourceManager(caching=True)
    device = _Aggregator(resources, laparams=LAParams())
    interpreter = PDFPageInterpreter(resources, device)
    seen: list[_Seen] = []
    hidden = 0
    for number, page in enumerate(PDFPage.create_pages(document)):
        if number >= MOST_PAGES:
            raise UnreadableError(f"it has more than {MOST_PAGES} pages; cut it into parts")
        interpreter.process_page(page)
        layout = device.get_result()
        grounds = list(_grounds(layout))
        for line in _text_lines(layout):
            letters = [c for c in line if isinstance(c, LTChar)]
            shown = [c for c in letters if _is_seen(c, layout, grounds)]
            hidden += len(letters) - len(shown)
            told = _as_line(line, letters, shown, number)
            if told is not None:
                middle = (line.y0 + line.y1) / 2 / max(layout.height, 1)
                in_margin = middle < MARGIN or middle > 1 - MARGIN
                seen.append(_Seen(told, number, in_margin))
    notes = []
    if hidden:
        notes.append("letters that can't be seen (white, tiny or off the page) were left out")
    if device.invisible:
        notes.append("text painted invisibly was left out")
    return seen, notes


def _text_lines(layout: LTPage) -> Iterator[LTTextLine]:
    boxes = [item for item in layout if isinstance(item, LTTextBox)]
    for box in boxes:
        for line in box:
            if isinstance(line, LTTextLine):
                yield line


def _as_line(
    line: LTTextLine, letters: Sequence[LTChar], shown: Sequence[LTChar], page: int
) -> Line | None:
    if len(shown) == len(letters):
        text = line.get_text()
    else:
        # Spaces of the layout can't be told apart when letters are missing.
        text = "".join(letter.get_text() for letter in shown)
    text = " ".join(text.split())
    if not text:
        return None
    words = [letter for letter in shown if letter.get_text().strip()]
    sizes = Counter(round(letter.size * 2) / 2 for letter in words)
    size = sizes.most_common(1)[0][0] if sizes else 0.0
    bold = sum(1 for letter in words if BOLD.search(letter.fontname)) > 0.8 * len(words)
    # The gap to the line above is told by where it stands; the page makes it part of a new column.
    return Line(text, size, bold=bold, x=line.x0, top=line.y1, bottom=line.y0, page=page)


def _is_seen(letter: LTChar, page: LTPage, grounds: Sequence[LTItem]) -> bool:
    if letter.size < SMALLEST and letter.get_text().strip():
        return False
    x, y = (letter.x0 + letter.x1) / 2, (letter.y0 + letter.y1) / 2
    if not (page.x0 - 1 <= x <= page.x1 + 1 and page.y0 - 1 <= y <= page.y1 + 1):
        return False
    if not _is_white(letter.graphicstate.ncolor):
        return True
    return any(g.x0 <= x <= g.x1 and g.y0 <= y <= g.y1 for g in grounds)  # type: ignore[attr-defined]


def _grounds(layout: LTContainer[Any]) -> Iterator[Any]:
    """What letters may be white upon: shapes filled with a colour, and pictures."""
    for item in layout:
        if isinstance(item, LTCurve):
            if item.fill and not _is_white(item.non_stroking_color):
                yield item
        elif isinstance(item, LTImage):
            yield item
        elif isinstance(item, LTContainer) and not isinstance(item, LTTextBox):
            yield from _grounds(item)


def _is_white(colour: Any) -> bool:  # noqa: ANN401 (a number, a tuple, or a pattern's name)
    values = colour if isinstance(colour, tuple | list) else (colour,)
    if not values or not all(isinstance(value, int | float) for value in values):
        return False
    if len(values) == 4:
        return all(value <= CMYK_WHITE_TO for value in values)
    return all(value >= WHITE_FROM for value in values)


def _without_repeats(seen: Sequence[_Seen], notes: list[str]) -> list[_Seen]:
    """Leave out headers, footers and page numbers, and lists of contents."""
    pages = {one.page for one in seen}
    on_pages: dict[str, set[int]] = {}
    for one in seen:
        if one.in_margin:
            on_pages.setdefault(_without_digits(one.line.text), set()).add(one.page)
    most = max(REPEATED, len(pages) // 3)
    repeated = {text for text, where in on_pages.items() if len(where) >= min(most, len(pages))}
    repeated = repeated if len(pages) >= REPEATED else set()
    kept, running, contents = [], 0, 0
    for one in seen:
        number = one.in_margin and PAGE_NUMBER.fullmatch(one.line.text)
        if number or (one.in_margin and _without_digits(one.line.text) in repeated):
            running += 1
        elif LEADER.search(one.line.text):
            contents += 1
        else:
            kept.append(one)
    if running:
        notes.append(f"{running} headers, footers and page numbers were left out")
    if contents:
        notes.append(f"{contents} lines of a list of contents were left out")
    return kept


def _without_digits(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _metadata(document: PDFDocument) -> dict[str, str]:
    told: dict[str, str] = {}
    for info in document.info:
        for key, ours in (("Title", "title"), ("ModDate", "date"), ("CreationDate", "date")):
            value = info.get(key)
            if isinstance(value, bytes):
                told.setdefault(ours, decode_text(value).strip())
    match = DATE.match(told.get("date", ""))
    told.pop("date", None)
    if match:
        told["date"] = "-".join(match.groups())
    language = document.catalog.get("Lang")
    if isinstance(language, bytes) and language:
        told["language"] = decode_text(language)[:2].lower()
    return {key: value for key, value in told.items() if value}
