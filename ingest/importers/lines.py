"""Printed lines joined into headings, paragraphs and points of lists."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ingest.importers.blocks import LEVELS, LONGEST_HEADING, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

BULLET = re.compile(r"^(?:[•●▪■◦‣⁃∙·*–—-]|\uf0b7|\uf0a7|o(?= [A-ZÅÄÖ]))\s+")
NUMBERED = re.compile(r"^(?:\d{1,2}[.)]|[a-zåäö]\))\s+(?=\S)")
SECTION = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,4})\.?\s+(?=[A-ZÅÄÖ0-9])")
LARGER = 1.1
"""How much larger than the body's letters a heading's are."""
ENDS = (".", ",", ";", "!", "?")
HYPHEN = re.compile(r"(?<=\w)[-\u2010]$")
CONJUNCTION = re.compile(r"(?:ja|tai|sekä|eli|och|eller|and|or)\b")
LEADING = 1.9
"""Line heights between the tops of two lines of one paragraph, at most."""


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line.

    Attributes:
        text: Its words.
        size: The height of its letters.
        bold: Whether all of it is bold.
        x: Where it begins.
        top: Its upper edge; ``bottom`` its lower one. Upwards is more.
        page: Its page.
    """

    text: str
    size: float
    bold: bool = False
    x: float = 0.0
    top: float = 0.0
    bottom: float = 0.0
    page: int = 0


def as_blocks(lines: Sequence[Line]) -> list[Block]:
    """Tell headings by their letters, and join the lines of each paragraph."""
    body = _body_size(lines)
    levels = _levels(lines, body)
    blocks: list[Block] = []
    last: Line | None = None
    for line in lines:
        block = _block(line, levels, body)
        if last is not None and blocks and _goes_on(blocks[-1], block, last, line):
            blocks[-1] = Block(
                join(blocks[-1].text, block.text),
                blocks[-1].level,
                blocks[-1].item,
                blocks[-1].depth,
            )
        else:
            blocks.append(block)
        last = line
    return [block if block.text else Block("") for block in blocks]


def join(first: str, second: str) -> str:
    """Join two lines; a word that was broken at the end of a line is made whole.

    >>> join("monialaisia työllisyys-", "palveluja")
    'monialaisia työllisyyspalveluja'
    >>> join("ELY-", "keskus"), join("koulutus-", "ja työpaikat")
    ('ELY-keskus', 'koulutus- ja työpaikat')
    """
    if not HYPHEN.search(first) or not second[:1].islower():
        # A compound with a hyphen goes on with it: Pohjois- + Pohjanmaa.
        glue = "" if HYPHEN.search(first) and second[:1].isupper() else " "
        return f"{first}{glue}{second}"
    if CONJUNCTION.match(second):
        return f"{first} {second}"
    word = re.split(r"\s", first)[-1][:-1]
    if word.isupper() or any(c.isdigit() for c in word) or "-" in word:
        return first + second
    return first[:-1] + second


def _body_size(lines: Sequence[Line]) -> float:
    """The height of most letters."""
    letters: Counter[float] = Counter()
    for line in lines:
        letters[line.size] += len(line.text)
    return letters.most_common(1)[0][0] if letters else 0.0


def _levels(lines: Sequence[Line], body: float) -> dict[float, int]:
    """The level of each size of heading, the largest first."""
    larger = sorted({ln.size for ln in lines if _is_larger(ln, body)}, reverse=True)
    levels: dict[float, int] = {}
    for size in larger:
        near = [known for known in levels if known - size < 0.6]
        levels[size] = levels[near[0]] if near else min(len(set(levels.values())) + 1, LEVELS - 1)
    return levels


def _is_larger(line: Line, body: float) -> bool:
    return line.size >= LARGER * body and len(line.text) <= LONGEST_HEADING


def _block(line: Line, levels: dict[float, int], body: float) -> Block:
    bullet = BULLET.match(line.text)
    if bullet:
        return Block(line.text[bullet.end() :], item=True)
    ends = line.text.rstrip().endswith(ENDS)
    if _is_larger(line, body) and not (ends and len(line.text) > 80):
        return Block(line.text, level=levels[line.size])
    short = len(line.text) <= 120 and not ends and not line.text.endswith(":")
    if line.bold and short and line.size >= body * 0.95 and line.text[:1].isalnum():
        return Block(line.text, level=min(max(levels.values(), default=0) + 1, LEVELS))
    return Block(line.text, item=NUMBERED.match(line.text) is not None)


def _goes_on(before: Block, block: Block, last: Line, line: Line) -> bool:
    """Whether a line belongs to the block before it."""
    if block.item or bool(before.level) != bool(block.level):
        return False
    near = last.page == line.page and abs(last.top - line.top) <= LEADING * max(line.size, 1)
    if block.level:
        return block.level == before.level and near and not SECTION.match(line.text)
    if near and line.size == last.size:
        return True
    # A sentence broken by the end of a page or a column.
    return not before.text.endswith((*ENDS, ":")) and line.text[:1].islower()
