"""How much is lost when the same thing is asked otherwise, kind by kind."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from rich import box
from rich.table import Table

from assistant.errors import TienviittaError
from evals.compare import Values, compare
from evals.jsonl import write_rows
from evals.summaries import is_hidden
from evals.variants import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from pathlib import Path

    from rich.console import Console

    from evals.adapters import Target
    from evals.cases import Case
    from evals.compare import Difference
    from evals.scores import Score, Scorer
    from evals.variants import Variant, Varier

    Rows = Sequence[tuple[Variant, Score, Score]]

T = TypeVar("T")

SUCCESS, PASSED = "success@5", "passed"
BOUND = 8.0
LIMIT = 20


class RobustnessError(TienviittaError):
    """Nothing can be disturbed."""


@dataclass(frozen=True, slots=True)
class Disturbed:
    """What a kind of variant did.

    Attributes:
        kind: Its name.
        changes: How success@5 and passed changed, over the cases that have a variant.
        rows: Each variant with the score of its case as written, and its own.
    """

    kind: str
    changes: Mapping[str, Difference]
    rows: Rows

    @property
    def points(self) -> float:
        """What success@5 lost, in percentage points; under 0 when the variants did better."""
        return -100 * self.changes[SUCCESS].change if SUCCESS in self.changes else 0.0


def sampled(cases: Sequence[T], count: int | None, seed: int) -> list[T]:
    """So many of the cases, in their order; all when there are fewer, or ``count`` is ``None``."""
    if count is None or count >= len(cases):
        return list(cases)
    chosen = random.Random(seed).sample(range(len(cases)), count)  # noqa: S311 - no secret
    return [cases[number] for number in sorted(chosen)]


def disturb(
    cases: Sequence[Case],
    varier: Varier,
    ask: Callable[[Case], Score],
    kinds: Iterable[str] = KINDS,
    told: Callable[[str], None] | None = None,
) -> list[Disturbed]:
    """Ask cases as they're written and otherwise.

    Args:
        cases: The cases.
        varier: Makes the variants.
        ask: Asks a case and measures what comes.
        kinds: Which kinds of variants.
        told: Is told which kind is asked.

    Raises:
        RobustnessError: No kind changes any of the cases.
    """
    written: dict[str, Score] = {}
    found = []
    for kind in kinds:
        if told:
            told(kind)
        rows = []
        for case in cases:
            variant = varier.vary(case, kind)
            if variant is None:
                continue
            if case.id not in written:
                written[case.id] = ask(case)
            rows.append((variant, written[case.id], ask(variant.case)))
        if rows:
            found.append(Disturbed(kind, _changes(rows), rows))
    if not found:
        raise RobustnessError("no kind of variant changes any of the cases; give Finnish ones.")
    return found


def _changes(rows: Rows) -> dict[str, Difference]:
    """Compare the scores of cases with those of their variants, case by case."""
    before = {old.case.id: _values(old) for _, old, _ in rows}
    after = {old.case.id: _values(new) for _, old, new in rows}
    compared = {one.measure.name: one for one in compare(before, after).differences}
    return {name: compared[name] for name in (SUCCESS, PASSED) if name in compared}


def _values(score: Score) -> Values:
    # The words differ on purpose, so they don't tell cases apart here.
    values = {name: score.values.get(name) for name in (SUCCESS, PASSED)}
    return Values(score.case.id, values, is_hidden(score))


def asker(
    target: Target, scorer: Scorer, *, retrieval_only: bool = False
) -> Callable[[Case], Score]:
    """What asks a target a case and measures what comes."""

    def ask(case: Case) -> Score:
        response = target.respond(case, limit=LIMIT, retrieval_only=retrieval_only)
        return scorer.score(case, response)

    return ask


def worst_of(disturbed: Sequence[Disturbed]) -> Disturbed:
    """The kind that loses most of success@5."""
    return max(disturbed, key=lambda one: one.points)


def print_disturbed(disturbed: Sequence[Disturbed], bound: float, console: Console) -> None:
    """Print what each kind loses, the worst first, and whether the worst is within the bound."""
    table = Table(title="Asked otherwise", box=box.SIMPLE, padding=(0, 1, 0, 0))
    for head in (
        "kind",
        "cases",
        SUCCESS,
        "asked so",
        "points",
        "95 % interval",
        "p",
        PASSED,
        "so",
    ):
        table.add_column(head, justify="left" if head == "kind" else "right", no_wrap=True)
    for one in sorted(disturbed, key=lambda one: -one.points):
        table.add_row(one.kind, str(len(one.rows)), *_cells(one))
    console.print(table)
    worst = worst_of(disturbed)
    verdict = "within" if worst.points <= bound else "over"
    console.print(
        f"The worst kind is {worst.kind}: {worst.points:.1f} points of {SUCCESS} lost, "
        f"{verdict} the bound of {bound:g}.",
        highlight=False,
        soft_wrap=True,
    )


def _cells(one: Disturbed) -> list[str]:
    cells = ["–"] * 5
    if change := one.changes.get(SUCCESS):
        interval = f"{100 * change.low:+.1f} {100 * change.high:+.1f}"
        cells = [
            f"{change.before:.3f}",
            f"{change.after:.3f}",
            f"{100 * change.change:+.1f}",
            interval,
            f"{change.p:.3f}",
        ]
    passed = one.changes.get(PASSED)
    return [*cells, *((f"{passed.before:.3f}", f"{passed.after:.3f}") if passed else ("–", "–"))]


def write_disturbed(path: Path, disturbed: Sequence[Disturbed]) -> int:
    """Write each variant with what it was and what came of it; those of ``test`` are left out.

    Returns:
        How many were written.

    Raises:
        OSError: The file can't be written.
    """
    rows = [
        _row(variant, before, after)
        for one in disturbed
        for variant, before, after in one.rows
        if not is_hidden(before)
    ]
    write_rows(path, rows)
    return len(rows)


def _row(variant: Variant, before: Score, after: Score) -> dict[str, Any]:
    return {
        "kind": variant.kind,
        "case": variant.case.id,
        "written": before.case.messages[-1].content,
        "asked": variant.case.messages[-1].content,
        "municipality": variant.case.municipality,
        "before": _told(before),
        "after": _told(after),
    }


def _told(score: Score) -> dict[str, Any]:
    return {
        "outcome": score.outcome,
        **{name: score.values.get(name) for name in (SUCCESS, PASSED)},
        "problems": [str(problem) for problem in score.problems],
    }
