"""Services as a table for spreadsheets: CSV after RFC 4180, safe against formulas.

A spreadsheet runs a cell that begins with one of a few signs as a formula, also from a CSV file.
Such a cell gets an apostrophe in front, which spreadsheets read as "this is text"
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from assistant.dialogue import ServiceCard

CHANNELS = ("url", "phone", "email", "visit", "other")
COLUMNS = (
    "id",
    "name",
    "kind",
    "status",
    "status_text",
    "valid_from",
    "valid_to",
    "municipalities",
    "area",
    "target_groups",
    "topics",
    "providers",
    "funders",
    "languages",
    "cost",
    *CHANNELS,
    "description",
    "corpus",
)
MEDIA_TYPE = "text/csv; charset=utf-8"
BYTE_ORDER_MARK = "\ufeff"
"""Tells Excel that the file is UTF-8; without it, Finnish letters come out wrong there."""
_BETWEEN = "; "
# The wide forms of the signs are formulas in Japanese and Chinese settings. Space in front of a
# sign is skipped by some spreadsheets.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠|]|[\t\r\n]")


def services_csv(
    cards: Iterable[ServiceCard],
    *,
    labels: Mapping[str, str] | None = None,
    words: Mapping[str, Mapping[str, str]] | None = None,
    delimiter: str = ",",
) -> str:
    r"""Return services as CSV: a heading line, then a line each, ended by ``\r\n``.

    Args:
        cards: The services, in the order in which they are to stand.
        labels: What the heading says of a column of `COLUMNS`; its own name by default.
        words: What is written instead of a value, by the column's name: ``{"status": {"ended":
            "Päättynyt"}}``.
        delimiter: What stands between cells. Finnish spreadsheets expect a semicolon.
    """
    shown, spoken = labels or {}, words or {}
    file = io.StringIO(newline="")
    writer = csv.writer(file, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(safe_cell(shown.get(column, column)) for column in COLUMNS)
    for card in cards:
        row = _row(card)
        writer.writerow(
            safe_cell(_BETWEEN.join(spoken.get(column, {}).get(value, value) for value in values))
            for column, values in row.items()
        )
    return file.getvalue()


def safe_cell(text: str) -> str:
    """Return a cell's text so that no spreadsheet runs it as a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def _row(card: ServiceCard) -> dict[str, tuple[str, ...]]:
    row: dict[str, tuple[str, ...]] = {}
    for column in COLUMNS:
        value = card.channels.get(column) if column in CHANNELS else getattr(card, column)
        if value is None:
            row[column] = ()
        else:
            row[column] = tuple(value) if isinstance(value, tuple) else (str(value),)
    return row
