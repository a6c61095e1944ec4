"""What each kind of evidence adds: the ranking with less and with more of it, on the test cases.

Each row's weights are set anew on the dev cases, with only its signals; the test cases measure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from rich.table import Table

from assistant.weights import SIGNALS
from evals.judged import NO_MODELS
from evals.tune import AT, case_rows, fit, learnt_from, padded, ranks

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from assistant.corpus import Corpus
    from assistant.discriminant import Discriminant
    from evals.tune import Searcher

WORDS = ("lexical",)
DENSE = ("dense", "dense_near")
KIND = ("lone", "project", "area", "ended")
NAMES = ("named", "nearly_named", "section", "theme")
PLACES = ("place", "elsewhere")
PERSON = ("target_group", "topic", "wrong_age")
ASKED = ("asked", "asked_near", "asked_mean", "asked_words")
TYPICAL = ("typical",)
JUDGED = ("judged",)

STEPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("words (BM25 over base forms and parts)", WORDS),
    ("dense", DENSE),
    ("fused", WORDS + DENSE + KIND),
    ("… with names and sections", WORDS + DENSE + KIND + NAMES),
    ("… with places", WORDS + DENSE + KIND + NAMES + PLACES),
    ("… with person and need", WORDS + DENSE + KIND + NAMES + PLACES + PERSON),
    ("… with asked-as lines", WORDS + DENSE + KIND + NAMES + PLACES + PERSON + ASKED),
    (
        "… with words over all texts of a record",
        tuple(s for s in SIGNALS if s not in TYPICAL + JUDGED),
    ),
    (
        "… with whose questions it's typical of",
        tuple(s for s in SIGNALS if s not in JUDGED),
    ),
    ("… with what judged questions tell (all)", SIGNALS),
    ("all but asked-as lines", tuple(s for s in SIGNALS if s not in ASKED + TYPICAL)),
)


@dataclass(frozen=True, slots=True)
class Step:
    """A row: which evidence, and what the test cases give with it."""

    name: str
    success_at_1: float
    success_at_5: float
    reciprocal_rank: float


def ablate(
    dev: Sequence[Path],
    test: Sequence[Path],
    assistant: Searcher,
    corpus: Corpus,
    told: Callable[[str], None],
    judged: Mapping[str, Discriminant] = NO_MODELS,
) -> tuple[Step, ...]:
    """Measure the ranking with each set of evidence.

    Args:
        dev: Case files to set weights on.
        test: Case files to measure on.
        assistant: Finds hits with all evidence.
        corpus: For gold quotes.
        told: Is told how far it is.
        judged: See `evals.tune.tune`.

    Raises:
        ValueError: No case of a set has a relevant hit.
    """
    learnt = learnt_from(dev, assistant, corpus, told, judged)
    rows = case_rows(test, "test", assistant, corpus)
    if not rows:
        raise ValueError("no test case has a relevant hit")
    measured = padded(rows)
    steps = []
    for name, signals in STEPS:
        used = np.tile([signal in signals for signal in SIGNALS], 2)
        found = ranks(fit(learnt, used), measured)
        steps.append(
            Step(
                name,
                float((found == 1).mean()),
                float((found <= AT).mean()),
                float((1 / found).mean()),
            )
        )
    return tuple(steps)


def print_steps(steps: Sequence[Step], console: Console) -> None:
    """Print the table."""
    table = Table("evidence", "success@1", "success@5", "MRR")
    for step in steps:
        values = (step.success_at_1, step.success_at_5, step.reciprocal_rank)
        table.add_row(step.name, *(f"{value:.3f}" for value in values))
    console.print(table)
