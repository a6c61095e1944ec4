"""Means of a run over all cases and over groups of them, confusion, risk and coverage, speed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from evals.abstain import LEFT_OUT, Point, risk_coverage
from evals.jsonl import write_object, write_rows
from evals.means import mean, percentile
from evals.scores import MEASURES, PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from evals.means import Mean
    from evals.rundir import RunDirectory
    from evals.scores import Score

GROUPED: Mapping[str, Callable[[Score], str]] = {
    "category": lambda score: score.case.category,
    "persona": lambda score: score.case.persona,
    "language": lambda score: score.case.lang,
    "kind": lambda score: score.kind or NOTHING,
}
"""How cases are grouped; ``kind`` is what the assistant took the question for."""

NOTHING = "–"
FEWEST = 3
"""A group of fewer ``test`` cases isn't shown: its mean would tell of single cases."""


@dataclass(frozen=True, slots=True)
class Group:
    """Means over some cases.

    Attributes:
        cases: How many cases.
        means: Mean of each measure; ``None`` where nothing was measured.
    """

    cases: int
    means: Mapping[str, Mean | None]


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run comes to. The same answers give the same summary to the bit.

    Attributes:
        all: Over every case.
        groups: By how they're grouped (`GROUPED`), then by group.
        confusion: How often each outcome came, by the outcomes that were accepted.
        curve: Risk and coverage by the target's confidence; empty where it tells none.
        unanswered: How many cases got no answer for an error.
    """

    all: Group
    groups: Mapping[str, Mapping[str, Group]]
    confusion: Mapping[str, Mapping[str, int]]
    curve: tuple[Point, ...]
    unanswered: int


def summarize(scores: Sequence[Score]) -> Summary:
    """Return what a run comes to.

    Empty case: no groups, and no mean of any measure.
    """
    return Summary(
        all=group(scores),
        groups={
            name: {key: group(some) for key, some in grouped(scores, of).items()}
            for name, of in GROUPED.items()
        },
        confusion=confusion(scores),
        curve=curve(scores),
        unanswered=sum(bool(score.response.error) for score in scores),
    )


def group(scores: Iterable[Score]) -> Group:
    """Return the means over some cases."""
    some = list(scores)
    means = {
        one.name: mean((score.values.get(one.name) for score in some), share=one.group != PLAIN)
        for one in MEASURES
    }
    return Group(len(some), means)


def grouped(scores: Iterable[Score], of: Callable[[Score], str]) -> dict[str, list[Score]]:
    """Return cases by group, in the groups' alphabetical order.

    A group that holds some ``test`` cases, and too few of them, is left out.
    """
    found: dict[str, list[Score]] = {}
    for score in scores:
        found.setdefault(of(score), []).append(score)
    return {key: some for key, some in sorted(found.items()) if not _tells_of_single(some)}


def _tells_of_single(scores: Iterable[Score]) -> bool:
    return 0 < sum(is_hidden(score) for score in scores) < FEWEST


def is_hidden(score: Score) -> bool:
    """Whether a case is shown in sums only: those of ``test`` are."""
    return score.case.split == "test"


def shown(scores: Iterable[Score]) -> list[Score]:
    """Return the cases that may be shown one by one."""
    return [score for score in scores if not is_hidden(score)]


def confusion(scores: Iterable[Score]) -> dict[str, dict[str, int]]:
    """Return how often each outcome came, by the outcomes that were accepted.

    Empty case: nothing where no answer tells an outcome.
    """
    counts: dict[str, Counter[str]] = {}
    for score in scores:
        if score.values.get("outcome") is None:
            continue
        wanted = "/".join(str(outcome) for outcome in score.case.accepted)
        counts.setdefault(wanted, Counter())[score.outcome or NOTHING] += 1
    return {wanted: dict(sorted(counts[wanted].items())) for wanted in sorted(counts)}


def curve(scores: Iterable[Score]) -> tuple[Point, ...]:
    """Return the risk-coverage curve, drawn by `evals.abstain.risk_coverage`.

    Cases whose outcome is decided before anything is searched (crises, misuse, questions back) are
    left out, as in calibrating. Empty case: no points where the target tells no confidence.
    """
    told = [
        (score.response.confidence, score.case.answerable)
        for score in scores
        if score.response.confidence is not None and score.case.category not in LEFT_OUT
    ]
    values = np.array([value for value, _ in told], dtype=np.float64)
    truths = np.array([answerable for _, answerable in told], dtype=np.bool_)
    return risk_coverage(values, truths)


def speed(scores: Sequence[Score], config: Mapping[str, Any]) -> dict[str, Any]:
    """Return latency in milliseconds, and tokens where the answers tell them.

    ``tokens`` are sums over the answers. ``language_model`` tells how many answers asked one, how
    often, for how many of those requests tokens are estimated, and how many answers were told
    without what it wrote.

    Empty case: ``None`` for each where there's no answer, no tokens where none are told.
    """
    times = [score.response.milliseconds for score in scores if not score.response.error]
    answers = [score.response.answer or {} for score in scores]
    usages = [answer["usage"] for answer in answers if answer.get("usage")]
    kinds = sorted({kind for usage in usages for kind, n in usage.items() if type(n) is int})
    kinds = [kind for kind in kinds if kind.endswith("_tokens")]
    return {
        "jobs": config.get("jobs"),
        "answers": len(times),
        "latency_ms": {
            "p50": percentile(times, 0.5),
            "p95": percentile(times, 0.95),
            "most": max(times, default=None),
        },
        "tokens": {kind: sum(usage.get(kind) or 0 for usage in usages) for kind in kinds},
        "language_model": {
            "answers": len(usages),
            "calls": sum(usage.get("calls", 1) for usage in usages),
            "estimated_calls": sum(usage.get("estimated_calls", 0) for usage in usages),
            "fallbacks": sum(
                any(notice["kind"] == "fallback" for notice in answer.get("notices") or ())
                for answer in answers
            ),
        },
        "attempts": sum(score.response.attempts for score in scores),
    }


def measure(directory: RunDirectory) -> tuple[list[Score], Summary]:
    """Measure a run from its directory, and write the measures there.

    Cases of ``test`` count in the summary and stand in no file one by one.

    Raises:
        RunDirectoryError: The directory holds no whole run.
        OSError: It can't be written.
    """
    scores = directory.scores()
    summary = summarize(scores)
    write_rows(directory.path / "measures.jsonl", [_row(score) for score in shown(scores)])
    write_object(directory.path / "summary.json", summary)
    write_object(directory.path / "speed.json", speed(scores, directory.config))
    return scores, summary


def _row(score: Score) -> dict[str, Any]:
    return {
        "id": score.case.id,
        "category": score.case.category,
        "outcome": score.outcome,
        "values": dict(score.values),
        "problems": [str(problem) for problem in score.problems],
        "relevant_ranks": sorted(score.relevant),
    }
