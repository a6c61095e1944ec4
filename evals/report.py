"""Showing runs in the terminal, and writing reports of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich import box
from rich.console import Console
from rich.table import Table

from assistant.errors import TienviittaError
from evals.cases import SPLITS
from evals.crisis import detection, load_crisis
from evals.jsonl import write_text
from evals.report_data import view_of
from evals.scores import LESS, MEASURE, PLAIN
from evals.summaries import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from evals.compare import Comparison, Difference
    from evals.crisis import Detection
    from evals.gate import Verdict
    from evals.means import Mean
    from evals.rundir import RunDirectory
    from evals.scores import Score
    from evals.summaries import Summary

NOTHING_MEASURED = "–"
BY_CATEGORY = ("passed", "outcome", "success@5", "nuggets_vital", "cites_gold", "ended_told")
MOST_NAMED = 12
SMALL_P = 0.05


class ReportError(TienviittaError):
    """A report can't be written as asked for."""


def write_report(directories: Sequence[RunDirectory], output: Path, language: str = "fi") -> None:
    """Write the report of a run, or of several with what changed to the last.

    Args:
        directories: The runs, oldest first.
        output: A file whose ending tells the form: ``.html``, ``.md`` or ``.json``.
        language: ``fi`` or ``en``; JSON has no words.

    Raises:
        ReportError: The ending is another.
        CompareError: Two of the runs have no case in common.
        RunDirectoryError: One isn't a whole run.
        OSError: The file can't be written.
    """
    from evals import judgement_report, report_html, report_text
    from evals.wording import Words

    if output.suffix not in {".html", ".md", ".json"}:
        raise ReportError(f"{output}: the name must end in .html, .md or .json.")
    views = [view_of(directory) for directory in directories]
    if output.suffix == ".html":
        extra = judgement_report.sections(directories[-1], Words(language))
        text = report_html.html(views, language, extra)
    elif output.suffix == ".md":
        text = report_text.markdown(views, language)
    else:
        text = report_text.json_text(views)
    write_text(output, text)


def print_summary(summary: Summary, speed: Mapping[str, Any], console: Console) -> None:
    """Print the means by category, and over all cases with their intervals."""
    measured = [name for name in BY_CATEGORY if summary.all.means.get(name)]
    if measured:
        console.print(_table(measured, summary))
    overall = Table(title="All cases, mean and 95 % interval", box=box.SIMPLE)
    for heading in ("measure", "mean", "interval", "n"):
        overall.add_column(heading)
    for name, value in summary.all.means.items():
        if value is not None:
            places = _places(name)
            interval = f"{value.low:.{places}f}-{value.high:.{places}f}"
            less = " (less is better)" if MEASURE[name].better == LESS else ""
            overall.add_row(name + less, f"{value.value:.{places}f}", interval, str(value.n))
    console.print(overall)
    times = {name: ms for name, ms in speed["latency_ms"].items() if ms is not None}
    told = ", ".join(f"{name} {ms:.0f}" for name, ms in times.items())
    console.print(f"Latency, ms: {told}", highlight=False)
    from evals.wording import Words

    if told := Words("en").tokens(speed):
        console.print(told, highlight=False)
    if summary.unanswered:
        console.print(
            f"[red]{summary.unanswered} cases failed on an error[/]; "
            "`tienviitta eval run --resume` asks them again.",
            highlight=False,
            soft_wrap=True,
        )


def print_failed(scores: Iterable[Score], console: Console) -> None:
    """Name the cases that didn't pass and why, those of ``test`` left out."""
    failed = [score for score in shown(scores) if score.values.get("passed") == 0]
    if not failed:
        return
    console.print(f"Not passed ({len(failed)}):", highlight=False)
    for score in failed[:MOST_NAMED]:
        reasons = "; ".join(map(str, score.problems))
        console.print(
            f"  {score.case.id}: {reasons}", markup=False, highlight=False, soft_wrap=True
        )
    if len(failed) > MOST_NAMED:
        console.print(f"  … and {len(failed) - MOST_NAMED} more, in the report", highlight=False)


