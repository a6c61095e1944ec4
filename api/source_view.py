"""A source as a page to read, with a quoted place marked, keeping every character of it.

The text of the elements, joined, is the source's text: nothing is dropped and nothing is written
in between except the captions of folded parts, which carry ``data-caption``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Iterator

_FENCE = "---"
_ASKED = "## Näin kysytään"
_HEADINGS = (
    (re.compile(r"^Osa \d+$"), "h2"),
    (re.compile(r"^# "), "h2"),
    (re.compile(r"^#{2,6} "), "h3"),
    (re.compile(r"^\d+\) \S"), "h3"),
    (re.compile(r"^[^-\s].{0,90}:$"), "h4"),
)
_BULLET = re.compile(r"^(\s*)- ")
_INLINE = re.compile(r"(\*\*)|(\[\^\w+\])")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a source with its place, and what it is to the reader."""

    start: int
    text: str
    part: str
    tag: str
    depth: int = 0

    @property
    def end(self) -> int:
        """The offset just after the line's last character."""
        return self.start + len(self.text)


def lines_of(text: str, title: str = "") -> Iterator[Line]:
    """Cut a text into lines and say of each what it is.

    Args:
        text: The whole source.
        title: The document's title; where a line repeats it, it's a running head.
    """
    part = "body"
    start = 0
    for number, raw in enumerate(text.split("\n")):
        if number == 0 and raw == _FENCE:
            part = "matter"
        elif part == "body" and raw == _ASKED:
            part = "asked"
        yield _line(start, raw, part, title)
        if part == "matter" and number > 0 and raw == _FENCE:
            part = "body"
        start += len(raw) + 1


def _line(start: int, raw: str, part: str, title: str) -> Line:
    if part == "matter":
        return Line(start, raw, part, "code")
    bullet = _BULLET.match(raw)
    if bullet:
        return Line(start, raw, part, "item", depth=min(len(bullet[1]), 3))
    if title and raw.strip() == title:
        return Line(start, raw, part, "running")
    for form, tag in _HEADINGS:
        if form.match(raw):
            return Line(start, raw, part, tag)
    return Line(start, raw, part, "p" if raw.strip() else "blank")


def holds(text: str, start: int | None, end: int | None) -> bool:
    """Say whether two offsets name a place in a text."""
    return start is not None and end is not None and 0 <= start < end <= len(text)


def render(text: str, title: str = "", start: int | None = None, end: int | None = None) -> Markup:
    """Return a source as HTML, with ``text[start:end]`` in ``<mark>``.

    The first mark has the id ``kohta``. Offsets that name no place are left unmarked.

    Args:
        text: The whole source.
        title: The document's title.
        start: First character of the place, in code points.
        end: The character after its last.
    """
    place = (start, end) if start is not None and end is not None else None
    if place is not None and not holds(text, *place):
        place = None
    marker = _Marker(place)
    html: list[str] = []
    part, in_list = "body", False
    for line in lines_of(text, title):
        if line.start:
            html.append("\n")
        if line.part != part:
            html.append(_close(part, in_list) + _open(line.part, _touches(text, line, place)))
            part, in_list = line.part, False
        is_item = line.tag == "item"
        if is_item != in_list and line.tag != "blank":
            html.append('<div role="list">' if is_item else "</div>")
            in_list = is_item
        html.append(_element(line, marker))
    html.append(_close(part, in_list))
    return Markup("".join(html))  # noqa: S704 - every piece of the text is escaped in _Marker


def _touches(text: str, line: Line, place: tuple[int, int] | None) -> bool:
    if place is None:
        return False
    if line.part == "matter":
        return place[0] < text.find(f"\n{_FENCE}", line.end)
    return place[1] > line.start


_CAPTIONS = {
    "matter": "Kuvauksen tiedot koneluettavina",
    "asked": "Näin kysytään: sanoja, joilla kuvaus löytyy",
}


def _open(part: str, unfolded: bool) -> str:
    if part == "body":
        return ""
    state = " open" if unfolded else ""
    caption = f'<summary data-caption="">{_CAPTIONS[part]}</summary>'
    return f'<details class="part part-{part}"{state}>{caption}<div class="part-text">'


def _close(part: str, in_list: bool) -> str:
    return ("</div>" if in_list else "") + ("" if part == "body" else "</div></details>")


def _element(line: Line, marker: _Marker) -> str:
    if line.tag == "blank" and not line.text:
        return ""
    inner = marker.pieces(line)
    match line.tag:
        case "item":
            return f'<div role="listitem" class="item depth-{line.depth}">{inner}</div>'
        case "h2" | "h3" | "h4":
            return f"<{line.tag}>{inner}</{line.tag}>"
        case "p":
            return f"<p>{inner}</p>"
        case tag:
            return f'<div class="{tag}">{inner}</div>'


class _Marker:
    """Writes lines as escaped text, marking what lies within the place."""

    def __init__(self, place: tuple[int, int] | None) -> None:
        self.place = place
        self.anchored = False

    def pieces(self, line: Line) -> str:
        """Return a line's text as HTML: bold, hidden signs, footnote markers and marks."""
        html, bold = [], False
        for offset, text, sign in _split(line):
            css = sign or ("strong" if bold else "")
            if sign == "syntax" and text == "**":
                bold = not bold
            inner = self._marks(offset, text, may_anchor=sign != "syntax")
            html.append(f'<span class="{css}">{inner}</span>' if css else inner)
        return "".join(html)

    def _marks(self, offset: int, text: str, *, may_anchor: bool) -> str:
        if self.place is None:
            return _escaped(text)
        start = min(max(self.place[0] - offset, 0), len(text))
        end = min(max(self.place[1] - offset, 0), len(text))
        if start >= end:
            return _escaped(text)
        # The signs of bold text take no room, so there's nothing of them to scroll to.
        anchor = ' id="kohta" tabindex="-1"' if may_anchor and not self.anchored else ""
        self.anchored = self.anchored or may_anchor
        mark = f"<mark{anchor}>{_escaped(text[start:end])}</mark>"
        return f"{_escaped(text[:start])}{mark}{_escaped(text[end:])}"


def _escaped(text: str) -> str:
    # A reader of HTML turns a bare carriage return into a line feed.
    return str(escape(text)).replace("\r", "&#13;")


def _split(line: Line) -> Iterator[tuple[int, str, str]]:
    if line.tag == "code":
        yield line.start, line.text, ""
        return
    plain = 0
    bullet = _BULLET.match(line.text) if line.tag == "item" else None
    if bullet:
        plain = bullet.end()
        yield line.start, line.text[:plain], "bullet"
    for match in _INLINE.finditer(line.text, plain):
        if match.start() > plain:
            yield line.start + plain, line.text[plain : match.start()], ""
        yield line.start + match.start(), match[0], "syntax" if match[1] else "footnote"
        plain = match.end()
    if plain < len(line.text):
        yield line.start + plain, line.text[plain:], ""
