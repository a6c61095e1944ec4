"""What a run was made with: Python, packages, the assistant's code, digests of corpus and cases."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from importlib import metadata
from typing import TYPE_CHECKING, Any

from assistant.generation import GENERATIONS, MANIFEST
from assistant.seal import SUMS
from assistant.settings import ROOT
from evals.jsonl import as_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from assistant.domain import Source
    from evals.cases import Case

CODE = {".py", ".json", ".ftl", ".yaml"}
LENGTH = 16


def versions() -> dict[str, Any]:
    """Python, the machine, and the release of every installed package."""
    packages = {one.metadata["Name"]: one.version for one in metadata.distributions()}
    return {
        "python": sys.version.split()[0],
        "platform": platform.platform(),
        "packages": dict(sorted(packages.items(), key=lambda item: item[0].casefold())),
    }


def code_digest() -> str:
    """SHA-256 over the assistant's modules, weights and words, in the order of their paths."""
    files = sorted(
        path for path in (ROOT / "assistant").rglob("*") if path.suffix in CODE and path.is_file()
    )
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0")
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def index_versions(index: Path, generation: str) -> dict[str, str | None]:
    """The digest of a generation's files and the embedding model that made them.

    Empty case: ``None`` for each where the generation is gone or older than what tells it.

    Args:
        index: The index directory.
        generation: The name of the generation.
    """
    directory = index / GENERATIONS / generation
    try:
        digest = hashlib.sha256((directory / SUMS).read_bytes()).hexdigest()
    except OSError:
        digest = None
    try:
        model = str(json.loads((directory / MANIFEST).read_text(encoding="utf-8")).get("model"))
    except (OSError, ValueError, AttributeError):
        model = None
    return {"index": digest, "model": model}


def corpus_digest(sources: Mapping[str, Source]) -> str:
    """SHA-256 over the ids and digests of the sources, in the order of their ids."""
    pairs = sorted((source.id, source.sha256) for source in sources.values())
    return _digest(pairs)


def case_digest(case: Case) -> str:
    """The first digits of a SHA-256 over all of a case but its notes."""
    fields = {name: value for name, value in as_json(case).items() if name != "notes"}
    return _digest(fields)[:LENGTH]


def cases_digest(cases: Iterable[Case]) -> str:
    """SHA-256 over cases in the order of their ids."""
    return _digest(sorted((case.id, case_digest(case)) for case in cases))


def _digest(value: object) -> str:
    line = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(line.encode()).hexdigest()
