"""The generation that a Chroma server names, copied into this machine's index directory.

Everything but the vectors is answered from the copy, so a process needs the server for one search
of vectors a question, and goes over to a new generation as it does where there's no server.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING

from filelock import FileLock

from assistant.errors import IndexNotReadyError
from assistant.generation import (
    GENERATIONS,
    point_at,
    pointed_generation,
    unused_generations,
)
from assistant.seal import check_seal

if TYPE_CHECKING:
    from assistant.chroma_server import ChromaServer


def mirror(server: ChromaServer, index: Path) -> str:
    """Copy the generation that serves, unless it's here, and name it as the one that serves.

    Args:
        server: Holds it.
        index: This machine's index directory, which processes may share.

    Returns:
        The generation's name.

    Raises:
        IndexNotReadyError: The server doesn't answer, or holds no whole generation.
    """
    name = server.pointed()
    if name is None:
        raise IndexNotReadyError("The Chroma server holds no index; run `tienviitta ingest`.")
    target = index / GENERATIONS / name
    if pointed_generation(index) == name and target.is_dir():
        return name
    (index / GENERATIONS).mkdir(parents=True, exist_ok=True)
    with FileLock(index / "mirror.lock"):
        if not target.is_dir():
            _fetch(server, name, target)
        point_at(index, name)
        for old in unused_generations(index, [name]):
            shutil.rmtree(old, ignore_errors=True)
    return name


def _fetch(server: ChromaServer, name: str, target: Path) -> None:
    for left in target.parent.parent.glob(".fetched-*"):
        shutil.rmtree(left, ignore_errors=True)
    draft = Path(mkdtemp(prefix=".fetched-", dir=target.parent.parent))
    try:
        server.fetch(name, draft)
        check_seal(draft)
        draft.rename(target)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
