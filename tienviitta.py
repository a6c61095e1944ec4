"""The command line, which ties ingest, the assistant, the server and the evaluation together."""

from __future__ import annotations

import sys
import threading
from datetime import datetime
from enum import StrEnum
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.markup import escape

from api import commands as serving
from assistant.dialogue import Answer, Ask, Audience, Hit, Message
from assistant.errors import CorpusError, TienviittaError
from assistant.settings import Settings
from evals.commands import app as evaluation
from evals.run_commands import CASES
from ingest.commands import exporting, importing

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from assistant.corpus import Corpus
    from ingest.scale import Plan

app = typer.Typer(
    help="Tienviitta: a guidance assistant that answers in Finnish and shows its sources.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(evaluation, name="eval")
app.add_typer(serving.feedback, name="feedback")
app.command("mcp")(serving.mcp)
app.command("bench-load")(serving.bench_load)
app.add_typer(importing, name="import")
app.add_typer(exporting, name="export")
bench = typer.Typer(help="Measure the index.", no_args_is_help=True)
app.add_typer(bench, name="bench")
out = Console()
errors = Console(stderr=True)


class Vectors(StrEnum):
    """What vectors a benchmark's made-up passages get."""

    AUTO = "auto"
    TRUE = "true"
    NEAR = "random-near"


EXIT_USAGE, EXIT_CORPUS, EXIT_NOT_READY = 2, 3, 4
SHUTDOWN_SECONDS = 30
KEEP_ALIVE_SECONDS = 75
"""Longer than proxies keep an idle connection (nginx: 60 s): whoever closes first while the other
sends a question loses it."""

AskedText = Annotated[str, typer.Argument(help="The question.")]
Home = Annotated[str | None, typer.Option(help="Where the asker lives.")]
Day = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Judge validity on this day.")
]


@app.command()
def ingest(
    check: Annotated[bool, typer.Option("--check", help="Only validate; write nothing.")] = False,
    anew: Annotated[
        bool, typer.Option("--anew", help="Make a new generation even if nothing has changed.")
    ] = False,
) -> None:
    """Read the corpus, check it, and put a new generation of the index in service.

    Where neither the corpus nor the model nor the code has changed, nothing is made.

    Exit codes: 0 done, 3 something in the corpus doesn't hold, 4 the model or the index can't be
    written.
    """
    from assistant.chain import HELSINKI
    from ingest.checks import check_corpus
    from ingest.read import read_corpus

    settings = Settings.from_environment()
    reading = read_corpus(settings.corpus, settings.corpora)
    for warning in reading.warnings:
        errors.print(f"[yellow]warning[/] {escape(warning)}", highlight=False, soft_wrap=True)
    findings = check_corpus(reading, as_of=datetime.now(HELSINKI).date(), cases=_cases())
    for finding in findings:
        colour = "red" if finding.level == "error" else "yellow"
        line = f"[{colour}]{finding.level}[/] {escape(str(finding))}"
        errors.print(line, highlight=False, soft_wrap=True)
    if any(finding.level == "error" for finding in findings):
        raise typer.Exit(EXIT_CORPUS)
    corpus = reading.corpus
    out.print(
        f"{len(corpus.sources)} sources, {len(corpus.passages)} passages, "
        f"{len(corpus.services)} services, {len(corpus.glossary)} words of the glossary, "
        f"{len(reading.warnings)} warnings.",
        highlight=False,
        soft_wrap=True,
    )
    if check:
        return
    _publish(corpus, settings, anew=anew)


