"""The evaluation's commands: those of `evals.run_commands`, and those that train and tune."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from evals.more_commands import app as more
from evals.run_commands import CASES, DEV_CASES, LEARNT_CASES
from evals.run_commands import app as runs

if TYPE_CHECKING:
    from assistant.chain import Assistant
    from assistant.discriminant import Discriminant
    from assistant.embedding import Embedder

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
    from assistant.embedding import open_embedder
    from assistant.weights import WEIGHTS_FILE
    from evals.tune import tune

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    assistant = open_assistant(settings, embedder)
    unseen = _unseen_models(assistant, embedder)
    tuned = tune(cases or list(DEV_CASES), assistant, assistant.corpus, out.print, unseen)
    tuned.weights.save()
    out.print(
        f"{tuned.cases} dev cases: success@1 {tuned.success[0]:.3f}, success@5 "
        f"{tuned.success[1]:.3f}; on folds held out {tuned.held_out[0]:.3f} and "
        f"{tuned.held_out[1]:.3f}{_apart(tuned.apart)}. Written to {WEIGHTS_FILE}.",
        highlight=False,
        soft_wrap=True,
    )


def _unseen_models(assistant: Assistant, embedder: Embedder) -> dict[str, Discriminant]:
    from evals.judged import samples_for, unseen_models

    return unseen_models(
        samples_for(LEARNT_CASES, assistant, assistant.corpus, embedder.embed_queries)
    )


@app.command("judged")
def train_judged_model() -> None:
    """Train what tells likely answers from judged questions; write assistant/judged.npz."""
    from assistant.bootstrap import open_assistant
    from assistant.embedding import open_embedder
    from assistant.judged import MODEL_FILE
    from evals.judged import samples_for, train_judged

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    assistant = open_assistant(settings, embedder)
    samples = samples_for(LEARNT_CASES, assistant, assistant.corpus, embedder.embed_queries)
    trained = train_judged(samples, embedder.name)
    trained.model.save(MODEL_FILE)
    out.print(
        f"{trained.judged} judged questions; on folds held out, alone: success@1 "
        f"{trained.held_out[0]:.3f}, success@5 {trained.held_out[1]:.3f}. Written to {MODEL_FILE}.",
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
    from assistant.embedding import open_embedder
    from evals.abstain import calibrate, summary

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    assistant = open_assistant(settings, embedder)
    files = cases or [*DEV_CASES, CASES / "abstain_dev.jsonl"]
    calibrated = calibrate(files, assistant, _unseen_models(assistant, embedder))
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
    from assistant.embedding import open_embedder
    from evals.ablation import ablate, print_steps

    settings = Settings.from_environment()
    embedder = open_embedder(settings)
    assistant = open_assistant(settings, embedder)
    unseen = _unseen_models(assistant, embedder)
    measured = cases or [CASES / "test.jsonl"]
    steps = ablate(DEV_CASES, measured, assistant, assistant.corpus, errors.print, unseen)
    print_steps(steps, out)


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
