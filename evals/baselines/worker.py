"""One contestant in a process of its own: indexing, or opening the index and finding.

``python -m evals.baselines.worker JOB`` reads a job (JSON) and writes its result beside it.
"""

from __future__ import annotations

import json
import resource
import sys
from datetime import date
from pathlib import Path
from time import perf_counter, time
from typing import TYPE_CHECKING, Any

from assistant.dialogue import Ask, Audience, Message
from evals.baselines.contestant import ENTRY, OURS, Text
from evals.jsonl import write_object

if TYPE_CHECKING:
    from collections.abc import Mapping

    from assistant.embedding import Embedder

BUILD, SEARCH = "build", "search"
RESULT = "result.json"


def work(job: Mapping[str, Any], embedder: Embedder | None = None) -> dict[str, Any]:
    """Do a job.

    Args:
        job: ``name`` of the contestant, ``phase`` (``build`` or ``search``), ``directory`` of the
            index, ``texts`` or ``asks``, ``limit``, and ``began``, when the process was started.
        embedder: The model; opened as the settings tell when the contestant needs one.

    Returns:
        ``seconds`` from starting the process until the index was made; or ``start_up`` in seconds,
        ``found`` ids of each question, ``milliseconds`` of each, and ``memory_mb``, the most that
        the process has had.
    """
    entry, directory = ENTRY[job["name"]], Path(job["directory"])
    # Our own index is made by `tienviitta ingest`, which opens the model itself.
    needed = entry.embeds and not (entry is OURS and job["phase"] == BUILD)
    if embedder is None and needed:
        embedder = _embedder()
    contestant = entry.load()
    if job["phase"] == BUILD:
        texts = [Text(**one) for one in job["texts"]]
        contestant.build(texts, embedder, directory)
        return {"seconds": time() - job["began"]}
    search = contestant.open_index(embedder, directory)
    asks = [ask_of(one) for one in job["asks"]]
    search(asks[0], job["limit"])
    start_up = time() - job["began"]
    found, milliseconds = [], []
    for ask in asks:
        began = perf_counter()
        found.append(search(ask, job["limit"]))
        milliseconds.append((perf_counter() - began) * 1000)
    return {
        "start_up": start_up,
        "found": found,
        "milliseconds": milliseconds,
        "memory_mb": most_memory_mb(),
    }


def ask_of(row: Mapping[str, Any]) -> Ask:
    """Read what `evals.jsonl.as_json` made of what is asked."""
    return Ask(
        messages=tuple(Message(**one) for one in row["messages"]),
        audience=Audience(row["audience"]),
        municipality=row["municipality"],
        as_of=date.fromisoformat(row["as_of"]) if row["as_of"] else None,
        language=row["language"],
    )


def most_memory_mb() -> float:
    """The most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in kilobytes, macOS in bytes.
    return most / 2**20 if sys.platform == "darwin" else most / 2**10


def _embedder() -> Embedder:
    from assistant.embedding import open_embedder
    from assistant.settings import Settings

    return open_embedder(Settings.from_environment())


def main(job: Path) -> None:
    """Do the job of a file and write its result beside it."""
    result = work(json.loads(job.read_text(encoding="utf-8")))
    write_object(job.with_name(RESULT), result)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
