"""A report as Markdown, for a message or a page of documents, and as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evals import judgement_report
from evals.jsonl import as_json
from evals.report_data import comparisons, measured
from evals.scores import MEASURE, PLAIN
from evals.summaries import GROUPED, shown
from evals.wording import Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from evals.means import Mean
    from evals.report_data import RunView

IN_GROUPS = ("passed", "outcome", "success@5", "nuggets_vital")
MOST_FAILED = 200


def markdown(views: Sequence[RunView], language: str = "fi") -> str:
    """Return the report of a run as Markdown; with several, the last against each of the others.

    Raises:
        CompareError: Two of the runs have no case in common.
        TienviittaError: The language isn't known.
    """
    words, last = Words(language), views[-1]
    lines = [f"# {words['title']}: {' → '.join(view.name for view in views)}", ""]
    if last.hidden:
        lines += [f"{last.hidden} {words['hidden']}", ""]
    lines += _measures(views, words)
    for view, comparison in comparisons(views):
        lines += ["", f"## {words['compared']}: {view.name} → {last.name}", ""]
        heads = ("measure", "before", "after", "change")
        lines += _table([words[key] for key in heads] + ["p", words["better"], words["worse"]])
        for one in comparison.differences:
            numbers = (one.before, one.after, one.change)
            cells = [f"`{one.measure.name}`", *(words.number(number, 3) for number in numbers)]
            cells.append(words.probability(one.p))
            better, worse = _named(one.better, one.better_count), _named(one.worse, one.worse_count)
            lines.append(_row([*cells, better, worse]))
    for by in GROUPED:
        lines += ["", f"## {words['groups']}: {words[by]}", ""]
        names = [name for name in IN_GROUPS if name in measured(views)]
        lines += _table([words["group"], words["n"], *(f"`{name}`" for name in names)])
        for key, group in last.summary.groups[by].items():
            cells = [_value(group.means[name], name, words) for name in names]
            lines.append(_row([_cell(key), str(group.cases), *cells]))
    lines += _failed(last, words)
    return "\n".join(lines) + "\n"


def _measures(views: Sequence[RunView], words: Words) -> list[str]:
    heads = [column for view in views for column in (view.name, words["interval"])]
    lines = [f"## {words['measures']}", "", words["measures_note"], ""]
    lines += _table([words["measure"], *heads, words["n"]])
    for name in measured(views):
        means = [view.summary.all.means[name] for view in views]
        cells = [cell for mean in means for cell in _both(mean, name, words)]
        count = str(means[-1].n if means[-1] else 0)
        lines.append(_row([f"{words.measure(name)} `{name}`", *cells, count]))
    return lines


def _failed(view: RunView, words: Words) -> list[str]:
    failed = [score for score in shown(view.scores) if score.values.get("passed") == 0]
    if not failed:
        return []
    lines = ["", f"## {words['questions']}: {words['failed']} ({len(failed)})", ""]
    for score in failed[:MOST_FAILED]:
        problems = "; ".join(words.problem(one) for one in score.problems)
        question = " ".join(score.case.messages[-1].content.split())
        lines.append(f"- **{score.case.id}** {question}  \n  {problems}")
    return lines


def _both(mean: Mean | None, name: str, words: Words) -> tuple[str, str]:
    if mean is None:
        return "–", ""
    places = _places(name)
    interval = f"{words.number(mean.low, places)}–{words.number(mean.high, places)}"
    return words.number(mean.value, places), interval


def _value(mean: Mean | None, name: str, words: Words) -> str:
    return words.number(mean.value if mean else None, _places(name))


def _places(name: str) -> int:
    return 1 if MEASURE[name].group == PLAIN else 3


def _named(ids: Sequence[str], count: int) -> str:
    named = ", ".join(ids[:8])
    return f"{count}: {named}{' …' if len(ids) > 8 else ''}" if named else str(count)


def _table(heads: Sequence[str]) -> list[str]:
    return [_row(heads), _row(["---"] * len(heads))]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


def as_object(views: Sequence[RunView]) -> dict[str, Any]:
    """Return the report as an object that JSON can hold: each run, and what changed to the last.

    Raises:
        CompareError: Two of the runs have no case in common.
    """
    return {
        "runs": [
            {
                "name": view.name,
                "config": dict(view.directory.config),
                "summary": as_json(view.summary),
                "speed": dict(view.speed),
                "judgements": judgement_report.as_object(view.directory),
                "cases": [
                    {
                        "id": score.case.id,
                        "outcome": score.outcome,
                        "values": dict(score.values),
                        "problems": [str(problem) for problem in score.problems],
                    }
                    for score in shown(view.scores)
                ],
            }
            for view in views
        ],
        "comparisons": [
            {"before": view.name, "after": views[-1].name, **as_json(comparison)}
            for view, comparison in comparisons(views)
        ],
    }


def json_text(views: Sequence[RunView]) -> str:
    """Return the report as JSON text."""
    return json.dumps(as_object(views), ensure_ascii=False, indent=1) + "\n"
