"""Running the cases through the assistant, and what comes of it in files and figures."""

from __future__ import annotations

import dataclasses
import json
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from assistant.errors import TienviittaError
from evals import measures
from evals.means import mean, percentile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from assistant.dialogue import Answer, Ask
    from assistant.domain import Passage, Source
    from evals.cases import Case
    from evals.means import Mean

LIMIT = 20
RANKING_MEASURES = ("success@1", "success@5", "recall@5", "recall@10", "mrr", "ndcg@10")
ANSWER_MEASURES = (
    "outcome",
    "nuggets_vital",
    "nuggets",
    "cites_gold",
    "citation_precision",
    "citation_recall",
    "verbatim",
    "ended_told",
    "clean",
    "passed",
)
MEASURES = RANKING_MEASURES + ANSWER_MEASURES
ALL = "all"


class RankedHit(Protocol):
    """A hit of a search: what the evaluation needs of it."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages that the hit carries."""


class Assistant(Protocol):
    """What is evaluated."""

    def ask(self, ask: Ask, /) -> Answer:
        """Answer a question."""

    def search(self, ask: Ask, limit: int, /) -> Sequence[RankedHit]:
        """Return the hits of a question, best first."""


@dataclass(frozen=True, slots=True)
class CaseRun:
    """What came of one case.

    Attributes:
        answer: The contract's answer; ``None`` when only retrieval was run, or it failed.
        hits: The passages of each hit, best first.
        values: Value of each measure by its name, ``None`` where there was nothing to measure.
        problems: What to look at: missing nuggets, broken citations, forbidden pieces, errors.
        milliseconds: How long asking took (searching, when only retrieval was run).
    """

    case: Case
    answer: Mapping[str, Any] | None
    hits: tuple[tuple[measures.Span, ...], ...]
    values: Mapping[str, float | None]
    problems: tuple[str, ...] = ()
    milliseconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Summary:
    """Means of a run.

    Attributes:
        categories: Mean of each measure, by category; ``all`` is over every case.
        counts: Number of cases, by category.
        latency_ms: Latency that 50 % and 95 % of the cases stay at or under.
    """

    categories: Mapping[str, Mapping[str, Mean | None]]
    counts: Mapping[str, int]
    latency_ms: Mapping[str, float | None] = field(default_factory=dict)


class RunDirectoryError(TienviittaError):
    """The directory of a run holds something already."""


def run_cases(
    assistant: Assistant,
    cases: Iterable[Case],
    sources: Mapping[str, Source],
    *,
    retrieval_only: bool = False,
    limit: int = LIMIT,
    on_case: Callable[[CaseRun], None] | None = None,
) -> list[CaseRun]:
    """Ask every case and measure what comes.

    Args:
        assistant: What is evaluated.
        cases: The cases, run in their order.
        sources: The corpus's sources by id.
        retrieval_only: Search and don't compose; only the ranking is measured.
        limit: How many hits are looked at.
        on_case: Called after each case, for progress.

    Returns:
        A run for each case. An error of the assistant's own fails its case and doesn't end the run.
    """
    texts = {source_id: source.text for source_id, source in sources.items()}
    runs = []
    for case in cases:
        run = _run_case(assistant, case, sources, texts, retrieval_only, limit)
        if on_case:
            on_case(run)
        runs.append(run)
    return runs


def _run_case(
    assistant: Assistant,
    case: Case,
    sources: Mapping[str, Source],
    texts: Mapping[str, str],
    retrieval_only: bool,
    limit: int,
) -> CaseRun:
    ask, started, answer = case.ask(), time.perf_counter(), None
    problems: list[str] = []
    hits: tuple[tuple[measures.Span, ...], ...] = ()
    try:
        if not retrieval_only:
            answer = as_json(assistant.ask(ask))
            milliseconds = (time.perf_counter() - started) * 1000
        hits = tuple(_spans(hit) for hit in assistant.search(ask, limit))
    except TienviittaError as error:
        problems.append(f"error: {error}")
    if retrieval_only or answer is None:
        milliseconds = (time.perf_counter() - started) * 1000
    places = measures.gold_places(case.gold_quotes, texts)
    values: dict[str, float | None] = dict.fromkeys(MEASURES)
    values |= ranking_values(measures.judge(hits, places))
    if not retrieval_only:
        answered, found = answer_values(case, answer, places, sources)
        values |= answered
        problems += found
    return CaseRun(case, answer, hits, values, tuple(problems), milliseconds)


def _spans(hit: RankedHit) -> tuple[measures.Span, ...]:
    return tuple(measures.Span(one.source_id, one.start, one.end) for one in hit.passages)


