"""The plan's text read into its outline: parts, themes, sections and items with their parents.

The plan is a document of headings and lists written for people. Nothing is corrected here: every
item keeps the place where it stands, and the text is only cut, never changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from assistant.domain import PassageKind

PART = re.compile(r"^Osa (\d+)$")
THEME = re.compile(r"^(?P<number>\d)\) (?P<name>.+?) [–-] ?kokonaisuuden (?P<rest>.+)$")
ITEM = re.compile(r"^(?P<indent> *)- (?P<text>.*\S)\s*$")
BOLD = re.compile(r"\*\*(?P<name>.+?)\*\*")
NUMBERED = re.compile(r"(?P<number>\d)\*\* ")
CONTINUES = re.compile(r"^\(\w+\)$")

THEME_KINDS = {
    "nykytila": PassageKind.CURRENT_STATE,
    "kehittämiskohteita": PassageKind.TARGET,
    "kehittämistoimintaa": PassageKind.PROJECT,
}
PART_KINDS = {1: PassageKind.PHENOMENON, 2: PassageKind.STRATEGY}
STRENGTHS = "vahvuuksia"


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a list, or a paragraph, at ``text[start:end]``.

    ``parents`` are the texts of the items it's nested in, the outermost first. ``bold`` is the
    place of the name that the item prints in bold, without the asterisks.
    """

    kind: PassageKind
    heading_path: tuple[str, ...]
    start: int
    end: int
    theme: int | None = None
    parents: tuple[str, ...] = ()
    bold: tuple[int, int] | None = None


@dataclass(slots=True)
class _Place:
    """Where in the outline the reader is."""

    part: int | None = None
    part_name: str = ""
    theme: int | None = None
    theme_name: str = ""
    section: str = ""
    kind: PassageKind = PassageKind.TEXT

    def path(self) -> tuple[str, ...]:
        names = (self.part_name, self.theme_name, self.section)
        return tuple(name for name in names if name)


def read_plan(text: str) -> tuple[Item, ...]:
    """Cut a plan into its items.

    Args:
        text: The whole document.

    Returns:
        The items in the order of the text; none overlaps another.
    """
    lines = _lines(text)
    title = _page_header(lines)
    place = _Place()
    items = _title_page(lines, title)
    open_items: list[tuple[int, int]] = []
    in_list = False
    for start, line in lines:
        if not line.strip() or CONTINUES.match(line):
            in_list = in_list and bool(line.strip())
            continue
        match = ITEM.match(line)
        end = start + len(line.rstrip())
        if match is None and not in_list:
            if line == title:
                place.section = ""
            else:
                _enter_heading(place, line)
        elif match is None or _goes_on(items, text, match, in_list=in_list):
            items[-1] = replace(items[-1], end=end)
        else:
            indent = len(match["indent"])
            if not in_list:
                open_items = []
            open_items = [(depth, opened) for depth, opened in open_items if depth < indent]
            parents = tuple(text[items[i].start : items[i].end] for _, i in open_items)
            item = _item(place, text, (start + match.start("text"), end), parents)
            items.append(item)
            open_items.append((indent, len(items) - 1))
            in_list = True
    return tuple(items)


def _lines(text: str) -> list[tuple[int, str]]:
    lines, start = [], 0
    for line in text.splitlines(keepends=True):
        lines.append((start, line.rstrip("\r\n")))
        start += len(line)
    return lines


def _page_header(lines: list[tuple[int, str]]) -> str | None:
    """The document's title, which is printed again at the top of each part."""
    seen: set[str] = set()
    for _, line in lines:
        if line.strip() and line in seen and not ITEM.match(line):
            return line
        seen.add(line)
    return None


def _title_page(lines: list[tuple[int, str]], title: str | None) -> list[Item]:
    """What stands before the title is printed again: who gave the plan out, for when and when."""
    if title is None:
        return []
    again = [start for start, line in lines if line == title][1]
    told = [(start, line) for start, line in lines if line.strip() and start < again]
    if any(ITEM.match(line) or PART.match(line) for _, line in told):
        return []
    last, line = told[-1]
    return [Item(PassageKind.TITLE, (title,), told[0][0], last + len(line.rstrip()))]


def _enter_heading(place: _Place, line: str) -> None:
    heading = line.strip().rstrip(":")
    part, theme = PART.match(line), THEME.match(line)
    if part:
        place.part, place.part_name = int(part[1]), heading
        place.theme, place.theme_name, place.section = None, "", ""
        place.kind = PassageKind.TEXT
    elif theme:
        place.theme, place.section = int(theme["number"]), ""
        place.theme_name = heading
        place.kind = THEME_KINDS.get(theme["rest"].split()[0], PassageKind.TEXT)
    elif place.theme is not None:
        place.section = heading
        if heading.casefold().startswith(STRENGTHS):
            place.kind = PassageKind.STRENGTH
    elif place.part is not None:
        place.section = heading
        place.kind = PART_KINDS.get(place.part, PassageKind.TEXT)


def _item(place: _Place, text: str, span: tuple[int, int], parents: tuple[str, ...]) -> Item:
    bold = BOLD.match(text, *span)
    numbered = NUMBERED.match(text, *span)
    return Item(
        kind=place.kind,
        heading_path=place.path(),
        start=span[0],
        end=span[1],
        theme=int(numbered["number"]) if numbered else place.theme,
        parents=parents,
        bold=bold.span("name") if bold else None,
    )


def _goes_on(items: list[Item], text: str, match: re.Match[str], *, in_list: bool) -> bool:
    """Whether a point is the rest of the one before, broken by mistake in mid-sentence."""
    if not in_list or match["indent"]:
        return False
    return match["text"][0].islower() and text[items[-1].end - 1].isalpha()
