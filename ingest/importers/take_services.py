"""Services of any catalogue written into a corpus, one by one."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from assistant.errors import CorpusError
from ingest.importers.files import describe_files
from ingest.importers.make_record import LANGUAGES, LeftOutError, make_record
from ingest.importers.store import open_import
from ingest.records import RECORDS_FILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from assistant.domain import CorpusInfo
    from ingest.importers.catalogue import CatalogueService
    from ingest.importers.report import Report
    from ingest.importers.terms import Terms

PROGRESS_EVERY = 500


@dataclass(frozen=True, slots=True)
class Target:
    """Where services go, and which of them.

    Attributes:
        corpus: The corpus's directory.
        info: What it is.
        name: The import's name.
        licence: The licence of what is imported; the corpus's own when absent.
        date: As of when it tells; the newest change of a service when absent.
        languages: The languages to tell services in, the best first.
        areas: Names of places; what serves none of them is left out. Empty: everything.
        replace: Overwrite what was changed by hand.
    """

    corpus: Path
    info: CorpusInfo
    name: str
    licence: str | None = None
    date: str | None = None
    languages: Sequence[str] = LANGUAGES
    areas: Sequence[str] = field(default=())
    replace: bool = False


def take_services(
    services: Iterable[CatalogueService],
    paths: Sequence[Path],
    target: Target,
    terms: Terms,
    report: Report,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Write services into a corpus.

    Args:
        services: Read one by one; none is kept in memory.
        paths: The files that they're read from, for the import's manifest.
        target: Where they go.
        terms: The main corpus's places and terms.
        report: Is told what was taken and what not.
        progress: Is told how many were looked at.

    Raises:
        CorpusError: A file can't be read or trusted, nothing could be taken, or what is there was
            changed by hand. Nothing is written then.
    """
    within = _within(target.areas, terms)
    report.corpus, report.licence = target.info.id, target.licence or target.info.licence
    report.inputs = describe_files(paths)
    seen: set[str] = set()
    newest = ""
    with open_import(target.corpus, target.name, replace=target.replace) as draft:
        with (draft.path / RECORDS_FILE).open("w", encoding="utf-8") as file:
            for number, service in enumerate(services, start=1):
                line = _record_line(service, target, terms, within, seen, report)
                if line:
                    file.write(line)
                    newest = max(newest, service.modified or "")
                if progress and number % PROGRESS_EVERY == 0:
                    progress(number)
        if not report.taken:
            reasons = "; ".join(report.lines())
            raise CorpusError(str(paths[0]), None, f"no service could be taken: {reasons}")
        report.date = target.date or newest or target.info.date
        report.into = str(draft.target)
        report.changed = draft.commit(
            {
                "importer": report.importer,
                "inputs": report.inputs,
                "licence": report.licence,
                "date": report.date,
                "taken": report.taken,
                "left_out": len(report.left_out),
            }
        )


def _within(areas: Sequence[str], terms: Terms) -> frozenset[str] | None:
    """The municipalities of the named places; ``None`` when everything is wanted."""
    if not areas:
        return None
    wanted: set[str] = set()
    for area in areas:
        members = terms.members(area)
        if not members:
            raise CorpusError("--area", None, f"{area!r} isn't a place of places.json")
        wanted |= members
    return frozenset(wanted)


def _record_line(
    service: CatalogueService,
    target: Target,
    terms: Terms,
    within: frozenset[str] | None,
    seen: set[str],
    report: Report,
) -> str | None:
    """A line of the records file, or ``None`` and the reason told."""
    name = next(iter(service.names.values()), "")[:120]
    try:
        record, notes = make_record(service, terms, target.languages)
    except LeftOutError as reason:
        report.leave_out(service.id, name, str(reason))
        return None
    served = record.get("municipalities", ())
    if within is not None and served and within.isdisjoint(served):
        report.leave_out(service.id, name, "it doesn't serve the places asked for")
        return None
    if record["id"] in seen:
        report.leave_out(service.id, name, "its id stood already")
        return None
    seen.add(record["id"])
    if target.licence:
        record["licence"] = target.licence
    report.taken += 1
    report.note(service.id, name, notes)
    return json.dumps(record, ensure_ascii=False, default=str) + "\n"
