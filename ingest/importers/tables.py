"""Tables of strangers: CSV whose delimiter and encoding are found out, cells that are only data."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.errors import CorpusError
from ingest.importers.cleaning import LONGEST_FIELD, is_formula
from ingest.importers.files import LARGEST_DOCUMENT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ingest.importers.files import Input

DELIMITERS = ";,\t|"
MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
SNIFFED = 64_000
MOST_COLUMNS = 300
MOST_ROWS = 1_000_000
FORMULA = "a cell that a spreadsheet would work out was left out"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        line: The line of the file at which it ends, from 1.
        cells: The cells by the column's name.
        reasons: What was taken out of it.
    """

    line: int
    cells: dict[str, str]
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was opened: how it's written, its columns, and its rows to be read once."""

    name: str
    encoding: str
    delimiter: str
    columns: tuple[str, ...]
    rows: Iterator[Row]


def open_table(one: Input) -> Table:
    """Open a CSV file.

    Raises:
        CorpusError: It's no text, has no header, or a row or a cell is too large.
    """
    data = one.read(LARGEST_DOCUMENT)
    text, encoding = _decoded(data, one.name)
    delimiter = _delimiter(text)
    csv.field_size_limit(LONGEST_FIELD * 4)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = next((row for row in reader if any(cell.strip() for cell in row)), None)
    except csv.Error as error:
        raise CorpusError(one.name, reader.line_num, f"this isn't CSV: {error}") from None
    if header is None:
        raise CorpusError(one.name, 1, "there's no header line in it")
    if len(header) > MOST_COLUMNS:
        raise CorpusError(one.name, 1, f"more than {MOST_COLUMNS} columns")
    columns = tuple(" ".join(cell.split()) for cell in header)
    return Table(one.name, encoding, delimiter, columns, _rows(reader, columns, one.name))


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text of a file: by its mark, as UTF-8, or as Windows writes it in western Europe."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _decode(data, encoding, name)
    if b"\0" in data:
        raise CorpusError(name, None, "it holds NUL characters; save it as CSV in UTF-8")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _decode(data, "cp1252", name)


def _decode(data: bytes, encoding: str, name: str) -> tuple[str, str]:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        reason = "its encoding can't be told; save it as CSV in UTF-8"
        raise CorpusError(name, None, reason) from None
    if "\0" in text:
        raise CorpusError(name, None, "it holds NUL characters; save it as CSV in UTF-8")
    return text, encoding


def _delimiter(text: str) -> str:
    """What stands between cells: what a sniffer finds, else what the header has most of."""
    sample = text[:SNIFFED]
    header = next((line for line in sample.splitlines() if line.strip()), "")
    counts = {one: header.count(one) for one in DELIMITERS}
    best = max(counts, key=lambda one: counts[one])
    try:
        sniffed = csv.Sniffer().sniff(sample, DELIMITERS).delimiter
    except csv.Error:
        return best
    # Commas of prose deceive the sniffer; the header has each delimiter as often as columns.
    return sniffed if counts.get(sniffed, 0) >= counts[best] else best


def _rows(reader: Iterator[list[str]], columns: Sequence[str], name: str) -> Iterator[Row]:
    number = 0
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            line = getattr(reader, "line_num", None)
            raise CorpusError(name, line, f"this isn't CSV: {error}") from None
        if cells is None:
            return
        number += 1
        if number > MOST_ROWS:
            raise CorpusError(name, None, f"more than {MOST_ROWS} rows; cut it into parts")
        if not any(cell.strip() for cell in cells):
            continue
        kept: dict[str, str] = {}
        reasons: list[str] = []
        for column, cell in zip(columns, cells, strict=False):
            if is_formula(cell):
                reasons.append(FORMULA)
            elif cell.strip():
                kept.setdefault(column, cell.strip())
        if len(cells) > len(columns):
            reasons.append("cells beyond the last column were left out")
        yield Row(getattr(reader, "line_num", 0), kept, tuple(reasons))
