"""A report as one HTML file that needs nothing else: no script, font or picture from elsewhere."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from evals.plots import curve_plot, interval_plot, latency_plot
from evals.report_data import cases_of, comparisons, measured
from evals.scores import ANSWER, CONDUCT, LESS, MEASURE, PLAIN, RANKING, names_of
from evals.wording import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.report_data import RunView

TEMPLATES = Path(__file__).parent / "templates"
GROUPS = (CONDUCT, ANSWER, RANKING, PLAIN)
KEY = ("passed", "success@5", "nuggets_vital", "citations_sound", "outcome", "ended_told")
IN_GROUPS = ("passed", "outcome", "success@5", "ndcg@10", "nuggets_vital", "cites_gold")
SMALL_P = 0.05


def html(views: Sequence[RunView], language: str = "fi", extra: Sequence[Markup] = ()) -> str:
    """Return the report of a run; with several, the last one against each of the others.

    Args:
        views: The runs, oldest first.
        language: ``fi`` or ``en``.
        extra: Sections of other parts of the evaluation, put before the questions.

    Raises:
        CompareError: Two of the runs have no case in common.
        TienviittaError: The language isn't known.
    """
    words, last = Words(language), views[-1]
    names = measured(views)
    cases = cases_of(views)
    return _template().render(
        w=words,
        views=views,
        last=last,
        key=[name for name in KEY if last.summary.all.means.get(name)],
        groups=[(one, [n for n in names_of(one) if n in names]) for one in GROUPS],
        in_groups=[name for name in IN_GROUPS if name in names],
        more_in_groups=[name for name in names if name not in IN_GROUPS],
        measure=MEASURE,
        less=LESS,
        small_p=SMALL_P,
        outcomes=sorted({one for row in last.summary.confusion.values() for one in row}),
        comparisons=comparisons(views),
        cases=cases,
        categories=sorted({row["case"].category for row in cases}),
        config=json.dumps(last.directory.config, ensure_ascii=False, indent=1),
        interval_plot=interval_plot,
        curve=curve_plot(last.summary.curve, words),
        tokens=words.tokens(last.speed),
        latency=latency_plot([one.response.milliseconds for one in last.scores], words),
        extra=extra,
        css=_file("report.css"),
        js=_file("report.js"),
    )


def _file(name: str) -> Markup:
    # Our own files, which hold no end of a style or script.
    return Markup((TEMPLATES / name).read_text(encoding="utf-8"))  # noqa: S704


@lru_cache(maxsize=1)
def _template() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = _percent
    return environment.get_template("report.html")


def _percent(value: Any) -> int:  # noqa: ANN401 - a template's value
    return round(100 * float(value))
