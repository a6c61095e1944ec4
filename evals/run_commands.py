"""The commands that run cases, measure, compare and report."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

from assistant.settings import ROOT, Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.adapters import Target
    from evals.cases import Case
    from evals.rundir import RunDirectory
    from evals.runner import Asking

app = typer.Typer()
out = Console()
errors = Console(stderr=True)

CASES = ROOT / "evals" / "cases"
DEV_CASES = tuple(
    CASES / f"{name}.jsonl"
    for name in (
        *("corridor_dev", "dev", "dev_more", "dev_wide", "dev_apart"),
        *("dev_fresh", "dev_fresh_more", "dev_third_referral", "dev_third_turns"),
        *("dev_third_lists", "dev_third_lists_b", "dev_third_safety"),
        *("dev_third_unanswerable", "dev_third_unanswerable_more"),
        *("dev_fourth_misuse", "dev_fourth_misuse_more"),
        *("dev_fourth_citizens", "dev_fourth_citizens_more"),
        *("dev_fourth_outside", "dev_fourth_outside_more"),
        *("dev_fourth_untold", "dev_fourth_untold_more"),
        *("dev_fourth_lists", "dev_fourth_lists_more"),
        *("dev_fourth_turns", "dev_fourth_turns_more"),
        *("dev_fourth_distress", "dev_fourth_distress_more"),
        *("dev_fifth_referral", "dev_fifth_referral_more"),
        *("dev_fifth_misuse", "dev_fifth_misuse_more"),
        *("dev_fifth_distress", "dev_fifth_distress_more"),
        *("dev_fifth_words", "dev_fifth_words_more"),
        *("dev_fifth_outside", "dev_fifth_outside_more"),
        *("dev_fifth_lists", "dev_fifth_lists_more"),
        *("dev_fifth_untold", "dev_fifth_untold_more"),
        *("dev_fifth_turns", "dev_fifth_turns_more"),
    )
)
LEARNT_CASES = tuple(path for path in DEV_CASES if not path.stem.startswith("dev_fifth"))
"""What judged questions are learned from; the others tell how well that works."""

UNLEARNT_CASES = tuple(path for path in DEV_CASES if path not in LEARNT_CASES)

RUNS = ROOT / "var" / "runs"
EXIT_DROPPED = 1
SERVER_JOBS = 4


class Form(StrEnum):
    """What a run is exported as."""

    TREC = "trec"
    RAGAS = "ragas"
    CSV = "csv"


class Language(StrEnum):
    """What a report is written in."""

    FI = "fi"
    EN = "en"


RunArgument = Annotated[Path, typer.Argument(help="The directory of a run.")]
RunsArgument = Annotated[list[Path], typer.Argument(help="Directories of runs, oldest first.")]
CasesOption = Annotated[
    list[Path] | None,
    typer.Option(help="A file of cases.", exists=True, dir_okay=False),
]


@app.command("run")
def run_evaluation(
    context: typer.Context,
    cases: CasesOption = None,
    config: Annotated[
        Path | None,
        typer.Option(
            help="A TOML file of settings for the assistant in this process.",
            exists=True,
            dir_okay=False,
        ),
    ] = None,
    output: Annotated[Path | None, typer.Option(help="A new directory for the run.")] = None,
    base_url: Annotated[
        str | None, typer.Option(help="Ask the server at this address; else in this process.")
    ] = None,
    openai: Annotated[
        str | None, typer.Option(help="Ask this model of an OpenAI-compatible --base-url.")
    ] = None,
    api_key: Annotated[
        str | None,
        typer.Option(
            help="The key that --base-url asks for; the environment's only with --openai.",
            envvar="OPENAI_API_KEY",
            show_envvar=True,
        ),
    ] = None,
    jobs: Annotated[
        int | None, typer.Option(min=1, max=64, help="How many questions at a time.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="How many hits to look at.")] = 20,
    resume: Annotated[bool, typer.Option("--resume", help="Go on with --output.")] = False,
    retrieval_only: Annotated[
        bool, typer.Option("--retrieval-only", help="Measure the ranking alone.")
    ] = False,
) -> None:
    """Run cases against the assistant and print the measures.

    The directory of the run holds everything that the measures are made from, and report.html.
    """
    from evals.cases import load_cases
    from evals.runner import Asking

    if openai and not base_url:
        raise typer.BadParameter("give the endpoint's --base-url as well.", param_hint="--openai")
    if resume and output is None:
        raise typer.BadParameter("give the run's directory as --output.", param_hint="--resume")
    if config and base_url:
        raise typer.BadParameter(
            "sets the assistant in this process; a server has settings of its own.",
            param_hint="--config",
        )
    source = context.get_parameter_source("api_key")
    if not openai and source is not None and source.name != "COMMANDLINE":
        # A key for somebody else's model is no business of the server that is asked.
        api_key = None
    output = output or RUNS / datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    chosen = cases or list(DEV_CASES)
    loaded = load_cases(*chosen)
    with ExitStack() as opened:
        target = _target(opened, config, base_url, openai, api_key)
        jobs = jobs or (SERVER_JOBS if base_url else 1)
        asking = Asking(jobs=jobs, limit=limit, retrieval_only=retrieval_only)
        told = {"files": [str(path) for path in chosen], "config": str(config) if config else None}
        directory = _begin(output, loaded, target, asking, told, resume=resume)
        _ask_all(directory, target, asking)
    _measure_and_print(directory)
    _write_own_report(directory)


def _target(
    opened: ExitStack,
    config: Path | None,
    base_url: str | None,
    model: str | None,
    api_key: str | None,
) -> Target:
    """What is evaluated; closed with the stack."""
    from assistant.settings_file import read_settings

    settings = read_settings(config) if config else Settings.from_environment()
    if base_url is None:
        from assistant.bootstrap import open_assistant
        from evals.adapters import InProcess

        assistant = open_assistant(settings)
        assistant.warm()
        return InProcess(assistant, settings)
    from evals.endpoints import ChatCompletions, Server

    if model is None:
        return opened.enter_context(Server(base_url, api_key=api_key))
    from evals.adapters import indexed_corpus

    sources = indexed_corpus(settings).source_by_id
    return opened.enter_context(ChatCompletions(base_url, model, sources, api_key=api_key))


def _begin(
    output: Path,
    cases: Sequence[Case],
    target: Target,
    asking: Asking,
    told: dict[str, Any],
    *,
    resume: bool,
) -> RunDirectory:
    """Begin a run or go on with one; ``told`` is what its configuration holds besides."""
    from evals.rundir import RunDirectory, check_run_directory

    if not resume:
        check_run_directory(output)
    config: dict[str, Any] = {
        "target": target.describe(),
        **told,
        "jobs": asking.jobs,
        "limit": asking.limit,
        "retrieval_only": asking.retrieval_only,
    }
    begin = RunDirectory.resume if resume else RunDirectory.create
    return begin(output, cases, target.sources(), config)


def _ask_all(directory: RunDirectory, target: Target, asking: Asking) -> None:
    from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

    from evals.runner import run_pending

    columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=errors, transient=True) as progress:
        done = len(directory.cases) - len(directory.pending())
        task = progress.add_task("Asking", total=len(directory.cases), completed=done)
        try:
            run_pending(directory, target, asking, lambda _response: progress.advance(task))
        except KeyboardInterrupt:
            errors.print(
                f"Broken off. Go on: tienviitta eval run --resume --output {directory.path} "
                "with the same options.",
                markup=False,
                highlight=False,
                soft_wrap=True,
            )
            raise


def _measure_and_print(directory: RunDirectory) -> None:
    from evals.report import print_failed, print_summary
    from evals.summaries import measure, speed

    scores, summary = measure(directory)
    print_summary(summary, speed(scores, directory.config), out)
    print_failed(scores, out)


def _write_own_report(directory: RunDirectory) -> None:
    from evals.report import write_report

    path = directory.path / "report.html"
    write_report([directory], path)
    out.print(f"Report: {path}", markup=False, highlight=False, soft_wrap=True)


@app.command("measure")
def measure_run(run: RunArgument) -> None:
    """Measure a run anew from its directory, without asking anything, and write its report."""
    from evals.rundir import RunDirectory

    directory = RunDirectory.open(run)
    _measure_and_print(directory)
    _write_own_report(directory)


@app.command("compare")
def compare_runs(runs: RunsArgument) -> None:
    """Compare each run with the last: every measure, how sure its change is, and which cases."""
    from evals.compare import compare, values_of
    from evals.report import print_comparison
    from evals.rundir import open_runs

    if len(runs) < 2:
        raise typer.BadParameter("give at least two runs.", param_hint="RUNS")
    opened = open_runs(runs)
    last = values_of(opened[-1].scores())
    for directory in opened[:-1]:
        compared = compare(values_of(directory.scores()), last)
        print_comparison(f"{directory.name} → {opened[-1].name}", compared, out)


@app.command("baseline")
def write_baseline_file(
    run: RunArgument,
    output: Annotated[Path | None, typer.Option(help="The file to write.")] = None,
) -> None:
    """Make a run of development cases the baseline that the gate compares with."""
    from evals.gate import BASELINE, write_baseline
    from evals.rundir import RunDirectory

    directory, path = RunDirectory.open(run), output or BASELINE
    count = write_baseline(path, directory, directory.scores())
    out.print(f"{count} cases written to {path}.", highlight=False, soft_wrap=True)


@app.command("gate")
def check_gate(
    run: RunArgument,
    baseline: Annotated[Path | None, typer.Option(help="The file of the baseline.")] = None,
) -> None:
    """Fail where a run is significantly worse than the baseline, and name the cases.

    Exit codes: 0 nothing dropped, 1 something did.
    """
    from evals.gate import BASELINE, judge, read_baseline
    from evals.report import print_verdict
    from evals.rundir import RunDirectory

    verdict = judge(read_baseline(baseline or BASELINE), RunDirectory.open(run).scores())
    print_verdict(verdict, out)
    if not verdict.passed:
        raise typer.Exit(EXIT_DROPPED)


@app.command("report")
def report_runs(
    *,
    runs: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Directories of runs, oldest first; the newest of var/runs by default."
        ),
    ] = None,
    output: Annotated[
        Path, typer.Option(help="The file to write; its ending chooses: .html, .md or .json.")
    ],
    language: Annotated[Language, typer.Option(help="The report's language.")] = Language.FI,
) -> None:
    """Write a report of a run; with several, of what changed from each to the last."""
    from evals.report import write_report
    from evals.rundir import newest_run, open_runs

    write_report(open_runs(runs or [newest_run(RUNS)]), output, language)
    out.print(f"Written to {output}.", markup=False, highlight=False, soft_wrap=True)


@app.command("export")
def export_run(
    run: RunArgument,
    form: Annotated[Form, typer.Option("--format", help="What to write.")],
    output: Annotated[
        Path | None, typer.Option(help="A directory; the run's own exports/ when absent.")
    ] = None,
    with_test: Annotated[
        bool, typer.Option("--with-test", help="Also cases of the split test, one by one.")
    ] = False,
) -> None:
    """Write a run as a TREC run with qrels, a RAGAS dataset, or a table."""
    from evals.exports import export
    from evals.rundir import RunDirectory
    from evals.summaries import shown

    directory = RunDirectory.open(run)
    scores = directory.scores()
    chosen = scores if with_test else shown(scores)
    if left_out := len(scores) - len(chosen):
        errors.print(
            f"{left_out} cases of the split test are left out; --with-test writes them as well.",
            highlight=False,
            soft_wrap=True,
        )
    for path in export(directory, chosen, form, output or run / "exports"):
        out.print(str(path), markup=False, highlight=False, soft_wrap=True)


@app.command("lint")
def lint_case_files(
    cases: Annotated[
        list[Path] | None, typer.Argument(help="Files of cases.", exists=True, dir_okay=False)
    ] = None,
) -> None:
    """Check files of cases: what doesn't hold, where, and what to do about it.

    Exit codes: 0 nothing or only warnings, 1 something must be mended.
    """
    from evals.adapters import asked_lines, indexed_corpus
    from evals.lint import ERROR, lint_files

    corpus = indexed_corpus(Settings.from_environment())
    texts = {source_id: source.text for source_id, source in corpus.source_by_id.items()}
    chosen = cases or sorted(CASES.glob("*dev*.jsonl"))
    findings = lint_files(chosen, texts, asked_lines(corpus))
    for finding in findings:
        out.print(f"{finding.level} {finding}", markup=False, highlight=False, soft_wrap=True)
    wrong = sum(finding.level == ERROR for finding in findings)
    out.print(
        f"{len(chosen)} files: {wrong} errors, {len(findings) - wrong} warnings.",
        highlight=False,
        soft_wrap=True,
    )
    if wrong:
        raise typer.Exit(1)
