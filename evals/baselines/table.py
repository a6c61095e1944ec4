"""The table of the contestants, in the terminal and as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.table import Table

from evals.baselines.contestant import BaselineError
from evals.jsonl import write_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from rich.console import Console

    from evals.baselines.comparison import Standing

HEADS = (
    "retrieval", "success@1", "success@5", "nDCG@10", "latency p50, ms", "memory, MB",
    "start-up, s", "ingest, s",
)  # fmt: skip
SHORT = ("retrieval", "succ@1", "succ@5", "nDCG@10", "p50 ms", "MB", "start s", "ingest s")
NOTHING = "–"
BEGIN, END = "<!-- baselines -->", "<!-- /baselines -->"


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


def print_standings(standings: Sequence[Standing], about: str, console: Console) -> None:
    """Print the table, after a line that tells what was measured."""
    console.print(_head(about), markup=False, highlight=False, soft_wrap=True)
    table = Table(box=box.SIMPLE, padding=(0, 1, 0, 0))
    for head in SHORT:
        table.add_column(head, justify="left" if head == SHORT[0] else "right")
    for row in rows_of(standings):
        table.add_row(*row)
    console.print(table)
    console.print(interval_note(standings), highlight=False, soft_wrap=True)


def markdown(standings: Sequence[Standing], about: str) -> str:
    """The table as Markdown, after a line that tells what was measured."""
    lines = [_head(about), "", f"| {' | '.join(HEADS)} |", f"| --- |{' ---: |' * (len(HEADS) - 1)}"]
    lines += [f"| {' | '.join(row)} |" for row in rows_of(standings)]
    versions = "; ".join(one.versions for one in standings if one.versions)
    notes = [interval_note(standings), f"Measured with {versions}."]
    return "\n".join([*lines, "", *notes[: 2 if versions else 1]]) + "\n"


def _head(about: str) -> str:
    return f"{about}. In brackets the ratio to ours."


def put_into(path: Path, table: str) -> None:
    """Put a table between the marks of a document, in place of what stands there.

    Raises:
        BaselineError: The document has no such marks.
        OSError: It can't be read or written.
    """
    text = path.read_text(encoding="utf-8")
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise BaselineError(f"{path} has no lines {BEGIN} and {END} to put the table between.")
    write_text(path, f"{before}{begin}\n\n{table.strip()}\n\n{end}{after}")
