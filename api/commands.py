"""The server's commands: feedback given out and erased, tools over standard input, load."""

from __future__ import annotations

import asyncio
import csv
import json
import sys
from dataclasses import asdict
from datetime import datetime  # noqa: TC003 - typer reads the types
from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated, Literal

import typer
from rich.console import Console

from assistant.errors import SettingsError
from assistant.settings import Settings

if TYPE_CHECKING:
    from typing import TextIO

    from api.feedback import Feedback, FeedbackStore

feedback = typer.Typer(help="Give out and erase the feedback on answers.", no_args_is_help=True)
out = Console()
errors = Console(stderr=True)
EXIT_USAGE = 2
DAY = ["%Y-%m-%d"]


@feedback.command("export")
def export_feedback(
    output: Annotated[
        Path | None, typer.Option(help="Write to this file; to standard output when absent.")
    ] = None,
    form: Annotated[
        Literal["jsonl", "csv"], typer.Option("--format", help="A JSON object or a row each.")
    ] = "jsonl",
) -> None:
    """Give out the feedback that is kept, the oldest first; what is too old is erased before."""
    from api.reception import today

    kept = _store().all(today())
    if output is None:
        _write(kept, form, sys.stdout)
        return
    with output.open("w", encoding="utf-8", newline="") as file:
        _write(kept, form, file)
    errors.print(f"{len(kept)} written to {output}.", highlight=False, soft_wrap=True)


@feedback.command("erase")
def erase_feedback(
    id: Annotated[str | None, typer.Option(help="Erase the one with this id.")] = None,  # noqa: A002
    before: Annotated[
        datetime | None, typer.Option(formats=DAY, help="Erase those given before this day.")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Erase all of it.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask first.")] = False,
) -> None:
    """Erase feedback for good; nothing of it is left in the file.

    Exit codes: 0 erased, 1 not confirmed or nothing has the id, 2 not told what to erase.
    """
    if [id is not None, before is not None, everything].count(True) != 1:
        errors.print("Tell what to erase: one of --id, --before or --all.", highlight=False)
        raise typer.Exit(EXIT_USAGE)
    if id is None and not yes:
        what = f"given before {before:%Y-%m-%d}" if before else "that is kept"
        typer.confirm(f"Erase all feedback {what}?", abort=True, err=True)
    erased = _store().erase(id, before.date() if before else None)
    out.print(f"{erased} erased.", highlight=False)
    if id is not None and not erased:
        raise typer.Exit(1)


def mcp(
    url: Annotated[
        str, typer.Option(help="Address of the page, to which the answers' sources link.")
    ] = "http://127.0.0.1:8000",
) -> None:
    """Serve the tools by the Model Context Protocol on standard input and output."""
    from api import logs
    from api.gate import Gate
    from api.mcp_server import build_server
    from api.reception import Reception
    from assistant.bootstrap import AssistantProvider

    settings = Settings.from_environment()
    # Standard output belongs to the protocol; the log goes to standard error.
    logs.set_up(settings.server.log_format)
    provider = AssistantProvider(settings)
    build_server(Reception(provider, Gate(2, 128)), url).run("stdio")


def bench_load(
    url: Annotated[
        str | None, typer.Option(help="A server that runs; one is started when absent.")
    ] = None,
    clients: Annotated[int, typer.Option(min=1, max=1000, help="How many ask at once.")] = 64,
    requests: Annotated[int, typer.Option(min=1, help="How many questions in all.")] = 640,
    think: Annotated[
        float, typer.Option(min=0, help="Seconds that each reads before its next question.")
    ] = 5.0,
    output: Annotated[
        Path | None, typer.Option(help="Write the figures to this JSON file.")
    ] = None,
) -> None:
    """Measure the server with many clients at once against one alone, and its memory.

    Exit codes: 0 every question answered, 1 some weren't.
    """
    from api import bench

    if url is None:
        with bench.serving(Settings.from_environment()) as (address, pid):
            load = asyncio.run(bench.measure(address, clients, requests, think, pid))
    else:
        load = asyncio.run(bench.measure(url, clients, requests, think))
    out.print(bench.report(load), markup=False, highlight=False, soft_wrap=True)
    if output:
        output.write_text(json.dumps(asdict(load), indent=2) + "\n", encoding="utf-8")
    if load.errors:
        raise typer.Exit(1)


def _store() -> FeedbackStore:
    from api.feedback import FeedbackStore

    settings = Settings.from_environment().server
    if settings.feedback is None:
        raise SettingsError("TIENVIITTA_FEEDBACK is off: there's no feedback here.")
    return FeedbackStore(settings.feedback, settings.feedback_days)


def _write(kept: list[Feedback], form: str, file: TextIO) -> None:
    from api.export import safe_cell
    from api.feedback import COLUMNS

    if form == "jsonl":
        lines = (json.dumps(asdict(one), ensure_ascii=False, default=str) for one in kept)
        file.writelines(f"{line}\n" for line in lines)
        return
    table = csv.writer(file)
    table.writerow(COLUMNS)
    for one in kept:
        cells = (getattr(one, column) for column in COLUMNS)
        table.writerow("" if cell is None else safe_cell(str(cell)) for cell in cells)
