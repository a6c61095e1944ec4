"""Showing a run in the terminal, and the whole way from case files to a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from evals.cases import SPLITS, load_cases
from evals.crisis import detection, load_crisis
from evals.run import (
    ALL,
    ANSWER_MEASURES,
    LIMIT,
    RANKING_MEASURES,
    check_run_directory,
    run_cases,
    summarize,
    write_run,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from assistant.domain import Source
    from evals.crisis import Detection
    from evals.means import Mean
    from evals.run import Assistant, Summary

NOTHING_MEASURED = "–"


def main_run(
    cases_paths: Sequence[Path],
    out_dir: Path,
    *,
    assistant: Assistant,
    sources: Mapping[str, Source],
    retrieval_only: bool = False,
    limit: int = LIMIT,
    config: Mapping[str, Any] | None = None,
    console: Console | None = None,
) -> Summary:
    """Run case files, write the run and print its tables.

    Args:
        cases_paths: Case files.
        out_dir: Directory of the run; new or empty.
        assistant: What is evaluated.
        sources: The corpus's sources by id.
        retrieval_only: Search and don't compose.
        limit: How many hits are looked at.
        config: What the run should remember of the assistant: model, index generation, settings.
        console: Where to print; standard output by default.

    Raises:
        CaseError: A case file doesn't hold.
        RunDirectoryError: The directory holds something already.
    """
    console = console or Console()
    check_run_directory(out_dir)
    cases = load_cases(*cases_paths)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("cases", total=len(cases))
        runs = run_cases(
            assistant,
            cases,
            sources,
            retrieval_only=retrieval_only,
            limit=limit,
            on_case=lambda _run: progress.advance(task),
        )
    summary = summarize(runs)
    remembered = {
        "cases": [str(path) for path in cases_paths],
        "retrieval_only": retrieval_only,
        "limit": limit,
        "sources": {source_id: source.sha256 for source_id, source in sources.items()},
        **(config or {}),
    }
    write_run(out_dir, runs, summary, remembered)
    print_summary(summary, console, retrieval_only=retrieval_only)
    return summary


def print_summary(summary: Summary, console: Console, *, retrieval_only: bool = False) -> None:
    """Print the means by category, and over all cases with their intervals."""
    console.print(_table("Ranking", RANKING_MEASURES, summary))
    if not retrieval_only:
        console.print(_table("Answers", ANSWER_MEASURES, summary))
    overall = Table(title="All cases, mean and 95 % interval")
    for heading in ("measure", "mean", "interval", "n"):
        overall.add_column(heading)
    for name, value in summary.categories[ALL].items():
        if value is not None:
            interval = f"{value.low:.3f}-{value.high:.3f}"
            overall.add_row(name, f"{value.value:.3f}", interval, str(value.n))
    console.print(overall)
    times = {name: value for name, value in summary.latency_ms.items() if value is not None}
    console.print("Latency, ms: " + ", ".join(f"{name} {ms:.0f}" for name, ms in times.items()))


def _table(title: str, names: Sequence[str], summary: Summary) -> Table:
    table = Table(title=title)
    table.add_column("category")
    table.add_column("cases", justify="right")
    for name in names:
        table.add_column(name, justify="right")
    for category, values in summary.categories.items():
        cells = [_cell(values.get(name)) for name in names]
        table.add_row(category, str(summary.counts[category]), *cells)
    return table


def _cell(value: Mean | None) -> str:
    return NOTHING_MEASURED if value is None else f"{value.value:.2f}"


def main_crisis(
    path: Path, detects: Callable[[str], bool], *, console: Console | None = None
) -> dict[str, Detection]:
    """Measure a crisis detector on a file of phrases and print the result by split.

    Ids of the errors are printed for ``dev`` only: ``test`` is there to report, not to tune.

    Args:
        path: File of the phrases.
        detects: Tells whether a text is taken for a crisis.
        console: Where to print; standard output by default.

    Raises:
        CaseError: The file doesn't hold.
    """
    console = console or Console()
    phrases = load_crisis(path)
    results = {
        split: detection([one for one in phrases if one.split == split], detects)
        for split in SPLITS
    }
    table = Table(title="Crisis phrases")
    for heading in ("split", "recall", "specificity", "missed", "false alarms"):
        table.add_column(heading)
    for split, result in results.items():
        shown = split == SPLITS[0]
        table.add_row(
            split,
            NOTHING_MEASURED if result.recall is None else f"{result.recall:.3f}",
            NOTHING_MEASURED if result.specificity is None else f"{result.specificity:.3f}",
            ", ".join(result.missed) if shown else str(len(result.missed)),
            ", ".join(result.false_alarms) if shown else str(len(result.false_alarms)),
        )
    console.print(table)
    return results
