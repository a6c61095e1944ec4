"""Plain text and Markdown read as a document: headings by their marks, numbers or shape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ingest.importers.blocks import LEVELS, Block
from ingest.importers.lines import SECTION, join
from ingest.importers.pdf_text import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
HASHES = re.compile(r"^(#{1,6})\s+(?P<text>.*?)\s*#*$")
UNDERLINE = re.compile(r"^(?:={3,}|-{3,}|~{3,})\s*$")
ITEM = re.compile(r"^(?P<indent>[ \t]*)(?:[-*+•–▪◦●]|\d{1,2}[.)])[ \t]+(?=\S)")
PART = re.compile(r"^(?:osa|luku|liite|del|kapitel|part|chapter)\s+[\dIVX]+\b", re.IGNORECASE)
ENDS = (".", ",", ";", "!", "?", ":")
LONGEST = 100
SHAPED, NUMBERED = 2, 1
EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")


def read_plain(data: bytes) -> tuple[list[Block], dict[str, str], list[str]]:
    """Read a text.

    Args:
        data: The file: UTF-8, UTF-16 with a mark, or as Windows writes it in western Europe.

    Returns:
        Its blocks, no metadata, and which encoding it was in when it wasn't UTF-8.

    Raises:
        UnreadableError: It's no text, or empty.
    """
    text, encoding = _decoded(data)
    blocks = list(_blocks(text))
    if not blocks:
        raise UnreadableError("it's empty")
    notes = [] if encoding.startswith("utf-8") else [f"read as {encoding}"]
    return blocks, {}, notes


def _decoded(data: bytes) -> tuple[str, str]:
    encodings = [encoding for mark, encoding in MARKS if data.startswith(mark)] or [
        "utf-8",
        "cp1252",
    ]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            raise UnreadableError("it holds NUL characters: it's no text")
        return text, encoding
    raise UnreadableError("its encoding can't be told; save it as UTF-8")


def _blocks(text: str) -> Iterator[Block]:
    lines = text.splitlines()
    paragraph: list[str] = []
    for number, line in enumerate(lines):
        if not line.strip():
            yield from _finished(paragraph, alone=True)
            paragraph = []
        elif match := HASHES.match(line):
            yield from _finished(paragraph, alone=False)
            paragraph = []
            yield Block(_bare(match["text"]), level=len(match[1]))
        elif UNDERLINE.match(line) and len(paragraph) == 1:
            yield Block(_bare(paragraph[0]), level=1 if line.startswith("=") else SHAPED)
            paragraph = []
        elif ITEM.match(line):
            yield from _finished(paragraph, alone=False)
            paragraph = [line]
        else:
            paragraph.append(line)
        if number == len(lines) - 1:
            yield from _finished(paragraph, alone=True)


def _finished(lines: list[str], *, alone: bool) -> Iterator[Block]:
    """A paragraph that is whole: ``alone`` when an empty line or the end comes after it."""
    if not lines:
        return
    text = lines[0].strip()
    for line in lines[1:]:
        text = join(text, line.strip())
    item = ITEM.match(lines[0])
    level = _level(text) if alone and len(lines) == 1 else 0
    if level and not (item and not SECTION.match(text)):
        yield Block(_bare(text), level=level)
    elif item:
        depth = len(item["indent"].expandtabs(4)) // 2
        yield Block(_bare(ITEM.sub("", text, count=1)), item=True, depth=min(depth, 5))
    else:
        yield Block(_bare(text))


def _level(line: str) -> int:
    """The level of a line that stands alone: by its number, its words, or its shape; 0 for none."""
    if len(line) > LONGEST or line.endswith(ENDS):
        return 0
    if match := SECTION.match(line):
        return min(NUMBERED + match["number"].count("."), LEVELS)
    if PART.match(line):
        return 1
    if line.isupper() and len(line) > 3:
        return 1
    return SHAPED if line[:1].isupper() and not line.startswith(("-", "*", "•")) else 0


def _bare(text: str) -> str:
    """A text without Markdown's marks of bold type."""
    return EMPHASIS.sub(r"\2", text)
