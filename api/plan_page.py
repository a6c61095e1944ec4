"""The plan as a page to read: headings, nested lists and, at each passage, who rests on it.

The source page (`api.source_view`) keeps every character; this one leaves out the running heads and
makes lists of lists. Both mark the same places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from api.resting import theme_names
from api.source_view import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from api.resting import Resting
    from api.source_view import Line
    from assistant.dialogue import ServiceCard
    from assistant.domain import Passage, Source

_LEVELS = {"h2": 2, "h3": 3, "h4": 4}
_SECTION = 3
_THEME = re.compile(r"(\d)\)\s")
_BULLET = re.compile(r"^\s*- ")
_LINK = re.compile(r"\[([^\]]+)\]\(#\)")
_NUMBER = re.compile(r"^(\d)\*\*\s*(.+)$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its anchor; ``theme`` is the plan's theme that its section is about."""

    text: str
    level: int
    anchor: str
    theme: int | None = None


@dataclass(slots=True)
class Item:
    """A paragraph, or an item of a list with the lists inside it.

    Attributes:
        lines: Its text, a paragraph each.
        passages: The passages that begin in it.
        items: The items nested in it.
        is_entry: Whether it begins with a bold name, as a project does.
    """

    lines: list[str]
    passages: list[Passage] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)

    @property
    def is_entry(self) -> bool:
        """Whether it begins with a bold name, as a project of the plan does."""
        return self.lines[0].startswith("**")


@dataclass(slots=True)
class Block:
    """A heading, a list, or a paragraph."""

    heading: Heading | None = None
    items: list[Item] = field(default_factory=list)
    is_list: bool = False


def read_document(source: Source, resting: Resting) -> list[Block]:
    """Read a document into headings, paragraphs and nested lists, in its order.

    Args:
        source: The document.
        resting: Its passages.
    """
    lines = list(lines_of(source.text, source.title))
    first = next((i for i, line in enumerate(lines) if line.tag in _LEVELS), 0)
    blocks = _title_page(lines[:first], resting)
    anchors: dict[str, int] = {}
    before: Line | None = None
    has_section = False
    for line in lines[first:]:
        text = line.text.strip()
        if line.tag in {"blank", "running"} or line.part != "body":
            before = None if line.tag == "running" else before
        elif line.tag in _LEVELS:
            blocks.append(Block(_heading(text, line, anchors, has_section=has_section)))
            has_section = line.tag == "h3" or (has_section and line.tag != "h2")
        elif line.tag == "item":
            _add_item(blocks, line, resting)
        elif _goes_on(before, line, blocks):
            _last_item(blocks[-1]).lines.append(text)
        else:
            blocks.append(Block(items=[Item([text], _begun(line, resting))]))
        if line.tag not in {"blank", "running"}:
            before = line
    return blocks


def _title_page(lines: Sequence[Line], resting: Resting) -> list[Block]:
    """What stands before the first heading besides the title, where answers may rest on it."""
    told = [line for line in lines if line.tag not in {"blank", "running"}]
    passages = list(resting.within(lines[0].start, lines[-1].end)) if lines else []
    if not told or not passages:
        return []
    paragraphs: list[str] = []
    for before, line in zip([None, *told], told, strict=False):
        if before is not None and before.end + 1 == line.start:
            paragraphs[-1] += f" {line.text.strip()}"
        else:
            paragraphs.append(line.text.strip())
    return [Block(items=[Item(paragraphs, passages)])]


def _goes_on(before: Line | None, line: Line, blocks: Sequence[Block]) -> bool:
    """Say whether a line without a bullet goes on with the item just above it."""
    return (
        before is not None and before.end + 1 == line.start and bool(blocks) and blocks[-1].is_list
    )


def _heading(text: str, line: Line, anchors: dict[str, int], *, has_section: bool) -> Heading:
    shown = text.lstrip("# ").removesuffix(":")
    anchor = _anchor(shown)
    anchors[anchor] = anchors.get(anchor, 0) + 1
    if anchors[anchor] > 1:
        anchor = f"{anchor}-{anchors[anchor]}"
    theme = _THEME.match(text)
    level = _LEVELS[line.tag]
    if level > _SECTION and not has_section:
        # No level is left out between a part and what's under it.
        level = _SECTION
    return Heading(shown, level, anchor, int(theme[1]) if theme else None)


def _anchor(text: str) -> str:
    plain = text.casefold().translate(str.maketrans("åäö", "aao"))
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-") or "kohta"


def _add_item(blocks: list[Block], line: Line, resting: Resting) -> None:
    if not blocks or not blocks[-1].is_list:
        blocks.append(Block(is_list=True))
    item = Item([_BULLET.sub("", line.text)], _begun(line, resting))
    siblings = blocks[-1].items
    for _ in range(line.depth):
        if siblings:
            siblings = siblings[-1].items
    siblings.append(item)


def _last_item(block: Block) -> Item:
    item = block.items[-1]
    while item.items:
        item = item.items[-1]
    return item


def _begun(line: Line, resting: Resting) -> list[Passage]:
    """The passages that begin on a line: one that begins earlier is shown there."""
    return [p for p in resting.within(line.start, line.end) if p.start >= line.start]


def passage_anchor(passage: Passage) -> str:
    """Return the anchor of a passage, the same as long as the passage's text is."""
    return "kohta-" + passage.id.rpartition(":")[2]


def inline(text: str) -> Markup:
    """Return a line as HTML: bold names, numbers of themes, and links that lead nowhere as text."""
    numbered = _NUMBER.match(text)
    if numbered:
        return Markup("<strong>{} {}</strong>").format(numbered[1], numbered[2])
    pieces = _LINK.sub(r"\1", text).split("**")
    return Markup("").join(
        Markup("<strong>{}</strong>").format(piece) if i % 2 else escape(piece)
        for i, piece in enumerate(pieces)
    )


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents: the parts with their sections, and where each theme is spoken of."""

    parts: tuple[tuple[Heading, tuple[Heading, ...]], ...]
    themes: tuple[tuple[int, str, tuple[tuple[str, Heading], ...]], ...]


def contents_of(blocks: Sequence[Block], resting: Resting) -> Contents:
    """Return the table of contents of a document."""
    parts: list[tuple[Heading, list[Heading]]] = []
    for heading in _headings(blocks):
        if heading.level < _SECTION:
            parts.append((heading, []))
        elif parts and heading.level == _SECTION:
            parts[-1][1].append(heading)
    sections = [(part.text, h) for part, inside in parts for h in inside if h.theme is not None]
    themes = tuple(
        (number, name, tuple(pair for pair in sections if pair[1].theme == number))
        for number, name in theme_names(resting.passages).items()
    )
    return Contents(tuple((part, tuple(inside)) for part, inside in parts), themes)


def _headings(blocks: Sequence[Block]) -> Iterator[Heading]:
    return (block.heading for block in blocks if block.heading)


def section_title(heading: Heading) -> str:
    """Return what a section of a theme is about, without the theme's name."""
    title = heading.text.partition("–kokonaisuuden ")[2]
    return title[:1].upper() + title[1:] if title else heading.text


def citing(
    resting: Resting, cards: Mapping[str, ServiceCard]
) -> dict[str, tuple[ServiceCard, ...]]:
    """Return the services that rest on each passage, by the passage's id; only those with any."""
    found = {
        passage.id: tuple(cards[id_] for id_ in resting.services_of(passage) if id_ in cards)
        for passage in resting.passages
    }
    return {id_: services for id_, services in found.items() if services}
