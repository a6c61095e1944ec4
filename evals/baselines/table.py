"""The table of the contestants, in the terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from evals.baselines.comparison import Standing

HEADS = (
    "retrieval", "success@1", "success@5", "nDCG@10", "latency p50, ms", "memory, MB",
    "start-up, s", "ingest, s",
)  # fmt: skip
SHORT = ("retrieval", "succ@1", "succ@5", "nDCG@10", "p50 ms", "MB", "start s", "ingest s")
NOTHING = "–"


def rows_of(standings: Sequence[Standing]) -> list[list[str]]:
    """The cells of each row; of all but the first, which is ours, with the ratio to it."""
    ours = _figures(standings[0])
    return [
        [
            standing.title,
            *(_cell(*pair, one) for pair, one in zip(_figures(standing), ours, strict=True)),
        ]
        if number
        else [standing.title, *(_cell(*pair, None) for pair in ours)]
        for number, standing in enumerate(standings)
    ]


def _figures(standing: Standing) -> list[tuple[float | None, int]]:
    """Each figure with how many decimals it's told in."""
    ranking: list[tuple[float | None, int]] = [(one.value, 3) for one in standing.ranking.values()]
    return [
        *ranking,
        (standing.latency_ms, 1),
        (standing.memory_mb, 0),
        (standing.start_up_s, 1),
        (standing.ingest_s, 1),
    ]


def _cell(value: float | None, places: int, ours: tuple[float | None, int] | None) -> str:
    if value is None:
        return NOTHING
    told = f"{value:.{places}f}"
    return f"{told} ({value / ours[0]:.2f}×)" if ours and ours[0] else told


def interval_note(standings: Sequence[Standing]) -> str:
    """How far success@5 can be trusted, a contestant each."""
    told = [
        f"{one.title} {mean.low:.2f}-{mean.high:.2f}"
        for one in standings
        if (mean := one.ranking.get("success@5"))
    ]
    return f"95 % intervals of success@5: {', '.join(told)}."


def print_standings(standings: Sequence[Standing], cases: int, console: Console) -> None:
    """Print the table."""
    title = f"{cases} questions; in brackets the ratio to ours"
    table = Table(title=title, box=box.SIMPLE, padding=(0, 1, 0, 0))
    for head in SHORT:
        table.add_column(head, justify="left" if head == SHORT[0] else "right")
    for row in rows_of(standings):
        table.add_row(*row)
    console.print(table)
    console.print(interval_note(standings), highlight=False, soft_wrap=True)


def markdown(standings: Sequence[Standing], cases: int, about: str) -> str:
    """The table as Markdown, with a line that tells what was measured."""
    lines = [f"{cases} questions of {about}; in brackets the ratio to ours.", ""]
    lines += [f"| {' | '.join(HEADS)} |", f"| --- |{' ---: |' * (len(HEADS) - 1)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows_of(standings)]
    return "\n".join([*lines, "", interval_note(standings)]) + "\n"
