"""What an import took, what it left out and cleaned, and why."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from ingest.importers.files import write_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

EXAMPLES = 3


@dataclass(frozen=True, slots=True)
class Remark:
    """Something told of one thing of the input.

    Attributes:
        where: The file, line, page or id that it's about.
        name: How people call it, when it has a name.
        reason: Why it was left out, or what was done to it.
    """

    where: str
    name: str
    reason: str


@dataclass(slots=True)
class Report:
    """What came of an import.

    Attributes:
        importer: Which importer ran.
        into: The directory of the import.
        corpus: The corpus's id.
        date: As of when the source tells, as it prints it.
        licence: On what terms the source may be used.
        inputs: The files read, with size in bytes and SHA-256.
        taken: How many services or passages were taken.
        unit: What is counted.
        changed: Whether anything was written: false when the same was imported before.
        left_out: What was left out.
        notes: What was taken, but cleaned or doubtful.
    """

    importer: str
    into: str = ""
    corpus: str = ""
    date: str | None = None
    licence: str | None = None
    inputs: list[dict[str, Any]] = field(default_factory=list)
    taken: int = 0
    unit: str = "services"
    changed: bool = False
    left_out: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)

    def leave_out(self, where: str, name: str, reason: str) -> None:
        """Tell that something was left out."""
        self.left_out.append(Remark(where, name, reason))

    def note(self, where: str, name: str, reasons: Iterable[str]) -> None:
        """Tell what was done to something that was taken, or is doubtful in it."""
        self.notes += [Remark(where, name, reason) for reason in dict.fromkeys(reasons)]

    def lines(self) -> Iterator[str]:
        """The report for people, the commonest reasons first."""
        yield f"{self.taken} {self.unit} taken, {len(self.left_out)} left out."
        yield from _by_reason("left out", self.left_out)
        yield from _by_reason("note", self.notes)
        terms = f"Licence: {self.licence or 'not told'}. As of: {self.date or 'not told'}."
        yield f"{terms} {'Written to' if self.changed else 'Unchanged:'} {self.into}"

    def as_json(self) -> dict[str, Any]:
        """The whole report, as ``--report`` writes it."""
        return {
            "importer": self.importer,
            "corpus": self.corpus,
            "into": self.into,
            "date": self.date,
            "licence": self.licence,
            "inputs": self.inputs,
            "taken": self.taken,
            "unit": self.unit,
            "changed": self.changed,
            "left_out_by_reason": dict(Counter(r.reason for r in self.left_out).most_common()),
            "notes_by_reason": dict(Counter(r.reason for r in self.notes).most_common()),
            "left_out": [_as_json(remark) for remark in self.left_out],
            "notes": [_as_json(remark) for remark in self.notes],
        }

    def save(self, path: Path) -> None:
        """Write the whole report as JSON.

        Raises:
            CorpusError: The file can't be written.
        """
        text = json.dumps(self.as_json(), ensure_ascii=False, indent=1) + "\n"
        write_atomically(path, text.encode())


def _as_json(remark: Remark) -> dict[str, str]:
    return {"where": remark.where, "name": remark.name, "reason": remark.reason}


def _by_reason(title: str, remarks: Iterable[Remark]) -> Iterator[str]:
    grouped: dict[str, list[Remark]] = {}
    for remark in remarks:
        grouped.setdefault(remark.reason, []).append(remark)
    for reason, those in sorted(grouped.items(), key=lambda item: -len(item[1])):
        examples = ", ".join(
            f"{one.where} {one.name}".strip() if one.where else one.name for one in those[:EXAMPLES]
        )
        more = f" and {len(those) - EXAMPLES} more" if len(those) > EXAMPLES else ""
        yield f"  {title}: {reason}: {len(those)} ({examples}{more})"
