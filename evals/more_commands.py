"""The commands that compare with other libraries, disturb questions, and take judgements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from assistant.errors import SettingsError
from assistant.settings import ROOT, Settings
from evals.run_commands import UNLEARNT_CASES, CasesOption, Language, RunArgument

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evals.baselines.comparison import Standing
    from evals.baselines.contestant import Entry
    from evals.judging import Item, Judgement
    from evals.rundir import RunDirectory

app = typer.Typer()
out = Console()
errors = Console(stderr=True)

README = ROOT / "README.md"
STANDARD_OUTPUT = Path("-")


@app.command("baselines")
def compare_with_baselines(
    cases: CasesOption = None,
    only: Annotated[
        list[str] | None,
        typer.Option(help="A baseline to measure: chroma, llamaindex, haystack or words."),
    ] = None,
    with_asked: Annotated[
        bool,
        typer.Option("--with-asked", help="Give baselines the lines of how people ask as well."),
    ] = False,
    skip_ingest: Annotated[
        bool,
        typer.Option("--skip-ingest", help="Measure our index that serves; don't make one anew."),
    ] = False,
    markdown: Annotated[
        Path | None, typer.Option(help="Write the table to this file; - for standard output.")
    ] = None,
    readme: Annotated[
        bool, typer.Option("--readme", help="Put the table into README.md, where it stands.")
    ] = False,
) -> None:
    """Measure plain retrieval of other libraries beside ours, on the same texts and questions.

    Prints a table; for times that hold, on a machine that does nothing else. Exit codes: 0 all were
    measured, 1 some failed and are left out.
    """
    from evals.adapters import indexed_corpus
    from evals.baselines import comparison
    from evals.baselines.contestant import OURS, BaselineError
    from evals.baselines.machine import this_machine
    from evals.cases import load_cases

    chosen, machine = _chosen(only), this_machine()
    if not machine.is_quiet:
        rough = f"Others use this machine (load {machine.load:.1f}): times will be rough."
        errors.print(rough, highlight=False, soft_wrap=True)
    settings = Settings.from_environment()
    corpus = indexed_corpus(settings)
    files = cases or list(UNLEARNT_CASES)
    ranked = comparison.ranked_cases(load_cases(*files), corpus)
    texts = comparison.texts_of(corpus, with_asked=with_asked)
    standings, failed = [], False
    for entry in (OURS, *chosen):
        errors.print(f"{entry.title} …", highlight=False)
        index = settings.index if skip_ingest and entry is OURS else None
        try:
            standings.append(comparison.measure(entry, ranked, corpus, texts, index=index))
        except BaselineError as error:
            if entry is OURS:
                raise
            # What the others took half an hour to measure isn't thrown away.
            failed = True
            errors.print(f"{entry.title} is left out: {error}", markup=False, soft_wrap=True)
    named = ", ".join(f"`{path.name}`" for path in files)
    what = "texts, lines of how people ask among them" if with_asked else "texts"
    about = f"{len(ranked)} questions of {named}, {len(texts)} {what}; {machine}"
    _tell_standings(standings, about, markdown, readme=readme)
    if failed:
        raise typer.Exit(1)


def _tell_standings(
    standings: Sequence[Standing], about: str, markdown: Path | None, *, readme: bool
) -> None:
    """Print the table, and write it where it's wanted."""
    from assistant.chain import today
    from evals.baselines import table as tables
    from evals.jsonl import write_text

    told = tables.markdown(standings, f"{about}; {today().isoformat()}")
    if markdown == STANDARD_OUTPUT:
        out.print(told, markup=False, highlight=False, soft_wrap=True)
    else:
        tables.print_standings(standings, about, out)
    if markdown and markdown != STANDARD_OUTPUT:
        write_text(markdown, told)
        out.print(f"Written to {markdown}.", markup=False, highlight=False, soft_wrap=True)
    if readme:
        tables.put_into(README, told)
        errors.print(f"The table of {README.name} is written anew.", highlight=False)


