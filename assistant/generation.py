"""The directory of an index generation: its manifest, and who reads it.

A generation is written once and never changed; ``CURRENT`` in the index directory names the one
that serves. While it's read, its lock is held, so that it isn't deleted under anybody.
"""

from __future__ import annotations

import fcntl
import json
import os
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from assistant.errors import IndexNotReadyError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 4
UNSEALED, CORPUS_BLIND = 2, 3
"""Layouts before this one, which are still read: 2 has no digests of its files, and before 4 the
lines of how people ask don't tell their corpus."""
CURRENT = "CURRENT"
GENERATIONS = "generations"
MANIFEST = "manifest.json"
READERS = "readers.lock"
_NAME = re.compile(r"\w[\w.-]{0,99}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation is made of.

    Attributes:
        generation: Its name.
        created_at: ISO time in UTC.
        model: The embedding model's name with its digest.
        dimension: Length of a vector.
        corpus: SHA-256 over the sources' digests and the words of the field.
        counts: How many passages, services, sources and asked-as lines.
        format: Version of the layout.
    """

    generation: str
    created_at: str
    model: str
    dimension: int
    corpus: str
    counts: dict[str, int]
    format: int = FORMAT


def pointed_generation(index: Path) -> str | None:
    """The name that ``CURRENT`` holds, ``None`` where it's missing or torn."""
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return None
    return name if _NAME.fullmatch(name) else None


def point_at(index: Path, name: str) -> None:
    """Make ``CURRENT`` name a generation, in one step even if the machine stops."""
    pointer = index / f"{CURRENT}.new"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(name + "\n")
        file.flush()
        os.fsync(file.fileno())
    pointer.replace(index / CURRENT)
    descriptor = os.open(index, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def current_generation(index: Path) -> str:
    """The name of the generation that serves: that of ``CURRENT``, else the newest there is.

    Raises:
        IndexNotReadyError: There is none.
    """
    name = pointed_generation(index)
    if name and (index / GENERATIONS / name).is_dir():
        return name
    # A generation stands there only whole and checked, so the newest may serve without a pointer.
    names = generations(index)
    if not names:
        raise IndexNotReadyError(f"There is no index in {index}; run `tienviitta ingest`.")
    return names[0]


def generations(index: Path) -> list[str]:
    """The names of the generations that are there, the newest first."""
    found = (path for path in (index / GENERATIONS).glob("*") if path.is_dir())
    return sorted((path.name for path in found if _NAME.fullmatch(path.name)), reverse=True)


def read_manifest(directory: Path) -> Manifest:
    """Read a generation's manifest.

    Raises:
        IndexNotReadyError: It's missing, torn or of another layout.
    """
    try:
        manifest = Manifest(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise torn(directory) from None
    if manifest.format not in {UNSEALED, CORPUS_BLIND, FORMAT}:
        raise IndexNotReadyError(
            f"The index has layout {manifest.format}, this version reads {FORMAT}; "
            "run `tienviitta ingest` again."
        )
    return manifest


def unused_generations(index: Path, keep: Iterable[str]) -> list[Path]:
    """The generations that nobody reads and that aren't to be kept."""
    kept = set(keep)
    return [
        path
        for path in sorted((index / GENERATIONS).glob("*"))
        if path.is_dir() and path.name not in kept and not _is_read(path)
    ]


def _is_read(directory: Path) -> bool:
    try:
        with (directory / READERS).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def hold(directory: Path) -> BinaryIO:
    """The file that tells, while it's open, that a generation is read.

    Raises:
        IndexNotReadyError: The generation is missing.
    """
    try:
        lock = (directory / READERS).open("rb")
    except OSError:
        raise torn(directory) from None
    fcntl.flock(lock, fcntl.LOCK_SH)
    return lock


def torn(directory: Path) -> IndexNotReadyError:
    """What to raise where a generation can't be read."""
    return IndexNotReadyError(f"{directory} is missing or torn; run `tienviitta ingest` again.")
