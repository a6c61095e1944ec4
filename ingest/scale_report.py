"""The figures of `ingest.scale` for people and programs."""

from __future__ import annotations

import os
import platform
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import metadata
from typing import TYPE_CHECKING, Any

from ingest.synthetic import PASSAGES_A_SERVICE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ingest.scale import Ingested, Plan, Served

LIBRARIES = ("chromadb", "bm25s", "numpy", "onnxruntime")


def as_data(measured: Sequence[tuple[Plan, Ingested, Served]], baseline: float) -> dict[str, Any]:
    """All figures, with the machine, the versions and the time.

    Args:
        measured: What was measured of each size.
        baseline: The quality without distractors.
    """
    return {
        "measured_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": machine(),
        "load_average": os.getloadavg(),
        "passages_a_service": PASSAGES_A_SERVICE,
        "success_at_5_without_distractors": baseline,
        "sizes": [
            {
                "distractors": plan.distractors,
                "vectors": "true" if plan.true_vectors else "random-near",
                "at_home": plan.at_home,
                "ingest": {**asdict(ingested), "ratio": ingested.ratio},
                "serving": asdict(served),
            }
            for plan, ingested, served in measured
        ],
    }


def machine() -> dict[str, Any]:
    """What it was measured on."""
    return {
        "processors": os.cpu_count(),
        "system": f"{platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: metadata.version(name) for name in LIBRARIES},
    }


def lines(plan: Plan, ingested: Ingested, served: Served, baseline: float) -> list[str]:
    """The figures of a size, a line each kind.

    Args:
        plan: What was measured.
        ingested: The ingest.
        served: The answers.
        baseline: The quality without distractors.
    """
    kind = "all embedded" if plan.true_vectors else "random-near: most vectors mix embedded ones"
    where = "all of Finland" if plan.at_home else "the home region left out"
    guess = " (estimated from a sample)" if ingested.estimated else ""
    total, embedding = ingested.seconds, ingested.embedding_seconds
    whole, ranking, search = (
        f"p50 {p50:.1f} ms, p95 {p95:.1f} ms"
        for p50, p95 in (served.retrieval, served.ranking, served.index)
    )
    change = (served.quality - baseline) * 100
    return [
        f"{plan.distractors:,} made-up passages ({where}; {kind}); {ingested.texts:,} texts in all",
        f"  ingest: {total:.0f} s, embedding {embedding:.0f} s{guess}: ratio {ingested.ratio:.2f}",
        f"  ingest's most memory {ingested.memory_mb:.0f} MB; index {ingested.index_mb:.0f} MB",
        f"  serving: opened in {served.opening_seconds:.1f} s, memory {served.memory_mb:.0f} MB",
        f"  retrieval: {whole}",
        f"  without embedding the question: {ranking}",
        f"  search of vectors: {search}",
        f"  recall@10 against exact search: {served.recall:.4f}",
        f"  success@5, development cases: {served.quality:.3f} ({change:+.1f} points)",
    ]