def _chosen(only: list[str] | None) -> list[Entry]:
    """The baselines to measure; those whose package isn't installed are told of and left out."""
    from evals.baselines.contestant import BASELINES

    names = [entry.name for entry in BASELINES]
    if unknown := set(only or ()) - set(names):
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))}: use {', '.join(names)}.", param_hint="--only"
        )
    wanted = [entry for entry in BASELINES if not only or entry.name in only]
    for entry in wanted:
        if not entry.is_installed:
            errors.print(
                f"{entry.title} isn't installed and is left out; "
                "pip install -c constraints.txt -e '.\\[evals]'",
                highlight=False,
                soft_wrap=True,
            )
    return [entry for entry in wanted if entry.is_installed]


@app.command("robustness")
def disturb_questions(
    cases: CasesOption = None,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many of the cases, drawn by the seed.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed gives the same variants.")] = 1,
    kind: Annotated[list[str] | None, typer.Option(help="A kind of variant; else all.")] = None,
    retrieval_only: Annotated[
        bool, typer.Option("--retrieval-only", help="Measure the ranking alone.")
    ] = False,
    bound: Annotated[
        float, typer.Option(min=0, help="Fail when a kind loses more points of success@5.")
    ] = 8.0,
    output: Annotated[Path | None, typer.Option(help="Write the variants to this file.")] = None,
) -> None:
    """Ask the same things otherwise (misspelt, in dialect, with chatter …) and tell what is lost.

    Exit codes: 0 within the bound, 1 the worst kind loses more.
    """
    from assistant.bootstrap import open_assistant
    from assistant.finnish import open_analyser
    from assistant.places import Places
    from evals import robustness
    from evals.adapters import InProcess
    from evals.cases import load_cases
    from evals.scores import Scorer
    from evals.variants import KINDS, Varier

    if unknown := set(kind or ()) - set(KINDS):
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))}: use {', '.join(KINDS)}.", param_hint="--kind"
        )
    chosen = robustness.sampled(load_cases(*(cases or UNLEARNT_CASES)), sample, seed)
    assistant = open_assistant(Settings.from_environment())
    target = InProcess(assistant)
    places = Places.from_data(dict(assistant.corpus.places))
    disturbed = robustness.disturb(
        chosen,
        Varier(places, open_analyser(), seed),
        robustness.asker(
            target,
            Scorer(target.sources(), retrieval_only=retrieval_only),
            retrieval_only=retrieval_only,
        ),
        kind or list(KINDS),
        lambda name: errors.print(f"{name} …", highlight=False),
    )
    robustness.print_disturbed(disturbed, bound, out)
    if output:
        count = robustness.write_disturbed(output, disturbed)
        told = f"{count} variants written to {output}."
        out.print(told, markup=False, highlight=False, soft_wrap=True)
    if robustness.worst_of(disturbed).points > bound:
        raise typer.Exit(1)


@app.command("judge")
def prepare_judging(
    run: RunArgument,
    output: Annotated[
        Path | None, typer.Option(help="A directory; the run's own judging/ when absent.")
    ] = None,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many of the answers, drawn by the seed.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same answers.")] = 1,
    with_test: Annotated[
        bool, typer.Option("--with-test", help="Also cases of the split test, one by one.")
    ] = False,
    language: Annotated[Language, typer.Option(help="The page's language.")] = Language.FI,
) -> None:
    """Write a page on which people judge a run's answers sentence by sentence, and a table of them.

    The page is one file that works without a network. It saves to a file for `eval agreement`.
    """
    from evals.jsonl import write_text
    from evals.judge_page import page
    from evals.judging import write_items

    directory, items = _items(run, with_test, sample, seed)
    where = output or run / "judging"
    paths = write_items(where, items)
    shown = where / "judge.html"
    write_text(shown, page(items, directory.name, language))
    for path in (*paths, shown):
        out.print(str(path), markup=False, highlight=False, soft_wrap=True)
    told = f"{len(items)} answers to judge. Open {shown} in a browser."
    out.print(told, markup=False, highlight=False, soft_wrap=True)


