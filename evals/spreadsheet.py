"""Cases kept in a spreadsheet and saved as CSV: a row a question, a column a field.

What a row can't say (a conversation, a fact that isn't vital, the name of a fact) takes the JSON
Lines form of `evals.cases`, into which a row is turned.
"""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

from evals.jsonl import NOT_UTF8, CaseError, Row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

SUFFIXES = frozenset({".csv", ".tsv"})
DELIMITERS = (";", "\t", ",")
QUESTION = "question"
HEADS: Mapping[str, str] = {
    "tunnus": "id",
    "kysymys": QUESTION,
    "laji": "category",
    "vastaus löytyy": "answerable",
    "pitää olla": "nuggets",
    "lähteen kohdat": "gold_quotes",
    "ei saa olla": "must_not",
    "on päättynyt": "expect_ended_warning",
    "lopputulokset": "outcomes",
    "päivä": "as_of",
    "kysyjä": "persona",
    "kieli": "lang",
    "yleisö": "audience",
    "kunta": "municipality",
    "huomioita": "notes",
}
"""Finnish heads of columns, by the field that each holds."""

FIELDS = frozenset(HEADS.values()) | {"split", "language"}
NEEDED = (QUESTION, "category", "answerable")

TRUTHS = {"kyllä": True, "yes": True, "true": True, "x": True, "1": True} | {
    "ei": False, "no": False, "false": False, "0": False,
}  # fmt: skip


def is_spreadsheet(path: Path) -> bool:
    """Whether a file is read as a spreadsheet, by its name."""
    return path.suffix.lower() in SUFFIXES


def rows_and_errors(path: Path) -> Iterator[Row | CaseError]:
    """Yield the cases of a spreadsheet as rows of JSON Lines would hold them, or why one can't.

    Lines are counted as the spreadsheet does, so that a cell may hold several lines of text.
    Columns are separated by semicolons, commas or tabs, whichever the heads have most of. Cases
    without an id get the file's name and the row's number.

    Raises:
        OSError: The file can't be read.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        yield CaseError(path, 1, f"{NOT_UTF8} In a spreadsheet choose CSV UTF-8 when saving.")
        return
    first = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        yield CaseError(path, 1, f"not CSV ({error}).")
        return
    heads = [_field(head) for head in records[0]] if records else []
    if amiss := _amiss(heads):
        yield CaseError(path, 1, amiss)
        return
    for number, cells in enumerate(records[1:], start=2):
        if any(cell.strip() for cell in cells):
            yield _row(path, number, heads, cells)


def _field(head: str) -> str:
    plain = " ".join(head.casefold().split())
    return HEADS.get(plain, plain.replace(" ", "_"))


def _amiss(heads: list[str]) -> str:
    """What's wrong with the heads of the columns; empty when nothing is."""
    finnish = {field: head for head, field in HEADS.items()}
    for field in NEEDED:
        if field not in heads:
            return f"no column {field!r} ({finnish[field]}); the first row names the columns."
    for field in heads:
        if field and field not in FIELDS:
            known = ", ".join(f"{one} ({finnish[one]})" for one in finnish)
            return f"unknown column {field!r}; the known ones are {known}."
        if field and heads.count(field) > 1:
            return f"two columns are named {field!r}; keep one."
    return ""


def _row(path: Path, number: int, heads: list[str], cells: list[str]) -> Row | CaseError:
    if len(cells) > len(heads) and any(cell.strip() for cell in cells[len(heads) :]):
        return CaseError(path, number, "more cells than there are heads of columns; name each.")
    fields: dict[str, Any] = {"id": f"{path.stem}-{number}"}
    for head, cell in zip(heads, cells, strict=False):
        if head and (value := cell.strip()):
            fields[head] = READ.get(head, str)(value)
    fields["messages"] = [{"role": "user", "content": fields.pop(QUESTION, "")}]
    return Row(path, number, fields)


def _truth(value: str) -> object:
    return TRUTHS.get(value.casefold(), value)


def _lines(value: str) -> list[str]:
    return [one.strip() for one in value.splitlines() if one.strip()]


def _listed(value: str) -> list[str]:
    return [one.strip() for one in re.split(r"[;\r\n]+", value) if one.strip()]


def _facts(value: str) -> list[dict[str, Any]]:
    facts: list[dict[str, Any]] = []
    for one in _listed(value):
        pieces = [piece.strip() for piece in one.split("|") if piece.strip()]
        facts.append({"text": " / ".join(pieces), "any_of": pieces})
    return facts


def _day(value: str) -> str:
    """A day as YYYY-MM-DD where it's written the Finnish way; else as it stands."""
    try:
        return datetime.strptime(value, "%d.%m.%Y").date().isoformat()  # noqa: DTZ007 - a day
    except ValueError:
        return value


READ: Mapping[str, Callable[[str], Any]] = {
    "answerable": _truth,
    "expect_ended_warning": _truth,
    "nuggets": _facts,
    "gold_quotes": _lines,
    "must_not": _listed,
    "outcomes": lambda value: re.findall(r"\w+", value),
    "as_of": _day,
}
