"""A document as blocks, whatever it was written in, and its plain text with the headings' lines."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ingest.importers.cleaning import clean_line

if TYPE_CHECKING:
    from collections.abc import Iterable

LEVELS = 6
LONGEST_HEADING = 250


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` from 1), a point of a list (``item``), or a paragraph."""

    text: str
    level: int = 0
    item: bool = False
    depth: int = 0


@dataclass(slots=True)
class PlainDocument:
    """A document's plain text.

    Attributes:
        text: The text, a paragraph a line, ending with a line end.
        headings: Level and line (from 1) of each heading.
        notes: What was cleaned, with the line.
    """

    text: str = ""
    headings: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, str]] = field(default_factory=list)


def as_plain(blocks: Iterable[Block]) -> PlainDocument:
    """Write blocks as plain text: a line each, an empty line before all but points of a list.

    Levels are counted from the highest heading that the document has.
    """
    made, lines = PlainDocument(), list[str]()
    listing = False
    for block in blocks:
        cleaned = clean_line(block.text)
        if not cleaned.text:
            continue
        is_heading = block.level > 0 and len(cleaned.text) <= LONGEST_HEADING
        if lines and not (block.item and listing):
            lines.append("")
        indent = "    " * block.depth + "- " if block.item else ""
        lines.append(indent + cleaned.text)
        listing = block.item
        if is_heading:
            made.headings.append((min(block.level, LEVELS), len(lines)))
        made.notes += [(len(lines), reason) for reason in cleaned.reasons]
    highest = min((level for level, _ in made.headings), default=1)
    made.headings = [(level - highest + 1, line) for level, line in made.headings]
    made.text = "\n".join(lines) + "\n" if lines else ""
    return made
