"""Whether the generation that serves is what an ingest would make: then nothing needs to be made.

A generation remembers what it was made from (the corpus, the model, this code and the libraries that
write it) and the digests of its files. Where either differs, even by a byte that a disk has lost,
a new one is made.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from hashlib import sha256
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic_core import to_json

from assistant.embedding import default_model_directory, file_digest
from assistant.errors import IndexNotReadyError
from assistant.finnish import open_analyser
from assistant.generation import GENERATIONS, READERS, current_generation, read_manifest
from assistant.settings import DEFAULT_MODEL, ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from assistant.corpus import Corpus
    from assistant.generation import Manifest
    from assistant.settings import Settings

MADE_FROM = "made-from.json"
CODE = ("assistant", "ingest")
LIBRARIES = ("chromadb", "bm25s", "numpy", "onnxruntime", "sentence-transformers")
BOOKKEEPING = frozenset({"acquire_write"})
"""Tables that Chroma writes to when it's only read."""


def known_model_name(settings: Settings) -> str | None:
    """The embedding model's name where it's known without loading the model."""
    if settings.embedding_model != DEFAULT_MODEL or settings.passage_prompt is not None:
        return None
    return default_model_directory(settings.cache).name


def made_from(corpus: Corpus, model: str) -> str:
    """The digest of all that a generation follows from.

    Args:
        corpus: What was read.
        model: The embedding model's name with its digest.
    """
    whole = sha256(to_json(corpus))
    whole.update(f"{model} {type(open_analyser()).__name__}".encode())
    for library in LIBRARIES:
        whole.update(f"{library} {metadata.version(library)}".encode())
    for path in sorted(path for name in CODE for path in (ROOT / name).glob("*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()


def remember(directory: Path, corpus: Corpus, model: str) -> None:
    """Write into a generation what it was made from, and what its files hold.

    Args:
        directory: The generation, whole.
        corpus: What it was made of.
        model: The embedding model's name with its digest.
    """
    told = {"made_from": made_from(corpus, model), "files": dict(_digests(directory))}
    (directory / MADE_FROM).write_text(json.dumps(told, indent=1), encoding="utf-8")


def serves_already(index: Path, corpus: Corpus, model: str) -> Manifest | None:
    """The manifest of the generation that serves, when an ingest would make the same and it's whole.

    Args:
        index: Directory of the generations.
        corpus: What was read.
        model: The embedding model's name with its digest.
    """
    try:
        directory = index / GENERATIONS / current_generation(index)
        manifest = read_manifest(directory)
        told = json.loads((directory / MADE_FROM).read_text(encoding="utf-8"))
        if told["made_from"] != made_from(corpus, model):
            return None
        whole = (directory / READERS).exists() and told["files"] == dict(_digests(directory))
    except (IndexNotReadyError, OSError, ValueError, KeyError, TypeError, sqlite3.Error):
        return None
    return manifest if whole else None


def _digests(directory: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(path for path in directory.rglob("*") if path.is_file()):
        name = path.relative_to(directory).as_posix()
        if name in {MADE_FROM, READERS} or name.endswith(("-wal", "-shm", "-journal")):
            continue
        # Opening a database changes its file's head, not its rows.
        yield name, _rows_digest(path) if path.suffix == ".sqlite3" else file_digest(path)


def _rows_digest(path: Path) -> str:
    whole = sha256()
    with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
        listed = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")
        for (table,) in listed.fetchall():
            if table in BOOKKEEPING:
                continue
            whole.update(table.encode())
            for row in database.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - its own names
                whole.update(repr(row).encode())
    return whole.hexdigest()