def _publish(corpus: Corpus, settings: Settings, *, anew: bool) -> None:
    from assistant.chroma_server import ChromaServer
    from assistant.embedding import open_embedder
    from assistant.settings import DEFAULT_MODEL
    from ingest.prepare_model import prepare_default_model
    from ingest.publish import leave_unchanged, publish
    from ingest.unchanged import known_model_name

    if settings.embedding_model == DEFAULT_MODEL:
        prepare_default_model(settings.cache, progress=out.print)
    # Loading the model takes longer than finding that there's nothing to embed.
    name = known_model_name(settings)
    embedder = None if name else open_embedder(settings)
    model = embedder.name if embedder else str(name)
    server = ChromaServer(settings.chroma) if settings.chroma else None
    published = None if anew else leave_unchanged(corpus, settings.index, model, server)
    if published is None:
        with _progress("Embedding") as told:
            embedder = embedder or open_embedder(settings)
            published = publish(corpus, settings.index, embedder, told, server)
    what = (
        "nothing has changed."
        if published.unchanged
        else f"{published.embedded} texts embedded, {published.reused} taken from the one before."
    )
    out.print(
        f"Generation {published.manifest.generation} serves: {what}",
        highlight=False,
        soft_wrap=True,
    )
    if published.held:
        out.print(
            f"Still read, and deleted by the next ingest: {', '.join(published.held)}.",
            highlight=False,
            soft_wrap=True,
        )


@app.command()
def coverage(
    as_of: Day = None,
    svg: Annotated[Path | None, typer.Option(help="Write the picture to this file.")] = None,
    markdown: Annotated[Path | None, typer.Option(help="Write the tables to this file.")] = None,
) -> None:
    """Show which municipalities and target groups the corpus has running services for."""
    from assistant.chain import HELSINKI
    from assistant.places import Places
    from ingest import coverage as covering
    from ingest.read import read_corpus

    settings = Settings.from_environment()
    corpus = read_corpus(settings.corpus, settings.corpora).corpus
    day = (as_of or datetime.now(HELSINKI)).date()
    measured = covering.measure_coverage(corpus, Places.from_data(corpus.places), day)
    if svg:
        svg.write_text(covering.heat_map(measured), encoding="utf-8")
    if markdown:
        markdown.write_text(covering.markdown(measured), encoding="utf-8")
    if not svg and not markdown:
        out.print(covering.markdown(measured), markup=False, highlight=False, soft_wrap=True)


@app.command()
def ask(
    question: AskedText,
    municipality: Home = None,
    as_of: Day = None,
    corpora: Annotated[
        list[str] | None, typer.Option("--corpus", help="Id of a corpus that may answer.")
    ] = None,
    audience: Annotated[Audience, typer.Option(help="Who asks.")] = Audience.CITIZEN,
    as_json: Annotated[bool, typer.Option("--json", help="Print the contract's JSON.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show the hits' evidence.")] = False,
) -> None:
    """Ask one question and print the answer with its quotes."""
    from assistant.bootstrap import open_assistant

    assistant = open_assistant(Settings.from_environment())
    request = Ask(
        messages=(Message("user", question),),
        audience=audience,
        municipality=municipality,
        as_of=as_of.date() if as_of else None,
        corpora=tuple(corpora or ()),
    )
    answer = assistant.ask(request)
    if as_json:
        from pydantic import TypeAdapter

        told = TypeAdapter(Answer).dump_json(answer, indent=2, ensure_ascii=False)
        sys.stdout.buffer.write(told + b"\n")
        return
    from assistant.terminal import print_answer, print_hits

    print_answer(answer, out)
    if explain:
        print_hits(assistant.search(request), out)


@app.command()
def search(
    question: AskedText,
    municipality: Home = None,
    as_of: Day = None,
    corpora: Annotated[
        list[str] | None, typer.Option("--corpus", help="Id of a corpus to search in.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=100, help="The most hits.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Print the hits as JSON.")] = False,
) -> None:
    """Print what retrieval finds for a question, the best first, with each hit's evidence."""
    from assistant.bootstrap import open_assistant

    assistant = open_assistant(Settings.from_environment())
    request = Ask(
        messages=(Message("user", question),),
        municipality=municipality,
        as_of=as_of.date() if as_of else None,
        corpora=tuple(corpora or ()),
    )
    hits = assistant.search(request, limit)
    if as_json:
        from pydantic import TypeAdapter

        told = TypeAdapter(tuple[Hit, ...]).dump_json(hits, indent=2, ensure_ascii=False)
        sys.stdout.buffer.write(told + b"\n")
        return
    from assistant.terminal import print_hits

    print_hits(hits, out)


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=1, max=65535, help="Port to listen on.")] = 8000,
) -> None:
    """Serve the API and the page.

    Stopped, it takes no more questions, answers those that it has, and ends.
    """
    import uvicorn

    from api import logs
    from api.app import create_app
    from assistant.bootstrap import AssistantProvider

    settings = Settings.from_environment()
    logs.set_up(settings.server.log_format)
    provider = AssistantProvider(settings)
    try:
        threading.Thread(target=provider().warm, daemon=True).start()
    except TienviittaError as error:
        errors.print(f"[yellow]Not ready yet:[/] {error}", highlight=False)
    uvicorn.run(
        create_app(provider, region=_home_region(), server=settings.server),
        host=host,
        port=port,
        access_log=False,
        log_config=None,
        server_header=False,
        proxy_headers=bool(settings.server.trusted_proxies),
        forwarded_allow_ips=list(settings.server.trusted_proxies),
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
    )