def _table(names: Sequence[str], summary: Summary) -> Table:
    # Heads of two lines leave room for whole names on a terminal of 80 columns.
    table = Table(title="By category", box=box.SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("category", no_wrap=True)
    table.add_column("cases", justify="right")
    for name in names:
        table.add_column(name.replace("_", "\n"), justify="right", vertical="bottom")
    for category, group in [*summary.groups["category"].items(), ("all", summary.all)]:
        cells = [_cell(group.means.get(name)) for name in names]
        table.add_row(category, str(group.cases), *cells)
    return table


def _cell(value: Mean | None) -> str:
    return NOTHING_MEASURED if value is None else f"{value.value:.2f}"


def _places(name: str) -> int:
    return 1 if MEASURE[name].group == PLAIN else 3


def print_comparison(name: str, comparison: Comparison, console: Console) -> None:
    """Print each measure of two runs side by side, and the cases that changed."""
    title = f"{name}, {comparison.common} cases in common"
    table = Table(title=title, box=box.SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
    for heading in ("measure", "before", "after", "change", "95 % interval", "p", "cases"):
        table.add_column(heading, justify="left" if heading == "measure" else "right", no_wrap=True)
    for one in comparison.differences:
        style = "green" if one.gain > 0 else "red"
        table.add_row(
            one.measure.name,
            f"{one.before:.3f}",
            f"{one.after:.3f}",
            f"{one.change:+.3f}",
            f"{one.low:+.3f} {one.high:+.3f}",
            f"{one.p:.3f}" if one.p >= 0.001 else "<0.001",
            f"+{one.better_count} -{one.worse_count}",
            style=style if one.p < SMALL_P and one.gain else None,
        )
    console.print(table)
    if comparison.only_before or comparison.only_after:
        console.print(
            f"Left out, for they aren't in both or their words differ: {comparison.only_before} of "
            f"the first, {comparison.only_after} of the second.",
            highlight=False,
            soft_wrap=True,
        )
    for one in comparison.differences:
        if one.better or one.worse:
            console.print(_changed(one), highlight=False, soft_wrap=True, markup=False)


def _changed(one: Difference) -> str:
    better, worse = (_named(ids) for ids in (one.better, one.worse))
    parts = [f"better {better}"] if better else []
    parts += [f"worse {worse}"] if worse else []
    return f"{one.measure.name}: {'; '.join(parts)}"


def _named(ids: Sequence[str]) -> str:
    more = len(ids) - MOST_NAMED
    return ", ".join(ids[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")


def print_verdict(verdict: Verdict, console: Console) -> None:
    """Print what the gate says, and name the cases that got worse where it fails."""
    common = verdict.comparison.common
    left_out = verdict.comparison.only_before
    if left_out:
        console.print(
            f"{left_out} cases of the baseline aren't in the run, or their words changed.",
            highlight=False,
            soft_wrap=True,
        )
    if verdict.passed:
        console.print(f"[green]passed[/]: nothing dropped over {common} cases.", highlight=False)
        return
    for one in verdict.dropped:
        why = "no case may get worse" if one.measure.strict else f"p = {one.p:.4f}"
        console.print(
            f"[red]dropped[/] {one.measure.name}: {one.before:.3f} → {one.after:.3f} ({why}); "
            f"worse in {', '.join(one.worse)}",
            highlight=False,
            soft_wrap=True,
        )


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
        is_shown = split == SPLITS[0]
        table.add_row(
            split,
            NOTHING_MEASURED if result.recall is None else f"{result.recall:.3f}",
            NOTHING_MEASURED if result.specificity is None else f"{result.specificity:.3f}",
            ", ".join(result.missed) if is_shown else str(len(result.missed)),
            ", ".join(result.false_alarms) if is_shown else str(len(result.false_alarms)),
        )
    console.print(table)
    return results
