"""The unused room in the files of Chroma's graph, blanked.

The graph is laid out in memory that isn't cleared, with room for more texts than it has, and is
written as it lies there. What the process had in that memory before, such as a text that's no
longer in the corpus, would stand in the files.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

HEADER = struct.Struct("<iQQQQ")
"""hnswlib's header as Chroma writes it: version, offset, room, texts, bytes a text."""
VERSION = 1
LENGTH_BYTES = 4


def blank_unused(directory: Path) -> None:
    """Blank what isn't used in each graph of a directory that nobody has open.

    Args:
        directory: Chroma's own; a graph whose header isn't as expected is left as it is.
    """
    for header in directory.glob("*/header.bin"):
        told = header.read_bytes()[: HEADER.size]
        if len(told) < HEADER.size:
            continue
        version, _, room, texts, size = HEADER.unpack(told)
        if version != VERSION or texts > room:
            continue
        _blank(header.with_name("data_level0.bin"), texts * size)
        _blank(header.with_name("length.bin"), texts * LENGTH_BYTES)


def _blank(path: Path, start: int) -> None:
    if not path.exists() or path.stat().st_size <= start:
        return
    with path.open("r+b") as file:
        size = file.seek(0, 2)
        file.seek(start)
        file.write(bytes(size - start))