@bench.callback()
def _bench() -> None:
    """Measure the index."""


@bench.command("scale")
def bench_scale(
    sizes: Annotated[
        str, typer.Option(help="How many made-up passages to add, with commas between.")
    ] = "500,5000,60000",
    vectors: Annotated[
        Vectors, typer.Option(help="Embed them all, or give most of them vectors near others'.")
    ] = Vectors.AUTO,
    elsewhere: Annotated[
        bool, typer.Option("--elsewhere", help="Make up no services in the home region.")
    ] = False,
    questions: Annotated[int, typer.Option(min=1, help="How many questions to time.")] = 120,
    output: Annotated[Path | None, typer.Option(help="Write the figures as JSON.")] = None,
) -> None:
    """Measure ingest, memory, time, recall and quality beside a made-up national catalogue."""
    import json

    from evals.distractors import dev_asks, success_on_dev
    from ingest import scale
    from ingest.scale_report import as_data, lines

    counts = _sizes(sizes)
    settings, asks = Settings.from_environment(), dev_asks(questions)

    def plan(count: int) -> Plan:
        embed = vectors is Vectors.TRUE or (vectors is Vectors.AUTO and count <= scale.TRUE_UP_TO)
        return scale.Plan(settings, count, embed, not elsewhere, asks, success_on_dev)

    _, served = scale.measure(plan(0))
    baseline = served.quality
    out.print(f"success@5 without made-up passages {baseline:.3f}", highlight=False)
    measured = []
    for count in counts:
        made, answered = scale.measure(plan(count))
        measured.append((plan(count), made, answered))
        for line in lines(plan(count), made, answered, baseline):
            out.print(line, markup=False, highlight=False, soft_wrap=True)
    if output:
        told = json.dumps(as_data(measured, baseline), indent=1)
        output.write_text(told + "\n", encoding="utf-8")


def _sizes(given: str) -> list[int]:
    try:
        counts = [int(one.replace("_", "")) for one in given.split(",")]
    except ValueError:
        counts = [0]
    if min(counts) < 1:
        raise typer.BadParameter(f"{given!r} must be whole numbers above 0, as in 500,5000")
    return counts


def _cases() -> Path | None:
    """The evaluation cases; a corpus is also checked where the package has none."""
    return CASES if CASES.is_dir() else None


def _home_region() -> list[str]:
    """The municipalities that the page offers first."""
    from assistant.places import Places

    places = Places.from_file(Settings.from_environment().corpus / "places.json")
    return sorted(name for name in places.names() if places.in_home_region(name))


def _progress(title: str) -> AbstractContextManager[Callable[[int, int], None]]:
    from contextlib import contextmanager

    from rich.progress import Progress

    @contextmanager
    def bar():  # type: ignore[no-untyped-def]  # noqa: ANN202
        with Progress(console=errors, transient=True) as progress:
            task = progress.add_task(title, total=None)
            yield lambda done, total: progress.update(task, completed=done, total=total)

    return bar()


def main() -> None:
    """Run a command; errors that a user can act on are told in a line, without a traceback."""
    try:
        app(standalone_mode=True)
    except CorpusError as error:
        errors.print(f"[red]error[/] {escape(str(error))}", highlight=False, soft_wrap=True)
        sys.exit(EXIT_CORPUS)
    except TienviittaError as error:
        errors.print(f"[red]error[/] {escape(str(error))}", highlight=False, soft_wrap=True)
        sys.exit(EXIT_NOT_READY)


if __name__ == "__main__":
    main()
