"""An answer as it's read in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from assistant.compose.draft import readable
from assistant.domain import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from assistant.dialogue import Answer, Hit

COLOURS = {
    Status.ACTIVE: "green",
    Status.UPCOMING: "cyan",
    Status.ENDED: "red",
    Status.UNKNOWN: "yellow",
}


def print_answer(answer: Answer, console: Console) -> None:
    """Print an answer: its text, notices, services, and the quotes that it rests on."""
    console.print(Text(answer.text))
    for notice in answer.notices:
        console.print(Text(f"\n! {notice.text}", style="bold"))
    if answer.services:
        console.print(Text("\nPalvelut", style="bold underline"))
    for card in answer.services:
        line = Text(f"• {card.name} ")
        line.append(f"({card.status_text})", style=COLOURS[card.status])
        if card.channels:
            line.append("  " + "  ".join(card.channels.values()), style="dim")
        console.print(line)
    if answer.citations:
        console.print(Text("\nLähteet", style="bold underline"))
    for citation in answer.citations:
        console.print(Text(f"[{citation.n}] {citation.title}: {citation.locator}", style="dim"))
        console.print(Text(f"    ”{readable(citation.quote)}”"))
        for basis in citation.basis:
            where = basis.url or basis.locator
            console.print(Text(f"    perustuu: {where}", style="dim"))


def print_hits(hits: Iterable[Hit], console: Console) -> None:
    """Print what retrieval found, with the evidence of each hit."""
    table = Table("osuma", "pisteet", "tila", "taso", "miksi", "näyttö")
    for hit in hits:
        name = hit.service_id or hit.passages[0].text[:60]
        evidence = " ".join(f"{key}={value}" for key, value in hit.evidence.items())
        table.add_row(
            name,
            f"{hit.score:.2f}",
            str(hit.status or ""),
            str(hit.level or ""),
            ", ".join(hit.why),
            evidence,
        )
    console.print(table)