def ranking_values(judgement: measures.Judgement) -> dict[str, float | None]:
    """Return the ranking measures of one judged ranking, by name."""
    return {
        "success@1": measures.success_at(judgement, 1),
        "success@5": measures.success_at(judgement, 5),
        "recall@5": measures.recall_at(judgement, 5),
        "recall@10": measures.recall_at(judgement, 10),
        "mrr": measures.reciprocal_rank(judgement),
        "ndcg@10": measures.ndcg_at(judgement, 10),
    }


def answer_values(
    case: Case,
    answer: Mapping[str, Any] | None,
    places: Sequence[Sequence[measures.Span]],
    sources: Mapping[str, Source],
) -> tuple[dict[str, float | None], list[str]]:
    """Return the answer measures of one case by name, and what to look at.

    A missing answer is measured as an empty one, so that a failure counts. ``passed`` is 1 when
    outcome, vital nuggets, gold citation, verbatim quotes, warning of an end and cleanness all
    hold; what there is nothing to measure of doesn't stand in its way. Where an accepted outcome
    claims nothing, there is no citation to measure.
    """
    answer = answer or {}
    outcome = str(answer.get("outcome", ""))
    right = measures.outcome_right(outcome, case.accepted)
    if right and outcome not in measures.CLAIMING:
        places = ()
    broken = measures.citation_problems(answer, sources)
    bad = measures.forbidden(case, answer)
    missing = measures.missing_nuggets(case.nuggets, answer)
    values: dict[str, float | None] = {
        "outcome": right,
        "nuggets_vital": measures.nugget_recall(case.nuggets, answer, vital_only=True),
        "nuggets": measures.nugget_recall(case.nuggets, answer),
        "cites_gold": measures.cites_gold(answer, places),
        "citation_precision": measures.citation_precision(answer, places),
        "citation_recall": measures.citation_recall(answer, places),
        "verbatim": float(not broken),
        "ended_told": measures.ended_told(case, answer),
        "clean": float(not bad),
    }
    needed = ("outcome", "nuggets_vital", "cites_gold", "verbatim", "ended_told", "clean")
    values["passed"] = float(all(values[name] in (None, 1.0) for name in needed))
    problems = [] if values["outcome"] else [f"outcome: {outcome or 'none'}"]
    problems += [f"missing{' (vital)' if one.vital else ''}: {one.text}" for one in missing]
    problems += [f"citation: {problem}" for problem in broken]
    problems += [f"forbidden: {piece}" for piece in bad]
    problems += ["no warning of an end"] if values["ended_told"] == 0 else []
    return values, problems


def summarize(runs: Sequence[CaseRun]) -> Summary:
    """Return the means of a run, by category and over all."""
    groups: dict[str, list[CaseRun]] = {}
    for run in sorted(runs, key=lambda one: one.case.category):
        groups.setdefault(run.case.category, []).append(run)
    groups[ALL] = list(runs)
    times = [run.milliseconds for run in runs]
    return Summary(
        categories={
            category: {name: mean(run.values.get(name) for run in group) for name in MEASURES}
            for category, group in groups.items()
        },
        counts={category: len(group) for category, group in groups.items()},
        latency_ms={"p50": percentile(times, 0.5), "p95": percentile(times, 0.95)},
    )


def as_json(value: object) -> Any:  # noqa: ANN401 - JSON has no narrower type
    """Return frozen domain types as what JSON can hold: objects, lists, texts and ISO days."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: as_json(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(name): as_json(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [as_json(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str) else value


def write_run(
    out_dir: Path, runs: Sequence[CaseRun], summary: Summary, config: Mapping[str, Any]
) -> None:
    """Write a run: its configuration, cases, answers with hits, measures and summary.

    Raises:
        RunDirectoryError: The directory holds something already; a run is never written over.
        OSError: The directory can't be written.
    """
    check_run_directory(out_dir)
    out_dir.mkdir(parents=True, exist_ok=True)
    _write(out_dir / "config.json", [as_json(config)])
    _write(out_dir / "cases.jsonl", [as_json(run.case) for run in runs])
    _write(
        out_dir / "answers.jsonl",
        [{"id": run.case.id, "answer": run.answer, "hits": as_json(run.hits)} for run in runs],
    )
    _write(
        out_dir / "measures.jsonl",
        [
            {
                "id": run.case.id,
                "category": run.case.category,
                "values": dict(run.values),
                "problems": list(run.problems),
                "milliseconds": round(run.milliseconds, 1),
            }
            for run in runs
        ],
    )
    _write(out_dir / "summary.json", [as_json(summary)])


def check_run_directory(out_dir: Path) -> None:
    """Check that a run can be written to a directory.

    Raises:
        RunDirectoryError: It holds something already.
    """
    if out_dir.exists() and (not out_dir.is_dir() or any(out_dir.iterdir())):
        raise RunDirectoryError(f"{out_dir} holds something already; give a new directory.")


def _write(path: Path, rows: Iterable[object]) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
