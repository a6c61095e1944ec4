"""The directory of an index generation: its manifest, and who reads it.

A generation is written once and never changed; ``CURRENT`` in the index directory names the one
that serves. While it's read, its lock is held, so that it isn't deleted under anybody.
"""

from __future__ import annotations

import fcntl
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from assistant.errors import IndexNotReadyError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 2
CURRENT = "CURRENT"
GENERATIONS = "generations"
MANIFEST = "manifest.json"
READERS = "readers.lock"


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


def current_generation(index: Path) -> str:
    """The name of the generation that serves.

    Raises:
        IndexNotReadyError: There is none.
    """
    try:
        name = (index / CURRENT).read_text(encoding="utf-8").strip()
    except OSError:
        name = ""
    if not name or "/" in name:
        raise IndexNotReadyError(f"There is no index in {index}; run `tienviitta ingest`.")
    return name


def read_manifest(directory: Path) -> Manifest:
    """Read a generation's manifest.

    Raises:
        IndexNotReadyError: It's missing, torn or of another layout.
    """
    try:
        manifest = Manifest(**json.loads((directory / MANIFEST).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        raise torn(directory) from None
    if manifest.format != FORMAT:
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
