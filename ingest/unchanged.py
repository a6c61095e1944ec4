"""Whether the generation that serves is what an ingest would make: then nothing needs to be made.

A generation remembers what it was made from: the corpus, the model, this code and the libraries
that write it. Where any of it differs, or a byte of its files has changed, a new one is made.
"""

from __future__ import annotations

from hashlib import sha256
from importlib import metadata
from typing import TYPE_CHECKING

from pydantic_core import to_json

from assistant.embedding import default_model_directory
from assistant.errors import IndexNotReadyError
from assistant.finnish import open_analyser
from assistant.generation import GENERATIONS, READERS, current_generation, read_manifest
from assistant.seal import check_seal
from assistant.settings import DEFAULT_MODEL, ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from assistant.chroma_server import ChromaServer
    from assistant.corpus import Corpus
    from assistant.generation import Manifest
    from assistant.settings import Settings

MADE_FROM = "made-from"
CODE = ("assistant", "ingest")
LIBRARIES = ("chromadb", "bm25s", "numpy", "onnxruntime", "sentence-transformers")


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
    """Write into a generation what it's made from.

    Args:
        directory: The generation, before it's sealed.
        corpus: What it's made of.
        model: The embedding model's name with its digest.
    """
    (directory / MADE_FROM).write_text(made_from(corpus, model), encoding="utf-8")


def serves_already(
    index: Path, corpus: Corpus, model: str, server: ChromaServer | None = None
) -> Manifest | None:
    """The manifest of the generation that serves, if it's whole and an ingest would make the same.

    Args:
        index: Directory of the generations.
        corpus: What was read.
        model: The embedding model's name with its digest.
        server: Where it's to serve from, besides this machine.
    """
    try:
        name = current_generation(index)
        directory = index / GENERATIONS / name
        manifest = read_manifest(directory)
        if (directory / MADE_FROM).read_text(encoding="utf-8") != made_from(corpus, model):
            return None
        check_seal(directory)
    except (IndexNotReadyError, OSError, ValueError):
        return None
    if server and not (server.pointed() == name and server.holds(name)):
        return None
    return manifest if (directory / READERS).exists() else None
