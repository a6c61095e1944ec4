"""A report as Markdown, for a message or a page of documents, and as JSON, for other programs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from evals import judgement_report
from evals.abstain import at_coverages
from evals.jsonl import as_json
from evals.markdown import table, table_row
from evals.report_data import comparisons, measured
from evals.scores import MEASURE, PLAIN
from evals.summaries import GROUPED, shown
from evals.wording import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

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
        lines += table([words[key] for key in heads] + ["p", words["better"], words["worse"]])
        for one in comparison.differences:
            numbers = (one.before, one.after, one.change)
            cells = [f"`{one.measure.name}`", *(words.number(number, 3) for number in numbers)]
            cells.append(words.probability(one.p))
            better, worse = _named(one.better, one.better_count), _named(one.worse, one.worse_count)
            lines.append(table_row([*cells, better, worse]))
    for by in GROUPED:
        lines += ["", f"## {words['groups']}: {words[by]}", ""]
        names = [name for name in IN_GROUPS if name in measured(views)]
        lines += table([words["group"], words["n"], *(f"`{name}`" for name in names)])
        for key, group in last.summary.groups[by].items():
            cells = [_with_interval(group.means[name], name, words) for name in names]
            lines.append(table_row([_cell(key), str(group.cases), *cells]))
    lines += _confusion(last, words) + _curve(last, words) + _speed(last, words)
    lines += judgement_report.markdown(last.directory, words)
    lines += _failed(last, words)
    return "\n".join(lines) + "\n"


def _measures(views: Sequence[RunView], words: Words) -> list[str]:
    heads = [column for view in views for column in (view.name, words["interval"])]
    lines = [f"## {words['measures']}", "", words["measures_note"], ""]
    lines += table([words["measure"], *heads, words["n"]])
    for name in measured(views):
        means = [view.summary.all.means[name] for view in views]
        cells = [cell for mean in means for cell in _both(mean, name, words)]
        count = str(means[-1].n if means[-1] else 0)
        lines.append(table_row([f"{words.measure(name)} `{name}`", *cells, count]))
    return lines


def _confusion(view: RunView, words: Words) -> list[str]:
    rows = view.summary.confusion
    if not rows:
        return []
    outcomes = sorted({one for row in rows.values() for one in row})
    lines = ["", f"## {words['confusion']}", "", words["confusion_note"], ""]
    lines += table([words["accepted"], *outcomes])
    for wanted, row in rows.items():
        counts = [str(row.get(one, "")) for one in outcomes]
        lines.append(table_row([wanted.replace("/", " / "), *counts]))
    return lines


def _curve(view: RunView, words: Words) -> list[str]:
    points = at_coverages(view.summary.curve)
    if not points:
        return []
    lines = ["", f"## {words['risk']}", "", words["risk_note"], ""]
    lines += table([words["coverage"], *(words.number(one.coverage) for one in points)])
    return [*lines, table_row([words["risk_axis"], *(words.number(one.risk, 3) for one in points)])]


def _speed(view: RunView, words: Words) -> list[str]:
    latency = view.speed["latency_ms"]
    if latency["p50"] is None:
        return []
    heads = {"p50": "half", "p95": "most95", "most": "slowest"}
    told = [f"{words[key]} {words.number(latency[of], 0)} ms" for of, key in heads.items()]
    told.append(f"{words['at_a_time']}: {view.speed.get('jobs') or '–'}")
    tokens = words.tokens(view.speed)
    told += [tokens] if tokens else []
    return ["", f"## {words['speed']}", "", "; ".join(told) + "."]


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


def _with_interval(mean: Mean | None, name: str, words: Words) -> str:
    value, interval = _both(mean, name, words)
    return f"{value} ({interval})" if interval else value


def _places(name: str) -> int:
    return 1 if MEASURE[name].group == PLAIN else 3


def _named(ids: Sequence[str], count: int) -> str:
    named = ", ".join(ids[:8])
    return f"{count}: {named}{' …' if len(ids) > 8 else ''}" if named else str(count)


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
