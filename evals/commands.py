"""The evaluation's commands: those of `evals.run_commands`, and those that train and tune."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from evals.more_commands import app as more
from evals.run_commands import CASES, DEV_CASES
from evals.run_commands import app as runs

app = typer.Typer(help="Measure the answers.", no_args_is_help=True)
app.add_typer(runs)
app.add_typer(more)
out = Console()
errors = Console(stderr=True)


@app.command("tune")
def tune_weights(
    cases: Annotated[list[Path] | None, typer.Option(help="Case files; only dev cases.")] = None,
) -> None:
    """Set the ranking's weights on the dev cases and write assistant/weights.json."""
    from assistant.bootstrap import open_assistant
    from assistant.weights import WEIGHTS_FILE
    from evals.tune import tune

    assistant = open_assistant(Settings.from_environment())
    tuned = tune(cases or list(DEV_CASES), assistant, assistant.corpus, out.print)
    tuned.weights.save()
    out.print(
        f"{tuned.cases} dev cases: success@1 {tuned.success[0]:.3f}, success@5 "
        f"{tuned.success[1]:.3f}; on folds held out {tuned.held_out[0]:.3f} and "
        f"{tuned.held_out[1]:.3f}{_apart(tuned.apart)}. Written to {WEIGHTS_FILE}.",
        highlight=False,
        soft_wrap=True,
    )


def _apart(values: tuple[float, float] | None) -> str:
    if values is None:
        return ""
    return f" (written apart from the asked-as lines: {values[0]:.3f} and {values[1]:.3f})"


@app.command("abstain")
def calibrate_abstention(
    cases: Annotated[list[Path] | None, typer.Option(help="Case files; only dev cases.")] = None,
) -> None:
    """Set from where on to answer on the dev cases and write assistant/abstain.json."""
    from assistant.abstain import CALIBRATION_FILE
    from assistant.bootstrap import open_assistant
    from evals.abstain import calibrate, summary

    assistant = open_assistant(Settings.from_environment())
    calibrated = calibrate(cases or [*DEV_CASES, CASES / "abstain_dev.jsonl"], assistant)
    calibrated.calibration.save()
    out.print(summary(calibrated), markup=False, highlight=False, soft_wrap=True)
    out.print(f"Written to {CALIBRATION_FILE}.", highlight=False, soft_wrap=True)


@app.command("distress")
def train_distress() -> None:
    """Train the second look at distress, measure it and write assistant/distress.json."""
    from assistant.bootstrap import open_assistant
    from assistant.distress_model import MODEL_FILE
    from assistant.embedding import open_embedder
    from evals.distress import summary, train_on_files
    from evals.distress_check import check_on_file, check_summary

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    corpus = open_assistant(settings, embedder).corpus
    trained = train_on_files(corpus, embedder.embed_queries, embedder.name)
    trained.model.save(MODEL_FILE)
    out.print(summary(trained), markup=False, highlight=False, soft_wrap=True)
    checked = check_on_file(corpus, trained.model, embedder.embed_queries)
    out.print(check_summary(checked), markup=False, highlight=False, soft_wrap=True)
    out.print(f"Written to {MODEL_FILE}.", highlight=False, soft_wrap=True)


@app.command("ablate")
def ablate_ranking(
    cases: Annotated[list[Path] | None, typer.Option(help="Case files to measure on.")] = None,
) -> None:
    """Print what each kind of evidence adds to the ranking, measured on the test cases."""
    from assistant.bootstrap import open_assistant
    from evals.ablation import ablate, print_steps

    assistant = open_assistant(Settings.from_environment())
    measured = cases or [CASES / "test.jsonl"]
    print_steps(ablate(DEV_CASES, measured, assistant, assistant.corpus, errors.print), out)


@app.command("bench")
def measure_speed(
    cases: Annotated[
        list[Path] | None, typer.Option(help="Case files to take questions of.")
    ] = None,
) -> None:
    """Print how long answering takes against embedding the question alone."""
    from assistant.bootstrap import open_assistant
    from evals.bench import measure, print_speed
    from evals.cases import load_cases

    assistant = open_assistant(Settings.from_environment())
    asked = [case.ask() for case in load_cases(*(cases or [DEV_CASES[0]]))]
    print_speed(measure(assistant, asked), out)


@app.command("domain")
def train_domain() -> None:
    """Train what tells questions outside guidance, vague ones and particulars; write the models."""
    from assistant.asked_model import MODEL_FILE as ASKED_FILE
    from assistant.bootstrap import open_assistant
    from assistant.domain_model import MODEL_FILE, OUTSIDE, VAGUE, VAGUE_FILE
    from assistant.embedding import open_embedder
    from evals.asked import asked_samples, load_ways, summary_asked, train_asked
    from evals.domain import expected, load_questions, samples_of, summary, train

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    corpus = open_assistant(settings, embedder).corpus
    samples = samples_of(load_questions(), corpus)
    vectors = embedder.embed_queries([sample.text for sample in samples])
    cases = (*DEV_CASES, CASES / "abstain_dev.jsonl")
    for kind, path in ((OUTSIDE, MODEL_FILE), (VAGUE, VAGUE_FILE)):
        trained = train(samples, vectors, embedder.name, kind)
        trained.model.save(path)
        told = expected(trained.model, cases, embedder.embed_queries)
        out.print(summary(trained, told), markup=False, highlight=False, soft_wrap=True)
        out.print(f"Written to {path}.", highlight=False, soft_wrap=True)
    ways = asked_samples(load_ways(), samples)
    vectors = embedder.embed_queries([sample.text for sample in ways])
    asked = train_asked(ways, vectors, embedder.name)
    asked.model.save(ASKED_FILE)
    out.print(summary_asked(asked), markup=False, highlight=False, soft_wrap=True)
    out.print(f"Written to {ASKED_FILE}.", highlight=False, soft_wrap=True)


@app.command("misuse")
def train_misuse() -> None:
    """Train the second look at misuse, measure it and write assistant/misuse.json."""
    from assistant.bootstrap import open_assistant
    from assistant.embedding import open_embedder
    from assistant.misuse_model import MODEL_FILE
    from evals.misuse import summary, train_on_files

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    corpus = open_assistant(settings, embedder).corpus
    trained = train_on_files(corpus, embedder.embed_queries, embedder.name)
    trained.model.save(MODEL_FILE)
    out.print(summary(trained), markup=False, highlight=False, soft_wrap=True)
    out.print(f"Written to {MODEL_FILE}.", highlight=False, soft_wrap=True)
