"""How long answering takes against embedding the question alone, measured in one run."""

from __future__ import annotations

import resource
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from assistant.chain import Assistant
    from assistant.dialogue import Ask

ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians in milliseconds over all questions, each the best of its rounds.

    Attributes:
        embedding: Embedding the question.
        retrieval: Understanding it, embedding it and ranking.
        answer: All of it.
        questions: How many.
        memory_mb: The most memory that the process has had.
    """

    embedding: float
    retrieval: float
    answer: float
    questions: int
    memory_mb: float

    @property
    def ratio(self) -> float:
        """Retrieval against embedding alone."""
        return self.retrieval / self.embedding


def measure(assistant: Assistant, asks: Sequence[Ask]) -> Speed:
    """Time questions one by one, embedding and answering in turns so that both meet the same load.

    Args:
        assistant: Answers.
        asks: The questions; each is asked several times.
    """
    embedding: list[float] = []
    retrieval: list[float] = []
    answer: list[float] = []
    for ask in asks:
        best = [float("inf")] * 3
        standalone = assistant.understand(ask).question.standalone
        for _ in range(ROUNDS):
            start = perf_counter()
            assistant.embed(standalone)
            embedded = perf_counter()
            found = assistant.retrieve(assistant.understand(ask))
            retrieved = perf_counter()
            assistant.verify(assistant.compose(found))
            done = perf_counter()
            times = (embedded - start, retrieved - embedded, done - embedded)
            best = [min(pair) for pair in zip(best, times, strict=True)]
        for kept, value in zip((embedding, retrieval, answer), best, strict=True):
            kept.append(value * 1000)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Speed(median(embedding), median(retrieval), median(answer), len(asks), most)


def print_speed(speed: Speed, console: Console) -> None:
    """Print the figures in three lines."""
    console.print(
        f"{speed.questions} questions, medians: embedding alone {speed.embedding:.1f} ms, whole "
        f"retrieval {speed.retrieval:.1f} ms (ratio {speed.ratio:.2f}), answer "
        f"{speed.answer:.1f} ms; most memory {speed.memory_mb:.0f} MB.",
        highlight=False,
        soft_wrap=True,
    )
