"""The commands that compare with other libraries, disturb questions, and take judgements."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the types
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from assistant.settings import Settings
from evals.run_commands import CASES, CasesOption

if TYPE_CHECKING:
    from evals.baselines.contestant import Entry

app = typer.Typer()
out = Console()
errors = Console(stderr=True)

WIDE_CASES = CASES / "dev_wide.jsonl"


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
    markdown: Annotated[Path | None, typer.Option(help="Write the table to this file.")] = None,
) -> None:
    """Measure plain retrieval of other libraries beside ours, on the same texts and questions."""
    from evals.adapters import indexed_corpus
    from evals.baselines import comparison
    from evals.baselines import table as tables
    from evals.baselines.contestant import OURS
    from evals.cases import load_cases
    from evals.jsonl import write_text

    chosen = _chosen(only)
    settings = Settings.from_environment()
    corpus = indexed_corpus(settings)
    files = cases or [WIDE_CASES]
    ranked = comparison.ranked_cases(load_cases(*files), corpus)
    texts = comparison.texts_of(corpus, with_asked=with_asked)
    standings = []
    for entry in (OURS, *chosen):
        errors.print(f"{entry.title} …", highlight=False)
        index = settings.index if skip_ingest and entry is OURS else None
        standings.append(comparison.measure(entry, ranked, corpus, texts, index=index))
    tables.print_standings(standings, len(ranked), out)
    if markdown:
        about = ", ".join(f"`{path.name}`" for path in files)
        write_text(markdown, tables.markdown(standings, len(ranked), about))
        out.print(f"Written to {markdown}.", markup=False, highlight=False, soft_wrap=True)


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