def _items(
    run: Path, with_test: bool, sample: int | None, seed: int
) -> tuple[RunDirectory, list[Item]]:
    """A run, and what there is to judge of it."""
    from evals.judging import items_of
    from evals.robustness import sampled
    from evals.rundir import RunDirectory
    from evals.summaries import shown

    directory = RunDirectory.open(run)
    scores = directory.scores()
    items = items_of(directory, scores if with_test else shown(scores))
    if not items:
        raise typer.BadParameter(
            f"{run} holds no answers to judge; runs of --retrieval-only have none, and cases of "
            "the split test need --with-test.",
            param_hint="RUN",
        )
    return directory, sampled(items, sample, seed)


@app.command("agreement")
def tell_agreement(
    files: Annotated[
        list[Path],
        typer.Argument(help="Files of judgements.", exists=True, dir_okay=False),
    ],
    run: Annotated[
        Path | None, typer.Option(help="Put the judgements into this run and its report.")
    ] = None,
) -> None:
    """Tell how far judges agree: Cohen's kappa of each two and Krippendorff's alpha of all."""
    from evals.agreement import agreements, print_agreements
    from evals.judging import load_judgements

    judged = [one for path in files for one in load_judgements(path)]
    print_agreements(agreements(judged), out)
    if run:
        _merge(run, judged)


def _merge(run: Path, judged: Sequence[Judgement]) -> None:
    """Keep judgements with a run, a file a judge, and write its report anew."""
    from evals.judgement_report import of_this_run
    from evals.judging import keep_judgements
    from evals.report import write_report
    from evals.rundir import RunDirectory

    directory = RunDirectory.open(run)
    for path in keep_judgements(directory.path, judged):
        out.print(str(path), markup=False, highlight=False, soft_wrap=True)
    _, others = of_this_run(directory)
    if others:
        errors.print(
            f"{others} judgements are of other answers than this run's and don't count.",
            highlight=False,
            soft_wrap=True,
        )
    report = directory.path / "report.html"
    write_report([directory], report)
    out.print(f"Report: {report}", markup=False, highlight=False, soft_wrap=True)


@app.command("judge-model")
def judge_by_model(
    run: RunArgument,
    sample: Annotated[
        int | None, typer.Option(min=1, help="Only so many of the answers, drawn by the seed.")
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed draws the same answers.")] = 1,
    with_test: Annotated[
        bool, typer.Option("--with-test", help="Also cases of the split test, one by one.")
    ] = False,
) -> None:
    """Let the language model of the settings judge a run's answers, and tell how it agrees.

    Needs TIENVIITTA_LLM_BASE_URL and TIENVIITTA_LLM_MODEL. Counts in no measure and no gate.
    """
    from rich.progress import track

    from assistant.generate import open_generator
    from evals.agreement import agreements, print_agreements
    from evals.judging import judgements_of
    from evals.model_judge import judge_items

    settings = Settings.from_environment().llm
    model = open_generator(settings)
    if settings is None or model is None:
        raise SettingsError(
            "no language model is set: set TIENVIITTA_LLM_BASE_URL and TIENVIITTA_LLM_MODEL."
        )
    directory, items = _items(run, with_test, sample, seed)
    shown = track(items, "Judging", console=errors, transient=True)
    judged = judge_items(shown, model, settings.model)
    if judged.failed:
        reasons = ", ".join(f"{reason} {count}" for reason, count in sorted(judged.failed.items()))
        errors.print(f"Left unjudged: {reasons}.", highlight=False, soft_wrap=True)
    if judged.judgements:
        _merge(run, judged.judgements)
        print_agreements(agreements(judgements_of(directory.path)), out)
    else:
        raise typer.Exit(1)
