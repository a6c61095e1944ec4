"""DOCX made plain text: what Word would show, headings by their styles."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.opc.exceptions import PackageNotFoundError
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.run import Run

from assistant.errors import CorpusError
from ingest.importers.blocks import Block
from ingest.importers.files import LARGEST_DOCUMENT, Bounded, bound_of, check_archive
from ingest.importers.pdf_text import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as DocumentType
    from docx.text.paragraph import Paragraph

STYLE = re.compile(r"(?:heading|otsikko|rubrik) (\d)", re.IGNORECASE)
TITLES = frozenset({"title", "otsikko", "rubrik"})
CONTENTS = re.compile(r"toc(?: \d|\b)|sisluet|table of contents", re.IGNORECASE)
RUNS = (
    ".//w:r[not(ancestor::w:del) and not(ancestor::w:moveFrom) and not(ancestor::w:txbxContent)"
    " and not(ancestor::*[local-name()='Fallback'])]"
)
DECLARES = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
SMALLEST_POINTS = 3
SHORT = 120


def read_docx(data: bytes) -> tuple[list[Block], dict[str, str], list[str]]:
    """Read a DOCX.

    Args:
        data: The file.

    Returns:
        Its blocks, the metadata that it tells of itself, and what was left out.

    Raises:
        UnreadableError: It's broken, looks like an attack, or holds no text.
    """
    _check(data)
    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UnreadableError(f"it's no DOCX or broken: {error}") from None
    except Exception as error:
        # lxml's errors have no base of their own that python-docx lets through.
        if "XML" not in type(error).__name__:
            raise
        raise UnreadableError(f"it's broken: {error}") from None
    reader = _Reader()
    blocks = list(reader.read(document))
    if not any(block.level for block in blocks):
        blocks = [_bold_heading(block, bold) for block, bold in reader.bold]
    if not any(block.text.strip() for block in blocks):
        raise UnreadableError("it holds no text that can be seen")
    return blocks, _metadata(document), reader.notes()


def _check(data: bytes) -> None:
    """Refuse bombs, paths out of the archive, and XML that declares entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for info in check_archive(archive, "the file"):
                if not info.filename.lower().endswith((".xml", ".rels")):
                    continue
                with archive.open(info) as part:
                    bound = min(bound_of(info), LARGEST_DOCUMENT)
                    text = Bounded(part, bound, info.filename).read()
                if DECLARES.search(text.replace(b"\0", b"")):
                    raise UnreadableError(f"{info.filename} declares XML entities: an attack?")
    except zipfile.BadZipFile as error:
        raise UnreadableError(f"it's no DOCX or broken: {error}") from None
    except CorpusError as error:
        raise UnreadableError(error.reason) from None


class _Reader:
    """Reads a document's body and counts what it leaves out."""

    def __init__(self) -> None:
        self.hidden = self.contents = self.boxes = 0
        self.bold: list[tuple[Block, bool]] = []

    def read(self, document: DocumentType) -> Iterator[Block]:
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                for block in self._table(part):
                    self.bold.append((block, False))
                    yield block
            else:
                told, bold = self._paragraph(part)
                if told is not None:
                    self.bold.append((told, bold))
                    yield told

    def notes(self) -> list[str]:
        told = (
            (self.hidden, "pieces of hidden or white text were left out"),
            (self.contents, "lines of a list of contents were left out"),
            (self.boxes, "text boxes were left out"),
        )
        return [f"{count} {reason}" for count, reason in told if count]

    def _paragraph(self, paragraph: Paragraph) -> tuple[Block | None, bool]:
        style = (paragraph.style.name if paragraph.style else None) or ""
        if CONTENTS.match(style):
            self.contents += 1
            return None, False
        element = paragraph._p  # noqa: SLF001 - the element has what the proxy leaves out
        self.boxes += len(
            element.xpath(".//w:txbxContent[not(ancestor::*[local-name()='Fallback'])]")
        )
        runs = [Run(run, paragraph) for run in element.xpath(RUNS)]
        shown = [run for run in runs if not _is_hidden(run)]
        self.hidden += sum(1 for run in runs if run.text.strip() and _is_hidden(run))
        text = " ".join("".join(run.text for run in shown).split())
        if not text:
            return None, False
        worded = [run for run in shown if run.text.strip()]
        bold = all(run.bold or (run.style is not None and run.style.font.bold) for run in worded)
        return Block(text, *_form(paragraph, style)), bool(bold)

    def _table(self, table: Table) -> Iterator[Block]:
        for row in table.rows:
            cells: list[str] = []
            seen: set[Any] = set()
            for cell in row.cells:
                # A merged cell stands once for each column that it covers.
                if cell._tc in seen:  # noqa: SLF001
                    continue
                seen.add(cell._tc)  # noqa: SLF001
                told = [self._paragraph(p)[0] for p in cell.paragraphs]
                cells.append(" ".join(block.text for block in told if block))
            if text := " | ".join(cell for cell in cells if cell):
                yield Block(text, item=True)


def _is_hidden(run: Run) -> bool:
    fonts = [run.font, *([run.style.font] if run.style is not None else [])]
    if any(font.hidden for font in fonts):
        return True
    size = next((font.size for font in fonts if font.size is not None), None)
    if size is not None and size.pt < SMALLEST_POINTS:
        return True
    colour = next((f.color.rgb for f in fonts if f.color is not None and f.color.rgb), None)
    if colour is None or str(colour) not in {"FFFFFF", "FEFEFE"}:
        return False
    shaded = run._r.xpath("./w:rPr/w:shd | ./w:rPr/w:highlight")  # noqa: SLF001
    around = run._r.xpath("ancestor::w:p[1]/w:pPr/w:shd | ancestor::w:tc[1]/w:tcPr/w:shd")  # noqa: SLF001
    return not shaded and not around


def _form(paragraph: Paragraph, style: str) -> tuple[int, bool, int]:
    """The level of a heading, whether it's a point of a list, and how deep."""
    if match := STYLE.match(style):
        return min(int(match[1]) or 1, 6), False, 0
    if style.casefold() in TITLES:
        return 1, False, 0
    element = paragraph._p  # noqa: SLF001
    outline = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    if outline is not None and (level := int(outline.get(qn("w:val"), "9"))) < 6:
        return level + 1, False, 0
    numbering = element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
    if numbering is not None or style.casefold().startswith("list"):
        depth = numbering.find(qn("w:ilvl")) if numbering is not None else None
        return 0, True, min(int(depth.get(qn("w:val"), "0")), 5) if depth is not None else 0
    return 0, False, 0


def _bold_heading(block: Block, bold: bool) -> Block:
    """In a document without styles, a short line all in bold is a heading."""
    short = len(block.text) <= SHORT and not block.text.endswith((".", ",", ";", ":"))
    return Block(block.text, level=1) if bold and short and not block.item else block


def _metadata(document: DocumentType) -> dict[str, str]:
    properties = document.core_properties
    told = {
        "title": properties.title or "",
        "language": (properties.language or "")[:2].lower(),
        "date": properties.modified.date().isoformat() if properties.modified else "",
        "version": properties.version or "",
    }
    return {key: value for key, value in told.items() if value}
